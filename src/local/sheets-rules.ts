/** Data validation, conditional formats and protection: rules laid over cells. */
import { boxName, cellName, subtractBox } from './a1';
import { setCell, type BookSheet, type Box, type ConditionalRule, type ValidationRule } from './book';
import { color, fill } from './sheets-format';
import { boxOf, forEachCell, onlyKnown, unsupported } from './sheets-grid';

type Condition = GoogleAppsScript.Sheets.Schema.BooleanCondition;
type DataValidationRule = GoogleAppsScript.Sheets.Schema.DataValidationRule;
type ConditionalFormatRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;
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
  const isBelow = last?.endRow === box.startRow && last.startColumn === box.startColumn && last.endColumn === box.endColumn;
  if (isBelow) boxes[boxes.length - 1] = { ...last, endRow: box.endRow };
  else boxes.push(box);
}

/** Google's rule as a rule of .xlsx. */
export function toRule(source: DataValidationRule | undefined): ValidationRule | undefined {
  if (!source?.condition) return undefined;
  onlyKnown(source, ['condition', 'inputMessage', 'strict', 'showCustomUi'], 'DataValidationRule');
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
  const boxes = (rule.ranges ?? []).map((range) => boxOf(sheet, range));
  const [first] = boxes;
  if (!first) throw new Error('条件格式没有区域 (ranges is required)');
  const { condition = {}, format = {} } = rule.booleanRule;
  onlyKnown(format, ['backgroundColor', 'backgroundColorStyle', 'textFormat'], 'booleanRule.format');
  const rgb = color(format.textFormat?.foregroundColor, format.textFormat?.foregroundColorStyle);
  const background = fill(color(format.backgroundColor, format.backgroundColorStyle));
  const font = {
    ...(rgb !== undefined && { color: { rgb } }),
    ...(format.textFormat?.bold === true && { bold: true }),
    ...(format.textFormat?.italic === true && { italic: true }),
    ...(format.textFormat?.strikethrough === true && { strikethrough: true }),
  };
  sheet.conditionalRules.splice(index, 0, {
    ...conditionalTest(condition, cellName(first.startRow, first.startColumn)),
    priority: 1,
    stopIfTrue: true,
    range: boxes.map(boxName).join(' '),
    style: { ...(background && { fill: background }), ...(Object.keys(font).length > 0 && { font }) },
  });
}

/** Locks a whole sheet but for its open cells. */
export function protectSheet(sheet: BookSheet, range: ProtectedRange): void {
  onlyKnown(range, ['range', 'description', 'unprotectedRanges', 'requestingUserCanEdit', 'editors'], 'addProtectedRange');
  const bounds = range.range ?? {};
  if (bounds.startRowIndex !== undefined || bounds.endRowIndex !== undefined || bounds.startColumnIndex !== undefined) {
    throw unsupported('addProtectedRange.range (部分区域)');
  }
  sheet.isProtected = true;
  for (const open of range.unprotectedRanges ?? []) {
    forEachCell(boxOf(sheet, open), (row, column) => {
      const cell = sheet.cells[row]?.[column] ?? { value: null };
      setCell(sheet, row, column, { ...cell, style: { ...cell.style, protection: { locked: false } } });
    });
  }
}

function conditionRule(condition: Condition): Pick<ValidationRule, 'type' | 'operator' | 'values' | 'formula1' | 'formula2'> {
  const type = condition.type ?? '';
  const values = conditionValues(condition);
  if (type === 'ONE_OF_LIST') return { type: 'list', values };
  if (type === 'ONE_OF_RANGE') return { type: 'list', formula1: (values[0] ?? '').replace(/^=/u, '') };
  if (type === 'CUSTOM_FORMULA') return { type: 'custom', formula1: (values[0] ?? '').replace(/^=/u, '') };
  if (type === 'DATE_IS_VALID') return { type: 'date', operator: 'greaterThanOrEqual', formula1: '1' };
  const kind = /^(NUMBER|DATE)_(.+)$/u.exec(type);
  const operator = operators[kind?.[2] ?? ''];
  if (!kind || !operator) throw unsupported(`dataValidation.condition ${type}`);
  const isDate = kind[1] === 'DATE';
  const [formula1 = '', formula2] = values.map((value) => (isDate ? dateSerial(value) : value));
  return { type: isDate ? 'date' : 'decimal', operator, formula1, ...(formula2 !== undefined && { formula2 }) };
}

function conditionalTest(condition: Condition, cell: string): Pick<ConditionalRule, 'type' | 'operator' | 'formula' | 'text'> {
  const type = condition.type ?? '';
  const [first = '', second] = conditionValues(condition);
  const quoted = `"${first.replaceAll('"', '""')}"`;
  switch (type) {
    case 'TEXT_EQ':
      return { type: 'cellIs', operator: 'equal', formula: quoted };
    case 'TEXT_NOT_EQ':
      return { type: 'cellIs', operator: 'notEqual', formula: quoted };
    case 'TEXT_CONTAINS':
      return { type: 'containsText', text: first, formula: `NOT(ISERROR(SEARCH(${quoted},${cell})))` };
    case 'BLANK':
      return { type: 'expression', formula: `LEN(TRIM(${cell}))=0` };
    case 'NOT_BLANK':
      return { type: 'expression', formula: `LEN(TRIM(${cell}))>0` };
    case 'CUSTOM_FORMULA':
      return { type: 'expression', formula: first.replace(/^=/u, '') };
    default: {
      const operator = operators[/^NUMBER_(.+)$/u.exec(type)?.[1] ?? ''];
      if (!operator) throw unsupported(`booleanRule.condition ${type}`);
      return { type: 'cellIs', operator, formula: second === undefined ? first : [first, second] };
    }
  }
}

function conditionValues(condition: Condition): string[] {
  return (condition.values ?? []).map((value) => {
    if (value.userEnteredValue === undefined) throw unsupported('ConditionValue.relativeDate');
    return value.userEnteredValue;
  });
}

/** Excel compares dates as numbers. */
function dateSerial(text: string): string {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u.exec(text);
  if (!match) return text.replace(/^=/u, '');
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return String((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
