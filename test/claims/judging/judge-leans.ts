/** Words that lean on others: on what stands before them in their paragraph, or on what another part says. */
import { judged, together, type Verdict } from '../../offices/verdict';
import type { Part, Passage } from '../reading/passages';
import type { Truth } from './truth';

interface Lean {
  readonly words: RegExp;
  /** What must have been said, or with `isAgainst` what must not. */
  readonly on: RegExp;
  readonly isAgainst?: boolean;
}

/** Within a paragraph: before the words. */
const onBefore: readonly Lean[] = [
  { words: /另有\d+项|还有\d+项属于/u, on: /应完成\d+项|待核实|没有报送进展|时限不明|\d+项(?:指标)?都达到标准/u },
  { words: /未计入应完成数/u, on: /应完成\d+项/u },
  { words: /其中\d+项(?:完成情况|到期任务|任务的时限|属于长期)/u, on: /应完成\d+项/u, isAgainst: true },
];

/** Between parts: the part of the words, the part that must say it. */
const onParts: readonly (Lean & { readonly part: Part; readonly in: Part })[] = [
  {
    part: 'plan',
    words: /查找出的差距|逐项销号/u,
    in: 'faults',
    on: /(?:差距|问题)，?主要|主要表现在|主要问题|到期没有完成|[低高]于[^。；]*(?:要求|标准|目标)/u,
  },
  {
    part: 'faults',
    words: /还有指标没有达到标准/u,
    in: 'faults',
    on: /[低高]于[^。；]*(?:要求|标准|目标)/u,
  },
];

/** An office's own template may leave out what the words of another part lean on. */
export function judgeLeans(passages: readonly Passage[], { plan }: Truth): Verdict {
  return together([
    ...passages.flatMap(({ text }) => onBefore.map((lean) => leanVerdict(lean, text, textBefore(lean, text)))),
    ...(plan.hasOwnTemplate
      ? []
      : onParts.map((lean) => leanVerdict(lean, textOf(passages, lean.part), textOf(passages, lean.in)))),
  ]);
}

function textBefore({ words }: Lean, text: string): string {
  return text.slice(0, words.exec(text)?.index ?? 0);
}

function textOf(passages: readonly Passage[], part: Part): string {
  return passages.flatMap((one) => (one.part === part ? [one.text] : [])).join('\n');
}

function leanVerdict({ words, on, isAgainst = false }: Lean, text: string, ground: string): Verdict {
  const [found = ''] = words.exec(text) ?? [];
  const holds = found === '' || on.test(ground) !== isAgainst;
  return judged('leans on nothing', text.slice(0, 60), holds, found, `${isAgainst ? 'without' : 'with'} ${on.source}`);
}
