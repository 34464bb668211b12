/** Writes a workbook of one plain sheet, printed one page wide, in pure code: the trace of a document, the data behind a chart. */
import type { TraceEntry } from '../../language/trace';
import { packEntry, writeZip } from './write-zip';
import { escapeXml, legalXml } from './xml-text';
import { utf8Bytes } from './utf8-buffer';

export interface PlainSheet {
  readonly title: string;
  /** A line above the table, in large letters; none where it is not given. */
  readonly heading?: string;
  /** The first row is the header. Texts stay texts, also those that begin with `=`. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Of each column, in characters of half width. */
  readonly widths: readonly number[];
}

/** The longest text a cell can hold. */
const maxText = 32_767;
/** The lines a row can be high. */
const highest = 27;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The bytes of the .xlsx; `gzip` is what the platform offers to pack the sheet itself. */
export function sheetFile(sheet: PlainSheet, gzip?: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const files = {
    '[Content_Types].xml':
      `<Types xmlns="${packages}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
      `<sheet name="${escapeXml(sheet.title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
  };
  const pack = (name: string, xml: string, by?: typeof gzip): ReturnType<typeof packEntry> =>
    packEntry(name, utf8Bytes(declaration + xml), by);
  const small = Object.entries(files).map(([name, xml]) => pack(name, xml));
  return writeZip([...small, pack('xl/worksheets/sheet1.xml', sheetXml(sheet), gzip)]);
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(([type, target], index) => {
    return `<Relationship Id="rId${String(index + 1)}" Type="${office}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;

/** Style 1: the header; 2: wrapped text; 3: a number; 4: the heading. The looks of the program's other workbooks. */
const styles =
  `<styleSheet xmlns="${main}"><fonts count="4"><font><sz val="11"/><name val="宋体"/></font>` +
  '<font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FF404040"/><name val="宋体"/></font>' +
  '<font><b/><sz val="16"/><name val="宋体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
  '<alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="2" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">' +
  '<alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/>' +
  '<xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf>' +
  '</cellXfs></styleSheet>';

function sheetXml({ heading, rows, widths }: PlainSheet): string {
  const columns = widths.map((width, index) => {
    const number = String(index + 1);
    return `<col min="${number}" max="${number}" width="${String(width)}" customWidth="1"/>`;
  });
  const above = heading === undefined ? [] : [`<row r="1" ht="30" customHeight="1">${cellXml(heading, 4)}</row>`];
  const header = String(above.length + 1);
  const lines = rows.map((row, index) => {
    // Some programs do not make a row as high as its lines by themselves.
    const high = Math.min(highest, Math.max(...row.map((value) => String(value).split('\n').length)));
    const number = String(above.length + index + 1);
    return `<row r="${number}" ht="${String(high * 15)}">${row.map((value) => cellXml(value, index === 0 ? 1 : 2)).join('')}</row>`;
  });
  const last = `${String.fromCharCode(64 + Math.min(26, widths.length))}${String(above.length + rows.length)}`;
  const filter = heading === undefined ? '' : `<autoFilter ref="A${header}:${last}"/>`;
  return (
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${header}" topLeftCell="A${String(above.length + 2)}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${columns.join('')}</cols><sheetData>${[...above, ...lines].join('')}</sheetData>${filter}` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

function cellXml(value: string | number, style: number): string {
  if (typeof value === 'number' && Number.isFinite(value)) return `<c s="3"><v>${String(value)}</v></c>`;
  const text = legalXml(String(value)).slice(0, maxText);
  return `<c s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

const traceHeader = ['位置', '字段', '文字', '来源单元格', '书签'] as const;

/**
 * The trace of a document as a workbook people can search: one row for each printed value, with where it stands and came from. `gzip`
 * makes a gzip file, where the platform has a faster one than the code brought along.
 */
export function traceFile(trace: readonly TraceEntry[], gzip?: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const rows = trace.map(({ place, field, text, sources, bookmark }) => {
    return [place, fieldWords(field), text, sourcesText(sources), bookmark];
  });
  const heading = `数据来源（${String(rows.length)} 处）`;
  return sheetFile({ title: '数据来源', heading, rows: [traceHeader, ...rows], widths: [34, 36, 40, 44, 40] }, gzip);
}

/** The path of a field for people: `章节 第1项 总数` for `章节.0.总数`. */
export function fieldWords(field: string): string {
  const words = field.split('.').map((part) => (/^\d+$/u.test(part) ? ` 第${String(Number(part) + 1)}项 ` : part));
  return words
    .join('.')
    .replace(/\.? (第\d+项) \.?/gu, ' $1 ')
    .trim();
}

/** Each source once, a line each: as many as a cell shows, for there may be a hundred thousand. */
function sourcesText(sources: readonly string[]): string {
  const said = new Set<string>();
  let length = 0;
  for (const source of sources) {
    if (length > maxText && said.size > highest) break;
    if (!said.has(source)) length += legalXml(source).length + 1;
    said.add(source);
  }
  return [...said].join('\n');
}
