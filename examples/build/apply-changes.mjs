/** Makes the messy example out of the clean one: every line of 改动.tsv is one thing that people really do to a cell. */
import { cellName } from './edit-xlsx.mjs';
import { findCell, typedValue } from './fill-workbook.mjs';

/** How a line of 改动.tsv is carried out, by its 写法. */
const manners = {
  文本: ({ sheet, row, column }, text) => sheet.set(row, column, { text }),
  数字: ({ sheet, row, column }, text) => sheet.set(row, column, typedValue(text)),
  常规数字: ({ sheet, row, column }, text) => {
    sheet.set(row, column, typedValue(text));
    sheet.setGeneral(row, column);
  },
  空: ({ sheet, row, column }) => sheet.set(row, column, null),
};

/** Applies the changes that are meant for one workbook. */
export function applyChanges(workbook, changes) {
  for (const change of changes) {
    const cell = cellOf(workbook, change, change.行);
    if (change.写法 === '合并') mergeDown(cell, cellOf(workbook, change, change.内容));
    else if (change.写法 in manners) manners[change.写法](cell, change.内容);
    else throw new Error(`不认识的写法“${change.写法}”`);
  }
}

/** Names of workbooks the messy example does without. */
export function missingWorkbooks(changes) {
  return changes.filter((change) => change.写法 === '缺表').map((change) => change.工作簿);
}

function cellOf(workbook, change, key) {
  return findCell(workbook, { title: change.工作表, key, header: change.列 });
}

/** One cell from the first row to the last: only the first keeps its value, as spreadsheets do. */
function mergeDown(first, last) {
  for (let row = first.row + 1; row <= last.row; row += 1) first.sheet.set(row, first.column, null);
  first.sheet.merge(`${cellName(first.row, first.column)}:${cellName(last.row, first.column)}`);
}
