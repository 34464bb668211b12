/** The door: opens a .docx, refuses what is damaged or dangerous, and hands on the parts that a template may fill. */
import { isText, relationshipsOf, resolved } from './part-names';
import type { Problem } from '../../../core/base/problem';
import { filterPackage, type FilteredPackage, type Told } from '../outgoing/filter-package';
import { filterRelationships } from '../outgoing/filter-relationships';
import { cleanTypes } from '../publishing/clean-package';
import { packEntry } from './write-zip';
import { utf8Bytes } from './utf8-buffer';
import { readZip, type ZipEntry } from './read-zip';
import {
  attribute,
  childOf,
  doctypeRefusal,
  elementsOf,
  readXml,
  sourceOf,
  type XmlElement,
  type XmlPart,
  type XmlRefusal,
} from './read-xml';
import { utf8Text } from './utf8-text';
import { inUsualForm } from './usual-form';

/** A part that is filled. `label` says which to a person: empty for the body, else 页眉, 页脚, 脚注, 尾注, 批注. */
export interface PartFile {
  readonly path: string;
  readonly label: string;
  readonly xml: XmlPart;
}

/** What a style says of the list its paragraphs are items of. */
export interface ListStyle {
  readonly list: string;
  /** From 0. */
  readonly level: string;
  /** The indent as written, which goes before that of the list; empty for none. */
  readonly indent: string;
}

/** Ids of paragraph styles. */
export interface ParagraphStyles {
  readonly headings: ReadonlySet<string>;
  /** Those whose paragraphs are items of a list, by themselves or by what they are based on. */
  readonly lists: ReadonlyMap<string, ListStyle>;
}

/** An opened document. */
export interface Package {
  readonly entries: readonly ZipEntry[];
  /** The body first. */
  readonly parts: readonly PartFile[];
  readonly styles: ParagraphStyles;
  /** What it carried that may not stay: it is gone already. */
  readonly notices: readonly Problem[];
  /** Names of the parts with fields, links or the like: the others hold nothing the lists speak of. */
  readonly reaching: ReadonlySet<string>;
  /** The entries among it. */
  readonly dropped: readonly ZipEntry[];
}

export interface Opening {
  readonly opened: Package | null;
  readonly problems: readonly Problem[];
}

type Refuse = (code: string, reason: string, expected: string, spot?: string) => void;

/** The document, or null and every reason why not. */
export function openPackage(bytes: Uint8Array, file: string): Opening {
  const problems: Problem[] = [];
  const refuse: Refuse = (code, reason, expected, spot) => {
    const place = spot === undefined ? { file } : { file, spot };
    problems.push({ code, level: 'error', place, actual: '', reason, expected });
  };
  const { entries: packed, refusal } = readZip(bytes);
  if (refusal) {
    refuse(refusal.code, refusal.reason, refusal.expected);
    return { opened: null, problems };
  }
  const texts = new Map<string, string>();
  const entries = packed.map((entry) => {
    const text = checkEntry(entry, refuse);
    if (text === null) return entry;
    const usual = inUsualForm(text);
    texts.set(entry.name, usual);
    return usual === text ? entry : packEntry(entry.name, utf8Bytes(usual));
  });
  if (problems.length > 0) return { opened: null, problems };
  const filtered = asDocument(filterPackage(texts, entries), texts);
  const told = filtered.told.map((one) => problemOf(one, file));
  const errors = told.filter(({ level }) => level === 'error');
  if (errors.length > 0) return { opened: null, problems: errors };
  for (const [name, text] of filtered.changed) texts.set(name, text);
  for (const name of [...texts.keys()].filter((one) => !filtered.names.has(one))) texts.delete(name);
  const parts = readParts(texts, filtered, refuse);
  if (problems.length > 0) return { opened: null, problems };
  const body = parts[0]?.path ?? '';
  const styles = readStyles(
    texts.get(relatedPaths(texts, body).find(({ type }) => type === 'styles')?.path ?? '') ?? '',
  );
  const dropped = entries.filter(({ name }) => !filtered.names.has(name));
  const opened = {
    entries: stayingEntries(entries, filtered),
    parts,
    styles,
    notices: told,
    dropped,
    reaching: new Set(filtered.read.keys()),
  };
  return { opened, problems };
}

