/** Grids as one text and back, to be kept for the next run. */
import type { Cell, Covered, CellKind, FormatMeaning, Grid, Merge } from './grid';

/** Raised whenever grids are read or written differently: a text of another version is not read. */
const version = 3;
const kinds: readonly CellKind[] = ['blank', 'text', 'number', 'date', 'percent', 'bool', 'error'];

/**
 * Kind, value, the shown text where it is not the value itself or more follows, what its format says (null for
 * nothing), 1 where it is struck through and 2 more where it is a formula's; null for a blank cell.
 */
type PackedCell =
  readonly [kind: number, value: Cell['value'], shown?: string, format?: FormatMeaning | null, marks?: number] | null;

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
  const { kind, value, shown, format, isStruck, isFormula } = cell;
  const marks = (isStruck === true ? 1 : 0) + (isFormula === true ? 2 : 0);
  const number = kinds.indexOf(kind);
  if (marks > 0) return [number, value, shown, format ?? null, marks];
  if (format !== undefined) return [number, value, shown, format];
  return shown === value ? [number, value] : [number, value, shown];
}

function unpackCell(packed: PackedCell): Cell | undefined {
  if (packed === null) return undefined;
  const [kind, value, shown, format, marks = 0] = packed;
  const plain = { kind: kinds[kind] ?? 'error', value, shown: shown ?? String(value) };
  if (marks === 0 && (format ?? null) === null) return plain;
  const isStruck = marks % 2 === 1 && { isStruck: true as const };
  return { ...plain, ...(format && { format }), ...isStruck, ...(marks > 1 && { isFormula: true as const }) };
}
