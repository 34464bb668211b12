/** Puts an example's text data into the cells of a workbook that `init` made, found by header, label and row key. */
/** Tables whose rows are already there: the column that tells them apart. */
const rowKeys = { 任务进展: '任务编号', 指标数据: '编码' };
/** Points of a row with one line of text. */
const leastHeight = 20.25;
const serialZero = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** Fills each table into the sheet of its title; throws when the workbook is not the one the data was written for. */
export function fillWorkbook(workbook, tables) {
  for (const [title, records] of Object.entries(tables)) {
    const sheet = workbook.sheet(title);
    if (isForm(records)) fillForm(sheet, records);
    else if (title in rowKeys) fillKnownRows(sheet, records, rowKeys[title]);
    else fillFreeRows(sheet, records);
  }
}

/** What a person's typing becomes: a day, a percentage, a number or a text. */
export function typedValue(text) {
  if (text === '') return null;
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return { number: (Date.parse(`${text}T00:00:00Z`) - serialZero) / dayLength };
  if (/^\d+(\.\d+)?%$/u.test(text)) return { number: Number(text.slice(0, -1)) / 100 };
  return /^\d+(\.\d+)?$/u.test(text) ? { number: Number(text) } : { text };
}

/** Row and column of the value that belongs to `key` (a label or a row key) and, in a table, to `header`. */
export function findCell(workbook, { title, key, header }) {
  const sheet = workbook.sheet(title);
  if (header === '') return { sheet, ...formCell(sheet, key) };
  const table = readHeader(sheet, [header]);
  const keyColumn = title in rowKeys ? table.columns.get(rowKeys[title]) : Math.min(...table.columns.values());
  // A number counts the rows of a table that has no keys, from 1.
  const row = /^\d+$/u.test(key)
    ? table.row + Number(key)
    : sheet.rowNumbers().find((number) => number > table.row && sheet.text(number, keyColumn) === key);
  if (row === undefined) throw new Error(`“${title}”里没有“${key}”这一行`);
  return { sheet, row, column: table.columns.get(header) };
}

function isForm(records) {
  return records.length > 0 && '项目' in records[0];
}

function fillForm(sheet, records) {
  for (const { 项目: label, 填写: text } of records) {
    const { row, column } = formCell(sheet, label);
    if (sheet.text(row, column) !== text) sheet.set(row, column, typedValue(text));
  }
}

function formCell(sheet, label) {
  for (const row of sheet.rowNumbers()) {
    const found = sheet.texts(row).find(([, text]) => withoutStar(text) === label);
    if (found) return { row, column: found[0] + 1 };
  }
  throw new Error(`没有“${label}”这一项`);
}

function fillKnownRows(sheet, records, key) {
  const { row: head, columns } = readHeader(sheet, Object.keys(records[0]));
  const rows = new Map(
    sheet
      .rowNumbers()
      .filter((row) => row > head && sheet.text(row, columns.get(key)) !== '')
      .map((row) => [sheet.text(row, columns.get(key)), row]),
  );
  for (const record of records) {
    const row = rows.get(record[key]);
    if (row === undefined) throw new Error(`表里没有预填“${record[key]}”这一行，只有：${[...rows.keys()].join('、')}`);
    fillRow(sheet, row, columns, record);
    sheet.fitRow(row, sheet.height(row));
    rows.delete(record[key]);
  }
  if (rows.size > 0) throw new Error(`数据里缺这些行：${[...rows.keys()].join('、')}`);
}

/** Writes the records from the first row under the header on and empties what else stands there. */
function fillFreeRows(sheet, records) {
  const { row: head, columns } = readHeader(sheet, Object.keys(records[0]));
  records.forEach((record, index) => {
    for (const column of columns.values()) sheet.set(head + 1 + index, column, null);
    fillRow(sheet, head + 1 + index, columns, record);
    sheet.fitRow(head + 1 + index, leastHeight);
  });
  for (const row of sheet.rowNumbers().filter((number) => number > head + records.length)) {
    for (const [column, text] of sheet.texts(row)) if (text !== '') sheet.set(row, column, null);
  }
}

/** Cells that already show the text (what `init` prefilled) are left alone. */
function fillRow(sheet, row, columns, record) {
  for (const [header, text] of Object.entries(record)) {
    const column = columns.get(header);
    if (sheet.text(row, column) !== text) sheet.set(row, column, typedValue(text));
  }
}

/** The first row that shows all of `headers`, and where each text of that row stands. */
function readHeader(sheet, headers) {
  for (const row of sheet.rowNumbers()) {
    const columns = new Map(sheet.texts(row).map(([column, text]) => [withoutStar(text), column]));
    columns.delete('');
    if (headers.every((header) => columns.has(header))) return { row, columns };
  }
  throw new Error(`没有表头：${headers.join('、')}`);
}

/** A label without the mark of those that must be filled in. */
function withoutStar(text) {
  return text.replace(/\*$/u, '');
}
