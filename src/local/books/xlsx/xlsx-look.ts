/** The looks and rules of a workbook, read by the xlsx library from what is left when the cells are taken out. */
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { cellName } from '../../../core/base/place';
import { parseBoxes } from '../a1';
import { without, type BookCell, type BookSheet, type CellStyle, type FontStyle, type Validation } from '../book';
import { shownText } from './xlsx-format';
import { optionsSheetName } from './xlsx-options';
import { packZip } from '../../base/zip';

/** A sheet whose rules are wanted: its XML without cells, and the part that holds its notes. */
export interface LookSource {
  readonly sheet: BookSheet;
  readonly xml: string;
  readonly notes: Buffer | null;
}

/** What more of them there is, is left out: it was made to harm. */
const mostBytes = 2_000_000;
const mostStyles = 10_000;
const stylesInRow = 100;

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Looks of cell styles by their number, and the font of cells that name none. */
export interface Looks {
  readonly styles: readonly (CellStyle | undefined)[];
  readonly defaultFont: FontStyle;
}

/** How the cell styles look. The library tells looks by cells alone: it is given a sheet with one cell of each style. */
export async function readStyleLooks(styles: Buffer | null, count: number): Promise<Looks> {
  const numbers = Array.from({ length: Math.min(count, mostStyles) }, (_, style) => style);
  const cells = numbers.map((style) => `<c r="${cellName(...sampleAt(style))}" s="${String(style)}"/>`);
  const xml = `<worksheet><sheetData><row>${cells.join('')}</row></sheetData></worksheet>`;
  const { sheets, defaultFont } = await readXlsx(packSheets([{ xml, notes: null }], styles), { readStyles: true });
  const samples = sheets[0]?.cells;
  return {
    styles: numbers.map((style) => samples?.get(sampleAt(style).join(','))?.style),
    defaultFont: defaultFont ?? {},
  };
}

function sampleAt(style: number): [row: number, column: number] {
  return [Math.floor(style / stylesInRow), style % stylesInRow];
}

/** Gives each sheet its rules, protection and notes. */
export async function readRules(sources: readonly LookSource[], styles: Buffer | null): Promise<void> {
  const { sheets } = await readXlsx(packSheets(sources, styles));
  const options = sources.find(({ sheet }) => sheet.title === optionsSheetName)?.sheet;
  sources.forEach(({ sheet }, index) => {
    takeRules(sheet, sheets[index], options);
  });
}

/** The sheet's XML without the cells that stand between these bytes. */
export function withoutCells(xml: Buffer, from: number, to: number): string {
  if (from + xml.length - to > mostBytes) return '<worksheet/>';
  // One range of columns may stand for sixteen thousand, and a file for many such ranges: they are read with the cells.
  return withoutColumns(xml.toString('utf8', 0, from)) + xml.toString('utf8', to);
}

function withoutColumns(head: string): string {
  const open = /<(\w+:)?cols>/u.exec(head);
  if (open === null) return head;
  const close = `</${open[1] ?? ''}cols>`;
  const end = head.lastIndexOf(close);
  return end < open.index ? head : head.slice(0, open.index) + head.slice(end + close.length);
}

function packSheets(sheets: readonly Omit<LookSource, 'sheet'>[], styles: Buffer | null): Uint8Array {
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const links = (content: string): string => `<Relationships xmlns="${packageLinks}">${content}</Relationships>`;
  const numbers = sheets.map((_, index) => String(index + 1));
  const listed = numbers.map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="rId${n}"/>`).join('');
  const sheetLinks = numbers.map((n) => link(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)).join('');
  const parts: [string, string | Buffer][] = [
    ['[Content_Types].xml', '<Types/>'],
    ['_rels/.rels', links(link('rId1', 'officeDocument', 'xl/workbook.xml'))],
    ['xl/workbook.xml', `<workbook xmlns:r="${relationships}"><sheets>${listed}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', links(sheetLinks + link('styles', 'styles', 'styles.xml'))],
    ...sheets.map(({ xml }, index): [string, string] => [`xl/worksheets/sheet${String(index + 1)}.xml`, xml]),
    ...sheets.flatMap(({ notes }, index): [string, string | Buffer][] => {
      const n = String(index + 1);
      if (!notes || notes.length > mostBytes) return [];
      return [
        [`xl/comments${n}.xml`, notes],
        [`xl/worksheets/_rels/sheet${n}.xml.rels`, links(link('rId1', 'comments', `../comments${n}.xml`))],
      ];
    }),
    ...(styles && styles.length <= 2 * mostBytes ? [['xl/styles.xml', styles] as [string, Buffer]] : []),
  ];
  const files = parts.map(([name, data]): [string, Uint8Array] => [name, Buffer.from(data)]);
  return packZip(files, false);
}

function takeRules(sheet: BookSheet, look: Sheet | undefined, options: BookSheet | undefined): void {
  if (!look) return;
  const { protection } = look;
  if (protection?.sheet === true) {
    sheet.protection = { insertRows: protection.insertRows === true, deleteRows: protection.deleteRows === true };
  }
  sheet.tabColor = look.view?.tabColor?.rgb?.slice(-6) ?? null;
  sheet.validations = (look.dataValidations ?? []).map(({ range, ...rule }) => toValidation(range, rule, options));
  sheet.conditionalRules = look.conditionalRules ?? [];
  takeNotes(sheet, look);
}

function takeNotes(sheet: BookSheet, { cells: noted = new Map() }: Sheet): void {
  for (const [place, { comment }] of noted) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const cells = sheet.cells[row];
    if (comment && cells) cells[column] = { ...(cells[column] ?? blank), note: comment.text };
  }
}

const blank: BookCell = { value: null };

/** Long lists live on a hidden sheet of our own (see xlsx-write): they come back as values. */
function toValidation(range: string, rule: Validation['rule'], options: BookSheet | undefined): Validation {
  const boxes = parseBoxes(range);
  const match = new RegExp(`^'?${optionsSheetName}'?!(.+)$`, 'u').exec(rule.formula1 ?? '');
  const [box] = match ? parseBoxes(match[1] ?? '') : [];
  if (!box || !options) return { boxes, rule };
  const rows = options.cells.slice(box.startRow, box.endRow);
  const values = rows.map((row) => {
    const value = row[box.startColumn]?.value;
    return shownText(value ?? null, undefined);
  });
  return { boxes, rule: { ...without(rule, 'formula1'), values } };
}
