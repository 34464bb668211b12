/** Turns a drafted workbook into the requests of one atomic Sheets.Spreadsheets.batchUpdate. */
import type { CellArea, CellBlock, ColourRule, SheetDraft, ValidationDraft, WorkbookDraft } from '../core/sheets/draft';
import { lightColours } from '../core/sheets/styles';
import { rgb } from './cell-format';
import { formatOf, requestsForCells } from './cell-requests';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
type BooleanCondition = GoogleAppsScript.Sheets.Schema.BooleanCondition;

/** A sheet that is already in the spreadsheet. */
export interface PresentSheet {
  readonly id: number;
  readonly title: string;
}

/** A new spreadsheet has the zone and the language of whoever made it: what is typed as a date is read by them. */
const atHome: Request = {
  updateSpreadsheetProperties: {
    properties: { timeZone: 'Asia/Shanghai', locale: 'zh_CN' },
    fields: 'timeZone,locale',
  },
};

/** Blank rows of a sheet to which people add: Google makes more as they paste or ask, but tells the look of each one read. */
const room = 500;

/**
 * The draft's sheets take the place of the blank ones with these ids. `owner`: the account that alone may change what is
 * protected; empty leaves that to Google.
 */
export function requestsFromDraft(draft: WorkbookDraft, blank: readonly number[], owner: string): Request[] {
  const ids = freeIds(draft.sheets.length, blank);
  const idOf = (index: number): number => ids[index] ?? 0;
  return [
    atHome,
    ...blank.map((id) => rename(id, `旧表${String(id)}`)),
    ...draft.sheets.flatMap((sheet, index) => addSheet(sheet, idOf(index), index)),
    ...draft.sheets.flatMap((sheet, index) => fillSheet(sheet, idOf(index), owner)),
    ...blank.map((sheetId) => ({ deleteSheet: { sheetId } })),
  ];
}

/**
 * Puts the draft's sheets in the place of those with the same titles and leaves all others alone. The old ones are
 * renamed first and deleted last: titles are never double, and there is always a sheet.
 */
export function requestsToReplace(draft: WorkbookDraft, present: readonly PresentSheet[]): Request[] {
  const titles = draft.sheets.map(({ title }) => title);
  const old = present.filter(({ title }) => titles.includes(title));
  const ids = freeIds(
    draft.sheets.length,
    present.map(({ id }) => id),
  );
  return [
    ...old.map(({ id }) => rename(id, `旧表${String(id)}`)),
    ...draft.sheets.flatMap((sheet, index) => addSheet(sheet, ids[index] ?? 0, index)),
    ...draft.sheets.flatMap((sheet, index) => fillSheet(sheet, ids[index] ?? 0)),
    ...old.map(({ id }) => ({ deleteSheet: { sheetId: id } })),
  ];
}

/** The lowest ids nobody has; Google gives sheets made by hand ids up to the largest possible. */
export function freeIds(count: number, taken: readonly number[]): readonly number[] {
  const candidates = Array.from({ length: count + taken.length }, (_, index) => index + 1);
  return candidates.filter((id) => !taken.includes(id)).slice(0, count);
}

function rename(sheetId: number, title: string): Request {
  return { updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } };
}

/** With room for `leastRows`. */
export function addSheet(sheet: SheetDraft, sheetId: number, index: number, leastRows = 0): Request[] {
  const gridProperties = {
    // Google refuses a sheet all of whose rows are frozen.
    rowCount: Math.max(sheet.rows.length + (sheet.newRows.length > 0 ? room : 0), sheet.frozenRows + 1, leastRows),
    columnCount: sheet.widths.length,
    frozenRowCount: sheet.frozenRows,
    frozenColumnCount: sheet.frozenColumns,
  };
  const tabColorStyle = rgb(sheet.tabColour);
  return [{ addSheet: { properties: { sheetId, title: sheet.title, index, gridProperties, tabColorStyle } } }];
}

/** Everything that stands in a sheet just added, and its looks. */
export function fillSheet(sheet: SheetDraft, sheetId: number, owner = ''): Request[] {
  return [
    ...newRows(sheet, sheetId),
    ...requestsForCells(sheet.rows, sheetId),
    ...dimensions(sheet, sheetId),
    ...sheet.merges.map((area): Request => ({ mergeCells: { range: range(sheetId, area), mergeType: 'MERGE_ALL' } })),
    ...sheet.validations.map((rule) => validation(rule, sheetId)),
    ...sheet.colours.map((rule) => colour(rule, sheetId)),
    ...(sheet.filter ? [{ setBasicFilter: { filter: { range: range(sheetId, sheet.filter) } } }] : []),
    ...protection(sheet, sheetId, owner),
    ...chart(sheet, sheetId),
  ];
}

/** Below the last row, as high as its bars need and a page holds. */
function chart({ chart: wanted, rows }: SheetDraft, sheetId: number): Request[] {
  if (wanted === null) return [];
  const source = (area: CellBlock): GoogleAppsScript.Sheets.Schema.ChartData => ({
    sourceRange: { sources: [range(sheetId, area)] },
  });
  const bars = wanted.names.endRow - wanted.names.startRow - 1;
  const spec = {
    title: wanted.title,
    altText: wanted.title,
    basicChart: {
      chartType: 'BAR',
      stackedType: 'PERCENT_STACKED',
      legendPosition: 'BOTTOM_LEGEND',
      headerCount: 1,
      domains: [{ domain: source(wanted.names), reversed: true }],
      series: wanted.parts.map(({ area, colour }) => ({
        series: source(area),
        targetAxis: 'BOTTOM_AXIS',
        colorStyle: rgb(colour),
      })),
    },
  };
  const overlayPosition = {
    anchorCell: { sheetId, rowIndex: rows.length - 1, columnIndex: 0 },
    ...{ offsetYPixels: 45, widthPixels: 760, heightPixels: Math.min(1100, 150 + bars * 22) },
  };
  return [{ addChart: { chart: { spec, position: { overlayPosition } } } }];
}

