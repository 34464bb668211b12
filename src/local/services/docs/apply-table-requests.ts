/** Applies the requests that are about the rows and cells of tables. */
import { fieldsOf } from './doc-forms';
import { changed, invalid, outsideOfTables, segmentOf, type Location, type Segments } from './segments';
import type { Look, Unit } from './units';

interface CellLocation {
  readonly tableStartLocation: Location;
  readonly rowIndex: number;
}

/** Where the rows of the table that starts there begin, and where the table ends. */
function rowsOf(
  units: readonly Unit[],
  { index }: Location,
): { readonly starts: readonly number[]; readonly end: number } {
  if (units[index]?.kind !== 'table') throw invalid('The provided table start location is invalid');
  const starts: number[] = [];
  let depth = 0;
  let at = index;
  for (; at < units.length; at += 1) {
    const kind = units[at]?.kind;
    if (kind === 'table') depth += 1;
    if (kind === 'table-end') depth -= 1;
    if (depth === 0) break;
    if (kind === 'row' && depth === 1) starts.push(at);
  }
  return { starts, end: at };
}

function rowRange(
  segments: Segments,
  { tableStartLocation, rowIndex }: CellLocation,
): readonly [Unit[], number, number] {
  const units = segmentOf(segments, tableStartLocation.segmentId);
  const { starts, end } = rowsOf(units, tableStartLocation);
  const start = starts[rowIndex];
  if (start === undefined) throw invalid('The row index is out of range');
  return [units, start, starts[rowIndex + 1] ?? end];
}

/** Nobody says how the cells of a new row look: they look like nothing here. */
export function insertTableRow(
  segments: Segments,
  { tableCellLocation, insertBelow }: { readonly tableCellLocation: CellLocation; readonly insertBelow?: boolean },
): void {
  const [units, start, end] = rowRange(segments, tableCellLocation);
  const table = units[tableCellLocation.tableStartLocation.index];
  const columns = table?.kind === 'table' ? Number(table.table.columns) : 0;
  const paragraph = { paragraphStyle: { namedStyleType: 'NORMAL_TEXT', direction: 'LEFT_TO_RIGHT' } };
  const cell: readonly Unit[] = [
    { kind: 'cell', style: {} },
    { kind: 'end', style: {}, paragraph },
  ];
  const row: Unit = { kind: 'row', style: {} };
  units.splice(insertBelow === true ? end : start, 0, row, ...Array.from({ length: columns }, () => cell).flat());
}

export function deleteTableRow(
  segments: Segments,
  { tableCellLocation }: { readonly tableCellLocation: CellLocation },
): void {
  const [units, start, end] = rowRange(segments, tableCellLocation);
  const { index } = tableCellLocation.tableStartLocation;
  const { starts } = rowsOf(units, { index });
  // The whole table goes with its last row.
  if (starts.length === 1) units.splice(index, end + 1 - index);
  else units.splice(start, end - start);
}

interface RowStyling {
  readonly tableStartLocation: Location;
  readonly rowIndices: readonly number[];
  readonly tableRowStyle: Look;
  readonly fields: string;
}

export function updateTableRowStyle(segments: Segments, styling: RowStyling): void {
  const { tableStartLocation, rowIndices, tableRowStyle, fields } = styling;
  const names = fieldsOf('updateTableRowStyle', fields);
  for (const rowIndex of rowIndices) {
    const [units, start] = rowRange(segments, { tableStartLocation, rowIndex });
    const unit = units[start];
    if (unit?.kind === 'row') units[start] = { ...unit, style: changed(unit.style, tableRowStyle, names) };
  }
}

interface CellStyling {
  readonly tableRange: {
    readonly tableCellLocation: CellLocation & { readonly columnIndex: number };
    readonly rowSpan: number;
    readonly columnSpan: number;
  };
  readonly tableCellStyle: Look;
  readonly fields: string;
}

export function updateTableCellStyle(segments: Segments, { tableRange, tableCellStyle, fields }: CellStyling): void {
  const names = fieldsOf('updateTableCellStyle', fields);
  const { tableCellLocation: first, rowSpan, columnSpan } = tableRange;
  for (let row = first.rowIndex; row < first.rowIndex + rowSpan; row += 1) {
    const [units, start, end] = rowRange(segments, { ...first, rowIndex: row });
    const cells = cellStarts(units, start, end).slice(first.columnIndex, first.columnIndex + columnSpan);
    if (cells.length < columnSpan) throw invalid('The table range is out of bounds');
    for (const at of cells) {
      const unit = units[at];
      if (unit?.kind === 'cell') units[at] = { ...unit, style: changed(unit.style, tableCellStyle, names) };
    }
  }
}

function cellStarts(units: readonly Unit[], start: number, end: number): readonly number[] {
  return outsideOfTables(units, start, end).filter((at) => units[at]?.kind === 'cell');
}
