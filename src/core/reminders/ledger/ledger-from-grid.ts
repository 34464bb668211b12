/** Lines of the ledger to rows of the sheet 催办记录, and back. By it is decided what was sent already: what cannot be read exactly is damage, never a guess. */
import { parseDay } from '../../base/day';
import { cellAt, type Grid } from '../../base/grid';
import { cellPlace } from '../../base/place';
import type { Problem } from '../../base/problem';
import { type ReminderState, reminderStateWords } from '../../base/state-words';
import { clipped } from '../../base/text';
import type { ColumnsOf, CoreSheets } from '../../edition/shapes';
import type { Column } from '../../tables/sheet';
import { keyText, receiverRoles, reminderLevels } from '../due-item';
import { type LedgerLine } from './ledger';

/** `firstRow`: the row (from 0) of the first line; the line `n` stands `n` rows below it. */
export type ReadLedger =
  { readonly lines: readonly LedgerLine[]; readonly firstRow: number } | { readonly damage: readonly Problem[] };

type LedgerField = keyof ColumnsOf<'ledger'>;
/** The sheet as the edition words it. */
type LedgerSheet = CoreSheets['ledger'];

const searchedForHeader = 10;

const states = new Map<string, ReminderState>(
  Object.entries(reminderStateWords).map(([state, word]) => [word, state as ReminderState]),
);
const channels = { '': null, 发件箱: '发件箱', 邮件: '邮件' } as const;

/** What each cell must say; undefined when it does not. */
const readers = {
  state: (text: string) => states.get(text),
  level: (text: string) => reminderLevels.find((word) => word === text),
  department: filled,
  subject: filled,
  due: dayIn,
  role: (text: string) => receiverRoles.find((word) => word === text),
  reason: anything,
  receiver: anything,
  mail: anything,
  channel: (text: string) => (isChannel(text) ? channels[text] : undefined),
  queuedOn: dayIn,
  claimedOn: (text: string) => (text === '' ? null : dayIn(text)),
  attempts: (text: string) => (/^\d{1,4}$/u.test(text) ? Number(text) : undefined),
  changedAt: (text: string) => (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(text) ? text : undefined),
  by: anything,
  year: (text: string) => (/^\d{4}$/u.test(text) ? Number(text) : undefined),
  hash: anything,
} satisfies Readonly<Record<LedgerField, (text: string) => unknown>>;

function fieldsOf({ columns }: LedgerSheet): readonly LedgerField[] {
  return Object.keys(columns).filter((field): field is LedgerField => field in readers);
}

type Values = { readonly [F in LedgerField]: Exclude<ReturnType<(typeof readers)[F]>, undefined> };

function isChannel(text: string): text is keyof typeof channels {
  return Object.keys(channels).includes(text);
}

function anything(text: string): string {
  return text;
}

