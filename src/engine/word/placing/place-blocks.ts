/**
 * Decides what each block repeats or removes, by where its tags stand:
 * - all in one paragraph: the text between them;
 * - in paragraphs of one container: the paragraphs between them. A paragraph with text before and behind a loop's tag is parted
 *   there; a condition that begins and ends amid texts takes them on: what stands behind it follows on what it shows;
 * - around all that stands in an item of a list, if the block repeats: the item;
 * - around all that stands in cells below each other: the cells, so that there are more columns (see `column-loops`);
 * - in cells of one table row: the row; in two rows of one table: those rows;
 * - around all that stands in a row of a table of one column: the row.
 * Anything else is refused, naming both places.
 */
import { placeText } from '../../../core/base/place';
import type { Problem } from '../../../core/base/problem';
import type { Block } from '../../language/match-blocks';
import { tagProblem } from '../../language/tag';
import type { PartTags, PlacedTag } from '../parts/part-tags';
import { objectSign, type Paragraph } from '../parts/read-paragraph';
import { elementsOf, type XmlElement } from '../package/read-xml';
import { findColumnLoops } from './column-loops';

/** Tags that act before or after a whole element instead of within the text. */
interface Hooks {
  readonly before: number[];
  readonly after: number[];
}

export interface Placement {
  readonly hooks: ReadonlyMap<XmlElement, Hooks>;
  /** Tags that act through hooks. */
  readonly lifted: ReadonlySet<number>;
  /** Paragraphs and rows that held nothing but such tags. */
  readonly dropped: ReadonlySet<XmlElement>;
  /** Tags at which their paragraph is parted in two. */
  readonly splits: ReadonlySet<number>;
  /** Cells that a loop repeats, each with its column. */
  readonly columns: ReadonlyMap<XmlElement, number>;
  readonly problems: readonly Problem[];
}

interface Lift {
  readonly host: XmlElement;
  readonly block: Block;
}

interface Placing {
  readonly part: PartTags;
  readonly lifts: Map<number, Lift>;
  readonly hooks: Map<XmlElement, Hooks>;
  readonly dropped: Set<XmlElement>;
  readonly splits: Set<number>;
  readonly columns: Map<XmlElement, number>;
  /** Loops that are all that stands in their paragraphs. */
  readonly sole: Block[];
  /** Lifted tags with text before and behind them. */
  readonly amid: Set<number>;
  readonly problems: Problem[];
  /** What prints in a paragraph, with how many tags were lifted when it was looked at. */
  readonly printed: Map<XmlElement, { readonly lifted: number; readonly text: string }>;
}

export function placeBlocks(part: PartTags, blocks: readonly Block[]): Placement {
  const placing: Placing = {
    part,
    lifts: new Map(),
    hooks: new Map(),
    dropped: new Set(),
    splits: new Set(),
    columns: new Map(),
    sole: [],
    amid: new Set(),
    problems: [],
    printed: new Map(),
  };
  for (const block of [...blocks].sort((left, right) => left.open - right.open)) findHosts(placing, block);
  for (const { block, cell, column } of findColumnLoops(part, placing.sole)) {
    placing.columns.set(cell, column);
    liftBoth(placing, block, cell);
  }
  const byHost = new Map<XmlElement, number[]>();
  for (const [tag, { host }] of [...placing.lifts].sort(([left], [right]) => left - right)) {
    byHost.set(host, [...(byHost.get(host) ?? []), tag]);
  }
  for (const [host, tags] of byHost) {
    if (host.name === 'w:p') hookParagraph(placing, host, tags);
    else if (host.name === 'w:tc') hookCell(placing, host, tags);
    else hookRow(placing, host, tags);
  }
  for (const block of blocks) placeAmid(placing, block);
  return { ...placing, lifted: new Set(placing.lifts.keys()) };
}

