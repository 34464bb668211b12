/** What the requests of Sheets.Spreadsheets.batchUpdate may hold here, field by field: nothing else is let through. */
import { unsupported } from './sheets-grid';

/** Fields by name, of an object or of each object of a list; `true` is for values. */
export interface RequestForm {
  readonly [field: string]: RequestForm | true;
}

/** Fields that hold values. */
export const values = <K extends string>(...names: readonly K[]): Readonly<Record<K, true>> =>
  Object.fromEntries(names.map((name) => [name, true])) as Record<K, true>;

const colour = values('red', 'green', 'blue');
const colourStyle = { rgbColor: colour };
const background = { backgroundColor: colour, backgroundColorStyle: colourStyle };
const textFormat = {
  ...values('bold', 'italic', 'underline', 'strikethrough', 'fontSize', 'fontFamily'),
  foregroundColor: colour,
  foregroundColorStyle: colourStyle,
};
const side = { style: true, color: colour, colorStyle: colourStyle } as const;
const format = {
  ...values('horizontalAlignment', 'verticalAlignment', 'wrapStrategy'),
  ...background,
  textFormat,
  numberFormat: values('type', 'pattern'),
  borders: { top: side, bottom: side, left: side, right: side },
  padding: values('left'),
};
const range = values('sheetId', 'startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex');
const sources = { sourceRange: { sources: range } } as const;
const condition = { type: true, values: values('userEnteredValue') } as const;
const validation = { condition, ...values('inputMessage', 'strict', 'showCustomUi') };
const cell = {
  userEnteredValue: values('stringValue', 'numberValue', 'boolValue'),
  userEnteredFormat: format,
  note: true,
  dataValidation: validation,
} as const;
const properties = {
  ...values('sheetId', 'sheetType', 'title', 'index', 'hidden'),
  gridProperties: values('rowCount', 'columnCount', 'frozenRowCount', 'frozenColumnCount'),
  tabColor: colour,
  tabColorStyle: colourStyle,
};

/** One form for each kind of request there is. */
const forms = {
  updateSpreadsheetProperties: { properties: values('timeZone', 'locale'), fields: true },
  addSheet: { properties },
  deleteSheet: values('sheetId'),
  updateSheetProperties: { properties, fields: true },
  updateCells: {
    rows: { values: cell },
    fields: true,
    start: values('sheetId', 'rowIndex', 'columnIndex'),
    range,
  },
  repeatCell: { range, cell, fields: true },
  mergeCells: { range, mergeType: true },
  setDataValidation: { range, rule: validation },
  addProtectedRange: {
    // Who may edit all the same is a matter of accounts, which a file has not.
    protectedRange: { range, unprotectedRanges: range, description: true, editors: values('users') },
  },
  addConditionalFormatRule: {
    rule: { ranges: range, booleanRule: { condition, format: { ...background, textFormat } } },
    index: true,
  },
  updateDimensionProperties: {
    range: values('sheetId', 'dimension', 'startIndex', 'endIndex'),
    properties: values('pixelSize', 'hiddenByUser'),
    fields: true,
  },
  setBasicFilter: { filter: { range } },
  addChart: {
    chart: {
      spec: {
        ...values('title', 'altText'),
        basicChart: {
          ...values('chartType', 'stackedType', 'legendPosition', 'headerCount'),
          domains: { domain: sources, reversed: true },
          series: { series: sources, targetAxis: true, colorStyle: colourStyle },
        },
      },
      position: {
        overlayPosition: {
          anchorCell: values('sheetId', 'rowIndex', 'columnIndex'),
          ...values('offsetYPixels', 'widthPixels', 'heightPixels'),
        },
      },
    },
  },
} as const satisfies RequestForm;

/** The kinds of request that can be done. */
export type RequestKind = keyof typeof forms;

export function isSupported(kind: string): kind is RequestKind {
  return Object.hasOwn(forms, kind);
}

/** Throws for the first field of a request of this kind that would be lost, by its path. */
export function demandKnown(kind: RequestKind, request: Partial<Record<RequestKind, unknown>>): void {
  demandForm(forms[kind], request[kind], kind);
}

/** Throws for the first field of a value that has no place in the form, by its path. */
export function demandForm(form: RequestForm, value: unknown, path: string): void {
  const unknown = unknownIn(form, value, new Set());
  if (unknown !== null) throw unsupported(`batchUpdate.${path}${unknown}`);
}

/** The path below the value; null for none. Requests share formats, one for a thousand cells: each is looked at once. */
function unknownIn(form: RequestForm, value: unknown, seen: Set<object>): string | null {
  if (Array.isArray(value)) {
    for (const item of value) {
      const unknown = unknownIn(form, item, seen);
      if (unknown !== null) return unknown;
    }
    return null;
  }
  if (typeof value !== 'object' || value === null || seen.has(value)) return null;
  if (form === format) seen.add(value);
  return unknownField(form, value, seen);
}

function unknownField(form: RequestForm, value: object, seen: Set<object>): string | null {
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name in fields) {
    const below = Object.hasOwn(form, name) ? form[name] : undefined;
    if (below === undefined) return `.${name}`;
    const unknown = below === true ? null : unknownIn(below, fields[name], seen);
    if (unknown !== null) return `.${name}${unknown}`;
  }
  return null;
}
