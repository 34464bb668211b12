/**
 * Lets through of a document what is on the lists (see `allowed`): its parts by their types, their relationships, fields and
 * links. The rest is dropped and told, or refused where the document would read otherwise without it.
 */
import { isPicture, isSafeSvg } from '../package/picture-file';
import { isText, relationshipsOf, resolved } from '../package/part-names';
import { readXml, type XmlPart } from '../package/read-xml';
import type { ZipEntry } from '../package/read-zip';
import { keepsOddPrefix } from '../package/usual-prefixes';
import { isAllowedLink } from './addresses';
import { partTypes } from './allowed';
import { filterPart, mayHoldMore, brokenField, type FilteredPart } from './filter-part';
import { filterRelationships, type FilteredRelationships, type Relationship } from './filter-relationships';
import { typesOf } from './part-types';

/** Something that may not stay, told by part. */
export interface Told {
  readonly path: string;
  readonly code: 'content-dropped' | 'external-link' | 'embedded-object' | 'xml-damaged';
  readonly level: 'note' | 'error';
  readonly reason: string;
  readonly expected: string;
}

type Entry = Pick<ZipEntry, 'name' | 'bytes'>;

/** What of a package may stay. */
export interface FilteredPackage {
  /** Names of the entries that stay. */
  readonly names: ReadonlySet<string>;
  /** The new texts of those that changed. */
  readonly changed: ReadonlyMap<string, string>;
  /** Parts that were read on the way. */
  readonly read: ReadonlyMap<string, XmlPart>;
  readonly told: readonly Told[];
}

/** Generic types say nothing of a part: it must be one that the document leads to. */
const generic = /^(?:application|text)\/xml$/u;

/** `texts` holds the texts of all XML parts by name. */
export function filterPackage(texts: ReadonlyMap<string, string>, entries: readonly Entry[]): FilteredPackage {
  const names = entries.map(({ name }) => name);
  const lists = new Map(
    [...texts].flatMap(([name, text]) =>
      name.endsWith('.rels') ? [[name, filterRelationships(text, sourceOfList(name))] as const] : [],
    ),
  );
  const stays = stayingNames(texts, entries, new Map([...lists].map(([name, { kept }]) => [name, kept])));
  const books = booksBehind(texts, lists);
  const told: Told[] = names
    .filter((name) => !stays.has(name) && !isFolder(name) && !books.has(name.toLowerCase()))
    .map(droppedPart);
  const changed = new Map<string, string>();
  const read = new Map<string, XmlPart>();
  for (const [name, list] of lists) {
    told.push(...list.refused.map(([, reason, expected]) => refusedIn(name, reason, expected)));
    if (!stays.has(name)) continue;
    const untold = list.dropped.filter((one) => !isMark(one.type) && !books.has(targetOf(name, one)));
    const lost = list.kept.filter((one) => isLost(one, sourceOfList(name), names, stays));
    told.push(
      ...(list.fault === null ? [] : [unreadable(name, list.fault)]),
      ...untold.map((one) => droppedRelationship(name, one)),
      ...lost.map((one) => lostTarget(name, one)),
    );
    if (list.text !== texts.get(name)) changed.set(name, list.text);
  }
  for (const [name, text] of texts) {
    if (!stays.has(name) || isListOfPackage(name)) continue;
    const gone = new Set(lists.get(relationshipsOf(name))?.dropped.map(({ id }) => id));
    if (!mayHoldMore(text, gone)) continue;
    const filtered = filteredPart(text, gone);
    if ('fault' in filtered) {
      told.push(unreadable(name, filtered.fault));
      continue;
    }
    read.set(name, filtered.xml);
    if (filtered.text !== null) changed.set(name, filtered.text);
    told.push(...[...new Set(filtered.dropped)].map((what) => droppedFrom(name, what)));
    told.push(...filtered.refused.map(([reason, expected]) => refusedIn(name, reason, expected)));
  }
  told.push(...[...texts].filter(([name, text]) => /\.svg$/iu.test(name) && !isSafeSvg(text)).map(unsafeSvg));
  return { names: stays, changed, read, told: onceEach(told) };
}

/** What cannot be read as it is written cannot be looked into. */
function filteredPart(text: string, gone: ReadonlySet<string>): FilteredPart | { readonly fault: string } {
  const xml = readXml(text);
  if ('code' in xml) return { fault: xml.reason };
  return keepsOddPrefix(text) ? { fault: '名称空间的前缀另有用处' } : filterPart(xml, gone);
}

/** The workbooks behind charts, in lower case: each is told once, by the chart that refers to it. */
function booksBehind(
  texts: ReadonlyMap<string, string>,
  lists: ReadonlyMap<string, FilteredRelationships>,
): ReadonlySet<string> {
  const behind = [...lists].filter(([name]) => /:externalData\b/u.test(texts.get(sourceOfList(name)) ?? ''));
  return new Set(
    behind.flatMap(([name, { dropped }]) =>
      dropped.filter(({ type }) => type === 'package').map((one) => targetOf(name, one)),
    ),
  );
}

function targetOf(list: string, { target }: Relationship): string {
  return resolved(sourceOfList(list), target).toLowerCase();
}