/** Notes for each tag of a block that spans paragraphs which paragraph or row it acts on. */
function findHosts(placing: Placing, block: Block): void {
  const numbers = [block.open, ...block.elses, block.close];
  const tags = numbers.flatMap((number) => placing.part.tags[number] ?? []);
  const [first] = tags;
  if (first === undefined) return;
  if (tags.every((tag) => tag.paragraph === first.paragraph)) {
    if (tags.some((tag) => tag.wrapper !== first.wrapper))
      refuse(placing, block, '一个在超链接、域或内容控件里，一个在外面');
    else liftSole(placing, block, first.paragraph);
    return;
  }
  const hosts = commonHosts(tags.map((tag) => ancestors(tag.paragraph.element)));
  if (hosts === null) {
    refuse(placing, block, '一个在里层，一个在外层');
  } else if (hosts[0]?.name === 'w:tr' && hosts.every((host) => host === hosts[0]) && block.elses.length > 0) {
    refuse(placing, block, '重复一行表格的块里不能有 {{else}}');
  } else {
    numbers.forEach((number, index) => {
      const host = hosts[index];
      if (host) placing.lifts.set(number, { host, block });
    });
  }
}

/**
 * In a table of one column a cell is its row: a block around everything in the cell acts on the row. A loop around everything
 * in an item of a list repeats the item.
 */
function liftSole(placing: Placing, block: Block, { element, item, endsSection }: Paragraph): void {
  const open = placing.part.tags[block.open];
  const close = placing.part.tags[block.close];
  if (!open || !close || open.wrapper !== null || block.elses.length > 0) return;
  const isItem = item !== null && !endsSection && isLoop(open.tag);
  if (!isAll(printedIn(placing, element), open.start, close.end)) return;
  const host = soleCellRow(element) ?? (isItem ? element : null);
  if (host !== null) liftBoth(placing, block, host);
  else if (isLoop(open.tag)) placing.sole.push(block);
}

function liftBoth(placing: Placing, block: Block, host: XmlElement): void {
  for (const number of [block.open, block.close]) placing.lifts.set(number, { host, block });
}

function isLoop({ word, inverse }: PlacedTag['tag']): boolean {
  return word === 'each' && !inverse;
}

/** Whether nothing stands outside. */
function isAll(text: string, start: number, end: number): boolean {
  return text.slice(0, start).trim() === '' && text.slice(end).trim() === '';
}

/** The row of a paragraph that is alone in its cell, in a table whose rows all have one cell; else null. */
function soleCellRow({ parent: cell }: XmlElement): XmlElement | null {
  const row = cell?.parent ?? null;
  if (cell?.name !== 'w:tc' || row?.name !== 'w:tr' || row.parent?.name !== 'w:tbl') return null;
  const sole = elementsOf(cell).filter(({ name }) => blockNames.has(name)).length === 1;
  const rows = elementsOf(row.parent).filter(({ name }) => name === 'w:tr');
  return sole && rows.every((each) => elementsOf(each).filter(({ name }) => name === 'w:tc').length === 1) ? row : null;
}

const blockNames: ReadonlySet<string> = new Set(['w:p', 'w:tbl', 'w:sdt']);

/** The element and all around it, outermost first. */
function ancestors(element: XmlElement): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  for (let at: XmlElement | null = element; at; at = at.parent) chain.unshift(at);
  return chain;
}

/** The paragraphs or rows that are siblings of each other; null when the tags do not stand on one level. */
function commonHosts(chains: readonly (readonly XmlElement[])[]): readonly XmlElement[] | null {
  const [first] = chains;
  if (first === undefined) return null;
  let depth = 0;
  while (first[depth] && chains.every((chain) => chain[depth] === first[depth])) depth++;
  const below = chains.flatMap((chain) => chain[depth] ?? []);
  if (below.length < chains.length) return null;
  if (below.every((host) => host.name === 'w:p') || below.every((host) => host.name === 'w:tr')) return below;
  const row = first[depth - 1];
  const cells = below.every((host) => host.name === 'w:tc' || host.name === 'w:sdt');
  return row?.name === 'w:tr' && cells ? below.map(() => row) : null;
}

/** Where the first and the last thing that prints stands among a paragraph's characters. */
interface Solid {
  readonly first: number;
  readonly last: number;
}

/** Null when there is nothing but white space, comments and lifted tags. */
function solidIn(placing: Placing, element: XmlElement): Solid | null {
  const rest = printedIn(placing, element);
  const first = rest.search(/\S/u);
  return first < 0 ? null : { first, last: rest.trimEnd().length - 1 };
}

