/** The sheets of an edition: those the program knows, held against what it expects of them, and the edition's own. */
import { checkUsages, usagesOf } from './usages.mjs';

/** The program's sheets by the workbook they stand in; within one no two sheets may be taken for each other. */
const workbooks = {
  hub: ['settings', 'departments', 'tasks', 'indicators', 'weakAreas', 'narratives', 'holidays', 'published'],
  department: ['cover', 'progress', 'figures', 'suggestions', 'feedback'],
};

/** `sheets` of the program and `own` ones by name, each as compiled; `fieldOf(row, sheet, header)` finds a column. */
export function compileSheets({ rows, tell, core, words, texts }) {
  const own = new Map(rows.details.map((row) => [row.sheet, row]));
  const kindOf = (name) => core.shapes[name]?.kind ?? own.get(name)?.kind;
  for (const row of rows.sheets) checkSheet(row, kindOf(row.sheet), tell);
  for (const row of rows.columns.filter(({ sheet }) => kindOf(sheet) === undefined)) {
    tell(row.at, `表 "${row.sheet}": no such sheet`);
  }
  const columns = { rows: rows.columns, all: rows, tell, core, words, texts };
  const all = Object.fromEntries(
    rows.sheets
      .filter(({ sheet }) => kindOf(sheet) !== undefined)
      .map((row) => [
        row.sheet,
        { kind: kindOf(row.sheet), ...sheetOf(row, columnsOf(row, columns), { rows, texts }) },
      ]),
  );
  checkUsages({ rows, tell, core }, all);
  const missing = [...Object.keys(core.shapes), ...own.keys()].filter((name) => !(name in all));
  for (const name of missing)
    tell(own.get(name)?.at ?? texts.at('sheets'), `the sheet ${name} has no line in sheets.tsv`);
  checkTitles(rows.sheets, [...own.keys()], { keyOf: core.keys.title, tell });
  checkPrintedNames(rows.columns, tell);
  return Object.fromEntries(Object.entries(all));
}

function checkSheet({ sheet, at }, kind, tell) {
  if (kind === undefined) tell(at, `表 "${sheet}": neither a sheet of the program nor in details.tsv`);
}

function sheetOf({ sheet, title, synonyms, help, at }, columns, { rows, texts }) {
  return { title, synonyms, usages: usagesOf(rows, sheet).names, help: texts.filled(help, at), columns };
}

/** The columns of one sheet, in their order. */
function columnsOf({ sheet, at }, { rows, all, tell, core, words, texts }) {
  const own = placed(
    rows.filter((row) => row.sheet === sheet),
    tell,
  );
  checkFields(sheet, own, at, { tell, core });
  checkHeaders(own, core.keys.header, tell);
  for (const row of own) checkChoiceWords(row, core.choiceWords, { tell, words });
  const columns = own.map((row) => [row.field, columnOf(row, { rows: all, tell, core, words, texts })]);
  return Object.fromEntries(columns);
}

/** The rows of a sheet, each that says so moved behind the field it names. */
function placed(rows, tell) {
  return rows.reduce((order, row) => {
    if (row.after === null) return [...order, row];
    const others = order.filter((other) => other !== row);
    const index = others.findIndex(({ field }) => field === row.after);
    if (index < 0) tell(row.at, `接在 "${row.after}": no such field before this line in ${row.sheet}`);
    return index < 0 ? [...others, row] : [...others.slice(0, index + 1), row, ...others.slice(index + 1)];
  }, []);
}

function checkFields(sheet, rows, at, { tell, core }) {
  const shape = core.shapes[sheet];
  if (rows.length === 0) tell(at, `the sheet ${sheet} has no columns`);
  if (shape === undefined) return;
  const fields = rows.map(({ field }) => field);
  const missing = Object.keys(shape.fields).filter((field) => !fields.includes(field));
  if (missing.length > 0) tell(at, `the sheet ${sheet} lacks the fields ${missing.join(' ')} in columns.tsv`);
  const isReport = ![...workbooks.hub, ...workbooks.department].includes(sheet);
  for (const row of rows) {
    const type = shape.fields[row.field];
    if (type === undefined && isReport)
      tell(
        row.at,
        `字段 "${row.field}": ${sheet} is written by the program, which knows ${Object.keys(shape.fields).join(' ')}`,
      );
    if (type !== undefined && row.type !== null && row.type !== type) {
      tell(row.at, `类型: ${sheet}.${row.field} is ${type}, not ${row.type}`);
    }
  }
}

/** Two names by which the program would find one column. */
function checkHeaders(rows, keyOf, tell) {
  const seen = new Map();
  for (const { header, synonyms, field, at } of rows) {
    for (const name of [header, ...(synonyms ?? [])].filter((one) => one !== null)) {
      const other = seen.get(keyOf(name));
      if (keyOf(name) === '') tell(at, `"${name}": nothing is left of it when headers are compared`);
      else if (other !== undefined)
        tell(at, `"${name}" is a name of ${other === field ? 'this column already' : `${other} too`}`);
      else seen.set(keyOf(name), field);
    }
  }
}

