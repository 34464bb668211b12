/** What departments' own tables call sheets, columns and choices: the lines of usages.tsv. */

/** The names of a sheet, or of one of its columns; `choices` are those of its choices, `whenAbsent` what holds without the column. */
export function usagesOf({ usages }, sheet, field = null) {
  const own = usages.filter((row) => row.sheet === sheet && row.field === field);
  const named = own.filter(({ choice }) => choice === null);
  return {
    names: named.flatMap(({ names }) => names ?? []),
    choices: Object.fromEntries(own.flatMap(({ choice, names }) => (choice === null ? [] : [[choice, names ?? []]]))),
    whenAbsent: named[0]?.whenAbsent ?? '',
  };
}

/** Tells lines that speak of nothing, and words that mean something else already; `sheets` are the compiled ones by name. */
export function checkUsages({ rows, tell, core }, sheets) {
  const codes = rows.indicators.map(({ code }) => code);
  for (const row of rows.usages) checkLine(row, sheets[row.sheet], { tell, core, codes });
}

/** What 选项 may be where a column has no choices of its own. */
const choicesOfType = { money: ['部分'], yesNo: ['是', '否', '未到'], day: ['是', '否', '未到'] };

function checkLine({ sheet, field, choice, names, whenAbsent, at }, compiled, { tell, core, codes }) {
  if (compiled === undefined) return tell(at, `表 "${sheet}": no such sheet`);
  if (field === null) return checkSheetWords({ choice, names, at }, tell);
  const column = compiled.columns[field];
  if (column === undefined) return tell(at, `字段 "${field}": no such field in ${sheet}`);
  // A line of 指标 is chosen by its code.
  const choices = sheet === 'indicators' && field === 'code' ? codes : (choicesOfType[column.type] ?? column.choices);
  if (choice !== null && !choices.includes(choice)) tell(at, `选项 "${choice}": expected one of ${choices.join('、')}`);
  if (choice !== null && whenAbsent !== '') tell(at, '缺列时: a choice has none');
  if (choice === null && (names ?? []).length === 0 && whenAbsent === '') tell(at, '叫法 and 缺列时 are blank');
  if (whenAbsent === '标题' && (column.choices ?? []).length === 0)
    tell(at, '缺列时 标题: expected a column of choices');
  if (choice === null) checkHeaders({ sheet, names, at }, compiled, { tell, core });
}

function checkSheetWords({ choice, names, at }, tell) {
  if (choice !== null || (names ?? []).length === 0) tell(at, 'a line without 字段 holds names of the sheet in 叫法');
}

/** A name that is some column's own already would never be looked at. */
function checkHeaders({ sheet, names, at }, { columns }, { tell, core }) {
  for (const name of names ?? []) {
    const key = core.keys.header(name);
    const owner = Object.entries(columns).find(([, { header, synonyms }]) =>
      [header, ...(synonyms ?? [])].some((one) => core.keys.header(one ?? '') === key),
    );
    if (owner !== undefined) tell(at, `"${name}" is a name of ${sheet}.${owner[0]} already`);
  }
}
