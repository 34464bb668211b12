/** Puts steps and block tags, given one after the other in output order, together to one step. */
import { sequence, type Head } from './compile-head';
import type { Action } from './compile-tags';
import { tagsOf, type Block } from './match-blocks';
import type { Step } from './run';

/** A branch being filled; a branch without head is the last else. */
interface Branch {
  readonly head: Head | null;
  readonly steps: Step[];
}

interface OpenBlock {
  readonly id: number;
  readonly loop: boolean;
  readonly branches: Branch[];
}

/** Collects steps; blocks are known by a number, so that wrongly crossed ones are noticed. */
export class Assembler {
  private readonly root: Step[] = [];
  private readonly blocks: OpenBlock[] = [];

  /** True inside a loop, where the same step runs more than once. */
  get inLoop(): boolean {
    return this.blocks.some((block) => block.loop);
  }

  /** Number of the innermost loop's opening tag; null outside of loops. */
  get loop(): number | null {
    for (let at = this.blocks.length - 1; at >= 0; at--)
      if (this.blocks[at]?.loop === true) return this.blocks[at]?.id ?? null;
    return null;
  }

  /** The innermost block of the tags, and which of its branches we are in, from 0; null outside of blocks. */
  get branch(): { readonly block: number; readonly number: number } | null {
    for (let at = this.blocks.length - 1; at >= 0; at--) {
      const block = this.blocks[at];
      if (block && block.id >= 0) return { block: block.id, number: block.branches.length - 1 };
    }
    return null;
  }

  /** Names the branches we are in, outermost first: `3:1 7:2` is the first branch of block 3, and in it the second of 7. */
  get path(): string {
    return this.blocks.map(({ id, branches }) => `${String(id)}:${String(branches.length)}`).join(' ');
  }

  step(step: Step): void {
    this.current().push(step);
  }

  open(id: number, head: Head, loop: boolean): void {
    this.blocks.push({ id, loop, branches: [{ head, steps: [] }] });
  }

  /** False when the block is not the innermost open one. */
  otherwise(id: number, head: Head | null): boolean {
    const block = this.blocks[this.blocks.length - 1];
    if (block?.id !== id) return false;
    block.branches.push({ head, steps: [] });
    return true;
  }

  /** False when the block is not the innermost open one. */
  close(id: number): boolean {
    const block = this.blocks[this.blocks.length - 1];
    if (block?.id !== id) return false;
    this.blocks.pop();
    this.step(blockStep(block.branches));
    return true;
  }

  finish(): Step {
    return sequence(this.root);
  }

  private current(): Step[] {
    const branches = this.blocks[this.blocks.length - 1]?.branches;
    return branches?.[branches.length - 1]?.steps ?? this.root;
  }
}

function blockStep(branches: readonly Branch[]): Step {
  return branches.reduceRight<Step>(
    (otherwise, { head, steps }) => (head ? head(sequence(steps), otherwise) : sequence(steps)),
    sequence([]),
  );
}

/** Tag number → number of its block's opening tag. */
export function owners(blocks: readonly Block[]): ReadonlyMap<number, number> {
  return new Map(blocks.flatMap((block) => tagsOf(block).map((tag) => [tag, block.open])));
}

/** Adds what a tag does; false when blocks cross. */
export function applyAction(assembler: Assembler, action: Action, block: number): boolean {
  switch (action.kind) {
    case 'print':
      assembler.step(action.step);
      return true;
    case 'open':
      assembler.open(block, action.head, action.loop);
      return true;
    case 'else':
      return assembler.otherwise(block, action.head);
    case 'close':
      return assembler.close(block);
    case 'none':
      return true;
  }
}