function columnOf(row, { rows, tell, core, words: said, texts }) {
  const { header, type, synonyms, unit, required, open, width, printedAs, at, sheet } = row;
  const choices = choicesOf(row, { tell, words: said });
  const usages = usagesOf(rows, sheet, row.field);
  checkChoices(choices, at, { keyOf: core.keys.name, tell });
  const prefill = row.prefill === '@edition' ? said.name : row.prefill;
  if ((type === 'choice') !== choices.length > 0 && open && !['status', 'approval', 'integer'].includes(type)) {
    tell(at, `选项: ${type === 'choice' ? 'a 选择 column needs some' : 'only a 选择 column may have some'}`);
  }
  const words = type === 'yesNo' ? ['是', '否'] : choices;
  if (prefill !== '' && words.length > 0 && !words.includes(prefill)) {
    tell(at, `预填 "${prefill}": expected one of ${words.join('、')}`);
  }
  if (prefill !== '' && type === 'integer' && !/^\d+$/u.test(prefill))
    tell(at, `预填 "${prefill}": expected a whole number`);
  if (printedAs !== '' && sheet !== 'settings') tell(at, '印为: only lines of settings are printed by a name');
  return {
    header,
    type,
    synonyms,
    unit,
    required,
    open,
    width,
    help: texts.filled(row.help, at),
    choices,
    list: openLists[row.choices?.[0]] ?? null,
    usages: usages.names,
    choiceUsages: usages.choices,
    whenAbsent: usages.whenAbsent,
    isRanked: isRanked(row),
    printedAs,
    prefill,
  };
}

/** `<警告、罚款`: the choices go from light to heavy. */
const rankSign = '<';

function isRanked({ choices }) {
  return choices?.[0]?.startsWith(rankSign) === true;
}

/** The lists an office may make longer, by the names of choices. */
const openLists = { '@areas': 'areas', '@sections': 'sections', '@narratives': 'sections', '@plans': 'plans' };

function choicesOf({ choices, at }, { tell, words }) {
  const named = choices?.find((choice) => choice.startsWith('@'));
  if (named === undefined) return (choices ?? []).map((choice) => choice.replace(rankSign, ''));
  const list = words.choices[named];
  if (list === undefined || choices.length > 1) {
    tell(at, `选项 "${choices.join('、')}": expected words, or one of ${Object.keys(words.choices).join(' ')}`);
  }
  return list ?? [];
}

/** Two choices of which nobody could tell which one a cell means. */
function checkChoices(choices, at, { keyOf, tell }) {
  // A status that has no line has no word; that is told there.
  const keys = choices.map((choice) => keyOf(choice ?? ''));
  const twice = choices.find((_, index) => keys.indexOf(keys[index]) !== index);
  if (twice !== undefined) tell(at, `选项 "${twice}": read as "${choices[keys.indexOf(keyOf(twice))]}" is`);
}

/** Choices the program understands by their words are those words. */
function checkChoiceWords(row, known, context) {
  const expected = Object.values(known[`${row.sheet} ${row.field}`] ?? {});
  if (expected.length === 0 || row.choices === null) return;
  const found = choicesOf(row, context);
  const isSame = found.length === expected.length && expected.every((word) => found.includes(word));
  if (!isSame) context.tell(row.at, `选项 "${row.choices.join('、')}": the program reads ${expected.join('、')}`);
}

/** Two sheets of one workbook that could be taken for each other. */
function checkTitles(rows, own, { keyOf, tell }) {
  const named = [...workbooks.hub, ...workbooks.department];
  const bookOf = (sheet) => {
    if (workbooks.hub.includes(sheet)) return 'hub';
    return workbooks.department.includes(sheet) || own.includes(sheet)
      ? 'department'
      : named.includes(sheet)
        ? ''
        : 'results';
  };
  const seen = new Map();
  for (const { sheet, title, synonyms, at } of rows) {
    for (const name of [title, ...(synonyms ?? [])].filter((one) => one !== null)) {
      const key = `${bookOf(sheet)} ${keyOf(name)}`;
      const other = seen.get(key);
      if (keyOf(name) === '') tell(at, `"${name}": nothing is left of it when titles are compared`);
      else if (other !== undefined)
        tell(at, `"${name}" is a name of ${other === sheet ? 'this sheet already' : `${other} too`}`);
      else seen.set(key, sheet);
    }
  }
}

function checkPrintedNames(rows, tell) {
  const seen = new Map();
  for (const { printedAs, field, at } of rows.filter((row) => row.printedAs)) {
    const other = seen.get(printedAs);
    if (other !== undefined) tell(at, `印为 "${printedAs}": ${other} is printed by that name already`);
    seen.set(printedAs, field);
  }
}
