/** Grids as one text and back, to be kept for the next run. */
import type { Cell, CellKind, Grid, Merge } from './grid';

/** Raised whenever grids are read or written differently: a text of another version is not read. */
const version = 1;
const kinds: readonly CellKind[] = ['blank', 'text', 'number', 'date', 'percent', 'bool', 'error'];

/** Kind, value, and the shown text where it is not the value itself; null for a blank cell. */
type PackedCell = readonly [kind: number, value: Cell['value'], shown?: string] | null;

interface PackedGrid {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly PackedCell[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
}

/** All that a workbook's grids hold but its name. */
export function textFromGrids(grids: readonly Grid[]): string {
  const packed = grids.map(({ sheet, hidden, rows, merges, hiddenRows }): PackedGrid => {
    const cells = rows.map((row) => Array.from(row, packCell));
    return { sheet, hidden, rows: cells, merges, hiddenRows };
  });
  return JSON.stringify({ version, grids: packed });
}

/** The grids under the workbook's name of today; null for a text of another version. Throws where it is no such text at all. */
export function gridsFromText(text: string, workbook: string): readonly Grid[] | null {
  const read = JSON.parse(text) as { readonly version: number; readonly grids: readonly PackedGrid[] };
  if (read.version !== version) return null;
  return read.grids.map((grid) => ({ ...grid, workbook, rows: grid.rows.map((row) => row.map(unpackCell)) }));
}

function packCell(cell: Cell | undefined): PackedCell {
  if (cell === undefined) return null;
  const { kind, value, shown } = cell;
  return shown === value ? [kinds.indexOf(kind), value] : [kinds.indexOf(kind), value, shown];
}

function unpackCell(packed: PackedCell): Cell | undefined {
  if (packed === null) return undefined;
  const [kind, value, shown] = packed;
  return { kind: kinds[kind] ?? 'error', value, shown: shown ?? String(value) };
}
