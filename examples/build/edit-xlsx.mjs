/**
 * Sets cells in an .xlsx file and touches nothing else: formats, drop-down lists, notes, protection, colour rules and
 * print set-up stay byte for byte. (Spreadsheet libraries rebuild the whole file and lose part of these.)
 */
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Points of a line of text, and of the room above and below. */
const lineHeight = 14.25;
const rowPadding = 6;
/** Where the format's sheets end. */
const lastColumn = 16_384;
/** Fixed, so that the same data gives the same bytes. */
const fixedTime = new Date(2000, 0, 1);

/** The opened file: `sheet(title)` gives a sheet to read and set, `bytes()` the file with all that was set. */
export function openXlsx(bytes) {
  const parts = unzipSync(bytes);
  const shared = sharedStrings(parts);
  const styles = styleTable(parts);
  const open = new Map();
  const paths = sheetPaths(parts);
  const sheet = (title) => {
    if (!paths.has(title)) throw new Error(`没有工作表“${title}”，只有：${[...paths.keys()].join('、')}`);
    if (!open.has(title)) open.set(title, openSheet(parseXml(parts, paths.get(title)), shared, styles));
    return open.get(title);
  };
  const finished = () => {
    for (const [title, { document }] of open) parts[paths.get(title)] = printXml(document);
    shared.save();
    styles.save();
    return packParts(parts);
  };
  return { titles: [...paths.keys()], sheet, bytes: finished };
}

/** The parts as a zip whose bytes depend on nothing but the parts. */
export function packParts(parts) {
  return zipSync(parts, { level: 9, mtime: fixedTime });
}

/** A sheet: rows and columns count from 0. `set` takes `{text}`, `{number}` or null for an empty cell. */
function openSheet(document, shared, styles) {
  const data = children(document.documentElement, 'sheetData')[0];
  const rows = new Map(children(data, 'row').map((row) => [Number(row.getAttribute('r')) - 1, row]));
  const { widths, styles: columnStyles } = columnsOf(document);
  const cellOf = (row, column) =>
    rows.has(row)
      ? children(rows.get(row), 'c').find((cell) => cell.getAttribute('r') === cellName(row, column))
      : undefined;
  const madeRow = (row) => {
    if (rows.has(row)) return rows.get(row);
    const element = document.createElementNS(mainNamespace, 'row');
    element.setAttribute('r', String(row + 1));
    const later = Math.min(...[...rows.keys()].filter((other) => other > row));
    data.insertBefore(element, rows.get(later) ?? null);
    rows.set(row, element);
    return element;
  };
  /** As a spreadsheet makes it when somebody types: it takes the look of its column. */
  const made = (row, column) => {
    const known = cellOf(row, column);
    if (known !== undefined) return known;
    if (columnStyles[column] === undefined) throw new Error(`单元格 ${cellName(row, column)} 不在已做好的表格范围内`);
    const cell = document.createElementNS(mainNamespace, 'c');
    cell.setAttribute('r', cellName(row, column));
    cell.setAttribute('s', columnStyles[column]);
    const next = children(madeRow(row), 'c').find((other) => columnOf(other) > column);
    madeRow(row).insertBefore(cell, next ?? null);
    return cell;
  };
  return {
    document,
    rowNumbers: () => [...rows.keys()].sort((a, b) => a - b),
    texts: (row) =>
      rows.has(row) ? children(rows.get(row), 'c').map((cell) => [columnOf(cell), shownText(cell, shared)]) : [],
    text: (row, column) => shownText(cellOf(row, column), shared),
    set: (row, column, value) => setCell(made(row, column), value, shared),
    /** Takes the number format away, as a cell has it into which a value was pasted from elsewhere. */
    setGeneral: (row, column) => {
      const cell = made(row, column);
      cell.setAttribute('s', String(styles.withoutFormat(Number(cell.getAttribute('s')))));
    },
    merge: (range) => addMerge(document, range),
    /** Gives a row the height its texts need, as a spreadsheet does while people type; `least` in points. */
    fitRow: (row, least) => {
      const lines = children(rows.get(row), 'c').map((cell) =>
        Math.ceil(halfWidths(shownText(cell, shared)) / (widths[columnOf(cell)] - 2)),
      );
      const height = Math.max(least, Math.max(...lines) * lineHeight + rowPadding);
      rows.get(row).setAttribute('ht', String(height));
      rows.get(row).removeAttribute('customHeight');
    },
    height: (row) => Number(rows.get(row).getAttribute('ht') ?? 0),
  };
}

/** Width and look of each column the table has. */
function columnsOf(document) {
  const [widths, styles] = [[], []];
  const list = children(document.documentElement, 'cols')[0];
  for (const column of list ? children(list, 'col') : []) {
    const [first, last] = ['min', 'max'].map((name) => Number(column.getAttribute(name)));
    if (last === lastColumn) continue;
    for (let index = first; index <= last; index += 1) {
      widths[index - 1] = Number(column.getAttribute('width'));
      styles[index - 1] = column.getAttribute('style') ?? undefined;
    }
  }
  return { widths, styles };
}

