/** The least an .xlsx file can be, written and read with patterns: SpreadsheetML as ECMA-376 part 1, 18.3 has it. */
import { unzipped, zipped, type Parts } from './zip';

/** What stands in a cell: a number as its digits, a text, an error of a formula, a day. */
export type Cell =
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'day'; readonly day: string };

export interface Row {
  readonly cells: readonly (Cell | null)[];
  readonly hidden?: boolean;
}

export interface Sheet {
  readonly title: string;
  readonly rows: readonly Row[];
}

export function text(words: string): Cell {
  return { kind: 'text', text: words };
}

export function number(digits: string): Cell {
  return { kind: 'number', digits };
}

/** The cell's name: column and row from 0. */
export function cellName(column: number, row: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
  return `${letters}${String.fromCharCode(65 + (column % 26))}${String(row + 1)}`;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The bytes of the workbook. */
export function workbookBytes(sheets: readonly Sheet[]): Buffer {
  const parts = new Map([
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relations([`${office}/officeDocument xl/workbook.xml`])],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index) => `${office}/worksheet worksheets/sheet${String(index + 1)}.xml`),
        `${office}/styles styles.xml`,
      ]),
    ],
    ['xl/styles.xml', stylesXml],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${String(index + 1)}.xml`, sheetXml(sheet)] as const),
  ]);
  return zipped(new Map([...parts].map(([name, xml]) => [name, Buffer.from(xml)])));
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...sheets.map((_, index) => [`/xl/worksheets/sheet${String(index + 1)}.xml`, 'worksheet']),
  ];
  const overrides = parts.map(
    ([part = '', type = '']) => `<Override PartName="${part}" ContentType="${sheetMl}.${type}+xml"/>`,
  );
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return `${head}<Types xmlns="${packaged}/content-types">${rels}${overrides.join('')}</Types>`;
}

function relations(lines: readonly string[]): string {
  const each = lines.map((line, index) => {
    const [type = '', target = ''] = line.split(' ');
    return `<Relationship Id="rId${String(index + 1)}" Type="${type}" Target="${target}"/>`;
  });
  return `${head}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const each = sheets.map(
    ({ title }, index) =>
      `<sheet name="${escaped(title)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.join('')}</sheets></workbook>`;
}

/** Style 0 is plain, style 1 a day. */
const stylesXml =
  `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>';

function sheetXml({ rows }: Sheet): string {
  const lines = rows.map(({ cells, hidden }, row) => {
    const each = cells.map((cell, column) => (cell === null ? '' : cellXml(cell, cellName(column, row))));
    return `<row r="${String(row + 1)}"${hidden === true ? ' hidden="1"' : ''}>${each.join('')}</row>`;
  });
  return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, name: string): string {
  switch (cell.kind) {
    case 'number':
      return `<c r="${name}"><v>${cell.digits}</v></c>`;
    case 'day':
      return `<c r="${name}" s="1"><v>${String(serialOf(cell.day))}</v></c>`;
    case 'error':
      return `<c r="${name}" t="e"><f>A1/0</f><v>${escaped(cell.text)}</v></c>`;
    case 'text':
      return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
  }
}

/** Days since 1899-12-30. */
function serialOf(day: string): number {
  return (Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Sheet → cell name → what a person reads there: the text, or the digits of the number. */
export type Shown = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads any workbook whose texts stand in the cells or in the table of shared texts. */
export function readWorkbook(bytes: Buffer): Shown {
  const parts = unzipped(bytes);
  const shared = [...partText(parts, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gsu)].map((si) =>
    textsIn(si[1] ?? ''),
  );
  const targets = new Map(
    [...partText(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/gu)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/u, 'xl/'),
    ]),
  );
  const sheets = [...partText(parts, 'xl/workbook.xml').matchAll(/<sheet\s[^>]*>/gu)];
  return new Map(
    sheets.map(([tag]) => {
      const xml = partText(parts, targets.get(attribute(tag, 'r:id')) ?? '');
      return [unescaped(attribute(tag, 'name')), cellsIn(xml, shared)];
    }),
  );
}

function partText(parts: Parts, name: string): string {
  return parts.get(name)?.toString('utf8') ?? '';
}

function cellsIn(xml: string, shared: readonly string[]): ReadonlyMap<string, string> {
  const cells = [...xml.matchAll(/<c(\s[^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)];
  return new Map(cells.map(([, tag = '', body = '']) => [attribute(tag, 'r'), shownIn(tag, body, shared)]));
}

function shownIn(tag: string, body: string, shared: readonly string[]): string {
  const value = unescaped(/<v>([^<]*)<\/v>/u.exec(body)?.[1] ?? '');
  const type = attribute(tag, 't');
  if (type === 's') return shared[Number(value)] ?? '';
  return type === 'inlineStr' ? textsIn(body) : value;
}

function textsIn(xml: string): string {
  return unescaped([...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/gu)].map(([, words = '']) => words).join(''));
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

function unescaped(words: string): string {
  return words
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