const typesPath = '[Content_Types].xml';

/** A template (.dotx) becomes a document: under its old type no program opens it as a .docx. */
function asDocument(filtered: FilteredPackage, texts: ReadonlyMap<string, string>): FilteredPackage {
  const types = filtered.changed.get(typesPath) ?? texts.get(typesPath) ?? '';
  const now = types.replace(/(wordprocessingml\.)template(\.main\+xml)/giu, '$1document$2');
  return now === types ? filtered : { ...filtered, changed: new Map([...filtered.changed, [typesPath, now]]) };
}

function problemOf({ path, code, level, reason, expected }: Told, file: string): Problem {
  return { code, level, place: { file, spot: `压缩包内 ${path}` }, actual: '', reason, expected };
}

function stayingEntries(entries: readonly ZipEntry[], { names, changed }: FilteredPackage): readonly ZipEntry[] {
  if (changed.size === 0 && entries.every(({ name }) => names.has(name))) return entries;
  return entries
    .filter(({ name }) => names.has(name))
    .map((entry) => {
      const before = changed.get(entry.name);
      const isTypes = entry.name === typesPath;
      const text = isTypes ? cleanTypes(before ?? utf8Text(entry.bytes), names) : before;
      return text === undefined ? entry : packEntry(entry.name, utf8Bytes(text));
    });
}

const resave = '请用 Word 或 WPS 打开后另存为 .docx，再试一次';

/** Refuses what no entry may be, whether it is filled or not; gives back the text of an XML part, null for others. */
function checkEntry(entry: ZipEntry, refuse: Refuse): string | null {
  const spot = `压缩包内 ${entry.name}`;
  if (/vbaProject|vbaData/iu.test(entry.name)) refuse('macro', '含有宏', '请另存为不带宏的 .docx', spot);
  if (!isText(entry.name)) return null;
  const text = utf8Text(entry.bytes);
  if (!isUtf8(text)) {
    refuse('xml-encoding', '不是 UTF-8 编码', resave, spot);
    return null;
  }
  const doctype = doctypeRefusal(text);
  if (doctype) refuse(doctype.code, doctype.reason, resave, spot);
  const isList = /\.rels$/iu.test(entry.name);
  // Names are the same in small letters and capitals: one that is written otherwise would not be looked at as a list.
  if (isList && !(listName.test(entry.name) && /<(?:\w+:)?Relationships[\s/>]/u.test(text))) {
    refuse('xml-damaged', '链接清单不完整', resave, spot);
  }
  if (entry.name === typesPath && /macroEnabled/iu.test(text)) {
    refuse('macro', '这是带宏的文件', '请另存为不带宏的 .docx', spot);
  }
  return text;
}

const listName = /(?:^|\/)_rels\/[^/]*\.rels$/u;

