/** Small workbooks written by hand, part by part, the way this or that program writes its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, Zip, ZipDeflate, type Zippable } from 'fflate';

/** What of a workbook is out of the ordinary; all else is as Excel writes it. */
export interface HandMade {
  /** Rows of the only sheet: what stands within `sheetData`. */
  readonly rows?: string;
  /** What stands before the cells, and behind them. */
  readonly head?: string;
  readonly tail?: string;
  /** Numbers of the number formats of the cell styles; `formats` gives some of them a pattern. */
  readonly styles?: readonly number[];
  readonly formats?: Readonly<Record<number, string>>;
  /** `si` elements. */
  readonly texts?: string;
  /** What stands in the workbook part before its sheets, and its sheets when not one named 表. */
  readonly properties?: string;
  readonly sheets?: string;
  /** Relationships of the workbook, and parts, beside the usual ones (which they replace). */
  readonly links?: string;
  readonly parts?: Readonly<Record<string, string | null>>;
  /** Parts that are no UTF-8 text. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  /** Every element's prefix: `x:`. */
  readonly prefix?: string;
  readonly isStrict?: boolean;
  /** Targets of relationships from the root of the archive. */
  readonly isAbsolute?: boolean;
  readonly packing?: 'deflated' | 'stored' | 'streamed';
  /** The parts in the archive from last to first. */
  readonly isReversed?: boolean;
}

const transitional = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** The parts of the workbook by name. */
function partsOf(made: HandMade): Record<string, string> {
  const main = made.isStrict === true ? `${strict}/spreadsheetml/main` : `${transitional}/spreadsheetml/2006/main`;
  const office =
    made.isStrict === true
      ? `${strict}/officeDocument/relationships`
      : `${transitional}/officeDocument/2006/relationships`;
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${made.isAbsolute === true ? '/xl/' : ''}${target}"/>`;
  const links = (content: string): string =>
    `${declaration}<Relationships xmlns="${transitional}/package/2006/relationships">${content}</Relationships>`;
  const prefixed = (xml: string): string =>
    made.prefix === undefined ? xml : xml.replace(/<(\/?)(?=\w)/gu, (_, end: string) => `<${end}${made.prefix ?? ''}`);
  const part = (root: string, content: string): string =>
    declaration +
    prefixed(`<${root}>${content}</${root}>`).replace(
      /(?<=<[\w:]+)>/u,
      ` xmlns${made.prefix === undefined ? '' : `:${made.prefix.slice(0, -1)}`}="${main}" xmlns:r="${office}">`,
    );
  const formats = Object.entries(made.formats ?? {}).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`,
  );
  const styles = (made.styles ?? []).map((id) => `<xf numFmtId="${String(id)}" fontId="0" fillId="0" borderId="0"/>`);
  const given: Record<string, string | null> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${transitional}/package/2006/content-types"/>`,
    '_rels/.rels': links(
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="${made.isAbsolute === true ? '/' : ''}xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': part(
      'workbook',
      `${made.properties ?? ''}<sheets>${made.sheets ?? '<sheet name="表" sheetId="1" r:id="rId1"/>'}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': links(
      link('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        link('rId2', 'styles', 'styles.xml') +
        link('rId3', 'sharedStrings', 'sharedStrings.xml') +
        (made.links ?? ''),
    ),
    'xl/styles.xml': part(
      'styleSheet',
      `${formats.length > 0 ? `<numFmts>${formats.join('')}</numFmts>` : ''}<cellXfs>${styles.join('')}</cellXfs>`,
    ),
    'xl/sharedStrings.xml': part('sst', made.texts ?? ''),
    'xl/worksheets/sheet1.xml': sheetXml(part, made),
    ...made.parts,
  };
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null));
}

function sheetXml(
  part: (root: string, content: string) => string,
  { rows = '', head = '', tail = '' }: HandMade,
): string {
  return part('worksheet', `${head}<sheetData>${rows}</sheetData>${tail}`);
}

/** The bytes of the workbook. */
export function handMade(made: HandMade): Uint8Array {
  const texts = Object.entries(partsOf(made)).map(([name, text]): [string, Uint8Array] => [name, Buffer.from(text)]);
  const parts = Object.entries({ ...Object.fromEntries(texts), ...made.bytes });
  const ordered = made.isReversed === true ? parts.reverse() : parts;
  if (made.packing === 'streamed') return streamed(ordered);
  const files: Zippable = Object.fromEntries(ordered);
  return zipSync(files, { level: made.packing === 'stored' ? 0 : 6 });
}

/** Sizes and checksums follow the data, as in files that are made while they are sent. */
function streamed(parts: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, data] of parts) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(data, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** Writes the workbook into the folder; gives its id. */
export function putHandMade(folder: string, made: HandMade): string {
  writeFileSync(join(folder, '手工.xlsx'), handMade(made));
  return '手工.xlsx';
}

/** A row of cells `A1`, `B1` …, each given as its attributes and its content. */
export function row(...cells: readonly (readonly [attributes: string, content: string])[]): string {
  const names = cells.map((_, index) => `${String.fromCharCode(65 + index)}1`);
  return `<row r="1">${cells.map(([attributes, content], index) => `<c r="${names[index] ?? ''}" ${attributes}>${content}</c>`).join('')}</row>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
