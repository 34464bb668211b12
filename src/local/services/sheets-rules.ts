/** Data validation, conditional formats, protection and charts: what is laid over cells. */
import { cellName } from '../../core/base/place';
import { boxName, subtractBox } from '../books/a1';
import {
  cellOrBlank,
  columnOf,
  setCell,
  type Book,
  type BookChart,
  type BookSheet,
  type Box,
  type CellStyle,
  type ConditionalRule,
  type ValidationRule,
} from '../books/book';
import { sheetLimits } from '../books/xlsx/xlsx-values';
import { ServiceError } from './service-error';
import { color, formatChange } from './sheets-format';
import { boxOf, forEachCell, openBoxOf, sheetById, unsupported } from './sheets-grid';

type BooleanCondition = GoogleAppsScript.Sheets.Schema.BooleanCondition;
type DataValidationRule = GoogleAppsScript.Sheets.Schema.DataValidationRule;
type ConditionalFormatRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;
type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
type ConditionalTest = Pick<ConditionalRule, 'type' | 'operator' | 'formula' | 'text'>;
type Operator = NonNullable<ValidationRule['operator']>;

/** Excel takes no longer input message. */
const messageLimit = 255;

const operators: Readonly<Record<string, Operator>> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQ: 'equal',
  NOT_EQ: 'notEqual',
  GREATER: 'greaterThan',
  GREATER_THAN_EQ: 'greaterThanOrEqual',
  LESS: 'lessThan',
  LESS_THAN_EQ: 'lessThanOrEqual',
  BEFORE: 'lessThan',
  ON_OR_BEFORE: 'lessThanOrEqual',
  AFTER: 'greaterThan',
  ON_OR_AFTER: 'greaterThanOrEqual',
};

/** Lays the rule over the cells in place of what held there before; undefined only takes the old one away. */
export function setValidation(sheet: BookSheet, box: Box, rule: ValidationRule | undefined): void {
  const kept = sheet.validations
    .map((validation) => ({ ...validation, boxes: validation.boxes.flatMap((old) => subtractBox(old, box)) }))
    .filter(({ boxes }) => boxes.length > 0);
  const same = rule && kept.find((validation) => JSON.stringify(validation.rule) === JSON.stringify(rule));
  if (same) addBox(same.boxes, box);
  sheet.validations = rule && !same ? [...kept, { boxes: [box], rule }] : kept;
}

/** Cells given one below the other become one range. */
function addBox(boxes: Box[], box: Box): void {
  const last = boxes.at(-1);
  const isBelow =
    last?.endRow === box.startRow && last.startColumn === box.startColumn && last.endColumn === box.endColumn;
  if (isBelow) boxes[boxes.length - 1] = { ...last, endRow: box.endRow };
  else boxes.push(box);
}

/** Google's rule as a rule of .xlsx. */
export function toRule(source: DataValidationRule | undefined): ValidationRule | undefined {
  if (!source?.condition) return undefined;
  const message = (source.inputMessage ?? '').slice(0, messageLimit);
  return {
    ...conditionRule(source.condition),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: source.strict === true ? 'stop' : 'warning',
    errorTitle: '填写有误',
    errorMessage: message === '' ? '请按要求填写' : message,
    ...(message !== '' && { showInputMessage: true, inputMessage: message }),
  };
}

/** Adds a conditional format at its place among the others; the first that holds wins. */
export function addConditionalFormat(sheet: BookSheet, rule: ConditionalFormatRule, index: number): void {
  if (!rule.booleanRule) throw unsupported('addConditionalFormatRule.gradientRule');
  const boxes = (rule.ranges ?? []).map((range) => openBoxOf(sheet, range));
  const [first] = boxes;
  if (!first) throw new ServiceError('条件格式没有区域 (ranges is required)');
  const { condition = {}, format = {} } = rule.booleanRule;
  sheet.conditionalRules.splice(index, 0, {
    ...conditionalTest(condition, cellName(first.startRow, first.startColumn)),
    priority: 1,
    stopIfTrue: true,
    range: boxes.map(boxName).join(' '),
    style: conditionalStyle(format),
  });
}

