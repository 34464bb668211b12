/** Applies the requests of Sheets.Spreadsheets.batchUpdate to a book, one function for each kind. */
import { errorText } from '../../core/base/refusal';
import { boxName } from '../books/a1';
import { makeSheet, type Book, type BookSheet } from '../books/book';
import { maskPaths, parseFieldMask } from './field-mask';
import { demandKnown, isSupported, type RequestKind } from './request-forms';
import { ServiceError } from './service-error';
import { repeatCell, updateCells } from './sheets-cells';
import { color } from './sheets-format';
import { boxOf, openBoxOf, sheetById, unsupported } from './sheets-grid';
import { fileProperties, toSheetProperties } from './sheets-json';
import { addChart, addConditionalFormat, protectSheet, setValidation, toRule } from './sheets-rules';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Response = GoogleAppsScript.Sheets.Schema.Response;
type SheetProperties = GoogleAppsScript.Sheets.Schema.SheetProperties;
type DimensionRequest = GoogleAppsScript.Sheets.Schema.UpdateDimensionPropertiesRequest;
type Apply<K extends keyof Request> = (book: Book, request: NonNullable<Request[K]>) => Response;
type Appliers = { readonly [K in RequestKind]: Apply<K> };

const gridFields = ['rowCount', 'columnCount', 'frozenRowCount', 'frozenColumnCount'];

type PropertySetter = (sheet: BookSheet, properties: SheetProperties, book: Book) => void;

const setTabColor: PropertySetter = (sheet, properties) => {
  sheet.tabColor = color(properties, 'tabColor') ?? null;
};
const keep: PropertySetter = () => undefined;

/** One entry for each property a mask may name. */
const propertySetters: Readonly<Record<string, PropertySetter>> = {
  sheetId: keep,
  sheetType: keep,
  title: (sheet, { title = '' }, book) => {
    setTitle(book, sheet, title);
  },
  index: (sheet, { index }, book) => {
    book.sheets = book.sheets.filter((other) => other !== sheet);
    book.sheets.splice(index ?? book.sheets.length, 0, sheet);
  },
  hidden: (sheet, { hidden = false }) => {
    sheet.hidden = hidden;
  },
  tabColor: setTabColor,
  tabColorStyle: setTabColor,
  'gridProperties.frozenRowCount': (sheet, { gridProperties }) => {
    sheet.frozenRows = gridProperties?.frozenRowCount ?? 0;
  },
  'gridProperties.frozenColumnCount': (sheet, { gridProperties }) => {
    sheet.frozenColumns = gridProperties?.frozenColumnCount ?? 0;
  },
  'gridProperties.rowCount': (sheet, { gridProperties }) => {
    resize(sheet, gridProperties?.rowCount ?? sheet.rowCount, sheet.columnCount);
  },
  'gridProperties.columnCount': (sheet, { gridProperties }) => {
    resize(sheet, sheet.rowCount, gridProperties?.columnCount ?? sheet.columnCount);
  },
};

