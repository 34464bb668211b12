/** Documents that tags put into another one: each goes where its sign stands, once everything else is filled. */
import type { Problem } from '../../../core/base/problem';
import type { TraceEntry } from '../../language/trace';
import { gapText } from '../../language/model';
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { childOf, elementsOf, readXml, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { escapeXml, legalXml } from '../package/xml-text';
import type { Host } from './host';
import { clash } from './namespaces';
import { PutIn } from './put-in';
import { problemIn, readSource } from './read-source';

/** So many documents are put in at most, each of at most so many bytes, all of them of so much text. */
const most = { documents: 300, bytes: 20_000_000, text: 60_000_000, depth: 4 };

/** How documents are got and filled. */
export interface Documents {
  readonly get: (path: string) => Uint8Array | null;
  /** Fills the tags of a document with the same data. */
  readonly fill: (bytes: Uint8Array, path: string) => FilledDocument;
  /** The documents around the host, outermost first: a document may not be put into itself. */
  readonly around: readonly string[];
}

export interface FilledDocument {
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
  readonly trace: readonly TraceEntry[];
}

export interface Merged {
  readonly problems: readonly Problem[];
  readonly trace: readonly TraceEntry[];
}

/** Puts the documents at the signs of the host's body, in the order in which tags named them. */
export function mergeDocuments(host: Host, paths: readonly string[], documents: Documents): Merged {
  const desk = new Desk(host, documents);
  let text = 0;
  const contents = paths.map((path, at): string | null => {
    const put = at < most.documents && text < most.text ? desk.open(path) : desk.leaveOut(path);
    const blocks = put?.blocks() ?? null;
    text += blocks?.length ?? 0;
    return blocks;
  });
  const xml = readXml(host.text(host.path) ?? '');
  if ('code' in xml) return desk;
  const edits = hostsIn(xml, xml.root).map((paragraph) => placed(xml, paragraph, { contents, paths }));
  host.write(host.path, withEdits(xml.source, edits));
  return desk;
}

const tooMany = [
  'document-too-large',
  '放进来的文件太多或者太大（300 份以内）',
  '请少放几份，或者分成几个文件',
] as const;

type Refusal = readonly [code: string, reason: string, expected: string];

/** The documents that were asked for, each opened once. */
class Desk implements Merged {
  readonly problems: Problem[] = [];
  readonly trace: TraceEntry[] = [];
  private readonly host: Host;
  private readonly documents: Documents;
  private readonly known = new Map<string, PutIn | null>();
  private readonly leftOut = new Set<string>();

  constructor(host: Host, documents: Documents) {
    this.host = host;
    this.documents = documents;
  }

  open(path: string): PutIn | null {
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const opened = this.read(path);
    this.known.set(path, opened);
    return opened;
  }

  /** Told once for each of them, however often it is named. */
  leaveOut(path: string): null {
    if (!this.leftOut.has(path)) this.refuse(path, tooMany);
    this.leftOut.add(path);
    return null;
  }

  refuse(path: string, [code, reason, expected]: Refusal): null {
    this.problems.push(problemIn(path, code, reason, expected));
    return null;
  }

  private read(path: string): PutIn | null {
    const { around, get } = this.documents;
    if (around.includes(path)) return this.refuse(path, ['document-in-itself', '又放进了它自己', '请删去其中一处']);
    if (around.length >= most.depth)
      return this.refuse(path, ['document-too-deep', `放进来的文件套了 ${String(most.depth)} 层以上`, '请少套几层']);
    const bytes = get(path);
    if (bytes === null)
      return this.refuse(path, [
        'document-missing',
        '找不到这份文件，成文里印成待补',
        '请把 .docx 放到模板所在的文件夹',
      ]);
    if (bytes.length > most.bytes)
      return this.refuse(path, ['document-too-large', '超过 20 MB，没有放进来', '请先压缩里面的图片']);
    return this.filled(path, bytes);
  }

  private filled(path: string, bytes: Uint8Array): PutIn | null {
    const { bytes: ready, problems, trace } = this.documents.fill(bytes, path);
    this.problems.push(...problems);
    this.trace.push(...trace.map((entry) => ({ ...entry, place: `${path} ${entry.place}` })));
    const source = ready === null ? [] : readSource(ready, path);
    if (!('body' in source)) {
      this.problems.push(...source);
      return null;
    }
    this.problems.push(...source.notices);
    if (clash(this.host.text(this.host.path) ?? '', source.body.xml.source))
      return this.refuse(path, ['document-form', '与放进去的文件写法不同，放不进来', '请用 Word 或 WPS 另存为 .docx']);
    return new PutIn(source, this.host);
  }
}

const sign = /<\?nianbao document (\d+)\?>/gu;

function hostsIn(part: XmlPart, element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name !== 'w:p') return hostsIn(part, child);
    return sourceOf(part, child).includes('<?nianbao document') ? [child] : [];
  });
}

interface Ready {
  readonly contents: readonly (string | null)[];
  readonly paths: readonly string[];
}

/** A paragraph that holds nothing else is the document's place; else the document follows it. */
function placed(part: XmlPart, paragraph: XmlElement, { contents, paths }: Ready): TextEdit {
  const source = sourceOf(part, paragraph);
  const numbers = [...source.matchAll(sign)].map(([, number]) => Number(number));
  const rest = source.replace(sign, '');
  const isBare = !/<w:(?:t|drawing|pict|object|sectPr|br)\b/u.test(rest);
  const blocks = numbers.map((number) => contents[number] ?? gapParagraph(part, paragraph, paths[number] ?? ''));
  const content = blocks.reduce(
    (text, each) => (endsWithTable(text) && each.startsWith('<w:tbl') ? `${text}<w:p/>${each}` : text + each),
    '',
  );
  const before = isBare && startsWithTable(content) && isTable(neighbour(paragraph, -1)) ? '<w:p/>' : '';
  const next = neighbour(paragraph, 1);
  const after = content === '' || (endsWithTable(content) && !isText(part, next)) ? '<w:p/>' : '';
  return { start: paragraph.start, end: paragraph.end, text: (isBare ? before : rest) + content + after };
}

function gapParagraph(part: XmlPart, paragraph: XmlElement, path: string): string {
  const properties = childOf(paragraph, 'w:pPr');
  const look = properties ? withoutSection(sourceOf(part, properties)) : '';
  return `<w:p>${look}<w:r><w:t>${escapeXml(legalXml(gapText(`文档 ${path}`)))}</w:t></w:r></w:p>`;
}

function withoutSection(xml: string): string {
  const [from, to] = [xml.search(/<w:sectPr\b/u), xml.lastIndexOf(sectionEnd)];
  return from < 0 || to < from ? xml : xml.slice(0, from) + xml.slice(to + sectionEnd.length);
}

const sectionEnd = '</w:sectPr>';

function neighbour(paragraph: XmlElement, step: number): XmlElement | null {
  const siblings = elementsOf(paragraph.parent ?? paragraph);
  return siblings[siblings.indexOf(paragraph) + step] ?? null;
}

/** A paragraph that stays one. */
function isText(part: XmlPart, element: XmlElement | null): boolean {
  return element?.name === 'w:p' && !sourceOf(part, element).includes('<?nianbao document');
}

function isTable(element: XmlElement | null): boolean {
  return element?.name === 'w:tbl';
}

function startsWithTable(text: string): boolean {
  return text.startsWith('<w:tbl');
}

function endsWithTable(text: string): boolean {
  return text.endsWith('</w:tbl>');
}
