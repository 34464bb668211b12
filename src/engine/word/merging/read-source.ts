/** A document that is put into another one, read: what of it can be carried over, and what is left behind. */
import { relationshipsOf, resolved } from '../package/part-names';
import type { Problem } from '../../../core/base/problem';
import { filterRelationships, type Relationship } from '../outgoing/filter-relationships';
import { typesOf } from '../outgoing/part-types';
import { openPackage, type Package, type PartFile } from '../package/open-package';
import { childOf, elementsOf, readXml, type XmlElement, type XmlPart } from '../package/read-xml';
import type { ZipEntry } from '../package/read-zip';
import { utf8Text } from '../package/utf8-text';

/** A document ready to be carried over. */
export interface Source {
  readonly name: string;
  readonly body: PartFile;
  readonly notes: Readonly<Record<NoteWord, PartFile | null>>;
  readonly styles: XmlPart | null;
  readonly numbering: XmlPart | null;
  readonly theme: string;
  readonly entry: (path: string) => ZipEntry | null;
  readonly typeOf: (path: string) => string | null;
  /** What a part refers to, by id, with the path or the address it leads to. */
  readonly related: (part: string) => ReadonlyMap<string, Related>;
  readonly notices: readonly Problem[];
}

export type NoteWord = 'footnote' | 'endnote';

interface Related extends Relationship {
  /** Within the package; empty for an address. */
  readonly path: string;
}

/** The document, or why it cannot be carried over. */
export function readSource(bytes: Uint8Array, name: string): Source | readonly Problem[] {
  const { opened, problems } = openPackage(bytes, name);
  const [body] = opened?.parts ?? [];
  if (!opened || !body) return problems;
  return sourceOf(name, opened, body);
}

/** Something wrong with a document that is put in. */
export function problemIn(file: string, code: string, reason: string, expected: string): Problem {
  return { code, level: 'error', place: { file }, actual: '', reason, expected };
}

function sourceOf(name: string, { entries, parts, notices }: Package, body: PartFile): Source {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const text = (path: string): string => {
    const entry = byName.get(path);
    return entry ? utf8Text(entry.bytes) : '';
  };
  const related = (part: string): ReadonlyMap<string, Related> => {
    const { kept } = filterRelationships(text(relationshipsOf(part)), part);
    return new Map(kept.map((each) => [each.id, { ...each, path: each.outside ? '' : resolved(part, each.target) }]));
  };
  const own = related(body.path);
  const at = (type: string): string => [...own.values()].find((each) => each.type === type)?.path ?? '';
  const labelled = (label: string): PartFile | null => parts.find((part) => part.label === label) ?? null;
  return {
    name,
    body,
    notes: { footnote: labelled('脚注'), endnote: labelled('尾注') },
    styles: partOf(text(at('styles'))),
    numbering: partOf(text(at('numbering'))),
    theme: text(at('theme')),
    entry: (path) => byName.get(path) ?? null,
    typeOf: typesOf(text('[Content_Types].xml')),
    related,
    notices: [...notices, ...leftBehind(name, body, parts)],
  };
}

function partOf(text: string): XmlPart | null {
  const xml = readXml(text);
  return 'code' in xml ? null : xml;
}

/** What of a document has no place in another one. */
function leftBehind(name: string, { xml }: PartFile, parts: readonly PartFile[]): readonly Problem[] {
  const shown = (label: string): boolean =>
    parts.some((part) => part.label === label && /<w:(?:t|drawing|pict)\b/u.test(part.xml.source));
  const what = [
    ...['页眉', '页脚', '批注'].filter(shown),
    ...(/<w:(?:ins|del|moveFrom|moveTo|\w+Change)\b/u.test(xml.source) ? ['修订（按接受处理）'] : []),
    ...(sectionsIn(xml) > 1 ? ['分节（纸张方向、分栏）'] : []),
    ...(/<w:instrText[^<>]*>\s*TOC\b/u.test(xml.source) ? ['目录'] : []),
  ];
  if (what.length === 0) return [];
  const reason = `放进来时没有带入${what.join('、')}，页面按放进去的文件`;
  return [{ ...problemIn(name, 'document-left', reason, '不需要处理'), level: 'note' }];
}

function sectionsIn({ source }: XmlPart): number {
  return source.split('<w:sectPr').length - 1;
}

/** The blocks of the body. */
export function blocksOf({ xml }: PartFile): readonly XmlElement[] {
  const body = childOf(xml.root, 'w:body');
  return body ? elementsOf(body) : [];
}
