/**
 * Loops over columns: each round printed a cell of its own. Once the table is complete its grid is made right: as many columns as
 * there are cells, within the width of the page, cells above them as wide as all of them.
 */
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { withProperties } from '../package/properties';
import { attribute, childOf, elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { textWidth } from './page-text';
import { cellsOf, rowsOf, tablesIn } from './table-cells';

const sign = 'nianbao column';
const placeSign = 'nianbao columns';

/** Stands in each cell of such a loop until the table is complete; `column` is where the template has it, from 0. */
export function columnSign(column: number): string {
  return `<?${sign} ${String(column)}?>`;
}

/** Stands in a row where the cells of the loop come, also when there are none. */
export function columnsSign(column: number): string {
  return `<?${placeSign} ${String(column)}?>`;
}

/** The filled part with its grids made right; the same text where no loop went over columns. */
export function widenTables(xml: string): string {
  if (!xml.includes(`<?${sign}`)) return xml;
  const part = readXml(xml);
  const edits = 'code' in part ? [] : tablesIn(part.root).flatMap((table) => editsOf(part, table));
  return withEdits(xml, edits).replace(/<\?nianbao columns? \d+\?>/gu, '');
}

interface Row {
  readonly cells: readonly Cell[];
}

/** A cell, or the place (`cell` null) of a loop that printed none. */
interface Cell {
  readonly cell: XmlElement | null;
  readonly at: number;
  readonly span: number;
  /** The column of the template whose loop it belongs to. */
  readonly looped: number | null;
}

function editsOf(part: XmlPart, table: XmlElement): readonly TextEdit[] {
  const rows = rowsOf(table).map((element) => rowOf(part, element));
  const counts = countsIn(rows);
  if (counts.size === 0) return [];
  const widths = gridWidths(part, table, Math.max(...rows.map(columnsOf)));
  const columns = widths.flatMap((width, column) => Array<number>(counts.get(column) ?? 1).fill(width));
  const fitted = fittedWidths(
    columns,
    textWidth(part),
    widths.reduce((sum, width) => sum + width, 0),
  );
  return [gridEdit(table, fitted), ...rows.flatMap((row) => rowEdits(part, row, { counts, fitted }))];
}

function rowOf(part: XmlPart, element: XmlElement): Row {
  const cells = cellsOf(part, element).map(({ cell, span }): Cell => {
    return { cell, at: cell.start, span, looped: loopedColumn(part, cell) };
  });
  const inside = (at: number): boolean => cells.some(({ cell }) => cell !== null && cell.start < at && at < cell.end);
  const places = [...sourceOf(part, element).matchAll(/<\?nianbao columns (\d+)\?>/gu)].map(({ 1: column, index }) => ({
    column: Number(column),
    at: element.start + index,
  }));
  const empty = places
    .filter(({ at, column }) => !inside(at) && !cells.some(({ looped }) => looped === column))
    .map(({ at, column }): Cell => ({ cell: null, at, span: 1, looped: column }));
  return { cells: [...cells, ...empty].sort((left, right) => left.at - right.at) };
}

/** The column of the template that a cell of a loop stands in; a sign in a table within the cell is not the cell's. */
function loopedColumn(part: XmlPart, cell: XmlElement): number | null {
  const own = elementsOf(cell).filter(({ name }) => name === 'w:p');
  for (const paragraph of own) {
    const found = /<\?nianbao column (\d+)\?>/u.exec(sourceOf(part, paragraph))?.[1];
    if (found !== undefined) return Number(found);
  }
  const before = part.source.slice(cell.inner, own[0]?.start ?? cell.inner);
  const found = /<\?nianbao column (\d+)\?>/u.exec(before)?.[1];
  return found === undefined ? null : Number(found);
}

/** Column of the template → the most cells a row has for it. */
function countsIn(rows: readonly Row[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const mine = new Map<number, number>();
    for (const { looped, cell } of cells)
      if (looped !== null && cell !== null) mine.set(looped, (mine.get(looped) ?? 0) + 1);
    for (const [column, count] of mine) counts.set(column, Math.max(count, counts.get(column) ?? 0));
  }
  return counts;
}

const usualWidth = 1000;

/** Widths of the columns the template has; some programs leave the grid out, or columns of it. */
function gridWidths(part: XmlPart, table: XmlElement, least: number): readonly number[] {
  const grid = childOf(table, 'w:tblGrid');
  const widths = (grid ? elementsOf(grid) : []).map(
    (column) => Number(attribute(part, column, 'w:w') ?? 0) || usualWidth,
  );
  return [...widths, ...Array<number>(Math.max(0, least - widths.length)).fill(usualWidth)];
}

/** How many columns of the template a row covers. */
function columnsOf({ cells }: Row): number {
  return groupsOf(cells).reduce((sum, [first]) => sum + (first.looped === null ? first.span : 1), 0);
}

/** Columns keep their width while the page has room; else all become narrower alike. */
function fittedWidths(columns: readonly number[], room: number, before: number): readonly number[] {
  const total = columns.reduce((sum, width) => sum + width, 0);
  const most = Math.max(room, before);
  return total <= most ? columns : columns.map((width) => Math.max(1, Math.floor((width * most) / total)));
}

function gridEdit(table: XmlElement, widths: readonly number[]): TextEdit {
  const columns = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`);
  const text = `<w:tblGrid>${columns.join('')}</w:tblGrid>`;
  const grid = childOf(table, 'w:tblGrid');
  const at = childOf(table, 'w:tblPr')?.end ?? table.inner;
  return grid ? { start: grid.start, end: grid.end, text } : { start: at, end: at, text };
}

interface Grid {
  readonly counts: ReadonlyMap<number, number>;
  readonly fitted: readonly number[];
}

/** The cells of a row as wide as the columns they cover; a row with too few cells gets empty ones. */
function rowEdits(part: XmlPart, { cells }: Row, { counts, fitted }: Grid): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let template = 0;
  let at = 0;
  for (const group of groupsOf(cells)) {
    const [first] = group;
    const [span, covered] =
      first.looped === null ? [spanNow(template, first.span, counts), first.span] : [counts.get(first.looped) ?? 0, 1];
    const widths = fitted.slice(at, at + span);
    edits.push(...(first.looped === null ? plainEdits(part, first, widths) : loopedEdits(part, group, widths)));
    template += covered;
    at += span;
  }
  return edits;
}

type Group = readonly [Cell, ...Cell[]];

/** The cells of one loop together, each other cell by itself. */
function groupsOf(cells: readonly Cell[]): readonly Group[] {
  const groups: [Cell, ...Cell[]][] = [];
  for (const cell of cells) {
    const last = groups[groups.length - 1];
    if (last && cell.looped !== null && last[0].looped === cell.looped) last.push(cell);
    else groups.push([cell]);
  }
  return groups;
}

function plainEdits(part: XmlPart, { cell }: Cell, widths: readonly number[]): readonly TextEdit[] {
  const width = widths.reduce((sum, each) => sum + each, 0);
  return cell ? [cellEdit(part, cell, { span: widths.length, width })] : [];
}

function loopedEdits(part: XmlPart, group: Group, widths: readonly number[]): readonly TextEdit[] {
  const cells = group.flatMap(({ cell }) => cell ?? []);
  const edits = cells.map((cell, step) => cellEdit(part, cell, { span: 1, width: widths[step] ?? 0 }));
  const lacking = widths.slice(cells.length);
  if (lacking.length === 0) return edits;
  const last = cells[cells.length - 1] ?? null;
  return [...edits, emptyCells(part, last, { at: last?.end ?? group[0].at, widths: lacking })];
}

/** How many columns there are now for some of the template's. */
function spanNow(from: number, span: number, counts: ReadonlyMap<number, number>): number {
  let now = 0;
  for (let column = from; column < from + span; column++) now += counts.get(column) ?? 1;
  return Math.max(1, now);
}

interface Extent {
  readonly span: number;
  readonly width: number;
}

function cellEdit(part: XmlPart, cell: XmlElement, extent: Extent): TextEdit {
  const properties = childOf(cell, 'w:tcPr');
  const at = cell.inner;
  return {
    start: properties?.start ?? at,
    end: properties?.end ?? at,
    text: propertiesXml(part, properties, extent),
  };
}

function propertiesXml(part: XmlPart, properties: XmlElement | null, { span, width }: Extent): string {
  return withProperties('w:tcPr', properties ? sourceOf(part, properties) : '', {
    tcW: `<w:tcW w:w="${String(width)}" w:type="dxa"/>`,
    gridSpan: span > 1 ? `<w:gridSpan w:val="${String(span)}"/>` : '',
  });
}

/** Looking like the cell, with nothing in them. */
function emptyCells(
  part: XmlPart,
  cell: XmlElement | null,
  { at, widths }: { readonly at: number; readonly widths: readonly number[] },
): TextEdit {
  const properties = cell && childOf(cell, 'w:tcPr');
  const paragraph = cell && childOf(cell, 'w:p');
  const look = paragraph && childOf(paragraph, 'w:pPr');
  const empty = `<w:p>${look ? sourceOf(part, look) : ''}</w:p></w:tc>`;
  const text = widths.map((width) => `<w:tc>${propertiesXml(part, properties, { span: 1, width })}${empty}`);
  return { start: at, end: at, text: text.join('') };
}