/** Only what an .xlsx can change by a condition: the rest of a format stays that of the cell. */
function conditionalStyle(format: CellFormat): CellStyle {
  return formatChange(['backgroundColor', 'textFormat'], format)({});
}

/** Locks a whole sheet but for its open cells, or one range of a sheet whose other cells are open. */
export function protectSheet(sheet: BookSheet, { range = {}, unprotectedRanges = [] }: ProtectedRange): void {
  const { sheetId, ...bounds } = range;
  if (Object.keys(bounds).length > 0) {
    if (unprotectedRanges.length > 0) throw unsupported('addProtectedRange.unprotectedRanges (部分区域)');
    protectRange(sheet, boxOf(sheet, { ...bounds, ...(sheetId !== undefined && { sheetId }) }));
    return;
  }
  sheet.protection = { insertRows: false, deleteRows: false };
  for (const open of unprotectedRanges) setLocks(sheet, boxOf(sheet, open), false);
}

/**
 * A file locks all of a sheet but its unlocked cells. A row put between those of a range could neither be filled nor taken
 * away again: rows are added where only whole rows are locked. Deleting asks more: each cell of the row must be unlocked,
 * those right of the table too.
 */
function protectRange(sheet: BookSheet, box: Box): void {
  const isWholeRows = box.startColumn === 0 && box.endColumn === sheet.columnCount;
  if (sheet.protection === null) unlockAll(sheet);
  sheet.protection = { deleteRows: true, ...sheet.protection, insertRows: isWholeRows && canInsert(sheet) };
  setLocks(sheet, box, true);
}

function canInsert({ protection }: BookSheet): boolean {
  return protection?.insertRows ?? true;
}

const unlocked = { locked: false } as const;

function unlockAll(sheet: BookSheet): void {
  sheet.cells.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell) setCell(sheet, row, column, { ...cell, style: { ...cell.style, protection: unlocked } });
    });
  });
  sheet.columns = Array.from({ length: Math.max(sheet.columns.length, sheet.columnCount) }, (_, index) => {
    const column = columnOf(sheet, index);
    return { ...column, style: { ...column.style, protection: unlocked } };
  });
  sheet.beyond = { ...sheet.beyond, style: { ...sheet.beyond?.style, protection: unlocked } };
}

function setLocks(sheet: BookSheet, box: Box, locked: boolean): void {
  forEachCell(box, (row, column) => {
    const cell = cellOrBlank(sheet, row, column);
    setCell(sheet, row, column, { ...cell, style: { ...cell.style, protection: { locked } } });
  });
}

function conditionRule(
  condition: BooleanCondition,
): Pick<ValidationRule, 'type' | 'operator' | 'values' | 'formula1' | 'formula2'> {
  const values = conditionValues(condition);
  const [first = ''] = values;
  switch (condition.type ?? '') {
    case 'ONE_OF_LIST':
      return { type: 'list', values };
    case 'ONE_OF_RANGE':
      return { type: 'list', formula1: filledPart(bareFormula(first)) };
    case 'CUSTOM_FORMULA':
      return { type: 'custom', formula1: bareFormula(first) };
    case 'DATE_IS_VALID':
      return { type: 'date', operator: 'greaterThanOrEqual', formula1: '1' };
    default:
      return comparison(condition.type ?? '', values);
  }
}

/** NUMBER_BETWEEN, DATE_AFTER and their like. */
function comparison(
  type: string,
  values: readonly string[],
): Pick<ValidationRule, 'type' | 'operator' | 'formula1' | 'formula2'> {
  const [, kind, name = ''] = /^(NUMBER|DATE)_(.+)$/u.exec(type) ?? [];
  const operator = operators[name];
  if (kind === undefined || !operator) throw unsupported(`dataValidation.condition ${type}`);
  const [formula1 = '', formula2] = kind === 'DATE' ? values.map(dateSerial) : values;
  return {
    type: kind === 'DATE' ? 'date' : 'decimal',
    operator,
    formula1,
    ...(formula2 !== undefined && { formula2 }),
  };
}