/** A refusal is told where it is met first. */
function onceEach(told: readonly Told[]): readonly Told[] {
  const key = ({ path, level, reason }: Told): string => (level === 'error' ? reason : `${path} ${reason}`);
  return [...new Map([...told].reverse().map((one) => [key(one), one])).values()].reverse();
}

const typesPath = '[Content_Types].xml';

function stayingNames(
  texts: ReadonlyMap<string, string>,
  entries: readonly Entry[],
  lists: ReadonlyMap<string, readonly Relationship[]>,
): ReadonlySet<string> {
  const names = entries.map(({ name }) => name);
  const types = typesOf(texts.get(typesPath) ?? '');
  const reached = reachedParts(lists);
  const isList = (name: string): boolean => /(?:^|\/)_rels\/[^/]*\.rels$/u.test(name);
  const isPart = ({ name, bytes }: Entry): boolean => {
    const type = types(name);
    if (isList(name) || isFolder(name) || type === null || !partTypes.has(type)) return false;
    // Text is looked into by its name: under another it would pass unseen, as would text that is called a picture.
    if (/\bxml$/u.test(type) && !isText(name)) return false;
    if (type.startsWith('image/') && (type === 'image/svg+xml' ? !/\.svg$/iu.test(name) : !isPicture(bytes)))
      return false;
    return !generic.test(type) || reached.has(name.toLowerCase());
  };
  const parts = entries.filter(isPart).map(({ name }) => name);
  const known = new Set(parts);
  const kept = names.filter((name) => isList(name) && (name === '_rels/.rels' || known.has(sourceOfList(name))));
  return new Set([typesPath, ...parts, ...kept]);
}

/** All parts that the document leads to, in lower case. */
function reachedParts(lists: ReadonlyMap<string, readonly Relationship[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const byName = new Map([...lists].map(([name, list]) => [name.toLowerCase(), list]));
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { target, outside } of byName.get(relationshipsOf(part)) ?? []) {
      const name = outside ? '' : resolved(part, target).toLowerCase();
      if (name === '' || reached.has(name)) continue;
      reached.add(name);
      waiting.push(name);
    }
  }
  return reached;
}

function isListOfPackage(name: string): boolean {
  return name.endsWith('.rels') || name === typesPath;
}

function isFolder(name: string): boolean {
  return name.endsWith('/');
}

function sourceOfList(list: string): string {
  return list.replace(/_rels\/([^/]*)\.rels$/u, '$1');
}

/** Told by the element that refers to it. */
function isMark(type: string): boolean {
  return /^(?:attachedTemplate|mailMergeSource|mailMergeHeaderSource|recipientData|font|printerSettings)$/u.test(type);
}

const kept = '成文时没有带入，其余照旧';

function droppedFrom(path: string, what: string): Told {
  const told = (reason: string, expected: string): Told => ({
    path,
    code: 'content-dropped',
    level: 'note',
    reason,
    expected,
  });
  if (what.startsWith(brokenField)) {
    const reason = `${what.slice(brokenField.length)}，成文时只留下它显示的文字`;
    return told(reason, '如需要，请在 Word 里删去这个域再重新插入');
  }
  if (!what.startsWith('域')) return told(`含有${what}，${kept}`, '不需要处理');
  return told(`${what}不在可以保留的域之列，成文时只留下它显示的文字`, '如需要，请改成文字');
}

function droppedRelationship(path: string, { type, target }: Relationship): Told {
  const shown = `“${target.slice(0, 60)}”`;
  const reason = type === 'hyperlink' ? `链接${shown}不能用，成文时只留下文字` : `含有“${type}”${shown}，${kept}`;
  const expected = isAllowedLink(target) ? '请重新插入这个链接' : '链接请用 http、https 或 mailto 地址';
  return {
    path,
    code: 'content-dropped',
    level: 'note',
    reason,
    expected: type === 'hyperlink' ? expected : '不需要处理',
  };
}

/** Whether the document goes on showing what may not stay. */
function isLost(
  { target, outside }: Relationship,
  source: string,
  names: readonly string[],
  stays: ReadonlySet<string>,
): boolean {
  // What the package itself begins with is asked for where the document is opened.
  const name = outside || source === '' ? '' : resolved(source, target).toLowerCase();
  const there = name === '' ? undefined : names.find((one) => one.toLowerCase() === name);
  return there !== undefined && !stays.has(there);
}

function lostTarget(path: string, { type, target }: Relationship): Told {
  return refusedIn(
    path,
    `用到了不能带入的“${target.slice(0, 60)}”（${type}）`,
    '请删去它；图片请另存为 png 或 jpg 再插入',
  );
}

function droppedPart(path: string): Told {
  return {
    path,
    code: 'content-dropped',
    level: 'note',
    reason: `不是文档要用的内容，${kept}`,
    expected: '不需要处理',
  };
}

function unreadable(path: string, why: string): Told {
  const expected = '请用 Word 或 WPS 打开后另存为 .docx，再试一次';
  return { path, code: 'xml-damaged', level: 'error', reason: `读不懂：${why}`, expected };
}

function refusedIn(path: string, reason: string, expected: string): Told {
  const code = reason.startsWith('嵌有') ? 'embedded-object' : 'external-link';
  return { path, code, level: 'error', reason, expected };
}

function unsafeSvg([path]: readonly [string, string]): Told {
  return refusedIn(path, 'SVG 图片里有脚本或链接', '请换成 PNG 或 JPEG 图片');
}
