/** The door: opens a .docx, refuses what is damaged or dangerous, and hands on the parts that a template may fill. */
import type { Problem } from '../../../core/base/problem';
import { readZip, type ZipEntry } from './read-zip';
import { attribute, childOf, doctypeRefusal, elementsOf, readXml, type XmlPart, type XmlRefusal } from './read-xml';
import { utf8Text } from './utf8-text';

/** A part that is filled. `label` says which to a person: empty for the body, else 页眉, 页脚, 脚注, 尾注, 批注. */
export interface PartFile {
  readonly path: string;
  readonly label: string;
  readonly xml: XmlPart;
}

/** An opened document. */
export interface Package {
  readonly entries: readonly ZipEntry[];
  /** The body first. */
  readonly parts: readonly PartFile[];
  /** Ids of the paragraph styles that are headings. */
  readonly headingStyles: ReadonlySet<string>;
}

export interface Opening {
  readonly opened: Package | null;
  readonly problems: readonly Problem[];
}

interface Relationship {
  /** Last word of the type's address: `header`, `hyperlink`. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

type Refuse = (code: string, reason: string, expected: string, spot?: string) => void;

/** The document, or null and every reason why not. */
export function openPackage(bytes: Uint8Array, file: string): Opening {
  const problems: Problem[] = [];
  const refuse: Refuse = (code, reason, expected, spot) => {
    const place = spot === undefined ? { file } : { file, spot };
    problems.push({ code, level: 'error', place, actual: '', reason, expected });
  };
  const { entries, refusal } = readZip(bytes);
  if (refusal) {
    refuse(refusal.code, refusal.reason, refusal.expected);
    return { opened: null, problems };
  }
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const text = checkEntry(entry, refuse);
    if (text !== null) texts.set(entry.name, text);
  }
  const parts = problems.length > 0 ? [] : readParts(texts, refuse);
  if (problems.length > 0) return { opened: null, problems };
  const headingStyles = readHeadingStyles(texts.get('word/styles.xml') ?? '');
  return { opened: { entries, parts, headingStyles }, problems };
}

const resave = '请用 Word 或 WPS 打开后另存为 .docx，再试一次';

/** Refuses what no entry may be, whether it is filled or not; gives back the text of an XML part, null for others. */
function checkEntry(entry: ZipEntry, refuse: Refuse): string | null {
  const spot = `压缩包内 ${entry.name}`;
  if (/vbaProject|vbaData/iu.test(entry.name)) refuse('macro', '含有宏', '请另存为不带宏的 .docx', spot);
  if (!/\.(?:xml|rels|vml)$/iu.test(entry.name)) return null;
  if (!isUtf8(entry.bytes)) {
    refuse('xml-encoding', '不是 UTF-8 编码', resave, spot);
    return null;
  }
  const text = utf8Text(entry.bytes);
  const doctype = doctypeRefusal(text);
  if (doctype) refuse(doctype.code, doctype.reason, resave, spot);
  if (entry.name === '[Content_Types].xml' && /macroEnabled/iu.test(text)) {
    refuse('macro', '这是带宏的文件', '请另存为不带宏的 .docx', spot);
  }
  if (entry.name.endsWith('.rels')) checkRelationships(relationships(text), spot, refuse);
  if (/\bDDE(?:AUTO)?\b/u.test(fieldCodes(text)))
    refuse('external-link', '含有 DDE 域，会读取外部程序', '请删去这个域', spot);
  return text;
}

function isUtf8(bytes: Uint8Array): boolean {
  const start = utf8Text(bytes.subarray(0, 200));
  if (/^(?:\xff\xfe|\xfe\xff)|\0/u.test(start)) return false;
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']+)/u.exec(start)?.[1];
  return declared === undefined || /^(?:utf-?8|us-ascii)$/iu.test(declared);
}

