/**
 * Finds the loop in whose every round a list begins anew. It is the innermost loop around all items of the list; but when
 * nothing else stands in that loop, its rounds are the items, and it is the loop around it.
 */
import type { PartPlan } from './part-plan';
import type { ListNumbers } from '../parts/list-numbers';
import { listOf } from '../parts/read-paragraph';
import type { XmlElement } from '../package/read-xml';

/** What to do with the lists of a part. */
export interface ListRestarts {
  /** Number of a loop's opening tag → the lists that begin anew in each of its rounds. */
  readonly byLoop: ReadonlyMap<number, readonly string[]>;
  /** Paragraph → its list, for the lists that do. */
  readonly lists: ReadonlyMap<XmlElement, string>;
}

export function findListRestarts(plan: PartPlan, numbers: ListNumbers): ListRestarts {
  const items = new Map<string, XmlElement[]>();
  for (const element of plan.tags.paragraphs.keys()) {
    const list = listOf(plan.xml, element);
    if (list === null || !numbers.restarts(list) || plan.placement.dropped.has(element)) continue;
    items.set(list, [...(items.get(list) ?? []), element]);
  }
  const loops = items.size === 0 ? [] : loopsOf(plan);
  const byLoop = new Map<number, string[]>();
  const lists = new Map<XmlElement, string>();
  for (const [list, elements] of items) {
    const loop = ownerOf(plan, loops, elements);
    if (loop === null) continue;
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

function ownerOf(plan: PartPlan, loops: readonly Loop[], items: readonly XmlElement[]): number | null {
  const around = loops.filter((loop) => items.every((item) => isIn(item, loop)));
  const innermost = around[around.length - 1];
  if (!innermost) return null;
  const body = [...plan.tags.paragraphs.keys()].filter((each) => {
    return isIn(each, innermost) && !plan.placement.dropped.has(each);
  });
  const owner = body.length > items.length ? innermost : around[around.length - 2];
  return owner?.open ?? null;
}

function isIn({ start, end }: XmlElement, loop: Loop): boolean {
  return loop.start <= start && end <= loop.end;
}
