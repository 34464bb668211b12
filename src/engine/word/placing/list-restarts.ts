/**
 * Finds the loop in whose every round a list begins anew. It is the innermost loop around all items of the list; but when its
 * rounds are the items, it is the loop around that one: when nothing else stands in the loop, or one item of the list's upper
 * level does and the list does not say that it restarts. A list with the mark `{{连续编号}}` goes on.
 */
import type { PartPlan } from './part-plan';
import type { ListNumbers } from '../parts/list-numbers';
import type { XmlElement } from '../package/read-xml';
import { goOnHelper } from '../../language/helpers/document-helpers';

/** What to do with the lists of a part. */
export interface ListRestarts {
  /** Number of a loop's opening tag → the lists that begin anew in each of its rounds. */
  readonly byLoop: ReadonlyMap<number, readonly string[]>;
  /** Paragraph → its list, for the lists that do. */
  readonly lists: ReadonlyMap<XmlElement, string>;
}

export function findListRestarts(plan: PartPlan, numbers: ListNumbers): ListRestarts {
  const items = new Map<string, XmlElement[]>();
  for (const [element, { item }] of plan.tags.paragraphs) {
    if (item === null || !numbers.knows(item.list) || plan.placement.dropped.has(element)) continue;
    items.set(item.list, [...(items.get(item.list) ?? []), element]);
  }
  const loops = items.size === 0 ? [] : loopsOf(plan);
  for (const list of goingOn(plan)) items.delete(list);
  const byLoop = new Map<number, string[]>();
  const lists = new Map<XmlElement, string>();
  for (const [list, elements] of items) {
    const loop = ownerOf(plan, loops, { elements, says: numbers.restarts(list) });
    if (loop === null) continue;
    numbers.use(
      list,
      elements.map((element) => levelOf(plan, element)),
    );
    byLoop.set(loop, [...(byLoop.get(loop) ?? []), list]);
    for (const element of elements) lists.set(element, list);
  }
  return { byLoop, lists };
}

interface Loop {
  readonly open: number;
  readonly start: number;
  readonly end: number;
}

/** The loops that repeat whole paragraphs or rows, with what they repeat; outermost first. */
function loopsOf({ compiled, placement }: PartPlan): readonly Loop[] {
  const hosts = new Map<number, XmlElement>();
  for (const [host, { before, after }] of placement.hooks) {
    for (const tag of [...before, ...after]) hosts.set(tag, host);
  }
  const loops = compiled.blocks.flatMap(({ open, close }) => {
    const [first, last] = [hosts.get(open), hosts.get(close)];
    const action = compiled.actions[open];
    if (!first || !last || action?.kind !== 'open' || !action.loop) return [];
    return [{ open, start: first.start, end: last.end }];
  });
  return loops.sort((left, right) => left.open - right.open);
}

/** Lists that hold the mark by which their numbers go on. */
function goingOn({ tags, compiled }: PartPlan): readonly string[] {
  return tags.tags.flatMap(({ paragraph }, number) => {
    const action = compiled.actions[number];
    const marks = action?.kind === 'print' && action.helper === goOnHelper;
    return marks ? [paragraph.item?.list ?? ''] : [];
  });
}

interface Items {
  readonly elements: readonly XmlElement[];
  /** Whether the list says that it restarts. */
  readonly says: boolean;
}

function ownerOf(plan: PartPlan, loops: readonly Loop[], { elements, says }: Items): number | null {
  const around = loops.filter((loop) => elements.every((item) => isIn(item, loop)));
  const innermost = around[around.length - 1];
  if (!innermost) return null;
  const body = [...plan.tags.paragraphs.keys()].filter((each) => {
    return isIn(each, innermost) && !plan.placement.dropped.has(each);
  });
  const counts = !says && upperItems(plan, loops, { elements, innermost }) === 1;
  const owner = body.length > elements.length && !counts ? innermost : around[around.length - 2];
  return owner?.open ?? null;
}

/** How many items of the upper level stand right in the loop, not in one within it. */
function upperItems(
  plan: PartPlan,
  loops: readonly Loop[],
  { elements, innermost }: { readonly elements: readonly XmlElement[]; readonly innermost: Loop },
): number {
  const upper = Math.min(...elements.map((element) => levelOf(plan, element)));
  return elements.filter((element) => {
    const own = loops.filter((loop) => isIn(element, loop));
    return own[own.length - 1] === innermost && levelOf(plan, element) === upper;
  }).length;
}

/** From 0. */
function levelOf({ tags }: PartPlan, paragraph: XmlElement): number {
  return tags.paragraphs.get(paragraph)?.item?.level ?? 0;
}

function isIn({ start, end }: XmlElement, loop: Loop): boolean {
  return loop.start <= start && end <= loop.end;
}