/** A paragraph's text, comments and lifted tags blanked, other tags as if they printed; the same until more is lifted. */
function printedIn({ part, lifts, printed }: Placing, element: XmlElement): string {
  const known = printed.get(element);
  if (known?.lifted === lifts.size) return known.text;
  const { text = '' } = part.paragraphs.get(element) ?? {};
  const pieces: string[] = [];
  let at = 0;
  for (const number of part.byParagraph.get(element) ?? []) {
    const placed = part.tags[number];
    if (!placed) continue;
    const isSilent = lifts.has(number) || placed.tag.kind === 'comment';
    pieces.push(text.slice(at, placed.start), (isSilent ? ' ' : objectSign).repeat(placed.end - placed.start));
    at = placed.end;
  }
  const whole = [...pieces, text.slice(at)].join('');
  printed.set(element, { lifted: lifts.size, text: whole });
  return whole;
}

function hookParagraph(placing: Placing, host: XmlElement, tags: readonly number[]): void {
  const solid = solidIn(placing, host);
  const hooks = hooksOf(placing, host);
  if (solid === null && placing.part.paragraphs.get(host)?.endsSection === false) placing.dropped.add(host);
  for (const number of tags) {
    const at = placing.part.tags[number]?.start ?? 0;
    if (solid === null || at < solid.first) hooks.before.push(number);
    else if (at > solid.last) hooks.after.push(number);
    else placing.amid.add(number);
  }
}

/** Tags amid texts act where they stand: as such, or so that what is before ends there and what is behind begins anew. */
function placeAmid(placing: Placing, block: Block): void {
  const numbers = [block.open, ...block.elses, block.close];
  const amid = numbers.filter((number) => placing.amid.has(number));
  const tags = amid.flatMap((number) => placing.part.tags[number] ?? []);
  if (tags.some(({ wrapper }) => wrapper !== null))
    refuse(placing, block, '在超链接、域或内容控件的文字中间，又跨了段');
  else if (tags.some(({ paragraph }) => paragraph.endsSection)) refuse(placing, block, '在分节的一段中间，又跨了段');
  const open = placing.part.tags[block.open]?.tag;
  const flows = amid.length === numbers.length && !(open && isLoop(open));
  for (const number of amid) {
    placing.lifts.delete(number);
    if (!flows) placing.splits.add(number);
  }
}

function hooksOf(placing: Placing, host: XmlElement): Hooks {
  const known = placing.hooks.get(host);
  if (known) return known;
  const hooks: Hooks = { before: [], after: [] };
  placing.hooks.set(host, hooks);
  return hooks;
}

/** The cell is repeated as it stands. */
function hookCell(placing: Placing, cell: XmlElement, tags: readonly number[]): void {
  const hooks = hooksOf(placing, cell);
  for (const number of tags)
    (placing.part.tags[number]?.tag.kind === 'close' ? hooks.after : hooks.before).push(number);
}

function hookRow(placing: Placing, row: XmlElement, tags: readonly number[]): void {
  const paragraphs = [...placing.part.paragraphs.keys()].filter((element) => ancestors(element).includes(row));
  const own = new Set(tags);
  const inside = paragraphs.flatMap((element) => placing.part.byParagraph.get(element) ?? []);
  const bare = paragraphs.every((element) => solidIn(placing, element) === null);
  const hooks = hooksOf(placing, row);
  if (bare && inside.every((number) => own.has(number) || placing.part.tags[number]?.tag.kind === 'comment')) {
    placing.dropped.add(row);
    hooks.before.push(...tags);
    return;
  }
  const others = inside.filter((number) => !own.has(number) && placing.part.tags[number]?.tag.kind !== 'comment');
  for (const number of tags) {
    const closes = placing.part.tags[number]?.tag.kind === 'close';
    const cut = others.some((other) => (closes ? other > number : other < number));
    if (cut) refuse(placing, placing.lifts.get(number)?.block, '要重复整行，可是标签外面的同一行里还有别的标签');
    (closes ? hooks.after : hooks.before).push(number);
  }
}

function refuse(placing: Placing, block: Block | undefined, why: string): void {
  const open: PlacedTag | undefined = block && placing.part.tags[block.open];
  const close: PlacedTag | undefined = block && placing.part.tags[block.close];
  if (!open || !close) return;
  const reason = `标签“${open.tag.text}”与“${close.tag.text}”（${placeText({ ...close.tag.place, file: '' }).trim()}）配不到一起：${why}`;
  const expected = '请把两个标签写在同一段里，或者各自单独成段，或者写在同一行表格的第一格和最后一格';
  placing.problems.push(tagProblem(open.tag, 'block-placement', reason, expected));
}
