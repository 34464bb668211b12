/**
 * Decides what of a template stays where it is and what is made anew beside it. The first copy of a paragraph is the paragraph
 * itself; the others are put in after something that stays, because a new paragraph takes the list of the one it is put into, and
 * there is no request that makes a paragraph an item of a list of the template's. So in what a loop repeats, the first item of a
 * list stays and all up to its last one is made anew after it.
 */
import type { SourceBlock } from './read-doc';
import type { OutBlock, OutParagraph } from './read-filled';

/** By the number of a block in its container. */
export interface Arrangement {
  readonly kept: ReadonlyMap<number, OutBlock>;
  /** Paragraphs that are put in behind a paragraph that stays. */
  readonly after: ReadonlyMap<number, readonly OutParagraph[]>;
  /** Paragraphs that are put in before one, where nothing stays that they could stand behind. */
  readonly before: ReadonlyMap<number, readonly OutParagraph[]>;
  /** Numbers of the blocks that would have to be made a second time and are no paragraphs. */
  readonly uncopied: readonly number[];
}

interface Placed {
  readonly out: OutBlock;
  /** The number of what it is made of. */
  readonly number: number;
}

/** Where each of the blocks to come goes, by those of the template. */
export function arrange(sources: readonly SourceBlock[], outs: readonly OutBlock[]): Arrangement {
  const placed = outs.flatMap((out): readonly Placed[] => {
    const number = sources.findIndex((source) => isSource(source, out));
    return number < 0 ? [] : [{ out, number }];
  });
  const kept = new Map<number, OutBlock>();
  const after = new Map<number, OutParagraph[]>();
  const before = new Map<number, OutParagraph[]>();
  const uncopied: number[] = [];
  let anchor: number | null = null;
  let waiting: OutParagraph[] = [];
  for (const { out, number, stays } of regionsOf(placed).flatMap((region) => stayingIn(region, sources))) {
    if (stays) {
      const isParagraph = sources[number]?.kind === 'paragraph';
      if (waiting.length > 0 && isParagraph) before.set(number, waiting);
      if (waiting.length > 0 && !isParagraph) uncopied.push(number);
      waiting = [];
      kept.set(number, out);
      anchor = isParagraph ? number : null;
    } else if (out.kind === 'table') uncopied.push(number);
    else if (anchor === null) waiting.push(out);
    else after.set(anchor, [...(after.get(anchor) ?? []), out]);
  }
  return { kept, after, before, uncopied };
}

function isSource(source: SourceBlock, out: OutBlock): boolean {
  if (out.kind === 'paragraph') return source === out.source;
  return source.kind === 'table' && source.rows.some((row) => row === out.rows[0]?.source);
}

/** Cut wherever all that comes is made of later blocks than all before: there the order is the template's own. */
function regionsOf(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const lows: number[] = [];
  for (let at = placed.length - 1, low = Infinity; at >= 0; at -= 1) {
    low = Math.min(low, placed[at]?.number ?? low);
    lows[at] = low;
  }
  const regions: Placed[][] = [];
  let high = -1;
  placed.forEach((each, index) => {
    if ((lows[index] ?? 0) > high) regions.push([]);
    regions[regions.length - 1]?.push(each);
    high = Math.max(high, each.number);
  });
  return regions;
}

interface Decided extends Placed {
  readonly stays: boolean;
}

function stayingIn(region: readonly Placed[], sources: readonly SourceBlock[]): readonly Decided[] {
  const isItem = ({ number }: Placed): boolean => {
    const source = sources[number];
    return source?.kind === 'paragraph' && source.list !== null;
  };
  const pivot = region.findIndex(isItem);
  const last = pivot < 0 ? -1 : region.length - 1 - [...region].reverse().findIndex(isItem);
  const below = region[pivot]?.number ?? Infinity;
  let high = -1;
  return region.map((each, index) => {
    const isBetween = index > pivot && index <= last;
    const stays = each.number > high && !isBetween && (index >= pivot || each.number < below);
    if (stays) high = each.number;
    return { ...each, stays };
  });
}
