/** Pairs the opening, else and closing tags of blocks, in reading order, and says which stay alone. */
import { placeText } from '../../core/base/place';
import type { Problem } from '../../core/base/problem';
import { maxDepth, maxTags } from './limits';
import { shortened } from './read-tag';
import { tagProblem, type Tag } from './tag';

/** A block: the numbers of its tags, opening tag first, closing tag last. */
export interface Block {
  readonly open: number;
  readonly elses: readonly number[];
  readonly close: number;
}

/** The numbers of all tags of a block. */
export function tagsOf({ open, elses, close }: Block): readonly number[] {
  return [open, ...elses, close];
}

export interface Matched {
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

interface OpenBlock {
  readonly open: number;
  readonly tag: Tag;
  readonly elses: number[];
  finalElse: boolean;
}

/** All blocks of the tags. Where tags do not pair, the problems name both places and the blocks are of no use. */
export function matchBlocks(tags: readonly Tag[]): Matched {
  if (tags.length > maxTags) return { blocks: [], problems: [tooMany(tags)] };
  const state: State = { stack: [], blocks: [], problems: [] };
  tags.forEach((tag, index) => {
    if (tag.kind === 'open') openBlock(state, tag, index);
    if (tag.kind === 'else') addElse(state, tag, index);
    if (tag.kind === 'close') closeBlock(state, tag, index);
  });
  for (const left of state.stack) reportUnclosed(state, left, null);
  return state;
}

interface State {
  readonly stack: OpenBlock[];
  readonly blocks: Block[];
  readonly problems: Problem[];
}

function openBlock(state: State, tag: Tag, index: number): void {
  state.stack.push({ open: index, tag, elses: [], finalElse: false });
  if (state.stack.length === maxDepth + 1) {
    const reason = `块套得太深，最多 ${String(maxDepth)} 层`;
    state.problems.push(tagProblem(tag, 'limit-depth', reason, '请拆开，或者减少层数'));
  }
}

function addElse(state: State, tag: Tag, index: number): void {
  const block = state.stack[state.stack.length - 1];
  if (block === undefined) {
    state.problems.push(problem(tag, 'else-stray', '不在任何块里', '请删去，或者在前面补上 {{#if …}}'));
  } else if (block.finalElse) {
    const reason = `出现在 ${shortened(block.tag.text)} 的 {{else}} 之后`;
    state.problems.push(problem(tag, 'else-repeated', reason, '一个块最后只能有一个 {{else}}'));
  } else {
    block.elses.push(index);
    block.finalElse = tag.word === null;
  }
}

function closeBlock(state: State, tag: Tag, index: number): void {
  const { stack } = state;
  const at = stack.map((each) => nameOf(each.tag)).lastIndexOf(nameOf(tag));
  if (at < 0 && tag.word === null) {
    state.problems.push(problem(tag, 'block-unknown', `结束的是“${tag.section}”，没有这种块`, knownBlocks));
    return;
  }
  if (at < 0) {
    state.problems.push(
      problem(tag, 'close-stray', '前面没有对应的开始标签', `请删去，或者在前面补上 ${opening(tag)}`),
    );
    return;
  }
  for (const left of stack.splice(at + 1)) reportUnclosed(state, left, tag);
  const block = stack.pop();
  if (block) state.blocks.push({ open: block.open, elses: block.elses, close: index });
}

const knownBlocks = '请用 if（如果）、unless（除非）、each（每个）、with（取）';

/** What the opening and the closing tag of a block have in common. */
function nameOf({ word, section }: Tag): string {
  return word ?? `^${section}`;
}

function opening(tag: Tag): string {
  return `{{#${tag.word ?? ''} …}}`;
}

function reportUnclosed(state: State, left: OpenBlock, before: Tag | null): void {
  const closing = `{{/${left.tag.word ?? left.tag.section}}}`;
  const where = before ? `（到${placeText(before.place)}的 ${before.text} 为止）` : '';
  state.problems.push(problem(left.tag, 'block-unclosed', `没有结束${where}，缺少 ${closing}`, `请补上 ${closing}`));
}

function problem(tag: Tag, code: string, reason: string, expected: string): Problem {
  return tagProblem(tag, code, `标签“${shortened(tag.text)}”${reason}`, expected);
}

function tooMany(tags: readonly Tag[]): Problem {
  const first = tags[maxTags] ?? { text: '', place: { file: '' } };
  const reason = `标签太多，最多 ${String(maxTags)} 个`;
  return tagProblem(first, 'limit-tags', reason, '请把模板拆成几个');
}