const appliers: Appliers = {
  addSheet,
  deleteSheet,
  updateSpreadsheetProperties: (_, { properties = {}, fields = '' }) => {
    for (const name of maskPaths(parseFieldMask(fields))) demandChina(name, properties);
    return {};
  },
  updateSheetProperties: (book, { properties = {}, fields = '' }) => {
    setProperties(book, sheetById(book, properties.sheetId), properties, maskPaths(parseFieldMask(fields)));
    return {};
  },
  updateCells: (book, request) => {
    updateCells(sheetById(book, (request.range ?? request.start)?.sheetId), request);
    return {};
  },
  repeatCell: (book, request) => {
    repeatCell(sheetById(book, request.range?.sheetId), request);
    return {};
  },
  mergeCells: (book, { range = {}, mergeType = 'MERGE_ALL' }) => {
    if (mergeType !== 'MERGE_ALL') throw unsupported(`mergeCells ${mergeType}`);
    const sheet = sheetById(book, range.sheetId);
    sheet.merges.push(boxOf(sheet, range));
    return {};
  },
  setDataValidation: (book, { range = {}, rule }) => {
    const sheet = sheetById(book, range.sheetId);
    setValidation(sheet, openBoxOf(sheet, range), toRule(rule));
    return {};
  },
  addProtectedRange: (book, { protectedRange = {} }) => {
    protectSheet(sheetById(book, protectedRange.range?.sheetId), protectedRange);
    return { addProtectedRange: { protectedRange } };
  },
  addConditionalFormatRule: (book, { rule = {}, index = 0 }) => {
    addConditionalFormat(sheetById(book, rule.ranges?.[0]?.sheetId), rule, index);
    return {};
  },
  addChart: (book, { chart = {} }) => {
    addChart(book, chart);
    return { addChart: { chart } };
  },
  updateDimensionProperties,
  setBasicFilter: (book, { filter = {} }) => {
    const sheet = sheetById(book, filter.range?.sheetId);
    sheet.filter = { range: boxName(openBoxOf(sheet, filter.range ?? {})), isActive: false };
    return {};
  },
};

/** A file has neither zone nor language: it is told to be in China, and nothing else. */
function demandChina(name: string, properties: object): void {
  const value: unknown = Reflect.get(properties, name);
  if (Reflect.get(fileProperties, name) !== value) {
    throw unsupported(`updateSpreadsheetProperties ${name}=${String(value)}`);
  }
}

/**
 * Changes the book request by request and gives Google's replies. Throws at the first request that holds something unknown,
 * before anything is changed, and at the first that cannot be done.
 */
export function applyRequests(book: Book, requests: readonly Request[]): Response[] {
  eachNamed(requests, demandRequest);
  return eachNamed(requests, (request) => applyRequest(book, request));
}

/** An error says which request it is about. */
function eachNamed<T>(requests: readonly Request[], work: (request: Request) => T): T[] {
  return requests.map((request, index) => {
    try {
      return work(request);
    } catch (error) {
      throw new ServiceError(
        `batchUpdate 第 ${String(index + 1)} 项 ${Object.keys(request).join()}：${errorText(error)}`,
        {
          cause: error,
        },
      );
    }
  });
}

function demandRequest(request: Request): void {
  demandKnown(kindOf(request), request);
}

function applyRequest(book: Book, request: Request): Response {
  return applyKind(book, request, kindOf(request));
}

function kindOf(request: Request): RequestKind {
  const kinds = Object.keys(request);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1)
    throw new ServiceError('每项请求须有且只有一种操作 (exactly one kind per request)');
  if (!isSupported(kind)) throw unsupported(`batchUpdate.${kind}`);
  return kind;
}

function applyKind<K extends RequestKind>(book: Book, request: Pick<Request, K>, kind: K): Response {
  const body = request[kind];
  if (!body) throw new ServiceError('请求内容为空 (empty request)');
  return appliers[kind](book, body);
}

function addSheet(book: Book, { properties = {} }: GoogleAppsScript.Sheets.Schema.AddSheetRequest): Response {
  const id = properties.sheetId ?? Math.max(-1, ...book.sheets.map((sheet) => sheet.id)) + 1;
  if (book.sheets.some((sheet) => sheet.id === id))
    throw new ServiceError(`工作表编号 ${String(id)} 已存在 (sheet id exists)`);
  const sheet = makeSheet(id, '');
  book.sheets.push(sheet);
  const title = properties.title ?? `工作表${String(book.sheets.length)}`;
  setProperties(book, sheet, { ...properties, title }, propertyPaths({ ...properties, title }));
  return { addSheet: { properties: toSheetProperties(sheet, book.sheets.indexOf(sheet)) } };
}

