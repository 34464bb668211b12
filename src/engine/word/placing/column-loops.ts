/**
 * Loops over the columns of a table: each round is a cell, or some that stand side by side. A loop is one when it is all that
 * stands in its cells and either bears the mark `{{逐列}}`, or stands in one cell, prints values without a word between them and
 * has one like it in another row of the same column: values that nothing parts are no text, and a heading alone above them no
 * table.
 */
import type { Block } from '../../language/match-blocks';
import { isPath } from '../../language/handlebars-ast';
import { columnMark } from '../../language/helpers/document-helpers';
import { elementsOf, isCell, type XmlElement } from '../package/read-xml';
import type { PartTags } from '../parts/part-tags';
import { cellsOf, type Columns } from '../writing/table-cells';

/** A loop that may go over columns. */
export interface ColumnLoop extends Columns {
  readonly block: Block;
  readonly cells: readonly [XmlElement, ...XmlElement[]];
  readonly row: XmlElement;
  readonly table: XmlElement;
  /** Whether nothing but tags stands in it, in one paragraph. */
  readonly bare: boolean;
}

/** Whether a tag is the mark. */
export function isColumnMark({ tag: { call } }: PartTags['tags'][number]): boolean {
  return call !== null && isPath(call.path) && call.path.original === columnMark;
}

/** Number of a mark → opening tag of the innermost loop around it, -1 for none. */
export function markedLoops(part: PartTags, blocks: readonly Block[]): ReadonlyMap<number, number> {
  const marks = part.tags.flatMap((tag, number) => (isColumnMark(tag) ? [number] : []));
  if (marks.length === 0) return new Map();
  const loops = blocks.filter(({ open }) => part.tags[open]?.tag.word === 'each');
  const around = (mark: number): number =>
    loops.reduce((last, { open, close }) => (open < mark && mark < close ? Math.max(last, open) : last), -1);
  return new Map(marks.map((mark) => [mark, around(mark)]));
}

/**
 * The loop with the cells it repeats; null where it is not all that stands in them. `printed` tells what of a paragraph prints,
 * as long as its text.
 */
export function columnLoop(
  part: PartTags,
  block: Block,
  printed: (paragraph: XmlElement) => string,
): ColumnLoop | null {
  const [open, close] = [part.tags[block.open], part.tags[block.close]];
  if (!open || !close) return null;
  const [from, to] = [open.paragraph.element, close.paragraph.element];
  const isPlain = block.elses.length === 0 && (open.wrapper ?? close.wrapper) === null;
  const place = isPlain ? placeOf(from, to) : null;
  if (!place) return null;
  const outside = [
    ...textsIn(place.first, printed, ({ end }) => end <= from.start),
    printed(from).slice(0, open.start),
    printed(to).slice(close.end),
    ...textsIn(place.last, printed, ({ start }) => start >= to.end),
  ];
  const cells = cellsOf(part.part, place.row).filter(
    ({ cell }) => cell.start >= place.first.start && cell.end <= place.last.end,
  );
  const [head, ...rest] = cells;
  if (!head || outside.some((text) => text.trim() !== '')) return null;
  return {
    ...{ block, row: place.row, table: place.table, column: head.column },
    span: cells.reduce((sum, { span }) => sum + span, 0),
    cells: [head.cell, ...rest.map(({ cell }) => cell)],
    bare: from === to && head.span === 1 && blocksIn(place.first).length === 1 && holdsTagsOnly(part, block),
  };
}

function holdsTagsOnly({ tags }: PartTags, { open, close }: Block): boolean {
  const inner = tags.slice(open + 1, close);
  const length = inner.reduce((sum, { start, end }) => sum + end - start, 0);
  return inner.length > 0 && length === (tags[close]?.start ?? 0) - (tags[open]?.end ?? 0);
}

interface Place {
  readonly first: XmlElement;
  readonly last: XmlElement;
  readonly row: XmlElement;
  readonly table: XmlElement;
}

/** The cells of two paragraphs that stand in one row. */
function placeOf({ parent: first }: XmlElement, { parent: last }: XmlElement): Place | null {
  const row = first?.parent;
  const table = row?.parent;
  if (!first || !last || !isCell(first) || !isCell(last) || last.parent !== row) return null;
  return row?.name === 'w:tr' && table?.name === 'w:tbl' ? { first, last, row, table } : null;
}

/** What prints in some blocks of the cell; of what is no paragraph, a sign. */
function textsIn(
  cell: XmlElement,
  printed: (paragraph: XmlElement) => string,
  test: (block: XmlElement) => boolean,
): readonly string[] {
  return blocksIn(cell)
    .filter(test)
    .map((each) => (each.name === 'w:p' ? printed(each) : each.name));
}

function blocksIn(cell: XmlElement): readonly XmlElement[] {
  return elementsOf(cell).filter(({ name }) => /^w:(?:p|tbl|sdt)$/u.test(name));
}

/** Those of the loops that go over columns: all with the mark, and those without that have one like them. */
export function columnLoops(marked: readonly ColumnLoop[], others: readonly ColumnLoop[]): readonly ColumnLoop[] {
  const bare = [...others, ...marked].filter((each) => each.bare);
  const found = others.filter(({ bare: isBare, table, column, row }) => {
    return isBare && bare.some((each) => each.table === table && each.column === column && each.row !== row);
  });
  return [...marked, ...found];
}

/** Those that repeat some of the columns that one before them repeats, yet not the same. */
export function clashingLoops(loops: readonly ColumnLoop[]): readonly ColumnLoop[] {
  return loops.filter(({ table, column, span }, at) =>
    loops.slice(0, at).some((each) => {
      const meets = each.table === table && each.column < column + span && column < each.column + each.span;
      return meets && (each.column !== column || each.span !== span);
    }),
  );
}
