/** What an office has of its own stands in its report: its part, its chapter, its words; a wrong tag is told and prints nothing. */
import { judged, together, type Verdict } from '../../offices/verdict';
import { ownArea, ownChapter, ownParagraph, ownWord, unknownFigure } from '../plans/own-parts';
import type { Passage } from '../reading/passages';
import type { Report } from '../reading/read-report';
import type { Ending } from './judge-report';
import { isWeak, type Truth } from './truth';

export function judgeOwn({ paragraphs }: Report, passages: readonly Passage[], ending: Ending, truth: Truth): Verdict {
  const { hasOwnParts, hasOwnWords, hasTypedTags, hasOwnTemplate, edition } = truth.plan;
  const all = paragraphs.join('\n');
  return together([
    judged('braces', 'the whole report', !/\{\{|\}\}/u.test(all), 'braces', 'none'),
    ...(['work', 'plan'] as const).map((part) => headingsVerdict(passages, part)),
    ...(hasOwnParts ? ownParts(passages, truth) : []),
    ...(hasTypedTags ? [wrongTag(all, ending)] : []),
    ...(hasOwnWords && edition === 'rule-of-law' && !hasOwnTemplate
      ? [judged('own word', ownWord, all.includes(`${ownWord}按照职责分工`), 'not there', ownWord)]
      : []),
  ]);
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** （一）, （二）, … in their order, none twice. */
function headingsVerdict(passages: readonly Passage[], part: Passage['part']): Verdict {
  const found = passages
    .filter((one) => one.part === part)
    .flatMap(({ text }) => /^（([一二三四五六七八九十]+)）/u.exec(text)?.[1] ?? []);
  const wanted = numerals.slice(0, found.length).join('');
  return judged('order of headings', part, found.join('') === wanted, found.join(''), wanted);
}

function ownParts(passages: readonly Passage[], truth: Truth): readonly Verdict[] {
  const textOf = (part: Passage['part']): string =>
    passages
      .filter((one) => one.part === part)
      .map(({ text }) => text)
      .join('\n');
  const [work, plan] = [textOf('work'), textOf('plan')];
  const isPlanned = /（[一二三四五六七八九十]+）优化营商环境/u.test(plan);
  const isShort = isWeak(truth, 'Z2');
  const isOpen = (truth.figures.get('Z2')?.states.length ?? 0) > 1;
  return [
    judged(
      'own part',
      ownArea,
      work.includes(`）${ownArea}`) && work.includes(ownParagraph),
      'not in 一',
      ownParagraph,
    ),
    judged('own chapter', ownChapter, isOpen || isPlanned === isShort, `there: ${String(isPlanned)}`, String(isShort)),
  ];
}

function wrongTag(text: string, { exit, problems }: Ending): Verdict {
  const isTold = problems.some(
    ({ level, reason, actual }) => level === '错误' && `${actual}${reason}`.includes(unknownFigure),
  );
  const isPrinted = text.includes(unknownFigure) || text.includes('开展巡回宣讲');
  return judged(
    'wrong tag',
    unknownFigure,
    isTold && exit === 1 && !isPrinted,
    `told ${String(isTold)}, exit ${String(exit)}`,
    'an 错误',
  );
}
