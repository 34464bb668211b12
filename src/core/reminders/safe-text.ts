/** Texts people typed, made fit for mails and papers that go out in the office's name. */
import { fileStem } from '../base/office-names';
import { clipped, printable, withoutEnd } from '../base/text';
import { isList, isTraced, type Model, type ModelRecord } from '../../engine/fill';

/** One line without control and bidirectional characters, at most `most` characters, in which no mail program finds a link. */
export function safeLine(text: string, most = 1000): string {
  if (!mayHarm.test(text)) return clipped(text, most);
  return clipped(unlinked(printable(text.replace(/\s+/gu, ' ')).trim()), most);
}

/** Any sign but those of nearly all texts, which are neither white space of two kinds or at an end, nor in any address. */
const mayHarm = /[^ !-\-/-9;-~、。一-鿿（），；：“”〔〕]|^ | $| {2}/u;

/** `http://a.cn` as `hxxp://a[.]cn`: readable, yet neither an address nor a link. */
function unlinked(text: string): string {
  return text
    .replace(/https?(?=:\/\/)/giu, (scheme) => (scheme.length === 5 ? 'hxxps' : 'hxxp'))
    .replace(/(?<!hxxps?):\/\//gu, '[:]//')
    .replace(/(?<=[a-z0-9-])\.(?=[a-z]{2,}(?![a-z]))/giu, '[.]');
}

/** The text as it may stand in HTML, also within an attribute's quotes. */
function htmlText(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** The same data with every text safe for HTML. */
export function htmlData(data: ModelRecord): ModelRecord {
  return mapTexts(data, htmlText);
}

function mapTexts(data: ModelRecord, change: (text: string) => string): ModelRecord {
  const mapped = (model: Model): Model => {
    if (typeof model === 'string') return change(model);
    if (isList(model)) return model.map(mapped);
    return typeof model === 'object' && model !== null && !isTraced(model) ? mapTexts(model, change) : model;
  };
  return Object.fromEntries(Object.entries(data).map(([field, model]) => [field, mapped(model)]));
}

/** Part of a file's name, also on Windows: what no file name can hold becomes its full-width form. */
export function fileNamePart(text: string, most = 60): string {
  return fileStem(withoutEnd(clipped(printable(text.replace(/\s+/gu, ' ')).trim(), most), /[. ]/u));
}
