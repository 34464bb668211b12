/** Cells merged downwards whose first cell went with its row: the next one begins the merging, or Word shows none of them. */
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { attribute, childOf, readXml, type XmlPart } from '../package/read-xml';
import { cellsOf, rowsOf, tablesIn, type PlacedCell } from './table-cells';

/** The filled part with every merging begun. */
export function mendMerges(xml: string): string {
  const part = readXml(xml);
  if ('code' in part) return xml;
  const edits = tablesIn(part.root).flatMap((table) => {
    const rows = rowsOf(table).map((row) => cellsOf(part, row));
    return rows.flatMap((row, index) => row.flatMap((cell) => editOf(part, cell, rows[index - 1] ?? [])));
  });
  return edits.length === 0 ? xml : withEdits(xml, edits);
}

function editOf(part: XmlPart, { cell, column, span }: PlacedCell, above: readonly PlacedCell[]): readonly TextEdit[] {
  const mark = mergeOf(cell);
  if (mark === null || attribute(part, mark, 'w:val') === 'restart') return [];
  const begun = above.some((each) => each.column === column && each.span === span && mergeOf(each.cell) !== null);
  if (begun) return [];
  return [{ start: mark.start, end: mark.end, text: '<w:vMerge w:val="restart"/>' }];
}

function mergeOf(cell: PlacedCell['cell']): PlacedCell['cell'] | null {
  const properties = childOf(cell, 'w:tcPr');
  return properties && childOf(properties, 'w:vMerge');
}
