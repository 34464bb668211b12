/** What people type into a workbook, put into its XML as plain text: nothing here shares code with the program's own writer. */
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type Typed = string | number | null;

/** The XML of the sheet of that title; sheets are numbered in the order of their tabs. */
export function sheetXml(path: string, title: string): string {
  const parts = unzipSync(readFileSync(path));
  return strFromU8(parts[partOf(parts, title)] ?? new Uint8Array());
}

/** Puts another XML in its place. */
export function changeSheet(path: string, title: string, change: (xml: string) => string): void {
  const parts = unzipSync(readFileSync(path));
  const part = partOf(parts, title);
  parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())));
  writeFileSync(path, zipSync(parts));
}

/** Types rows below the last one; new cells take the look of their column, as in every spreadsheet program. */
export function typeRows(path: string, title: string, rows: readonly (readonly Typed[])[]): void {
  changeSheet(path, title, (xml) => {
    const styles = columnStyles(xml);
    const first = lastRow(xml) + 1;
    const typed = rows.map((row, index) => rowXml(first + index, row, styles)).join('');
    return xml.replace('</sheetData>', `${typed}</sheetData>`);
  });
}

/** The number of the last row that is there. */
export function lastRow(xml: string): number {
  return Math.max(...[...xml.matchAll(/<row r="(\d+)"/gu)].map(([, number]) => Number(number)));
}

/** Numbers of the columns' looks, from column A on. */
export function columnStyles(xml: string): readonly string[] {
  const styles: string[] = [];
  for (const [tag] of xml.matchAll(/<col [^>]*>/gu)) {
    const of = (name: string): string => new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
    for (let column = Number(of('min')); column <= Number(of('max')); column += 1) styles[column - 1] = of('style');
  }
  return styles;
}

/** Whether each look is open to people in a protected sheet. */
export function openStyles(path: string): readonly boolean[] {
  const xml = strFromU8(unzipSync(readFileSync(path))['xl/styles.xml'] ?? new Uint8Array());
  const looks = /<cellXfs.*?<\/cellXfs>/su.exec(xml)?.[0] ?? '';
  return [...looks.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gsu)].map(([look]) => / locked="(?:0|false)"/u.test(look));
}

/** `2022-03-01` as the number a spreadsheet keeps. */
export function serial(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function rowXml(number: number, row: readonly Typed[], styles: readonly string[]): string {
  const cells = row.map((value, column) => {
    const start = `<c r="${String.fromCharCode(65 + column)}${String(number)}" s="${styles[column] ?? '0'}"`;
    if (value === null) return `${start}/>`;
    return typeof value === 'number'
      ? `${start}><v>${String(value)}</v></c>`
      : `${start} t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${String(number)}">${cells.join('')}</row>`;
}

function partOf(parts: Readonly<Record<string, Uint8Array>>, title: string): string {
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const titles = [...workbook.matchAll(/<sheet [^>]*?name="([^"]*)"/gu)].map(([, name]) => name);
  if (!titles.includes(title)) throw new Error(`no sheet ${title}`);
  return `xl/worksheets/sheet${String(titles.indexOf(title) + 1)}.xml`;
}

/** Types a text over what stands in a cell: `C4`. */
export function typeCell(path: string, title: string, cell: string, text: string): void {
  changeSheet(path, title, (xml) => {
    const typed = (style: string): string =>
      `<c r="${cell}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    const changed = xml.replace(
      new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, 'su'),
      (_, style?: string) => typed(style ?? ''),
    );
    if (changed === xml) throw new Error(`no cell ${cell} in ${title}`);
    return changed;
  });
}

/** The cell beside a label in column A, as of a setting's name. */
export function cellBeside(path: string, title: string, label: string): string {
  const strings = strFromU8(unzipSync(readFileSync(path))['xl/sharedStrings.xml'] ?? new Uint8Array());
  const texts = strings
    .split('<si>')
    .slice(1)
    .map((each) => each.replace(/<[^>]*>/gu, ''));
  const number = String(texts.indexOf(label));
  const row = new RegExp(`<c r="A(\\d+)"[^>]*><v>${number}</v></c>`, 'u').exec(sheetXml(path, title))?.[1];
  if (row === undefined) throw new Error(`no line ${label} in ${title}`);
  return `B${row}`;
}
