/** The tables of a part, and where their cells stand in the grid. */
import { attribute, childOf, elementsOf, type XmlElement, type XmlPart } from '../package/read-xml';

/** A cell with the columns of the grid it covers. */
export interface PlacedCell {
  readonly cell: XmlElement;
  readonly column: number;
  readonly span: number;
}

/** Columns of the template that a loop repeats. */
export interface Columns {
  /** The first of them, from 0. */
  readonly column: number;
  /** How many. */
  readonly span: number;
}

/** All tables within the element, outer ones before those in their cells. */
export function tablesIn(element: XmlElement): readonly XmlElement[] {
  const tables: XmlElement[] = [];
  collectTables(element, tables);
  return tables;
}

function collectTables(element: XmlElement, tables: XmlElement[]): void {
  if (element.name === 'w:tbl') tables.push(element);
  for (const child of element.children) if (child.kind === 'element') collectTables(child, tables);
}

export function rowsOf(table: XmlElement): readonly XmlElement[] {
  return elementsOf(table).filter(({ name }) => name === 'w:tr');
}

export function cellsOf(part: XmlPart, row: XmlElement): readonly PlacedCell[] {
  let column = gapOf(part, row, 'w:gridBefore');
  return elementsOf(row)
    .filter(({ name }) => name === 'w:tc')
    .map((cell) => {
      const placed = { cell, column, span: spanOf(part, cell) };
      column += placed.span;
      return placed;
    });
}

function gapOf(part: XmlPart, row: XmlElement, name: string): number {
  const properties = childOf(row, 'w:trPr');
  const gap = properties && childOf(properties, name);
  return gap ? Number(attribute(part, gap, 'w:val') ?? 0) : 0;
}

function spanOf(part: XmlPart, cell: XmlElement): number {
  const properties = childOf(cell, 'w:tcPr');
  const span = properties && childOf(properties, 'w:gridSpan');
  return span ? Math.max(1, Number(attribute(part, span, 'w:val') ?? 1)) : 1;
}