function fieldCodes(xml: string): string {
  if (!xml.includes('instr')) return '';
  const codes = [...xml.matchAll(/<\w+:instrText\b[^>]*>([^<]*)</gu)].map((match) => match[1] ?? '');
  return `${codes.join('')} ${[...xml.matchAll(/\w:instr="([^"]*)"/gu)].map((match) => match[1] ?? '').join(' ')}`;
}

function checkRelationships(found: readonly Relationship[], spot: string, refuse: Refuse): void {
  for (const { type, target, external } of found) {
    if (type === 'oleObject') refuse('embedded-object', '嵌有 OLE 对象', '请把对象换成图片或文字', spot);
    if (type === 'aFChunk') refuse('embedded-object', '嵌有另一份文件', '请把它的内容直接放进文档', spot);
    if (!external || type === 'hyperlink') continue;
    const expected =
      type === 'attachedTemplate' ? '请在 Word“开发工具—文档模板”里改回 Normal' : '请删去链接，把内容直接放进文档';
    refuse('external-link', `引用了外部文件“${target.slice(0, 60)}”`, expected, spot);
  }
}

function relationships(text: string): readonly Relationship[] {
  const xml = readXml(text);
  if ('code' in xml) return [];
  return elementsOf(xml.root).map((element) => ({
    type: (attribute(xml, element, 'Type') ?? '').replace(/^.*\//u, ''),
    target: attribute(xml, element, 'Target') ?? '',
    external: attribute(xml, element, 'TargetMode')?.toLowerCase() === 'external',
  }));
}

const labels: Readonly<Record<string, string>> = {
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
  comments: '批注',
};

function readParts(texts: ReadonlyMap<string, string>, refuse: Refuse): readonly PartFile[] {
  const related = (path: string): readonly Relationship[] => relationships(texts.get(path) ?? '');
  const main = related('_rels/.rels').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const path = main.replace(/^\//u, '');
  // A workbook or a presentation with a wrong ending opens just as well, and has no such root.
  if (!/<(?:\w+:)?document[\s>]/u.test(texts.get(path) ?? '')) {
    refuse('file-not-docx', '文件里没有 Word 正文（word/document.xml）', resave);
    return [];
  }
  const folder = path.replace(/[^/]*$/u, '');
  const others = related(`${folder}_rels/${path.slice(folder.length)}.rels`)
    .filter(({ type }) => Object.keys(labels).includes(type))
    .map(({ type, target }) => ({ label: labels[type] ?? '', path: resolve(folder, target) }))
    .sort((left, right) => order(left) - order(right));
  return [{ label: '', path }, ...others].flatMap(({ label, path: at }) =>
    readPart({ path: at, label, text: texts.get(at) }, refuse),
  );
}

function order({ label }: { readonly label: string }): number {
  return Object.values(labels).indexOf(label);
}

function resolve(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : folder + target;
}

interface FoundPart {
  readonly path: string;
  readonly label: string;
  readonly text: string | undefined;
}

function readPart({ path, label, text }: FoundPart, refuse: Refuse): readonly PartFile[] {
  if (text === undefined) return [];
  const xml: XmlPart | XmlRefusal = readXml(text);
  if (!('code' in xml)) return [{ path, label, xml }];
  refuse(xml.code, xml.reason, resave, `压缩包内 ${path}`);
  return [];
}

/** Ids of the styles named `heading 1` … or with an outline level; empty when the styles part is missing or unreadable. */
function readHeadingStyles(source: string): ReadonlySet<string> {
  const xml = readXml(source);
  if ('code' in xml) return new Set();
  const ids = elementsOf(xml.root).flatMap((style) => {
    const id = style.name === 'w:style' ? attribute(xml, style, 'w:styleId') : null;
    if (id === null) return [];
    const name = childOf(style, 'w:name');
    const named = name !== null && /^(?:heading|标题)\s*\d/iu.test(attribute(xml, name, 'w:val') ?? '');
    const properties = childOf(style, 'w:pPr');
    const level = properties && childOf(properties, 'w:outlineLvl');
    return named || (level && attribute(xml, level, 'w:val') !== '9') ? [id] : [];
  });
  return new Set(ids);
}
