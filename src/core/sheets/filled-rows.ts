/** What a department's own ledger says, as the rows of the program's workbook: read again there, each value is the same. */
import { multiply } from '../base/decimal';
import type { Edition } from '../edition/edition';
import type { Quantity } from '../cells/readings';
import type { Department, EventRow, Figure, Progress, Rows, Said } from '../rows/rows';
import type { Column, Columns, Table } from '../tables/sheet';
import type { Content, RowContent } from './cell-content';

/** The records of one department. */
export type FilledRows = Pick<Rows, 'progress' | 'figures' | 'events' | 'suggestions'>;

/** Those of the department among all. */
export function filledRows(rows: FilledRows, { name }: Pick<Department, 'name'>): FilledRows {
  const isOwn = ({ department }: { readonly department: string }): boolean => department === name;
  return {
    progress: rows.progress.filter(isOwn),
    figures: rows.figures.filter(isOwn),
    suggestions: rows.suggestions.filter(isOwn),
    events: rows.events.map(({ detail, rows: all }) => ({ detail, rows: all.filter(isOwn) })),
  };
}

/** A line of 任务进展 but for what names the task. */
export function progressContent(line: Progress, { sheets, declared }: Edition): RowContent<Columns> {
  const { status, percent, doneOn, doneThrough, text, problems, next, evidence, coordination, extra } = line;
  const { columns } = sheets.progress;
  const word =
    status.value === null ? status.shown : (declared.words.statuses.meanings[status.value][0] ?? status.shown);
  return {
    ...Object.fromEntries(
      Object.entries<Column>(columns).flatMap(([field, { header }]) => {
        const own = extra[header];
        return own === undefined ? [] : [[field, own.text]];
      }),
    ),
    status: word,
    percent: contentOf(columns.percent, percent),
    doneOn: contentOf(columns.doneOn, doneOn),
    doneThrough: contentOf(columns.doneThrough, doneThrough),
    text,
    problems,
    next,
    evidence,
    coordination,
  };
}

/** What was typed for an indicator. */
export function figureContent({ quantity, lastYear, note }: Figure, { sheets }: Edition): RowContent<Columns> {
  const { columns } = sheets.figures;
  return {
    quantity: contentOf(columns.quantity, quantity),
    lastYear: contentOf(columns.lastYear, lastYear),
    note,
  };
}

/**
 * An own sheet and its rows. A blank day says that a thing was not done: a column of days that the ledger does not have, the sheet
 * does not have either. What stands beside a row by which it may be void goes into a column of `remarks`, to be asked about again.
 */
export function filledTable(
  sheet: Table,
  { events }: FilledRows,
  remarks: Column,
): readonly [Table, readonly RowContent<Columns>[]] {
  const rows = events.find(({ detail }) => detail.sheet === sheet)?.rows ?? [];
  const columns = Object.entries<Column>(sheet.columns).filter(
    ([field, { type }]) => type !== 'day' || rows.length === 0 || rows.some(({ said }) => !said[field]?.isAbsent),
  );
  const lacksRemark = rows.some((row) => remarkOf(row) !== null);
  const contents = rows.map((row) => ({
    ...Object.fromEntries(
      columns.flatMap(([field, column]) => {
        const one = row.said[field];
        return one === undefined ? [] : [[field, contentOf(column, one)]];
      }),
    ),
    ...(lacksRemark && { [remarkField]: remarkOf(row) ?? '' }),
  }));
  const own = Object.fromEntries(columns);
  return [{ ...sheet, columns: lacksRemark ? { ...own, [remarkField]: remarks } : own }, contents];
}

const remarkField = 'ownRemark';

/** By which a row may be void, where no column of the sheet says it. */
function remarkOf({ said, voidBy }: EventRow): string | null {
  if (voidBy === undefined || Object.values(said).some(({ shown }) => shown.trim() === voidBy)) return null;
  return voidBy;
}

/** Days from one to another, or a third of a month. */
function isSpan(text: string): boolean {
  const sign = text.search(/[-至~—－～到]/u);
  return text.includes('旬') || (sign >= 0 && /\d/u.test(text.slice(sign)));
}

/** Of a day the end of a range is kept, of a number how exact it is; what was refused stays as it was typed, to be told again. */
function contentOf({ type, unit }: Pick<Column, 'type' | 'unit'>, { value, shown }: Said): Content {
  if (value === null) return shown.trim();
  if (type === 'day' && isSpan(shown.replace(/^\d{4}-\d\d?-\d\d?$/u, ''))) return shown.trim();
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isQuantity(value)) return quantityContent(inUnit(value, type === 'money' && unit === '元'));
  return typeof value === 'number' ? value : typeof value === 'string' ? value : shown.trim();
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'applies' in value && 'qualifier' in value;
}

/** Amounts are known in 万元. */
function inUnit(quantity: Quantity, isYuan: boolean): Quantity {
  return isYuan && quantity.value !== null ? { ...quantity, value: multiply(quantity.value, 10_000) } : quantity;
}

const before = ['约', '近', '逾', '超', '至少', '至多'];

function quantityContent({ value, applies, qualifier, atMost }: Quantity): Content {
  if (!applies || value === null) return '不涉及';
  if (qualifier === '') return value;
  if (atMost !== undefined) return `${qualifier}${String(value)}，至多${String(atMost)}`;
  return before.includes(qualifier) ? `${qualifier}${String(value)}` : `${String(value)}${qualifier}`;
}
