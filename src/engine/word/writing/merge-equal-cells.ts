/** Makes one cell of equal neighbours in those columns of a filled table whose heading asks for it. */
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { withProperties } from '../package/properties';
import { childOf, elementsOf, openTag, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { cellsOf, rowsOf, tablesIn, type PlacedCell } from './table-cells';

/** Stands in the heading of such a column until the table is complete. */
export const mergeSign = '<?nianbao merge?>';

/** The filled part with its equal cells merged; the same text when no heading asks for it. */
export function mergeEqualCells(xml: string): string {
  if (!xml.includes(mergeSign)) return xml;
  const part = readXml(xml);
  if ('code' in part) return withoutSigns(xml);
  const edits = tablesIn(part.root).flatMap((table) => editsOf(part, table));
  return withoutSigns(withEdits(xml, edits));
}

function withoutSigns(xml: string): string {
  return xml.split(mergeSign).join('');
}

/** A column is asked for once: by its heading, or by the cells of a row that a loop repeats, which are among its equal ones. */
function editsOf(part: XmlPart, table: XmlElement): readonly TextEdit[] {
  const rows = rowsOf(table).map((row) => cellsOf(part, row));
  const isSigned = ({ cell }: PlacedCell): boolean =>
    sourceOf(part, cell).includes(mergeSign) && !hasSignInside(part, cell);
  const known = new Set<string>();
  return rows.flatMap((row, index) =>
    row.filter(isSigned).flatMap((cell) => {
      const key = `${String(cell.column)} ${String(cell.span)}`;
      if (known.has(key)) return [];
      known.add(key);
      const next = cellAt(rows[index + 1] ?? [], cell);
      return mergeFrom(part, cell, rows.slice(next && isSigned(next) ? index : index + 1));
    }),
  );
}

function cellAt(row: readonly PlacedCell[], { column, span }: PlacedCell): PlacedCell | null {
  return row.find((each) => each.column === column && each.span === span) ?? null;
}

/** True when the sign belongs to a table within the cell. */
function hasSignInside(part: XmlPart, cell: XmlElement): boolean {
  return elementsOf(cell).some((child) => child.name === 'w:tbl' && sourceOf(part, child).includes(mergeSign));
}

/** Runs of two or more cells of the rows that are in one column with that cell, as wide as it, and show the same text. */
function mergeFrom(part: XmlPart, like: PlacedCell, rows: readonly (readonly PlacedCell[])[]): readonly TextEdit[] {
  const column = rows.map((row) => cellAt(row, like)?.cell ?? null);
  const texts = column.map((cell) => (cell && isPlain(cell) ? textOf(part, cell) : ''));
  return column.flatMap((cell, index) => {
    if (cell === null || texts[index] === '') return [];
    if (texts[index] === texts[index - 1]) return continueEdits(part, cell);
    return texts[index] === texts[index + 1] ? [propertyEdit(part, cell, 'restart')] : [];
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

function propertyEdit(part: XmlPart, cell: XmlElement, value: 'restart' | 'continue'): TextEdit {
  const properties = childOf(cell, 'w:tcPr');
  const { start, end } = properties ?? { start: cell.inner, end: cell.inner };
  const mark = { vMerge: `<w:vMerge w:val="${value}"/>` };
  return { start, end, text: withProperties('w:tcPr', properties ? sourceOf(part, properties) : '', mark) };
}

/** The text stands once, in the first cell; bookmarks stay, so that the trace finds them. */
function continueEdits(part: XmlPart, cell: XmlElement): readonly TextEdit[] {
  const first = elementsOf(cell).find(({ name }) => name === 'w:p');
  if (!first) return [];
  const properties = childOf(first, 'w:pPr');
  const start = properties ? properties.end : first.inner;
  const kept = sourceOf(part, cell).match(/<\w+:bookmark(?:Start|End)\b[^<>]*?\/>/gu) ?? [];
  const open = first.inner === first.end ? openTag(part, first).replace(/(?<!\s)\s*\/>$/u, '>') : '';
  const rest = `${kept.join('')}</w:p></w:tc>`;
  const body =
    open === '' ? { start, end: cell.end, text: rest } : { start: first.start, end: cell.end, text: open + rest };
  return [propertyEdit(part, cell, 'continue'), body];
}
