/** The file of a case a month later: its sheets name another month, its rows hold other values, and there are new ones. */
import type { CellInput } from '../../core/grid-builder';
import { atKey, inputOf, type CaseCell, type CaseSheet, type LedgerCase } from './read-case';

/** The same workbook a month later, with what its cells say then. */
export function secondMonth(ledger: LedgerCase): LedgerCase {
  return { ...ledger, gives: [], sheets: ledger.sheets.map((sheet) => withNewRow(withOtherValues(named(sheet)))) };
}

/** Only where the name is a month's: `3月`, not `1-12月`. */
function named(sheet: CaseSheet): CaseSheet {
  const name = sheet.name.replace(/^(\d{1,2})月/u, (_, month: string) => `${String((Number(month) % 12) + 1)}月`);
  return { ...sheet, name };
}

/** Texts go on, days are others, counts grow; what is matched by its words or added up stays as it is. */
function withOtherValues(sheet: CaseSheet): CaseSheet {
  const rows = sheet.rows.map((row) => [...row]);
  // What the row below says again stays.
  const again = new Set(
    sheet.cells.filter(({ text }) => /^(?:[〃″]|同上)$/u.test(text)).map(({ row, column }) => atKey(row - 1, column)),
  );
  const cells = sheet.cells.map((cell): CaseCell => {
    const text = again.has(atKey(cell.row, cell.column)) ? null : otherText(cell);
    const row = rows[cell.row];
    if (text === null || row === undefined || typeof row[cell.column] === 'object') return cell;
    row[cell.column] = inputOf(text);
    return { ...cell, text, says: text };
  });
  return { ...sheet, rows, cells };
}

const longTexts = /(?:^text|^problems|^next|\.matter|\.topic|\.title)$/u;
const counts = /\.(?:people|materials)$/u;

function otherText({ field, text, says }: CaseCell): string | null {
  if (text !== says) return null;
  if (longTexts.test(field) && text.length > 3) return `${text}（续）`;
  if (counts.test(field) && /^\d+$/u.test(text)) return String(Number(text) + 1);
  return /^\d{4}-\d\d-\d\d$/u.test(text) ? text.replace(/\d\d$/u, (day) => (day === '17' ? '18' : '17')) : null;
}

/** One record more, below the last, in registers of one table that nobody adds up in figures. */
function withNewRow(sheet: CaseSheet): CaseSheet {
  const last = Math.max(...sheet.cells.map(({ row }) => row));
  const own = sheet.cells.filter(({ row }) => row === last);
  // A form across has one row, and grows by none.
  const isRegister = own.some(({ field }) => field.includes('.') && !/^(?:town|team)\./u.test(field));
  if (!isRegister || sheet.figures.length > 0) return sheet;
  const down = (row: number): number => (row > last ? row + 1 : row);
  const record: readonly CellInput[] = sheet.rows[last] ?? [];
  return {
    ...sheet,
    rows: [...sheet.rows.slice(0, last + 1), record, ...sheet.rows.slice(last + 1)],
    cells: [...sheet.cells, ...own.map((cell) => ({ ...cell, row: last + 1 }))],
    merges: sheet.merges.map((one) =>
      one.startRow > last ? { ...one, startRow: one.startRow + 1, endRow: one.endRow + 1 } : one,
    ),
    hiddenRows: sheet.hiddenRows.map(down),
  };
}
