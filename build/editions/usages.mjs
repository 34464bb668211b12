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

/** In 选项: what is said of a thing that is not done yet. */
const notYet = '未到';

/** In 表: the lines of registers a row a thing, of which rows and marks are counted. In 缺列时: the line that counts each row. */
const [registers, eachRow] = ['registers', '每行'];

/** One register for each name in 字段; what it counts is called by the indicators' names, which hold whatever their codes are. */
export function compileRegisters({ rows, tell }, codes) {
  const lines = rows.usages.filter(({ sheet }) => sheet === registers);
  return [...new Set(lines.map(({ field }) => field))].map((name) => {
    const own = lines.filter(({ field }) => field === name);
    const titled = own.filter(({ choice }) => choice === null);
    const pending = own.filter(({ choice }) => choice === notYet);
    const counted = own.filter(({ choice }) => choice !== null && choice !== notYet);
    const things = counted.filter(({ whenAbsent }) => whenAbsent === eachRow);
    if (name === null || titled.length !== 1 || things.length !== 1)
      tell(own[0].at, `字段 "${name ?? ''}": expected one line without 选项 and one with 缺列时 ${eachRow}`);
    for (const { at } of own.filter(({ names }) => (names ?? []).length === 0)) tell(at, '叫法 is blank');
    const lineOf = ({ choice, names, at }) => ({
      name: codes.byCode.get(codes.typed(choice, at))?.name ?? '',
      headers: names ?? [],
    });
    return {
      titles: titled[0]?.names ?? [],
      ...{ things: things.map(lineOf)[0], marks: counted.filter((row) => !things.includes(row)).map(lineOf) },
      pending: pending.flatMap(({ names }) => names ?? []),
    };
  });
}

/** Tells lines that speak of nothing, and words that mean something else already; `sheets` are the compiled ones by name. */
export function checkUsages({ rows, tell, core }, sheets) {
  const codes = rows.indicators.map(({ code }) => code);
  for (const row of rows.usages.filter(({ sheet }) => sheet !== registers))
    checkLine(row, sheets[row.sheet], { tell, core, codes });
}

/** What 选项 may be where a column has no choices of its own. */
const choicesOfType = { money: ['部分'], text: ['是', notYet], yesNo: ['是', '否', notYet], day: ['是', '否', notYet] };

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
