/** How a value of a column stands in a cell: its content and its style. */
import { parseDay, serialFromDay } from '../base/day';
import { divide } from '../base/decimal';
import type { Column, Columns, ColumnType } from '../tables/sheet';
import { cell, type CellDraft } from './draft';
import type { Style } from './styles';
import { isTooHigh } from './text-height';

/** A row to be written: days as `2022-06-30`, percents as 80 for 80 %, everything else as it shall be read. */
export type RowContent<C extends Columns> = { readonly [F in keyof C]?: Content };

/** 80 for 80 %, in a column whose other lines are no percents. */
export interface Percent {
  readonly percent: number;
}

/** What may stand in a cell. */
export type Content = string | number | Percent | null;

type ContentKind = 'text' | 'raw' | 'word' | 'number' | 'day' | 'percent';

/** Texts up to this width are codes and short words: kept as typed, so that `6.30` stays what it is. */
const rawWidth = 20;

const kinds: Readonly<Record<ColumnType, ContentKind>> = {
  text: 'text',
  integer: 'word',
  quantity: 'number',
  percent: 'percent',
  money: 'number',
  day: 'day',
  deadline: 'raw',
  choice: 'word',
  yesNo: 'word',
  status: 'word',
  approval: 'word',
  names: 'text',
};

/** The cell of a column; what cannot be a day stays the text it is. */
export function cellOf(column: Column, content: Content | undefined): CellDraft {
  if (typeof content === 'object' && content !== null) return cell(divide(content.percent, 100), 'locked-percent');
  const style = styleOf(column);
  const isCut = typeof content === 'string' && style === 'locked-text' && isTooHigh(content, column.width);
  return cell(valueOf(column, content ?? null), isCut ? 'locked-long' : style);
}

/** The style of a column's cells. */
export function styleOf({ type, open, width }: Pick<Column, 'type' | 'open' | 'width'>): Style {
  const kind = type === 'text' && width <= rawWidth ? 'raw' : kinds[type];
  return open ? `open-${kind}` : `locked-${kind}`;
}

function valueOf({ type }: Column, content: string | number | null): string | number | null {
  if (content === '') return null;
  if (type === 'percent' && typeof content === 'number') return divide(content, 100);
  if (type !== 'day' || typeof content !== 'string') return content;
  const day = parseDay(content);
  return day === null ? content : serialFromDay(day);
}