function deleteSheet(book: Book, { sheetId }: GoogleAppsScript.Sheets.Schema.DeleteSheetRequest): Response {
  const sheet = sheetById(book, sheetId);
  if (book.sheets.length === 1) throw new ServiceError('不能删除唯一的工作表 (cannot remove all sheets)');
  book.sheets = book.sheets.filter((other) => other !== sheet);
  return {};
}

/** The paths of all properties that are given, as if a mask had named them. */
function propertyPaths(properties: SheetProperties): string[] {
  return Object.keys(properties).flatMap((name) =>
    name === 'gridProperties'
      ? Object.keys(properties.gridProperties ?? {}).map((field) => `gridProperties.${field}`)
      : [name],
  );
}

function setProperties(book: Book, sheet: BookSheet, properties: SheetProperties, paths: readonly string[]): void {
  const gridPaths = gridFields.map((field) => `gridProperties.${field}`);
  for (const path of paths.flatMap((name) => (name === 'gridProperties' ? gridPaths : [name]))) {
    const set = propertySetters[path];
    if (!set) throw unsupported(`updateSheetProperties.${path}`);
    set(sheet, properties, book);
  }
}

/** A smaller grid loses what stood outside it. */
function resize(sheet: BookSheet, rowCount: number, columnCount: number): void {
  sheet.rowCount = rowCount;
  sheet.columnCount = columnCount;
  sheet.cells = sheet.cells.slice(0, rowCount).map((row) => row.slice(0, columnCount));
}

/** Titles must suit Excel too, which is stricter than Google. */
function setTitle(book: Book, sheet: BookSheet, title: string): void {
  if (title === '' || title.length > 31 || /[[\]:*?/\\]|^'|'$/u.test(title)) {
    throw new ServiceError(
      `工作表名“${title}”不合 Excel 的规定：1 至 31 个字，不含 [ ] : * ? / \\ (invalid sheet title)`,
    );
  }
  if (book.sheets.some((other) => other !== sheet && other.title.toLowerCase() === title.toLowerCase())) {
    throw new ServiceError(`工作表“${title}”已存在 (sheet title exists)`);
  }
  sheet.title = title;
}

function updateDimensionProperties(
  book: Book,
  { range = {}, properties = {}, fields = '' }: DimensionRequest,
): Response {
  const sheet = sheetById(book, range.sheetId);
  const paths = dimensionPaths(fields);
  const pixels = paths.includes('pixelSize') ? properties.pixelSize : undefined;
  const hidden = paths.includes('hiddenByUser') && { hidden: properties.hiddenByUser ?? false };
  const set = range.dimension === 'ROWS' ? setRow : setColumn;
  const end = range.endIndex ?? (range.dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount);
  for (let index = range.startIndex ?? 0; index < end; index += 1) set(sheet, index, pixels, hidden);
  return {};
}

function dimensionPaths(fields: string): string[] {
  const known = ['pixelSize', 'hiddenByUser'];
  const paths = maskPaths(parseFieldMask(fields)).flatMap((path) => (path === '*' ? known : [path]));
  const unknown = paths.find((path) => !known.includes(path));
  if (unknown !== undefined) throw unsupported(`updateDimensionProperties.${unknown}`);
  return paths;
}

type Hidden = { readonly hidden: boolean } | false;

/** 96 pixels and 72 points make an inch. */
function setRow(sheet: BookSheet, index: number, pixels: number | undefined, hidden: Hidden): void {
  sheet.rows.set(index, {
    ...sheet.rows.get(index),
    ...(pixels !== undefined && { height: pixels * 0.75 }),
    ...hidden,
  });
}

/** A character of the default font is 7 pixels wide, each cell has 5 of its own. */
function setColumn(sheet: BookSheet, index: number, pixels: number | undefined, hidden: Hidden): void {
  const width = pixels !== undefined && { width: Math.max(0.5, Math.round(((pixels - 5) / 7) * 100) / 100) };
  sheet.columns[index] = { ...sheet.columns[index], ...width, ...hidden };
}