/** Chinese characters and full-width marks are two wide. */
function halfWidths(text) {
  return Array.from(text).reduce((total, character) => total + (character > '\u02ff' ? 2 : 1), 0);
}

function setCell(cell, value, shared) {
  while (cell.firstChild) cell.removeChild(cell.firstChild);
  cell.removeAttribute('t');
  if (value === null) return;
  const content = cell.ownerDocument.createElementNS(mainNamespace, 'v');
  if ('text' in value) cell.setAttribute('t', 's');
  content.textContent = 'text' in value ? String(shared.indexOf(value.text)) : String(value.number);
  cell.appendChild(content);
}

function shownText(cell, shared) {
  if (cell === undefined) return '';
  if (cell.getAttribute('t') === 'inlineStr') return cell.textContent ?? '';
  const value = children(cell, 'v')[0]?.textContent ?? '';
  return cell.getAttribute('t') === 's' ? shared.at(Number(value)) : value;
}

/** Merges stand after these parts of a sheet and before all others. */
const beforeMerges = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
];

function addMerge(document, range) {
  const root = document.documentElement;
  let list = children(root, 'mergeCells')[0];
  if (list === undefined) {
    list = document.createElementNS(mainNamespace, 'mergeCells');
    const next = Array.from(root.childNodes).find((node) => !beforeMerges.includes(node.localName));
    root.insertBefore(list, next ?? null);
  }
  const merge = document.createElementNS(mainNamespace, 'mergeCell');
  merge.setAttribute('ref', range);
  list.appendChild(merge);
  list.setAttribute('count', String(children(list, 'mergeCell').length));
}

function sharedStrings(parts) {
  const path = 'xl/sharedStrings.xml';
  const document = parseXml(parts, path);
  const root = document.documentElement;
  const texts = children(root, 'si').map((item) => item.textContent ?? '');
  const known = new Map(texts.map((text, index) => [text, index]));
  const indexOf = (text) => {
    if (!known.has(text)) {
      const item = root.appendChild(document.createElementNS(mainNamespace, 'si'));
      const content = item.appendChild(document.createElementNS(mainNamespace, 't'));
      content.textContent = text;
      content.setAttribute('xml:space', 'preserve');
      known.set(text, texts.push(text) - 1);
    }
    return known.get(text);
  };
  const save = () => {
    root.removeAttribute('count');
    root.setAttribute('uniqueCount', String(texts.length));
    parts[path] = printXml(document);
  };
  return { at: (index) => texts[index] ?? '', indexOf, save };
}

function styleTable(parts) {
  const path = 'xl/styles.xml';
  const document = parseXml(parts, path);
  const list = children(document.documentElement, 'cellXfs')[0];
  const withoutFormat = (index) => {
    const copy = children(list, 'xf')[index].cloneNode(true);
    copy.setAttribute('numFmtId', '0');
    list.appendChild(copy);
    list.setAttribute('count', String(children(list, 'xf').length));
    return children(list, 'xf').length - 1;
  };
  return { withoutFormat, save: () => (parts[path] = printXml(document)) };
}

function sheetPaths(parts) {
  const targets = new Map(
    children(parseXml(parts, 'xl/_rels/workbook.xml.rels').documentElement, 'Relationship').map((relation) => [
      relation.getAttribute('Id'),
      `xl/${(relation.getAttribute('Target') ?? '').replace(/^\/xl\//u, '')}`,
    ]),
  );
  const sheets = children(children(parseXml(parts, 'xl/workbook.xml').documentElement, 'sheets')[0], 'sheet');
  return new Map(
    sheets.map((sheet) => [sheet.getAttribute('name'), targets.get(sheet.getAttributeNS(relationNamespace, 'id'))]),
  );
}

function children(node, name) {
  return Array.from(node.childNodes).filter((child) => child.localName === name);
}

function parseXml(parts, path) {
  if (parts[path] === undefined) throw new Error(`文件里没有 ${path}`);
  return new DOMParser().parseFromString(strFromU8(parts[path]), 'text/xml');
}

function printXml(document) {
  return strToU8(new XMLSerializer().serializeToString(document));
}

/** `D7` for row 6, column 3. */
export function cellName(row, column) {
  const rest = Math.floor(column / 26);
  const letters = (rest > 0 ? String.fromCharCode(64 + rest) : '') + String.fromCharCode(65 + (column % 26));
  return `${letters}${String(row + 1)}`;
}

/** The column of `D7` is 3. */
function columnOf(cell) {
  const letters = (cell.getAttribute('r') ?? '').replace(/\d+$/u, '');
  return [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
