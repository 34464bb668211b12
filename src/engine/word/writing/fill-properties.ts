/** Fills the tags in a document's properties: its title, subject and the like. */
import type { Problem } from '../../../core/base/problem';
import { fillText } from '../../language/fill-text';
import type { Dictionary, ModelRecord } from '../../language/model';
import type { TraceEntry } from '../../language/trace';
import { elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import type { ZipEntry } from '../package/read-zip';
import { packEntry } from '../package/write-zip';
import { escapeXml, legalXml, unescapeXml } from '../package/xml-text';
import { utf8Text } from '../package/utf8-text';
import { utf8Bytes } from '../package/utf8-buffer';

/** Where the properties stand in a package. */
export const propertiesPath = /^docProps\/[^/]+\.xml$/u;

/** The entry with its tags filled, every printed value, and what is wrong or missing. */
export interface FilledProperties {
  readonly entry: ZipEntry;
  readonly trace: readonly TraceEntry[];
  readonly problems: readonly Problem[];
  /** True when a tag is wrong, so that nothing may be written. */
  readonly refused: boolean;
}

/** Fills an entry; null when it holds no properties with tags. `file` is the template's name. */
export function fillProperties(
  entry: ZipEntry,
  model: ModelRecord,
  dictionary: Dictionary,
  file: string,
): FilledProperties | null {
  if (!propertiesPath.test(entry.name)) return null;
  const xml = readXml(utf8Text(entry.bytes));
  const slots = 'code' in xml ? [] : textsWithTags(xml, xml.root);
  if ('code' in xml || slots.length === 0) return null;
  const filled = slots.map(({ element, text }) => {
    const spot = `文档属性“${element.name.replace(/^.*:/u, '')}”`;
    return { element, spot, ...fillText(text, model, dictionary, file) };
  });
  return {
    entry: packEntry(entry.name, utf8Bytes(replaced(xml, filled))),
    trace: filled.flatMap(({ trace, spot }) => trace.map((each) => ({ ...each, place: spot }))),
    problems: filled.flatMap(({ problems, spot }) => problems.map((each) => ({ ...each, place: { file, spot } }))),
    refused: filled.some(({ text }) => text === null),
  };
}

interface Slot {
  readonly element: XmlElement;
  readonly text: string | null;
}

function textsWithTags(xml: XmlPart, element: XmlElement): readonly (Slot & { readonly text: string })[] {
  const inner = elementsOf(element);
  if (inner.length > 0) return inner.flatMap((child) => textsWithTags(xml, child));
  const text = element.children.map((node) => unescapeXml(sourceOf(xml, node))).join('');
  return /[{｛}｝]{2}/u.test(text) ? [{ element, text }] : [];
}

function replaced({ source }: XmlPart, slots: readonly Slot[]): string {
  let text = '';
  let at = 0;
  for (const slot of slots) {
    text += source.slice(at, slot.element.inner) + escapeXml(legalXml(slot.text ?? ''));
    at = slot.element.innerEnd;
  }
  return text + source.slice(at);
}
