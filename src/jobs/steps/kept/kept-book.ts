/**
 * Workbooks of the program's own beside 结果 in which the office writes, too: a slip there must not harm 催办记录, and they are
 * kept when 结果 is thrown away. Before there is anything to keep there is none, and reading it costs nothing.
 */
import type { FileKind, JobAnswer, WrittenFile } from '../../../contract/answer';
import { readRemedies } from '../../../core/base/read-failure';
import type { Grid } from '../../../core/base/grid';
import { Refusal } from '../../../core/base/refusal';
import { headerKey } from '../../../core/base/text';
import type { SheetDraft } from '../../../core/sheets/draft';
import type { Column, Table } from '../../../core/tables/sheet';
import { keepFile } from '../../../google/drive/known-files';
import { createSpreadsheet, type DriveEntry } from '../../../google/folders';
import { addOwnSheet, readOwnSheet, writeOwnRows } from '../../../google/ledger/own-sheet';
import { fillNewWorkbook, readWorkbook } from '../../../google/workbooks';
import type { Workspace } from '../find-workspace';
import { refusedAnswer } from '../job-answer';

/** Such a workbook, of one sheet. */
export interface KeptBook<T> {
  readonly name: string;
  /** By which the script notes it. */
  readonly key: string;
  readonly what: FileKind;
  readonly sheet: Table;
  /** The whole sheet; the line `n` (from 0) stands in row `frozenRows + n`, null leaves the row blank. */
  readonly draft: (lines: readonly (T | null)[]) => SheetDraft;
}

/** Its sheets and the name places are told by, or why nothing can be read. `holds`: what would be lost without it. */
export function readKept(
  { id, name }: DriveEntry,
  holds: { readonly name: string; readonly why: string; readonly remedy: string },
): { readonly grids: readonly Grid[]; readonly file: string } | JobAnswer {
  const file = /\.[a-z]+$/iu.test(name) ? name : `${name}.xlsx`;
  const read = readWorkbook(id, file);
  if (!('failure' in read)) return { grids: read.grids, file };
  const { fault, why } = read.failure;
  const remedy = fault === 'file' ? holds.remedy : readRemedies[fault];
  return refusedAnswer(`“${holds.name}”无法读取：${why}。${holds.why}，什么都没有写。${remedy}。`);
}

/** A row (from 0) as it is to be; null blanks it. */
export interface ChangedRow<T> {
  readonly row: number;
  readonly line: T | null;
}

/**
 * Writes what `changes` makes of the sheet as it stands under the lock: what others wrote meanwhile stays. `first`: the row below all
 * that there is. Throws where it cannot be written.
 */
export function saveKept<T>(
  workspace: Workspace,
  present: DriveEntry | null,
  book: KeptBook<T>,
  changes: (grid: Grid | null, first: number) => readonly ChangedRow<T>[],
): WrittenFile {
  const head = book.draft([]);
  if (present === null) {
    const id = createSpreadsheet(book.name, workspace.root);
    note(workspace, book, id);
    const lines = changes(null, head.frozenRows).map(({ line }) => line);
    fillNewWorkbook(id, { title: book.name, sheets: [book.draft(lines)] });
    return { what: book.what, name: book.name, id };
  }
  const { id, name } = present;
  note(workspace, book, id);
  const { title } = book.sheet;
  const read = readOwnSheet(id, name, title);
  if (read !== null) demandOrder(read.grid.rows, book);
  const sheet = read?.sheet ?? addOwnSheet(present, head, [title]);
  const grid = read?.grid ?? null;
  const rows = [...changes(grid, Math.max(grid?.rows.length ?? 0, head.frozenRows))].sort(
    (one, other) => one.row - other.row,
  );
  const draft = book.draft(rows.map(({ line }) => line));
  writeOwnRows(
    sheet,
    draft,
    rows.map(({ row }, at) => ({ row, cells: draft.rows[draft.frozenRows + at] ?? [] })),
  );
  return { what: book.what, name, id };
}

/** Colleagues find the workbook by what the script notes; a run that was ended may have made it and noted nothing. */
function note({ isOnDrive, known }: Workspace, { key, name }: KeptBook<never>, id: string): void {
  if (isOnDrive && known.get(key)?.id !== id) keepFile(key, { id, name });
}

/** Rows are written whole: into columns that stand in another order they would be written wrongly. */
function demandOrder(rows: Grid['rows'], { name, sheet }: KeptBook<never>): void {
  const headers = Object.values<Column>(sheet.columns).map(({ header }) => header);
  const isThere = rows.some((cells) =>
    headers.every((header, at) => headerKey(cells[at]?.shown ?? '') === headerKey(header)),
  );
  if (!isThere) throw new Refusal(`“${name}”的表头被改动过，没有写入。请恢复成这几列：${headers.join('、')}`);
}
