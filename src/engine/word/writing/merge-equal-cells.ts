/** Makes one cell of equal neighbours in those columns of a filled table whose heading asks for it. */
import { childOf, elementsOf, openTag, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { cellsOf, rowsOf, tablesIn, type PlacedCell } from './table-cells';

/** Stands in the heading of such a column until the table is complete. */
export const mergeSign = '<?nianbao merge?>';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

/** The filled part with its equal cells merged; the same text when no heading asks for it. */
export function mergeEqualCells(xml: string): string {
  if (!xml.includes(mergeSign)) return xml;
  const part = readXml(xml);
  if ('code' in part) return withoutSigns(xml);
  const edits = tablesIn(part.root).flatMap((table) => editsOf(part, table));
  let merged = '';
  let at = 0;
  for (const { start, end, xml: text } of edits.sort((left, right) => left.start - right.start)) {
    merged += xml.slice(at, start) + text;
    at = end;
  }
  return withoutSigns(merged + xml.slice(at));
}

function withoutSigns(xml: string): string {
  return xml.split(mergeSign).join('');
}

function editsOf(part: XmlPart, table: XmlElement): readonly Edit[] {
  const rows = rowsOf(table).map((row) => cellsOf(part, row));
  return rows.flatMap((row, index) =>
    row
      .filter(({ cell }) => sourceOf(part, cell).includes(mergeSign) && !hasSignInside(part, cell))
      .flatMap((heading) => mergeBelow(part, heading, rows.slice(index + 1))),
  );
}

/** True when the sign belongs to a table within the cell. */
function hasSignInside(part: XmlPart, cell: XmlElement): boolean {
  return elementsOf(cell).some((child) => child.name === 'w:tbl' && sourceOf(part, child).includes(mergeSign));
}

/** Runs of two or more cells that stand under the heading, are as wide as it, and show the same text. */
function mergeBelow(part: XmlPart, heading: PlacedCell, rows: readonly (readonly PlacedCell[])[]): readonly Edit[] {
  const column = rows.map((row) => {
    return row.find((each) => each.column === heading.column && each.span === heading.span)?.cell ?? null;
  });
  const texts = column.map((cell) => (cell && isPlain(cell) ? textOf(part, cell) : ''));
  return column.flatMap((cell, index) => {
    if (cell === null || texts[index] === '') return [];
    if (texts[index] === texts[index - 1]) return continueEdits(part, cell);
    return texts[index] === texts[index + 1] ? [propertyEdit(cell, 'restart')] : [];
  });
}

/** A cell with a table of its own, or merged by hand, is left alone. */
function isPlain(cell: XmlElement): boolean {
  const properties = childOf(cell, 'w:tcPr');
  return childOf(cell, 'w:tbl') === null && (properties === null || childOf(properties, 'w:vMerge') === null);
}

function textOf(part: XmlPart, cell: XmlElement): string {
  return elementsOf(cell)
    .filter(({ name }) => name === 'w:p')
    .map((paragraph) =>
      sourceOf(part, paragraph)
        .replace(/<[^<>]*>/gu, '')
        .trim(),
    )
    .join('\n');
}

/** In the order of CT_TcPr: tcW, gridSpan and hMerge come before vMerge. */
function propertyEdit(cell: XmlElement, value: 'restart' | 'continue'): Edit {
  const mark = `<w:vMerge w:val="${value}"/>`;
  const properties = childOf(cell, 'w:tcPr');
  if (properties === null) return { start: cell.inner, end: cell.inner, xml: `<w:tcPr>${mark}</w:tcPr>` };
  if (properties.inner === properties.end) {
    return { start: properties.start, end: properties.end, xml: `<w:tcPr>${mark}</w:tcPr>` };
  }
  const before = elementsOf(properties).filter(({ name }) => /^w:(?:cnfStyle|tcW|gridSpan|hMerge)$/u.test(name));
  const at = before[before.length - 1]?.end ?? properties.inner;
  return { start: at, end: at, xml: mark };
}

/** The text stands once, in the first cell; bookmarks stay, so that the trace finds them. */
function continueEdits(part: XmlPart, cell: XmlElement): readonly Edit[] {
  const first = elementsOf(cell).find(({ name }) => name === 'w:p');
  if (!first) return [];
  const properties = childOf(first, 'w:pPr');
  const start = properties ? properties.end : first.inner;
  const kept = sourceOf(part, cell).match(/<\w+:bookmark(?:Start|End)\b[^<>]*?\/>/gu) ?? [];
  const open = first.inner === first.end ? openTag(part, first).replace(/(?<!\s)\s*\/>$/u, '>') : '';
  const rest = `${kept.join('')}</w:p></w:tc>`;
  const body =
    open === '' ? { start, end: cell.end, xml: rest } : { start: first.start, end: cell.end, xml: open + rest };
  return [propertyEdit(cell, 'continue'), body];
}