/** Tests on the text of the range's first cell; the program fits them to the other cells. */
const cellTests: Readonly<Record<string, (cell: string, text: string) => ConditionalTest>> = {
  TEXT_EQ: (_, text) => ({ type: 'cellIs', operator: 'equal', formula: formulaText(text) }),
  TEXT_NOT_EQ: (_, text) => ({ type: 'cellIs', operator: 'notEqual', formula: formulaText(text) }),
  TEXT_CONTAINS: (cell, text) => ({
    type: 'containsText',
    text,
    formula: `NOT(ISERROR(SEARCH(${formulaText(text)},${cell})))`,
  }),
  BLANK: (cell) => ({ type: 'expression', formula: `LEN(TRIM(${cell}))=0` }),
  NOT_BLANK: (cell) => ({ type: 'expression', formula: `LEN(TRIM(${cell}))>0` }),
  CUSTOM_FORMULA: (_, text) => ({ type: 'expression', formula: bareFormula(text) }),
};

function conditionalTest(condition: BooleanCondition, cell: string): ConditionalTest {
  const type = condition.type ?? '';
  const [first = '', second] = conditionValues(condition);
  const test = cellTests[type];
  if (test) return test(cell, first);
  const operator = operators[/^NUMBER_(.+)$/u.exec(type)?.[1] ?? ''];
  if (!operator) throw unsupported(`booleanRule.condition ${type}`);
  return { type: 'cellIs', operator, formula: second === undefined ? first : [first, second] };
}

function formulaText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function bareFormula(text: string): string {
  return text.replace(/^=/u, '');
}

/** Of a range without an end (`'单位'!$B$4:$B`) only the filled rows are offered: blank ones would be choices, too. */
function filledPart(formula: string): string {
  const [, sheet = '', column, row] = /^(.*!)?\$([A-Z]+)\$(\d+):\$\2$/u.exec(formula) ?? [];
  if (column === undefined || row === undefined) return formula;
  const first = `${sheet}$${column}$${row}`;
  const count = `COUNTA(${first}:$${column}$${String(sheetLimits.rows)})`;
  return `OFFSET(${first},0,0,MAX(1,${count}),1)`;
}

function conditionValues(condition: BooleanCondition): string[] {
  return (condition.values ?? []).map((value) => {
    if (value.userEnteredValue === undefined) throw unsupported('ConditionValue.relativeDate');
    return value.userEnteredValue;
  });
}

/** Excel compares dates as numbers. */
function dateSerial(text: string): string {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u.exec(text);
  if (!match) return bareFormula(text);
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return String((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** Puts the chart on the sheet of its anchor. Throws for a kind that a file would show as another. */
export function addChart(book: Book, { spec = {}, position = {} }: GoogleAppsScript.Sheets.Schema.EmbeddedChart): void {
  const { chartType, stackedType, headerCount, domains = [], series = [] } = spec.basicChart ?? {};
  if (chartType !== 'BAR' || stackedType !== 'PERCENT_STACKED' || headerCount !== 1)
    throw unsupported(`addChart ${String(chartType)} ${String(stackedType)}`);
  const corner = cornerOf(position.overlayPosition);
  sheetById(book, position.overlayPosition?.anchorCell?.sheetId).charts.push({
    title: String(spec.title),
    names: chartBox(book, domains[0]?.domain),
    parts: series.map((one) => ({ box: chartBox(book, one.series), colour: color(one, 'color') ?? '8A8A8A' })),
    ...corner,
  });
}

/** One row of air below the anchor. */
function cornerOf({
  anchorCell = {},
  widthPixels = 600,
  heightPixels = 371,
}: GoogleAppsScript.Sheets.Schema.OverlayPosition = {}): Pick<BookChart, 'row' | 'column' | 'width' | 'height'> {
  const { rowIndex = 0, columnIndex = 0 } = anchorCell;
  return { row: rowIndex + 2, column: columnIndex, width: widthPixels, height: heightPixels };
}

function chartBox(book: Book, data: GoogleAppsScript.Sheets.Schema.ChartData | undefined): Box {
  const [range] = data?.sourceRange?.sources ?? [];
  if (range === undefined) throw new ServiceError('图表没有数据区域 (no source range)');
  return boxOf(sheetById(book, range.sheetId), range);
}
