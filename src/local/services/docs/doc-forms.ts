/** What the requests of Docs.Documents.batchUpdate may hold here, field by field, and what their masks may name. */
import { ServiceError } from '../service-error';
import { unsupported } from '../sheets-grid';
import { demandForm, values, type RequestForm } from '../request-forms';

const colour = { color: { rgbColor: values('red', 'green', 'blue') } };
const dimension = values('magnitude', 'unit');
const border = { color: colour, width: dimension, padding: dimension, dashStyle: true } as const;
const location = values('index', 'segmentId');
const range = values('startIndex', 'endIndex', 'segmentId');
const tableCellLocation = { tableStartLocation: location, ...values('rowIndex', 'columnIndex') };
const target = values('id', 'tabId');

const textStyle = {
  ...values('bold', 'italic', 'underline', 'strikethrough', 'smallCaps', 'baselineOffset'),
  ...{ backgroundColor: colour, foregroundColor: colour, fontSize: dimension },
  weightedFontFamily: values('fontFamily', 'weight'),
  link: { ...values('url', 'bookmarkId', 'headingId', 'tabId'), bookmark: target, heading: target },
} as const;
const paragraphStyle = {
  ...values('namedStyleType', 'alignment', 'lineSpacing', 'direction', 'spacingMode'),
  ...values('keepLinesTogether', 'keepWithNext', 'avoidWidowAndOrphan', 'pageBreakBefore'),
  ...{ spaceAbove: dimension, spaceBelow: dimension },
  ...{ indentFirstLine: dimension, indentStart: dimension, indentEnd: dimension },
  ...{ borderBetween: border, borderTop: border, borderBottom: border, borderLeft: border, borderRight: border },
  shading: { backgroundColor: colour },
} as const;
const tableRowStyle = { minRowHeight: dimension, ...values('preventOverflow') } as const;
const tableCellStyle = {
  backgroundColor: colour,
  ...values('contentAlignment'),
  ...{ borderTop: border, borderBottom: border, borderLeft: border, borderRight: border },
  ...{ paddingTop: dimension, paddingBottom: dimension, paddingLeft: dimension, paddingRight: dimension },
} as const;

/** One form for each kind of request there is. */
const forms = {
  insertText: { location, text: true },
  deleteContentRange: { range },
  updateTextStyle: { range, textStyle, fields: true },
  updateParagraphStyle: { range, paragraphStyle, fields: true },
  deleteParagraphBullets: { range },
  insertTableRow: { tableCellLocation, insertBelow: true },
  deleteTableRow: { tableCellLocation },
  updateTableRowStyle: { tableStartLocation: location, rowIndices: true, tableRowStyle, fields: true },
  updateTableCellStyle: {
    tableRange: { tableCellLocation, ...values('rowSpan', 'columnSpan') },
    tableCellStyle,
    fields: true,
  },
} as const satisfies RequestForm;

/** The kinds of request that can be done. */
export type DocRequestKind = keyof typeof forms;

/** The one kind of a request. Throws for a request that has none, several, or a field that would be lost. */
export function kindOf(request: object): DocRequestKind {
  const names = Object.keys(request);
  const unknown = names.find((name) => !Object.hasOwn(forms, name));
  if (unknown !== undefined) throw unsupported(`Docs.Documents.batchUpdate ${unknown}`);
  const [kind, ...others] = names as DocRequestKind[];
  if (kind === undefined || others.length > 0) throw new ServiceError('Invalid requests: exactly one kind must be set');
  demandForm(forms, request, 'Docs.Documents.batchUpdate');
  return kind;
}

const masked = {
  updateTextStyle: textStyle,
  updateParagraphStyle: paragraphStyle,
  updateTableRowStyle: tableRowStyle,
  updateTableCellStyle: tableCellStyle,
} as const;

/** The fields a mask names. Throws where it names none or one that is not there, as the API does. */
export function fieldsOf(kind: keyof typeof masked, fields: unknown): readonly string[] {
  const names = (typeof fields === 'string' ? fields : '').split(',');
  const unknown = names.find((name) => !Object.hasOwn(masked[kind], name));
  if (unknown === undefined) return names;
  throw new ServiceError(`Invalid requests: ${kind}: Invalid field: ${unknown}`);
}
