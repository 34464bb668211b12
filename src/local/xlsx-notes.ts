/** Makes the boxes of cell notes large enough for their text: the writer library gives all the same small one. */
import type { Book } from './book';
import { openZip, packZip } from './zip';

/** Chinese characters in one line of a note's box, and the box's size in points. */
const note = { charactersPerLine: 20, width: 240, lineHeight: 14, margin: 12 };

/** The same workbook with note boxes sized to their text. */
export function sizeNotes(bytes: Uint8Array, book: Book): Uint8Array {
  const parts = openZip(bytes).map(({ name, read }) => [name, read()] as const);
  const sized = parts.map(([name, data]) => {
    const sheet = /^xl\/drawings\/vmlDrawing(\d+)\.vml$/u.exec(name)?.[1];
    return [name, sheet === undefined ? data : sizeDrawing(data, book, Number(sheet) - 1)] as const;
  });
  return packZip(sized, true);
}

function sizeDrawing(data: Uint8Array, book: Book, sheet: number): Uint8Array {
  const cells = book.sheets[sheet]?.cells ?? [];
  const xml = Buffer.from(data).toString('utf8');
  const sized = xml.replace(/<v:shape .*?<\/v:shape>/gsu, (shape) => {
    const row = Number(/<x:Row>(\d+)</u.exec(shape)?.[1]);
    const column = Number(/<x:Column>(\d+)</u.exec(shape)?.[1]);
    return sizeShape(shape, linesOf(cells[row]?.[column]?.note ?? ''), row, column);
  });
  return Buffer.from(sized, 'utf8');
}

/** The anchor counts in columns and rows of unknown size; the style in points is what is drawn when the sheet is opened. */
function sizeShape(shape: string, lines: number, row: number, column: number): string {
  const height = lines * note.lineHeight + note.margin;
  const lastRow = row + Math.ceil(height / 20) + 1;
  return shape
    .replace('width:108pt;height:59.25pt', `width:${String(note.width)}pt;height:${String(height)}pt`)
    .replace(/<x:Anchor>[^<]*</u, `<x:Anchor>${[column + 1, 15, row, 2, column + 4, 31, lastRow, 4].join(',')}<`);
}

function linesOf(text: string): number {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / note.charactersPerLine)));
  return lines.reduce((sum, count) => sum + count, 0);
}