/** Text in any other encoding begins otherwise, or says so. */
function isUtf8(text: string): boolean {
  if (text.includes('\0') || !/^\ufeff?\s*(?:<|$)/u.test(text)) return false;
  const [declaration] = /^\ufeff?\s*<\?xml[^>]*/u.exec(text) ?? [''];
  const declared = [...declaration.matchAll(/encoding\s*=\s*["']\s*([^"']*)/gu)].map(([, name = '']) => name.trim());
  return declared.every((name) => /^(?:utf-?8|us-ascii)$/iu.test(name));
}

const labels: Readonly<Record<string, string>> = {
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
  comments: '批注',
};

function readParts(texts: ReadonlyMap<string, string>, { read }: FilteredPackage, refuse: Refuse): readonly PartFile[] {
  const main = relatedPaths(texts, '').find(({ type }) => type === 'officeDocument')?.path;
  const path = main ?? (texts.has('_rels/.rels') ? '' : 'word/document.xml');
  // A workbook or a presentation with a wrong ending opens just as well, and has no such root.
  if (!/<w:document[\s>]/u.test(texts.get(path) ?? '')) {
    refuse('file-not-docx', '文件里没有 Word 正文（word/document.xml）', resave);
    return [];
  }
  const others = relatedPaths(texts, path)
    .filter(({ type }) => Object.keys(labels).includes(type))
    .map(({ type, path: at }) => ({ label: labels[type] ?? '', path: at }))
    .sort((left, right) => order(left) - order(right));
  return [{ label: '', path }, ...others].flatMap(({ label, path: at }) =>
    readPart({ path: at, label, text: texts.get(at), read: read.get(at) }, refuse),
  );
}

function order({ label }: { readonly label: string }): number {
  return Object.values(labels).indexOf(label);
}

/** What a part refers to, by the last word of the type; all of the package for the empty path. */
function relatedPaths(
  texts: ReadonlyMap<string, string>,
  part: string,
): readonly { readonly type: string; readonly path: string }[] {
  const { kept } = filterRelationships(texts.get(relationshipsOf(part)) ?? '', part);
  return kept.map(({ type, target }) => ({ type, path: resolved(part, target) }));
}

interface FoundPart {
  readonly path: string;
  readonly label: string;
  readonly text: string | undefined;
  /** The tree, where somebody has read it before. */
  readonly read: XmlPart | undefined;
}

function readPart({ path, label, text, read }: FoundPart, refuse: Refuse): readonly PartFile[] {
  if (text === undefined) return [];
  const xml: XmlPart | XmlRefusal = read ?? readXml(text);
  if (!('code' in xml)) return [{ path, label, xml }];
  refuse(xml.code, xml.reason, resave, `压缩包内 ${path}`);
  return [];
}

/** None when the styles part is missing or unreadable. */
function readStyles(source: string): ParagraphStyles {
  const xml = readXml(source);
  if ('code' in xml) return { headings: new Set(), lists: new Map() };
  const styles = elementsOf(xml.root).filter(({ name }) => name === 'w:style');
  const byId = new Map(styles.map((style) => [attribute(xml, style, 'w:styleId') ?? '', style]));
  const lists = [...byId].map(([id, style]) => [id, listStyle(xml, byId, style)] as const);
  return {
    headings: new Set([...byId].filter(([, style]) => isHeading(xml, style)).map(([id]) => id)),
    lists: new Map(lists.flatMap(([id, list]) => (list.list === '' || list.list === '0' ? [] : [[id, list]]))),
  };
}

/** A style that is an item of no list has an empty one. */
function listStyle(xml: XmlPart, byId: ReadonlyMap<string, XmlElement>, style: XmlElement, depth = 0): ListStyle {
  const value = (parent: XmlElement | null, name: string): string => {
    const child = parent && childOf(parent, name);
    return (child && attribute(xml, child, 'w:val')) ?? '';
  };
  const base = depth > 20 ? undefined : byId.get(value(style, 'w:basedOn'));
  const below = base ? listStyle(xml, byId, base, depth + 1) : { list: '', level: '', indent: '' };
  const properties = childOf(style, 'w:pPr');
  const numbering = properties && childOf(properties, 'w:numPr');
  const indent = properties && childOf(properties, 'w:ind');
  return {
    list: value(numbering, 'w:numId') || below.list,
    level: value(numbering, 'w:ilvl') || below.level,
    indent: indent ? sourceOf(xml, indent) : below.indent,
  };
}

/** Named `heading 1` …, or with an outline level. */
function isHeading(xml: XmlPart, style: XmlElement): boolean {
  const name = childOf(style, 'w:name');
  if (name !== null && /^(?:heading|标题)\s*\d/iu.test(attribute(xml, name, 'w:val') ?? '')) return true;
  const properties = childOf(style, 'w:pPr');
  const level = properties && childOf(properties, 'w:outlineLvl');
  return level !== null && attribute(xml, level, 'w:val') !== '9';
}
