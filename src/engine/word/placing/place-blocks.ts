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
import { tagsOf, type Block } from '../../language/match-blocks';
import { tagProblem } from '../../language/tag';
import type { PartTags, PlacedTag } from '../parts/part-tags';
import { objectSign, type Paragraph } from '../parts/read-paragraph';
import { ancestors, elementsOf, type XmlElement } from '../package/read-xml';
import { clashingLoops, columnLoop, columnLoops, markedLoops, type ColumnLoop } from './column-loops';
import { misplacedMarks, noColumns } from './misplaced-marks';
import type { Columns } from '../writing/table-cells';

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
  /** Cells that a loop repeats, each with the columns of the loop. */
  readonly columns: ReadonlyMap<XmlElement, Columns>;
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
  readonly columns: Map<XmlElement, Columns>;
  /** Opening tags of loops that are to go over columns; those that do, and those that may. */
  readonly marked: ReadonlySet<number>;
  readonly loops: ColumnLoop[];
  readonly bare: ColumnLoop[];
  /** Lifted tags with text before and behind them. */
  readonly amid: Set<number>;
  readonly problems: Problem[];
  /** What prints in a paragraph, with how many tags were lifted when it was looked at. */
  readonly printed: Map<XmlElement, { readonly lifted: number; readonly text: string }>;
}

export function placeBlocks(part: PartTags, blocks: readonly Block[]): Placement {
  const marks = markedLoops(part, blocks);
  const placing: Placing = {
    part,
    lifts: new Map(),
    hooks: new Map(),
    dropped: new Set(),
    splits: new Set(),
    columns: new Map(),
    marked: new Set(marks.values()),
    loops: [],
    bare: [],
    amid: new Set(),
    problems: [],
    printed: new Map(),
  };
  for (const block of [...blocks].sort((left, right) => left.open - right.open)) findHosts(placing, block);
  placeColumns(placing);
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
  placing.problems.push(...misplacedMarks(part, marks));
  return { ...placing, lifted: new Set(placing.lifts.keys()) };
}

/** Notes for each tag of a block that spans paragraphs which paragraph or row it acts on. */
function findHosts(placing: Placing, block: Block): void {
  const numbers = tagsOf(block);
  const tags = numbers.flatMap((number) => placing.part.tags[number] ?? []);
  const [first] = tags;
  if (first === undefined) return;
  if (placing.marked.has(block.open)) {
    const found = columnLoopOf(placing, block);
    placing.loops.push(...found);
    if (found.length === 0) placing.problems.push(...noColumns(placing.part, block));
    return;
  }
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
  if (!open || !close || open.wrapper !== null) return;
  if (!isAll(printedIn(placing, element), open.start, close.end)) return;
  const hasElse = block.elses.length > 0;
  const host = (hasElse ? null : soleCellRow(element)) ?? (item !== null && !endsSection ? element : null);
  if (host !== null) liftAll(placing, block, host);
  else if (isLoop(open.tag) && !hasElse) placing.bare.push(...columnLoopOf(placing, block));
}

function columnLoopOf(placing: Placing, block: Block): readonly ColumnLoop[] {
  const loop = columnLoop(placing.part, block, (paragraph) => printedIn(placing, paragraph));
  return loop ? [loop] : [];
}

function placeColumns(placing: Placing): void {
  const loops = columnLoops(placing.loops, placing.bare);
  for (const { block, cells, column, span } of loops) {
    for (const cell of cells) placing.columns.set(cell, { column, span });
    placing.lifts.set(block.open, { host: cells[0], block });
    placing.lifts.set(block.close, { host: cells[cells.length - 1] ?? cells[0], block });
  }
  placing.problems.push(...clashingLoops(loops).flatMap(({ block }) => noColumns(placing.part, block)));
}

function liftAll(placing: Placing, block: Block, host: XmlElement): void {
  for (const number of tagsOf(block)) placing.lifts.set(number, { host, block });
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

/** The paragraphs or rows that are siblings of each other; null when the tags do not stand on one level. */
function commonHosts(chains: readonly (readonly XmlElement[])[]): readonly XmlElement[] | null {
  const [first] = chains;
  if (first === undefined) return null;
  let depth = 0;
  while (first[depth] && chains.every((chain) => chain[depth] === first[depth])) depth++;
  const below = chains.flatMap((chain) => chain[depth] ?? []);
  if (below.length < chains.length) return null;
  // The paragraph that a text box stands in is none of the tags in the box.
  if (below.every((host, at) => host.name === 'w:p' && chains[at]?.length === depth + 1)) return below;
  if (below.every((host) => host.name === 'w:tr')) return below;
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
  const numbers = tagsOf(block);
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
