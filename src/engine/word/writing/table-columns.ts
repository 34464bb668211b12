/**
 * Loops over columns: each round printed a cell of its own. Once the table is complete its grid is made right: as many columns as
 * there are cells, within the width of the page, cells above them as wide as all of them.
 */
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { withProperties } from '../package/properties';
import { attribute, childOf, elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { textWidth } from './page-text';
import { cellsOf, rowsOf, tablesIn, type Columns } from './table-cells';

/** Stands in each cell of such a loop until the table is complete; columns as the template has them. */
export function columnSign({ column, span }: Columns): string {
  return `<?nianbao column ${String(column)} ${String(span)}?>`;
}

/** Stands in a row where the cells of the loop come, also when there are none. */
export function columnsSign({ column, span }: Columns): string {
  return `<?nianbao columns ${String(column)} ${String(span)}?>`;
}

const cellSign = /<\?nianbao column (\d+) (\d+)\?>/u;
const rowSigns = /<\?nianbao columns (\d+) (\d+)\?>/gu;

/** The filled part with its grids made right; the same text where no loop went over columns. */
export function widenTables(xml: string): string {
  if (!xml.includes('<?nianbao column')) return xml;
  const part = readXml(xml);
  const edits = 'code' in part ? [] : tablesIn(part.root).flatMap((table) => editsOf(part, table));
  return withEdits(xml, edits).replace(/<\?nianbao columns? \d+ \d+\?>/gu, '');
}

interface Row {
  readonly cells: readonly Cell[];
  /** Columns of the template left out before the first cell. */
  readonly before: number;
}

/** A cell, or the place (`cell` null) of a loop that printed none. */
interface Cell {
  readonly cell: XmlElement | null;
  readonly at: number;
  readonly span: number;
  /** The columns of the template whose loop it belongs to. */
  readonly looped: Columns | null;
}

/** Column of the template → how often the loop that it is among printed all of its columns. */
type Counts = ReadonlyMap<number, { readonly of: Columns; readonly rounds: number }>;

function editsOf(part: XmlPart, table: XmlElement): readonly TextEdit[] {
  const rows = rowsOf(table).map((element) => rowOf(part, element));
  const counts = countsIn(rows);
  if (counts.size === 0) return [];
  const widths = gridWidths(part, table, Math.max(...rows.map(columnsOf)));
  const columns = widths.flatMap((width, column) => {
    const { of, rounds = 1 } = counts.get(column) ?? {};
    if (of === undefined) return [width];
    return column === of.column
      ? Array<readonly number[]>(rounds)
          .fill(widths.slice(column, column + of.span))
          .flat()
      : [];
  });
  const fitted = fittedWidths(columns, textWidth(part), total(widths));
  const all = { part, known: new Map<string, string>() };
  return [gridEdit(table, fitted), ...rows.flatMap((row) => rowEdits(all, row, { counts, fitted }))];
}

function rowOf(part: XmlPart, element: XmlElement): Row {
  const placed = cellsOf(part, element);
  const cells = placed.map(({ cell, span }): Cell => {
    return { cell, at: cell.start, span, looped: loopedColumns(part, cell) };
  });
  const inside = (at: number): boolean => cells.some(({ cell }) => cell !== null && cell.start < at && at < cell.end);
  const empty = [...sourceOf(part, element).matchAll(rowSigns)].flatMap((match): readonly Cell[] => {
    const at = element.start + match.index;
    const looped = columnsOfSign(match);
    if (inside(at) || cells.some((each) => each.looped?.column === looped.column)) return [];
    return [{ cell: null, at, span: looped.span, looped }];
  });
  const once = empty.filter(
    ({ looped }, at) => empty.findIndex((each) => each.looped?.column === looped?.column) === at,
  );
  return { cells: [...cells, ...once].sort((left, right) => left.at - right.at), before: placed[0]?.column ?? 0 };
}

function columnsOfSign([, column, span]: readonly string[]): Columns {
  return { column: Number(column), span: Number(span) };
}

/** The columns of the loop that a cell belongs to; a sign in a table within the cell is not the cell's. */
function loopedColumns(part: XmlPart, cell: XmlElement): Columns | null {
  const own = elementsOf(cell).filter(({ name }) => name === 'w:p');
  const texts = [
    ...own.map((each) => sourceOf(part, each)),
    part.source.slice(cell.inner, own[0]?.start ?? cell.inner),
  ];
  const found = texts.map((text) => cellSign.exec(text)).find((match) => match !== null);
  return found ? columnsOfSign(found) : null;
}

/** The most rounds a row has; none where no row has any and no other cell stands in these columns alone. */
function countsIn(rows: readonly Row[]): Counts {
  const counts = new Map<number, { readonly of: Columns; readonly rounds: number }>();
  const count = (of: Columns, rounds: number): void => {
    const most = Math.max(rounds, counts.get(of.column)?.rounds ?? 0);
    for (let column = of.column; column < of.column + of.span; column++) counts.set(column, { of, rounds: most });
  };
  for (const row of rows)
    for (const group of groupsOf(row.cells))
      if (group[0].looped) count(group[0].looped, spanOf(group) / group[0].looped.span);
  const lone = rows.flatMap((row) => plainExtents(row).filter((each) => spanNow(each, counts) === 0));
  for (const { column } of lone) count(counts.get(column)?.of ?? { column, span: 1 }, 1);
  const [first] = rows.map(({ cells }) => cells[0]?.looped).filter((each) => each !== undefined && each !== null);
  if (first && rows.every(({ cells }) => cells.every(({ cell }) => cell === null))) count(first, 1);
  return counts;
}

/** The columns of the template that cells outside of loops cover. */
function plainExtents({ cells, before }: Row): readonly Columns[] {
  let column = before;
  return groupsOf(cells).flatMap(([{ looped, span }]) => {
    const mine = { column, span: looped?.span ?? span };
    column += mine.span;
    return looped ? [] : [mine];
  });
}

/** How many columns of the grid the cells of a loop cover. */
function spanOf(group: Group): number {
  return group.reduce((sum, { cell, span }) => (cell === null ? sum : sum + span), 0);
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
function columnsOf({ cells, before }: Row): number {
  return groupsOf(cells).reduce((sum, [first]) => sum + (first.looped ?? first).span, before);
}

/** Columns keep their width while the page has room; else all become narrower alike. */
function fittedWidths(columns: readonly number[], room: number, before: number): readonly number[] {
  const wanted = total(columns);
  const most = Math.max(room, before);
  return wanted <= most ? columns : columns.map((width) => Math.max(1, Math.floor((width * most) / wanted)));
}

function gridEdit(table: XmlElement, widths: readonly number[]): TextEdit {
  const columns = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`);
  const text = `<w:tblGrid>${columns.join('')}</w:tblGrid>`;
  const grid = childOf(table, 'w:tblGrid');
  const at = childOf(table, 'w:tblPr')?.end ?? table.inner;
  return grid ? { start: grid.start, end: grid.end, text } : { start: at, end: at, text };
}

interface Grid {
  readonly counts: Counts;
  readonly fitted: readonly number[];
}

/** The part, and properties of cells as they were written before: most cells of a table have the same. */
interface Cells {
  readonly part: XmlPart;
  readonly known: Map<string, string>;
}

/** The cells of a row as wide as the columns they cover; a row with too few cells gets empty ones. */
function rowEdits(all: Cells, { cells, before }: Row, { counts, fitted }: Grid): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let column = before;
  let at = spanNow({ column: 0, span: before }, counts);
  for (const group of groupsOf(cells)) {
    const [first] = group;
    const extent = { column, span: (first.looped ?? first).span };
    const widths = fitted.slice(at, at + spanNow(extent, counts));
    edits.push(...(first.looped === null ? plainEdits(all, first, widths) : loopedEdits(all, group, widths)));
    column += extent.span;
    at += widths.length;
  }
  return edits;
}

type Group = readonly [Cell, ...Cell[]];

/** The cells of one loop together, each other cell by itself. */
function groupsOf(cells: readonly Cell[]): readonly Group[] {
  const groups: [Cell, ...Cell[]][] = [];
  for (const cell of cells) {
    const last = groups[groups.length - 1];
    if (last && cell.looped !== null && last[0].looped?.column === cell.looped.column) last.push(cell);
    else groups.push([cell]);
  }
  return groups;
}

function plainEdits(all: Cells, { cell }: Cell, widths: readonly number[]): readonly TextEdit[] {
  return cell ? [cellEdit(all, cell, { span: widths.length, width: total(widths) })] : [];
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, 0);
}

function loopedEdits(all: Cells, group: Group, widths: readonly number[]): readonly TextEdit[] {
  let at = 0;
  const edits = group.flatMap(({ cell, span }) => {
    if (cell === null) return [];
    const mine = widths.slice(at, (at += span));
    return [cellEdit(all, cell, { span, width: total(mine) })];
  });
  const lacking = widths.slice(at);
  if (lacking.length === 0) return edits;
  const last = group[group.length - 1]?.cell ?? null;
  return [...edits, emptyCells(all, last, { at: last?.end ?? group[0].at, widths: lacking })];
}

/** How many columns there are now for some of the template's. */
function spanNow({ column: from, span }: Columns, counts: Counts): number {
  let now = 0;
  for (let column = from; column < from + span; column++) {
    const { of, rounds = 1 } = counts.get(column) ?? {};
    now += of === undefined ? 1 : rounds;
  }
  return now;
}

interface Extent {
  readonly span: number;
  readonly width: number;
}

function cellEdit(all: Cells, cell: XmlElement, extent: Extent): TextEdit {
  const properties = childOf(cell, 'w:tcPr');
  const at = cell.inner;
  return {
    start: properties?.start ?? at,
    end: properties?.end ?? at,
    text: propertiesXml(all, properties, extent),
  };
}

function propertiesXml({ part, known }: Cells, properties: XmlElement | null, { span, width }: Extent): string {
  const written = properties ? sourceOf(part, properties) : '';
  const key = `${String(span)} ${String(width)} ${written}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const now = withProperties('w:tcPr', written, {
    tcW: `<w:tcW w:w="${String(width)}" w:type="dxa"/>`,
    gridSpan: span > 1 ? `<w:gridSpan w:val="${String(span)}"/>` : '',
  });
  known.set(key, now);
  return now;
}

/** Looking like the cell, with nothing in them. */
function emptyCells(
  all: Cells,
  cell: XmlElement | null,
  { at, widths }: { readonly at: number; readonly widths: readonly number[] },
): TextEdit {
  const properties = cell && childOf(cell, 'w:tcPr');
  const paragraph = cell && childOf(cell, 'w:p');
  const look = paragraph && childOf(paragraph, 'w:pPr');
  const empty = `<w:p>${look ? sourceOf(all.part, look) : ''}</w:p></w:tc>`;
  const text = widths.map((width) => `<w:tc>${propertiesXml(all, properties, { span: 1, width })}${empty}`);
  return { start: at, end: at, text: text.join('') };
}
