/** Last touches to a written workbook that the writer library has no options for; packs it anew without a clock. */
import type { Book } from './book';
import { lineCount } from './text-size';
import { openZip, packZip } from './zip';

/** The box of a note, in points and in columns' unit. */
const note = { points: 240, width: 36, lineHeight: 14, margin: 12, fontSize: 9 };

/** Notes get boxes as large as their text; rows whose height was only estimated (by sheet) keep growing with their text. */
export function finishXlsx(
  bytes: Uint8Array,
  book: Book,
  estimated: readonly ReadonlyMap<number, number>[],
): Uint8Array {
  const parts = openZip(bytes).map(({ name, read }): [string, Uint8Array] => {
    const [, folder, number] = /^xl\/(worksheets\/sheet|drawings\/vmlDrawing)(\d+)\.\w+$/u.exec(name) ?? [];
    const index = Number(number) - 1;
    if (folder === undefined) return [name, read()];
    const edit = (xml: string): string =>
      folder === 'worksheets/sheet' ? freeRows(xml, estimated[index]) : sizeNotes(xml, book, index);
    return [name, Buffer.from(edit(Buffer.from(read()).toString('utf8')), 'utf8')];
  });
  return packZip(parts, true);
}

/** A row marked with a custom height would never grow again. */
function freeRows(xml: string, heights: ReadonlyMap<number, number> | undefined): string {
  if (!heights || heights.size === 0) return xml;
  return xml.replace(/(<row r="(\d+)" ht="[\d.]+") customHeight="1"/gu, (whole, kept: string, row: string) =>
    heights.has(Number(row) - 1) ? kept : whole,
  );
}

function sizeNotes(xml: string, book: Book, sheet: number): string {
  const cells = book.sheets[sheet]?.cells ?? [];
  return xml.replace(/<v:shape .*?<\/v:shape>/gsu, (shape) => {
    const row = Number(/<x:Row>(\d+)</u.exec(shape)?.[1]);
    const column = Number(/<x:Column>(\d+)</u.exec(shape)?.[1]);
    const text = cells[row]?.[column]?.note ?? '';
    return sizeNote(shape, lineCount(text, note.width, note.fontSize), row, column);
  });
}

/** Excel sizes the box by the cells of its anchor, other programs by its style: both are set. */
function sizeNote(shape: string, lines: number, row: number, column: number): string {
  const height = lines * note.lineHeight + note.margin;
  const anchor = [column + 1, 15, row, 2, column + 4, 31, row + Math.ceil(height / 20) + 1, 4].join(', ');
  return shape
    .replace('width:108pt;height:59.25pt', `width:${String(note.points)}pt;height:${String(height)}pt`)
    .replace(/<x:Anchor>[^<]*</u, `<x:Anchor>${anchor}<`);
}
