/** Charts of the program's own workbook: written by the xlsx library, and read again so that the next run keeps them. */
import { parseChart } from 'hucre/ooxml';
import type { SheetChart } from 'hucre/xlsx';
import { boxName, parseBoxes } from '../a1';
import type { BookChart, BookSheet, Box } from '../book';
import type { XlsxParts } from './xlsx-guard';

/** Pixels of a cell where nobody has made it otherwise: what the library counts in, and what is read back. */
const cell = { width: 64, height: 20 };

/** The chart as the library takes it; headers become the names of the parts. */
export function toChart({ title, names, parts, row, column, width, height }: BookChart, sheet: BookSheet): SheetChart {
  const below = (box: Box): Box => ({ ...box, startRow: box.startRow + 1 });
  return {
    type: 'bar',
    title,
    barGrouping: 'percentStacked',
    gapWidth: 40,
    legend: 'bottom',
    series: parts.map(({ box, colour }) => ({
      name: headerOf(sheet, box),
      values: boxName(below(box)),
      categories: boxName(below(names)),
      color: colour,
    })),
    anchor: {
      from: { row, col: column },
      to: { row: row + Math.ceil(height / cell.height), col: column + Math.ceil(width / cell.width) },
    },
    axes: { x: { reverse: true } },
  };
}

function headerOf(sheet: BookSheet, { startRow, startColumn }: Box): string {
  const value = sheet.cells[startRow]?.[startColumn]?.value ?? '';
  return typeof value === 'string' ? value : '';
}

/** Those of the program's kind; any other is nobody's in a workbook that only the program writes. */
export function readCharts(
  parts: XlsxParts,
  { part, charts }: { readonly part: string; readonly charts: readonly string[] },
): BookChart[] {
  const places = placesIn(parts.read(part).toString('utf8'));
  return charts.flatMap((chart, index) => {
    const parsed = parseChart(parts.read(chart).toString('utf8'));
    const place = places[index];
    const series = parsed?.series ?? [];
    const names = boxOf(series[0]?.categoriesRef);
    if (place === undefined || names === null) return [];
    const own = series.flatMap(({ valuesRef, color }) => {
      const box = boxOf(valuesRef);
      return box === null ? [] : [{ box, colour: typeof color === 'string' ? color : '8A8A8A' }];
    });
    return [{ title: parsed?.title ?? '', names, parts: own, ...place }];
  });
}

/** With its header, which stands above. */
function boxOf(reference = ''): Box | null {
  const [box] = parseBoxes(reference.replace(/^.*!/su, ''));
  return box === undefined ? null : { ...box, startRow: box.startRow - 1 };
}

/** The corners of what lies on a drawing, in its order. */
function placesIn(xml: string): readonly Pick<BookChart, 'row' | 'column' | 'width' | 'height'>[] {
  const numbers = (name: string): readonly number[] =>
    [...xml.matchAll(new RegExp(`<xdr:${name}>(\\d{1,7})<`, 'gu'))].map(([, digits]) => Number(digits));
  const [rows, columns] = [numbers('row'), numbers('col')];
  return Array.from({ length: Math.floor(rows.length / 2) }, (_, index) => {
    const [row = 0, lastRow = 0] = rows.slice(index * 2);
    const [column = 0, lastColumn = 0] = columns.slice(index * 2);
    return { row, column, width: (lastColumn - column) * cell.width, height: (lastRow - row) * cell.height };
  });
}