function filled(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

function dayIn(text: string): (ReturnType<typeof parseDay> & string) | undefined {
  return parseDay(text) ?? undefined;
}

/** All lines in their order, or everything that is wrong. An empty sheet below its header is a ledger without lines. */
export function ledgerFromGrid(grid: Grid, sheet: LedgerSheet): ReadLedger {
  const header = headerRow(grid, sheet);
  if (header === null) return { damage: [headerLost(grid)] };
  const firstRow = header + 1;
  const read = filledRows(grid, firstRow, fieldsOf(sheet).length).map((row) => lineAt(grid, row, sheet));
  const lines = read.flatMap((one) => ('line' in one ? [one.line] : []));
  const damage = [...read.flatMap((one) => ('line' in one ? [] : one.damage)), ...duplicates(grid, firstRow, read)];
  return damage.length > 0 ? { damage } : { lines, firstRow };
}

/** The row that bears exactly our headers from column A on. */
function headerRow(grid: Grid, { columns }: LedgerSheet): number | null {
  const headers = Object.values<Column>(columns).map(({ header }) => header);
  const isHeader = (row: number): boolean =>
    headers.every((header, column) => cellAt(grid, row, column).shown === header);
  for (let row = 0; row < Math.min(searchedForHeader, grid.rows.length); row += 1) if (isHeader(row)) return row;
  return null;
}

/** The rows down to the last that holds anything: a blank one between lines is no line, and so is damage. */
function filledRows(grid: Grid, firstRow: number, width: number): readonly number[] {
  const isBlank = (row: number): boolean =>
    Array.from({ length: width }).every((_, column) => cellAt(grid, row, column).kind === 'blank');
  let end = grid.rows.length;
  while (end > firstRow && isBlank(end - 1)) end -= 1;
  return Array.from({ length: end - firstRow }, (_, index) => firstRow + index);
}

type ReadLedgerLine = { readonly line: LedgerLine } | { readonly damage: readonly Problem[] };

function lineAt(grid: Grid, row: number, sheet: LedgerSheet): ReadLedgerLine {
  const damage: Problem[] = [];
  const values: Partial<Record<LedgerField, unknown>> = {};
  fieldsOf(sheet).forEach((field, column) => {
    const text = textAt(grid, row, column);
    const value = text === null ? undefined : readers[field](text);
    if (value === undefined) damage.push(unreadableCell(grid, { row, column }, sheet.columns[field]));
    values[field] = value;
  });
  if (damage.length > 0) return { damage };
  // Every field was read by its own reader and none is undefined, which the compiler cannot follow.
  const { year, department, subject, due, level, role, ...rest } = values as Values;
  const line: LedgerLine = { key: { year, department, subject, due, level, role }, ...rest };
  return isComplete(line) ? { line } : { damage: [incomplete(grid, row)] };
}

/** The literal text or whole number of a cell; null for dates, formulas' errors and the like, which the program never writes. */
function textAt(grid: Grid, row: number, column: number): string | null {
  const { kind, value } = cellAt(grid, row, column);
  if (kind === 'blank') return '';
  if (kind === 'text' && typeof value === 'string') return value;
  return kind === 'number' && Number.isInteger(value) ? String(value) : null;
}

/** A line that left the queue for a mail says which mail, where and when. */
function isComplete({ state, mail, receiver, channel, claimedOn }: LedgerLine): boolean {
  if (state === 'queued' || state === 'cancelled' || state === 'superseded') return true;
  return mail !== '' && receiver !== '' && channel !== null && claimedOn !== null;
}

/** The second and later lines of one key. */
function duplicates(grid: Grid, firstRow: number, read: readonly ReadLedgerLine[]): readonly Problem[] {
  const seen = new Set<string>();
  return read.flatMap((one, index) => {
    const text = 'line' in one ? keyText(one.line.key) : '';
    if (text === '' || !seen.has(text)) {
      seen.add(text);
      return [];
    }
    return [damaged(cellPlace(grid.workbook, grid.sheet, firstRow + index, 0), text, `同一条催办不止一行：${text}`)];
  });
}

function unreadableCell(
  grid: Grid,
  { row, column }: { readonly row: number; readonly column: number },
  { header, help }: Column,
): Problem {
  const shown = clipped(cellAt(grid, row, column).shown, 30);
  const place = cellPlace(grid.workbook, grid.sheet, row, column);
  return damaged(place, shown, `催办记录的“${header}”被改动，认不出“${shown}”（应为：${help}）`);
}

function incomplete(grid: Grid, row: number): Problem {
  const place = cellPlace(grid.workbook, grid.sheet, row, 0);
  const { shown } = cellAt(grid, row, 0);
  return damaged(place, shown, `这一行的状态是“${shown}”，却没有通知编号、收件邮箱、渠道或发送日`);
}

function headerLost(grid: Grid): Problem {
  return damaged({ file: grid.workbook, sheet: grid.sheet }, '', '催办记录的表头被改动');
}

function damaged(place: Problem['place'], actual: string, reason: string): Problem {
  const expected = '请用版本历史或备份恢复这张表；不能恢复的，核对后以现状为准重新登记';
  return { code: 'ledger-damaged', level: 'error', place, actual, reason, expected };
}

/** The values of one row, by field; an empty text is a blank cell. */
export type LedgerRow = Readonly<Record<keyof ColumnsOf<'ledger'>, string | number>>;

export function ledgerRow(line: LedgerLine): LedgerRow {
  const { key, reason, receiver, mail, hash, queuedOn, attempts, changedAt, by } = line;
  const { year, department, subject, due, level, role } = key;
  const [state, channel, claimedOn] = [reminderStateWords[line.state], line.channel ?? '', line.claimedOn ?? ''];
  const mailed = { receiver, mail, channel, queuedOn, claimedOn, attempts, changedAt, by, year, hash };
  return { state, level, department, subject, due, role, reason, ...mailed };
}
