/** Grids as one text and back, to be kept for the next run. */
import type { Cell, Covered, CellKind, FormatMeaning, Grid, Merge } from './grid';

/** Raised whenever grids are read or written differently: a text of another version is not read. */
const version = 2;
const kinds: readonly CellKind[] = ['blank', 'text', 'number', 'date', 'percent', 'bool', 'error'];

/**
 * Kind, value, the shown text where it is not the value itself or more follows, what its format says (null for
 * nothing), 1 where it is struck through; null for a blank cell.
 */
type PackedCell =
  readonly [kind: number, value: Cell['value'], shown?: string, format?: FormatMeaning | null, struck?: 1] | null;

interface PackedGrid {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly PackedCell[])[];
  readonly merges: readonly Merge[];
  readonly covered?: readonly Covered[];
  readonly hiddenRows: readonly number[];
}

/** All that a workbook's grids hold but its name. */
export function textFromGrids(grids: readonly Grid[]): string {
  const packed = grids.map(({ sheet, hidden, rows, merges, covered, hiddenRows }): PackedGrid => {
    const cells = rows.map((row) => Array.from(row, packCell));
    return { sheet, hidden, rows: cells, merges, ...(covered && { covered }), hiddenRows };
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
  const { kind, value, shown, format, isStruck } = cell;
  const number = kinds.indexOf(kind);
  if (isStruck === true) return [number, value, shown, format ?? null, 1];
  if (format !== undefined) return [number, value, shown, format];
  return shown === value ? [number, value] : [number, value, shown];
}

function unpackCell(packed: PackedCell): Cell | undefined {
  if (packed === null) return undefined;
  const [kind, value, shown, format, struck] = packed;
  const plain = { kind: kinds[kind] ?? 'error', value, shown: shown ?? String(value) };
  if (struck === undefined && (format ?? null) === null) return plain;
  return { ...plain, ...(format && { format }), ...(struck === 1 && { isStruck: true as const }) };
}
