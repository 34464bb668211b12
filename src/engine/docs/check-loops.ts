/** Refuses, before anything is filled, loops over what a Google Doc cannot be given a second time. */
import type { Problem } from '../../core/base/problem';
import { helpersByName } from '../language/helpers/helpers-by-name';
import { matchBlocks } from '../language/match-blocks';
import { shortened } from '../language/read-tag';
import { tagProblem, type Tag } from '../language/tag';
import type { InspectedPart } from '../word/fill-options';
import { attribute, elementsOf, type XmlElement } from '../word/package/read-xml';
import { remedy, unsupported } from './edit';
import { rowFault } from './edit-table';
import type { SourceDoc, SourceParagraph } from './read-doc';
import { numberAttribute } from './word-of-doc';

/** All that is wrong with the tags of a Doc beside what is wrong in any template. */
export function loopProblems(parts: readonly InspectedPart[], source: SourceDoc): readonly Problem[] {
  return parts.flatMap((part) => [
    ...part.tags.tags.flatMap(({ tag }) => strangeValue(tag)),
    ...loopsIn(part).flatMap((loop) => loopFault(part, loop, source)),
  ]);
}

/** Looks are put in as looks; a Doc is given nothing else than text. */
const looks: ReadonlySet<string> = new Set(['粗体', '着色', '富文本']);
const strange = [...helpersByName].flatMap(([name, { special }]) => (special && !looks.has(name) ? [name] : []));
const asksForStrange = new RegExp(`^[^\\s(（]*[{｛#~(（]\\s*(?:${strange.join('|')})(?=[\\s}｝~)）])`, 'u');

function strangeValue(tag: Tag): readonly Problem[] {
  if (!asksForStrange.test(tag.text)) return [];
  const reason = `标签“${shortened(tag.text)}”不能印进 Google 文档，只有 Word 报告里能用`;
  return [tagProblem(tag, unsupported, reason, '请删去这个标签（分页可以在模板里直接插入），或者用 Word 模板')];
}

interface Loop {
  readonly tag: Tag;
  /** Neighbours in one container, from the block that holds its first tag to the one that holds its last. */
  readonly hosts: readonly XmlElement[];
}

/** The loops that repeat more than text within a paragraph. */
function loopsIn({ tags: { tags } }: InspectedPart): readonly Loop[] {
  const { blocks } = matchBlocks(tags.map(({ tag }) => tag));
  return blocks.flatMap(({ open, close }) => {
    const [first, last] = [tags[open], tags[close]];
    if (first?.tag.word !== 'each' || !last || first.paragraph === last.paragraph) return [];
    const [from, to] = [chainOf(first.paragraph.element), chainOf(last.paragraph.element)];
    const depth = from.findIndex((element, index) => element !== to[index]);
    const siblings = elementsOf(from[depth - 1] ?? first.paragraph.element);
    const [start, end] = [
      siblings.findIndex((one) => one === from[depth]),
      siblings.findIndex((one) => one === to[depth]),
    ];
    const hosts = siblings.slice(start, end + 1);
    const row = from[depth - 1];
    return [{ tag: first.tag, hosts: hosts[0]?.name === 'w:tc' && row ? [row] : hosts }];
  });
}

/** The element and all around it, outermost first. */
function chainOf(element: XmlElement): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  for (let at: XmlElement | null = element; at; at = at.parent) chain.unshift(at);
  return chain;
}

function loopFault(part: InspectedPart, { tag, hosts }: Loop, source: SourceDoc): readonly Problem[] {
  const numberOf = (element: XmlElement): number => Number(attribute(part.file.xml, element, numberAttribute));
  const paragraphsOf = (some: readonly XmlElement[]): readonly SourceParagraph[] =>
    some.flatMap((host) => (host.name === 'w:p' ? (source.paragraphs[numberOf(host)] ?? []) : []));
  const rows = hosts.flatMap((host) => (host.name === 'w:tr' ? (source.rows[numberOf(host)] ?? []) : []));
  const printed = hosts.filter((host) => isPrinted(part, host));
  const fault =
    rows.map(rowFault).find((one) => one !== null) ??
    (hosts.some(({ name }) => name === 'w:tbl') ? '里面有整个表格' : null) ??
    paragraphFault(paragraphsOf(hosts), paragraphsOf(printed));
  if (fault === null) return [];
  const reason = `标签“${shortened(tag.text)}”的循环在 Google 文档里做不到：${fault}`;
  return [tagProblem(tag, unsupported, reason, remedy)];
}

/** Whether the paragraph does not vanish because only tags of blocks stand in it. */
function isPrinted({ tags }: InspectedPart, host: XmlElement): boolean {
  const own = (tags.byParagraph.get(host) ?? []).flatMap((number) => tags.tags[number] ?? []);
  const rest = own.reduceRight(
    (before, { start, end }) => before.slice(0, start) + before.slice(end),
    tags.paragraphs.get(host)?.text ?? '',
  );
  return rest.trim() !== '' || own.some((one) => one.tag.kind === 'value');
}

/** `printed` are those that do not vanish. */
function paragraphFault(paragraphs: readonly SourceParagraph[], printed: readonly SourceParagraph[]): string | null {
  if (paragraphs.some(({ isUnique }) => isUnique)) return '里面有图片、脚注、分页符这类内容';
  if (paragraphs.some(({ endsSection }) => endsSection)) return '里面有分节符';
  const items = printed.filter(({ list }) => list !== null);
  if (new Set(items.map(({ list }) => list)).size > 1) return '里面有两种列表，或者同一列表的两级';
  const isAnew = items.some(({ isNumbered }) => isNumbered) && items.length < printed.length;
  return isAnew ? '里面的编号在每一轮都要从头编起（可以改用项目符号，或者用 {{@index}} 印编号）' : null;
}
