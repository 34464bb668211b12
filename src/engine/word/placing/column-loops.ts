/**
 * Loops over the columns of a table: each round is a cell. A loop is one when it is all that stands in its cell and either bears
 * the mark `{{逐列}}`, or prints values without a word between them and stands in two rows or more of the same column: values
 * that nothing parts are no text, and a heading alone above them no table.
 */
import type { Block } from '../../language/match-blocks';
import { isPath } from '../../language/handlebars-ast';
import { columnMark } from '../../language/helpers/document-helpers';
import { elementsOf, type XmlElement } from '../package/read-xml';
import type { PartTags } from '../parts/part-tags';
import { cellsOf } from '../writing/table-cells';

/** A loop that may go over columns. */
export interface ColumnLoop {
  readonly block: Block;
  readonly cell: XmlElement;
  /** From 0, in the grid of the template. */
  readonly column: number;
}

interface Candidate extends ColumnLoop {
  readonly row: XmlElement;
  readonly table: XmlElement;
  readonly marked: boolean;
  /** Whether nothing but tags stands in it. */
  readonly bare: boolean;
}

/** Those of the blocks that go over columns; each is all that stands in its paragraph. */
export function findColumnLoops(part: PartTags, blocks: readonly Block[]): readonly ColumnLoop[] {
  const candidates = blocks.flatMap((block) => candidateOf(part, block) ?? []);
  return candidates.filter((each) => {
    if (each.marked) return true;
    const beside = candidates.filter(
      ({ table, column, bare }) => bare && table === each.table && column === each.column,
    );
    return each.bare && new Set(beside.map(({ row }) => row)).size > 1;
  });
}

function candidateOf(part: PartTags, block: Block): Candidate | null {
  const open = part.tags[block.open];
  const close = part.tags[block.close];
  const place = open && placeOf(part, open.paragraph.element);
  if (!open || !close || !place) return null;
  const inner = part.tags.slice(block.open + 1, block.close);
  const text = open.paragraph.text.slice(open.end, close.start);
  const tags = inner.reduce((length, { start, end }) => length + end - start, 0);
  return { ...place, block, marked: inner.some(isMark), bare: inner.length > 0 && tags === text.length };
}

function isMark({ tag: { call } }: PartTags['tags'][number]): boolean {
  return call !== null && isPath(call.path) && call.path.original === columnMark;
}

/** The cell of a paragraph that is alone in it, and its column; null for one that is not, or a cell of several columns. */
function placeOf(part: PartTags, paragraph: XmlElement): Pick<Candidate, 'cell' | 'row' | 'table' | 'column'> | null {
  const cell = paragraph.parent;
  const row = cell?.parent;
  const table = row?.parent;
  if (cell?.name !== 'w:tc' || row?.name !== 'w:tr' || table?.name !== 'w:tbl') return null;
  if (elementsOf(cell).filter(({ name }) => /^w:(?:p|tbl|sdt)$/u.test(name)).length > 1) return null;
  const placed = cellsOf(part.part, row).find((each) => each.cell === cell);
  return placed?.span === 1 ? { cell, row, table, column: placed.column } : null;
}
