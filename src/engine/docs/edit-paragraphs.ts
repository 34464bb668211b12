/** The requests that turn the paragraphs of a container into those that are to stand there. */
import { arrange, type Arrangement } from './arrange';
import {
  deleteRange,
  locationIn,
  rangeIn,
  refuse,
  stretchesOf,
  styleParagraph,
  styleText,
  textOf,
  type Edit,
} from './edit';
import { editTable } from './edit-table';
import type { SourceBlock, SourceParagraph } from './read-doc';
import type { OutBlock, OutParagraph, OutPiece } from './read-filled';

/** Puts down the requests for a body, header, footer, note or cell. */
export function editBlocks(edit: Edit, sources: readonly SourceBlock[], outs: readonly OutBlock[]): void {
  const arrangement = arrange(sources, outs);
  for (const number of arrangement.uncopied) {
    const source = sources[number];
    if (source && source.kind !== 'fixed') refuse(edit, source.spot);
  }
  // Whether a paragraph will stand behind the block: else its line end must stay, before a table, a break, or the end.
  let isFollowed = false;
  [...sources.entries()].reverse().forEach(([number, source]) => {
    isFollowed = editBlock(edit, source, { number, arrangement, isFollowed });
  });
}

interface Standing {
  readonly number: number;
  readonly arrangement: Arrangement;
  readonly isFollowed: boolean;
}

/** Whether a paragraph stands there afterwards or, when the block went, behind it. */
function editBlock(edit: Edit, source: SourceBlock, { number, arrangement, isFollowed }: Standing): boolean {
  const out = arrangement.kept.get(number);
  if (source.kind === 'fixed') return false;
  if (source.kind === 'table') {
    if (out?.kind === 'table') editTable(edit, source, out, editBlocks);
    else deleteRange(edit, source.start, source.end);
    return out === undefined && isFollowed;
  }
  putAfter(edit, source, arrangement.after.get(number) ?? []);
  if (out?.kind === 'paragraph') editParagraph(edit, source, out.pieces);
  else if (isFollowed) deleteRange(edit, source.start, source.end);
  else shrink(edit, source);
  putBefore(edit, source, arrangement.before.get(number) ?? []);
  return true;
}

/** A paragraph whose line end may not go is left without text and takes no room. */
function shrink(edit: Edit, { start, end, list, style }: SourceParagraph): void {
  deleteRange(edit, start, end - 1);
  const range = rangeIn(edit, start, start + 1);
  if (list !== null) edit.requests.push({ deleteParagraphBullets: { range } });
  const none = { unit: 'PT' };
  const small = { namedStyleType: 'NORMAL_TEXT', lineSpacing: 100, spaceAbove: none, spaceBelow: none };
  styleParagraph(edit, range, { from: style, to: { direction: style.direction, ...small } });
  styleText(edit, start, [{ text: '\n', look: { fontSize: { magnitude: 1, unit: 'PT' } } }]);
}

function putAfter(edit: Edit, source: SourceParagraph, copies: readonly OutParagraph[]): void {
  if (copies.length === 0) return;
  const texts = copies.map((copy) => stretchesOf(edit, copy.source, copy.pieces));
  const at = source.end - 1;
  const text = texts.map((one) => `\n${textOf(one)}`).join('');
  edit.requests.push({ insertText: { location: locationIn(edit, at), text } });
  styleCopies(edit, source, copies, { at: at + 1, texts });
}

function putBefore(edit: Edit, source: SourceParagraph, copies: readonly OutParagraph[]): void {
  if (copies.length === 0) return;
  const texts = copies.map((copy) => stretchesOf(edit, copy.source, copy.pieces));
  const text = texts.map((one) => `${textOf(one)}\n`).join('');
  edit.requests.push({ insertText: { location: locationIn(edit, source.start), text } });
  styleCopies(edit, source, copies, { at: source.start, texts });
}

interface PutIn {
  /** Where the text of the first copy begins; each is followed by a line end. */
  readonly at: number;
  readonly texts: readonly ReturnType<typeof stretchesOf>[];
}

/** New paragraphs look like the one they were put into. */
function styleCopies(edit: Edit, anchor: SourceParagraph, copies: readonly OutParagraph[], { at, texts }: PutIn): void {
  let start = at;
  copies.forEach(({ source }, index) => {
    const stretches = texts[index] ?? [];
    const range = rangeIn(edit, start, start + textOf(stretches).length + 1);
    dressCopy(edit, anchor, source, range);
    styleText(edit, start, stretches);
    start = range.endIndex;
  });
}

/** Taking a paragraph out of its list leaves an indent in its place. */
const indents: readonly string[] = ['indentStart', 'indentFirstLine'];

function dressCopy(
  edit: Edit,
  anchor: SourceParagraph,
  source: SourceParagraph,
  range: ReturnType<typeof rangeIn>,
): void {
  const isOut = anchor.list !== null && source.list === null;
  if (source.isUnique || (!isOut && anchor.list !== source.list)) refuse(edit, source.spot);
  if (isOut) edit.requests.push({ deleteParagraphBullets: { range } });
  styleParagraph(edit, range, { from: anchor.style, to: source.style, known: isOut ? indents : [] });
}

/** Pieces that are to stand as they do stay; what comes between them is put in, the others go. */
function editParagraph(edit: Edit, source: SourceParagraph, outs: readonly OutPiece[]): void {
  const { pieces } = source;
  const kept: number[] = [];
  // By the number of the piece behind the last that stays.
  const gaps = new Map<number, OutPiece[]>();
  let next = 0;
  for (const out of outs) {
    const number = pieces.indexOf(out.source, next);
    if (number >= 0 && out.text === out.source.text && !out.isStrange && Object.keys(out.look).length === 0) {
      kept.push(number);
      next = number + 1;
    } else gaps.set(next, [...(gaps.get(next) ?? []), out]);
  }
  const startOf = (number: number | undefined): number => pieces[number ?? pieces.length]?.start ?? source.end - 1;
  [0, ...kept.map((number) => number + 1)].reverse().forEach((gap, index) => {
    const at = startOf(gap);
    deleteRange(edit, at, startOf(kept[kept.length - index]));
    putPieces(edit, source, { at, pieces: gaps.get(gap) ?? [] });
  });
}

function putPieces(
  edit: Edit,
  source: SourceParagraph,
  { at, pieces }: { readonly at: number; readonly pieces: readonly OutPiece[] },
): void {
  const stretches = stretchesOf(edit, source, pieces);
  if (stretches.length === 0) return;
  edit.requests.push({ insertText: { location: locationIn(edit, at), text: textOf(stretches) } });
  styleText(edit, at, stretches);
}