/** The looks of rows to come: one request for neighbouring columns of the same style. */
function newRows({ newRows: styles, frozenRows }: SheetDraft, sheetId: number): Request[] {
  const starts = styles.flatMap((style, column) => (style === styles[column - 1] ? [] : [{ style, column }]));
  return starts.map(({ style, column }, index) => ({
    repeatCell: {
      range: range(sheetId, {
        startRow: frozenRows,
        endRow: null,
        startColumn: column,
        endColumn: starts[index + 1]?.column ?? styles.length,
      }),
      cell: { userEnteredFormat: formatOf(style) },
      fields: 'userEnteredFormat',
    },
  }));
}

/** A half-width character of the default font is 7 pixels wide; a cell has 5 of its own. */
function dimensions({ widths, heights }: SheetDraft, sheetId: number): Request[] {
  const size = (dimension: 'ROWS' | 'COLUMNS', { startIndex, endIndex, pixelSize }: SizeRun): Request => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex, endIndex },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  });
  return [
    ...sizeRuns(widths.map((width, index) => [index, width * 7 + 5])).map((run) => size('COLUMNS', run)),
    ...sizeRuns(Object.entries(heights).map(([row, height]) => [Number(row), height])).map((run) => size('ROWS', run)),
  ];
}

interface SizeRun {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly pixelSize: number;
}

/** Neighbours of one size are set together; `sizes` are index and pixels, ascending. */
function sizeRuns(sizes: readonly (readonly [index: number, pixels: number])[]): readonly SizeRun[] {
  const runs: SizeRun[] = [];
  for (const [index, pixelSize] of sizes) {
    const last = runs[runs.length - 1];
    const isNext = last?.endIndex === index && last.pixelSize === pixelSize;
    const startIndex = isNext ? last.startIndex : index;
    runs.splice(isNext ? -1 : runs.length, 1, { startIndex, endIndex: index + 1, pixelSize });
  }
  return runs;
}

function validation({ area, rule, help }: ValidationDraft, sheetId: number): Request {
  const strict = rule.kind === 'list' && rule.strict;
  return {
    setDataValidation: {
      range: range(sheetId, area),
      rule: {
        condition: condition(rule),
        inputMessage: help,
        strict,
        showCustomUi: rule.kind === 'list' || rule.kind === 'column',
      },
    },
  };
}

function condition(rule: ValidationDraft['rule']): BooleanCondition {
  switch (rule.kind) {
    case 'list':
      return { type: 'ONE_OF_LIST', values: values(...rule.choices) };
    case 'column':
      return { type: 'ONE_OF_RANGE', values: values(`='${rule.sheet}'!${absolute(rule.area)}`) };
    case 'number':
      return { type: 'NUMBER_GREATER_THAN_EQ', values: values('0') };
    case 'percent':
      return { type: 'NUMBER_BETWEEN', values: values('0', '1') };
    case 'day':
      return { type: 'DATE_IS_VALID' };
  }
}

function values(...texts: readonly string[]): { userEnteredValue: string }[] {
  return texts.map((userEnteredValue) => ({ userEnteredValue }));
}

/** `$B$4:$B$103`, or `$B$4:$B` for all rows to come; only columns up to Z are ever pointed at. */
function absolute({ startRow, endRow, startColumn }: CellArea): string {
  const column = `$${String.fromCharCode(65 + startColumn)}`;
  return `${column}$${String(startRow + 1)}:${column}${endRow === null ? '' : `$${String(endRow)}`}`;
}

/** The rule at the head of the sheet's others. */
export function colour({ area, text, colour: name }: ColourRule, sheetId: number): Request {
  return {
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [range(sheetId, area)],
        booleanRule: {
          condition: { type: 'TEXT_EQ', values: values(text) },
          format: { backgroundColorStyle: rgb(lightColours[name]) },
        },
      },
    },
  };
}

/**
 * A sheet to which rows are added is never protected as a whole: Google lets nobody add, delete or paste beyond the open
 * cells of such a sheet.
 */
function protection({ title, protection: wanted }: SheetDraft, sheetId: number, owner: string): Request[] {
  const editors = owner !== '' && { editors: { users: [owner] } };
  const described = (description: string): { description: string } => ({ description: `${title}：${description}` });
  const ranges =
    wanted.kind === 'only'
      ? wanted.shut.map((area) => ({ range: range(sheetId, area), ...described('表头和预填的格不改') }))
      : [
          {
            range: { sheetId },
            ...described('只改黄色格'),
            unprotectedRanges: wanted.open.map((area) => range(sheetId, area)),
          },
        ];
  return ranges.map((one) => ({ addProtectedRange: { protectedRange: { ...one, ...editors } } }));
}

/** The area as requests name it. */
export function range(sheetId: number, { startRow, endRow, startColumn, endColumn }: CellArea): GridRange {
  return {
    sheetId,
    startRowIndex: startRow,
    ...(endRow !== null && { endRowIndex: endRow }),
    startColumnIndex: startColumn,
    endColumnIndex: endColumn,
  };
}
