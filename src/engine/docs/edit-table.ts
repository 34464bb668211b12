/** The requests that turn the rows of a table into those that are to stand there. */
import { locationIn, rangeIn, refuse, stretchesOf, styleParagraph, styleText, textOf, type Edit } from './edit';
import type { Look } from './doc-json';
import type { SourceBlock, SourceRow, SourceTable } from './read-doc';
import type { OutBlock, OutParagraph, OutRow, OutTable } from './read-filled';

/** Puts down the requests for what stands in a cell. */
type EditCell = (edit: Edit, sources: readonly SourceBlock[], outs: readonly OutBlock[]) => void;

/** Puts down the requests for a table that stays, from its last row to its first. */
export function editTable(edit: Edit, source: SourceTable, { rows: outs }: OutTable, editCell: EditCell): void {
  const { kept, after } = arrangeRows(source, outs);
  const isChanged = after.size > 0 || kept.size < source.rows.length;
  if (isChanged && source.rows.some(isMerged)) {
    refuse(edit, source.spot);
    return;
  }
  [...source.rows.entries()].reverse().forEach(([number, row]) => {
    const out = kept.get(number);
    editRow(edit, source, { number, row, out, copies: after.get(number) ?? [] });
    if (out === undefined) return;
    [...row.cells.entries()].reverse().forEach(([column, { blocks }]) => {
      editCell(edit, blocks, out.cells[column] ?? []);
    });
  });
}

interface ArrangedRows {
  readonly kept: ReadonlyMap<number, OutRow>;
  /** Rows that are made anew behind one that stays. */
  readonly after: ReadonlyMap<number, readonly OutRow[]>;
}

function arrangeRows(source: SourceTable, outs: readonly OutRow[]): ArrangedRows {
  const kept = new Map<number, OutRow>();
  const after = new Map<number, OutRow[]>();
  let last = -1;
  for (const out of outs) {
    const number = source.rows.indexOf(out.source, last + 1);
    if (number < 0) after.set(last, [...(after.get(last) ?? []), out]);
    else {
      last = number;
      kept.set(last, out);
    }
  }
  return { kept, after };
}

/** Whether a cell of the row spans others. */
function isMerged({ cells }: SourceRow): boolean {
  return cells.some(({ style }) => Number(style.rowSpan ?? 1) > 1 || Number(style.columnSpan ?? 1) > 1);
}

interface Fate {
  readonly number: number;
  readonly row: SourceRow;
  readonly out: OutRow | undefined;
  readonly copies: readonly OutRow[];
}

function editRow(edit: Edit, table: SourceTable, { number, row, out, copies }: Fate): void {
  if (copies.length > 0) addRows(edit, table, { number, row, out, copies });
  if (out === undefined) edit.requests.push({ deleteTableRow: { tableCellLocation: cellAt(edit, table, number, 0) } });
}

function cellAt(edit: Edit, { start }: SourceTable, rowIndex: number, columnIndex: number): CellLocation {
  return { tableStartLocation: locationIn(edit, start), rowIndex, columnIndex };
}

interface CellLocation {
  readonly tableStartLocation: ReturnType<typeof locationIn>;
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** A new row is one index, each of its cells two: the cell itself and the line end in it. */
function addRows(edit: Edit, table: SourceTable, { number, row, copies }: Fate): void {
  if (copies.some(({ source }) => rowFault(source) !== null)) refuse(edit, table.spot);
  const insertTableRow = { tableCellLocation: cellAt(edit, table, number, 0), insertBelow: true };
  edit.requests.push(...copies.map(() => ({ insertTableRow })));
  dressRows(edit, table, number + 1, copies);
  const length = 1 + 2 * table.columns;
  for (let index = copies.length - 1; index >= 0; index -= 1) {
    const cells = copies[index]?.cells ?? [];
    for (let column = cells.length - 1; column >= 0; column -= 1) {
      fillCell(edit, row.end + index * length + 2 + 2 * column, cells[column] ?? []);
    }
  }
}

/** What the cells of a row that is made anew may hold. */
export function rowFault(source: SourceRow): string | null {
  const blocks = source.cells.flatMap((cell) => cell.blocks);
  if (blocks.some(({ kind }) => kind === 'table')) return '行里又有表格';
  if (blocks.some((block) => block.kind === 'paragraph' && block.isUnique)) return '行里有图片、脚注这类内容';
  if (blocks.some((block) => block.kind === 'paragraph' && block.list !== null)) return '行里有列表';
  return isMerged(source) ? '行里有合并的单元格' : null;
}

/** Rows and cells look like those they are made of; neighbours of one kind are dressed together. */
function dressRows(edit: Edit, table: SourceTable, first: number, copies: readonly OutRow[]): void {
  for (let from = 0, to = 0; from < copies.length; from = to) {
    const source = copies[from]?.source;
    while (to < copies.length && copies[to]?.source === source) to += 1;
    if (source === undefined) continue;
    const rows = Array.from({ length: to - from }, (_, index) => first + from + index);
    const row = writable(source.style, ['minRowHeight', 'preventOverflow']);
    if (row !== null) {
      const tableStartLocation = locationIn(edit, table.start);
      edit.requests.push({
        updateTableRowStyle: { tableStartLocation, rowIndices: rows, tableRowStyle: row.look, fields: row.fields },
      });
    }
    source.cells.forEach(({ style }, column) => {
      const cell = writable(style, cellFields);
      if (cell === null) return;
      const tableCellLocation = cellAt(edit, table, first + from, column);
      const tableRange = { tableCellLocation, rowSpan: rows.length, columnSpan: 1 };
      edit.requests.push({ updateTableCellStyle: { tableRange, tableCellStyle: cell.look, fields: cell.fields } });
    });
  }
}

const sides = ['Left', 'Right', 'Top', 'Bottom'] as const;
const cellFields: readonly string[] = [
  'backgroundColor',
  'contentAlignment',
  ...sides.flatMap((side) => [`border${side}`, `padding${side}`]),
];

function writable(style: Look, fields: readonly string[]): { readonly look: Look; readonly fields: string } | null {
  const names = fields.filter((name) => name in style);
  const look = Object.fromEntries(names.map((name) => [name, style[name]]));
  return names.length === 0 ? null : { look, fields: names.join(',') };
}

/** Nobody says how the paragraph of a new cell looks. */
const paragraphFields: readonly string[] = [
  ...['namedStyleType', 'alignment', 'lineSpacing', 'direction', 'spacingMode', 'spaceAbove', 'spaceBelow'],
  ...['indentFirstLine', 'indentStart', 'indentEnd', 'keepLinesTogether', 'keepWithNext', 'avoidWidowAndOrphan'],
  'shading',
];

/** `at` is where the one paragraph of the new cell begins. */
function fillCell(edit: Edit, at: number, blocks: readonly OutBlock[]): void {
  const paragraphs = blocks.filter((block): block is OutParagraph => block.kind === 'paragraph');
  const texts = paragraphs.map(({ source, pieces }) => stretchesOf(edit, source, pieces));
  const text = texts.map(textOf).join('\n');
  if (text !== '') edit.requests.push({ insertText: { location: locationIn(edit, at), text } });
  let start = at;
  paragraphs.forEach(({ source }, index) => {
    const stretches = texts[index] ?? [];
    const range = rangeIn(edit, start, start + textOf(stretches).length + 1);
    styleParagraph(edit, range, { from: {}, to: source.style, known: paragraphFields });
    styleText(edit, start, stretches);
    start = range.endIndex;
  });
}
