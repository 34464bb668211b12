/** The one door of the engine: templates with tags in Word files and in plain text, filled from a model of plain data. */
export { annotateTemplate } from './word/annotate-template';
export { documentFiller } from './word/document-filler';
export { fillDocument, type Filled } from './word/fill-document';
export { publishDocument } from './word/publishing/publish-document';
export { fieldWords, traceFile } from './word/package/sheet-file';
export { describeData } from './language/data/dictionary-from-data';
export { fieldLines, unusedFields } from './language/data/list-fields';
export { fillText, textFiller } from './language/fill-text';
export type { Services } from './language/helpers/helper';
export {
  gapText,
  isList,
  isTraced,
  traced,
  tracedGap,
  type Dictionary,
  type Field,
  type Model,
  type ModelRecord,
  type Traced,
} from './language/model';
export { parseData } from './language/data/parse-data';
export type { TraceEntry } from './language/trace';
export { checkDoc, fillDoc, type FilledDoc } from './docs/fill-doc';
export type { DocJson } from './docs/doc-json';
export { openLateParts } from './late-part';
