/** Does to a workspace what people and accidents do: changed cells, renamed sheets, files of the wrong kind. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Changes the text of one part of an Office file; the part is made when it is missing. */
export function editPart(path: string, part: string, edit: (xml: string) => string): void {
  const parts = unzipSync(readFileSync(path));
  const old = parts[part];
  const edited = edit(old ? strFromU8(old) : '');
  if (old && edited === strFromU8(old)) throw new Error(`nothing changed in ${part}`);
  writeFileSync(path, zipSync({ ...parts, [part]: strToU8(edited) }));
}

export function renameSheet(path: string, title: string, next: string): void {
  editPart(path, 'xl/workbook.xml', (xml) => xml.replace(`name="${title}"`, `name="${next}"`));
}

/** Puts a text (escaped) into a cell of the sheet with that number; the cell must be there. */
export function setCell(path: string, sheet: number, cell: string, text: string): void {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  editPart(path, `xl/worksheets/sheet${String(sheet)}.xml`, (xml) =>
    xml.replace(
      new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, 'su'),
      (_, style: string | undefined) =>
        `<c r="${cell}"${style ?? ''} t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`,
    ),
  );
}

/** Every file below the folder with its SHA-1, folders and links by kind; the program's own folder is left out. */
export function inventory(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder).filter((one) => one !== '.nianbao')) {
    const path = join(folder, name);
    const stats = lstatSync(path);
    if (stats.isDirectory()) {
      for (const [below, kind] of Object.entries(inventory(path))) found[`${name}/${below}`] = kind;
      found[`${name}/`] = 'folder';
    } else {
      found[name] = stats.isFile() ? createHash('sha1').update(readFileSync(path)).digest('hex') : 'link';
    }
  }
  return found;
}
