/**
 * Reads the old binary workbooks (.xls, and .et of WPS, which is the same format) into a book of values.
 *
 * The one file that knows the library, and the entry of a bundle of its own that is loaded only where such a file is read. It is
 * @e965/xlsx, SheetJS' community edition as its authors release it (they left npm at 0.18.5, which has open advisories): Apache-2.0,
 * no dependencies, types of its own, installs without scripts. What else reads the format on npm is an older copy of the same code
 * (xlsx, xlsx-js-style), wraps it (node-xlsx takes it from an address outside of npm) or is a paid product; exceljs, read-excel-file
 * and hucre do not read it. What a file made to do harm can take is bounded by the thread it is read in.
 */
import { CFB as cfb, read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel';
import { says } from '../../core/base/failure-words';
import { textLimits, tooLong } from '../../core/base/limits';
import { Refusal } from '../../core/base/refusal';
import { makeSheet, setCell, type Book, type BookCell, type BookSheet, type BookValue } from './book';
import { formatType } from './xlsx/xlsx-format';
import { damagedText, lockedText } from './xlsx/xlsx-guard';
import { boundMerges, cellLimits, days1904, sheetLimits, tooLargeText } from './xlsx/xlsx-values';

/** What is used of the container the format lies in; the library has no types for it. */
interface Container {
  readonly read: (bytes: Buffer, options: { readonly type: 'buffer' }) => object;
  readonly find: (box: object, part: string) => { readonly content: Uint8Array | readonly number[] } | null;
}
const CFB = cfb as Container;

/** Before Excel 97 texts were written in the codepage of the computer. */
set_cptable(codepages);

/** The workbook; `name` is the file as people see it. Throws with a Chinese text. */
export function readXls(name: string, bytes: Uint8Array): Book {
  demandWhole(name, bytes);
  const book = parsed(name, bytes);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const left = { cells: cellLimits.cells };
  const sheets = book.SheetNames.flatMap((title, index): readonly BookSheet[] => {
    const own = book.Sheets[title];
    if (own === undefined || own['!type'] === 'chart') return [];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    return [sheetOf({ ...makeSheet(index, title), hidden }, own, { name, from1904, left })];
  });
  if (sheets.length === 0) throw new Refusal(damagedText(name));
  return { sheets, defaultFont: {} };
}

function parsed(name: string, bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      sheetRows: sheetLimits.rows + 1,
    });
  } catch (cause) {
    const isLocked = says(cause, /password|encrypt/iu);
    throw new Refusal(isLocked ? lockedText(name) : damagedText(name), { cause });
  }
}

const begin = 0x0809;
const end = 0x000a;
const locked = 0x002f;

/** The library reads what there is of a cut file in silence: every part of the workbook must have its end. */
function demandWhole(name: string, bytes: Uint8Array): void {
  const stream = workbookStream(name, bytes);
  let [open, parts, at] = [0, 0, 0];
  while (at + 4 <= stream.length) {
    const code = stream.readUInt16LE(at);
    if (code === begin) [open, parts] = [open + 1, parts + 1];
    else if (code === end) open -= 1;
    else if (code === locked) throw new Refusal(lockedText(name));
    // Behind the last part the stream is filled up.
    else if (code === 0 && open === 0) break;
    at += 4 + stream.readUInt16LE(at + 2);
  }
  if (open !== 0 || parts < 2 || at > stream.length) throw new Refusal(damagedText(name));
}

function workbookStream(name: string, bytes: Uint8Array): Buffer {
  const box = container(name, bytes);
  if (CFB.find(box, 'EncryptedPackage') !== null) throw new Refusal(lockedText(name));
  const content = (CFB.find(box, 'Workbook') ?? CFB.find(box, 'Book'))?.content;
  if (content === undefined) throw new Refusal(`${name} 不是表格文件，请用 WPS/Excel 打开后另存为 .xlsx`);
  return Buffer.from(Uint8Array.from(content));
}

function container(name: string, bytes: Uint8Array): object {
  try {
    return CFB.read(Buffer.from(bytes), { type: 'buffer' });
  } catch (cause) {
    throw new Refusal(damagedText(name), { cause });
  }
}

interface Source {
  readonly name: string;
  readonly from1904: boolean;
  readonly left: { cells: number };
}

interface Hiding {
  readonly hidden?: boolean;
}

function sheetOf(sheet: BookSheet, own: WorkSheet, source: Source): BookSheet {
  const rows = (own['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const tooLarge = (row: number, column: number): Refusal =>
    new Refusal(tooLargeText(sheet, { row, column }, { workbook: source.name }));
  if (rows.length > sheetLimits.rows) throw tooLarge(sheetLimits.rows, 0);
  rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      const read = cell === undefined ? null : cellOf(cell, source);
      if (read === null) return;
      source.left.cells -= 1;
      if (column >= sheetLimits.columns || source.left.cells < 0) throw tooLarge(row, column);
      setCell(sheet, row, column, read);
    });
  });
  const merges = own['!merges'] ?? [];
  if (merges.length > sheetLimits.merges) throw tooLarge(rows.length, 0);
  sheet.merges = merges.map(({ s, e }) => ({ startRow: s.r, endRow: e.r + 1, startColumn: s.c, endColumn: e.c + 1 }));
  boundMerges(source.name, sheet);
  // Of most rows and columns nothing is told.
  const rowsTold: readonly (Hiding | undefined)[] = own['!rows'] ?? [];
  const columnsTold: readonly (Hiding | undefined)[] = own['!cols'] ?? [];
  rowsTold.forEach((about, row) => {
    if (about?.hidden === true) sheet.rows.set(row, { hidden: true });
  });
  sheet.columns = columnsTold.map((about) => (about?.hidden === true ? { hidden: true } : undefined));
  sheet.rowCount = Math.max(sheet.rowCount, rows.length);
  sheet.columnCount = rows.reduce((most, cells) => Math.max(most, cells?.length ?? 0), sheet.columnCount);
  return sheet;
}

function cellOf(cell: CellObject, { from1904 }: Source): BookCell | null {
  const pattern = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : undefined;
  const type = formatType(pattern);
  const isDate = type === 'DATE' || type === 'DATE_TIME';
  const value = valueOf(cell, from1904 && isDate);
  if (value === null) return null;
  return {
    value,
    ...(typeof cell.f === 'string' && { formula: cell.f }),
    ...(pattern !== undefined && { style: { numFmt: pattern } }),
  };
}

function valueOf({ t, v, w }: CellObject, isFrom1904: boolean): BookValue {
  if (t === 'e') return { error: w ?? '#VALUE!' };
  if (t === 'b') return v === true;
  if (typeof v === 'number') return isFrom1904 ? v + days1904 : v;
  if (typeof v !== 'string' || v === '') return null;
  return v.length > textLimits.cell ? { error: tooLong } : v;
}
