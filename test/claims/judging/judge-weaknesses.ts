/** 二 and 三: each weakness with its figure, its cause and a measure; nothing blamed that did not fall short. */
import { judged, together, type Verdict } from '../../offices/verdict';
import { pointsIn, sentencesIn, type Passage } from '../reading/passages';
import { toldIn } from './judge-numbers';
import { blames, remedies } from './topics';
import { isReached, isWeak, type Truth } from './truth';

export function judgeWeaknesses(passages: readonly Passage[], truth: Truth): Verdict {
  const points = pointsIn(passages);
  const faults = passages.filter(({ part }) => part === 'faults').map(({ text }) => text);
  const measures = passages
    .filter(({ part, text }) => part === 'plan' && text.includes('针对'))
    .map(({ text }) => text);
  const isOfLaw = truth.plan.edition === 'rule-of-law';
  return together([
    countVerdict(faults, points),
    ...points.map((point) => pointVerdict(point)),
    judged(
      'measures',
      measures.join(''),
      measures.length >= points.length,
      String(measures.length),
      `${String(points.length)} or more`,
    ),
    ...(isOfLaw ? [...points, ...measures].flatMap((text) => blameVerdicts(text, truth)) : []),
    ...faults.flatMap(sentencesIn).flatMap((sentence) => strongVerdicts(sentence, truth)),
    ...weakVerdicts({ faults, measures }, truth),
  ]);
}

/** 以下四个方面 are four, and the only one bears no number. */
function countVerdict(faults: readonly string[], points: readonly string[]): Verdict {
  const numerals = ['一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
  const text = faults.join('');
  const [all = '', word = ''] = /以下([一二两三四五六七八九十]+)个方面/u.exec(text) ?? [];
  const numbered = points.filter((point) => /^[一二三四五六七八九十]+是/u.test(point));
  return together([
    judged(
      'number of weaknesses',
      all,
      all === '' || numerals.indexOf(word) + 1 === points.length,
      word,
      String(points.length),
    ),
    judged('一是 for a single one', numbered.join(''), numbered.length !== 1, '一是', 'no number'),
    ...numbered.map((point, index) => {
      const number = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'][index] ?? '';
      return judged('order of weaknesses', point, point.startsWith(`${number}是`), point.slice(0, 3), number);
    }),
  ]);
}

/** Of the office's own indicator it may be that nobody has written a cause. */
const hasCause = /主要原因是(?![。，；])|事故原因以|惠企政策/u;

function pointVerdict(point: string): Verdict {
  const hasFigure = /\d|没有|还没有|未/u.test(point.replace(/主要原因是.*$/u, ''));
  return together([
    judged('weakness without a figure', point, hasFigure, 'no figure', 'its own figure'),
    judged('weakness without a cause', point, hasCause.test(point), 'no cause', '主要原因是…'),
    ...someOrNone(point),
  ]);
}

/** Of what was never done nobody says that a part of it was not, that not all was, that it was seldom. */
function someOrNone(point: string): readonly Verdict[] {
  const [problems = [], figures = []] = sentencesIn(point).map((sentence) => sentence.split('；'));
  if (problems.length !== figures.length) return [];
  return problems.map((problem, index) => {
    const [some = ''] = /部分|没有全部|没有足额|偏少|偏慢/u.exec(problem) ?? [];
    const [none = ''] =
      /均未|均没有|都(?:还)?没有|(?:^|，|年内|中心组|负责人|党[委组]|党工委)(?:还)?没有/u.exec(figures[index] ?? '') ??
      [];
    return judged('some where there is none', point, some === '' || none === '', `${some} / ${none}`, 'one of them');
  });
}

function blameVerdicts(text: string, truth: Truth): readonly Verdict[] {
  return sentencesIn(text).flatMap((sentence) =>
    blames.flatMap(({ words, codes }) => {
      const [found = ''] = words.exec(sentence) ?? [];
      const holds =
        found === '' || codes.some((code) => (code === '任务' ? truth.tally.overdue > 0 : fellShort(code, truth)));
      return judged('blames what did not fall short', sentence, holds, found, `short: ${codes.join(' or ')}`);
    }),
  );
}

/** Where departments fill different parts of a rate the truth leaves open whether it may be judged. */
function fellShort(code: string, truth: Truth): boolean {
  const figure = truth.figures.get(code);
  return isWeak(truth, code) || (figure !== undefined && figure.states.length > 1);
}

/** A figure that reached its target is no fault. */
function strongVerdicts(sentence: string, truth: Truth): readonly Verdict[] {
  return toldIn(sentence, truth)
    .filter(({ code }) => isReached(truth, code))
    .map(({ code, digits }) =>
      judged('reached figure among the weak', sentence, false, `${code} ${digits}`, 'figures that fell short'),
    );
}

interface Said {
  readonly faults: readonly string[];
  readonly measures: readonly string[];
}

/** Whatever fell short is told in 二, with its number or its name, and answered in 三. */
function weakVerdicts({ faults, measures }: Said, truth: Truth): readonly Verdict[] {
  const told = new Set(
    faults.flatMap(sentencesIn).flatMap((sentence) => toldIn(sentence, truth).map(({ code }) => code)),
  );
  const text = faults.join('');
  const weak = [...truth.figures.values()].filter(({ line }) => isWeak(truth, line.code));
  return weak.flatMap(({ line }) => {
    const parts = `${line.numerator}+${line.denominator}`.split(/[+-]/u).filter((part) => part !== '');
    const remedy = remedies[line.code];
    const isDenied = faults.flatMap(sentencesIn).some((one) => /没有|未/u.test(one) && remedy?.test(one) === true);
    const isTask = line.isCompletion && told.has('任务 done');
    const isTold =
      isTask || [line.code, ...parts].some((code) => told.has(code)) || text.includes(line.name) || isDenied;
    return [
      judged(
        'shortfall not told',
        `${line.code} ${line.name} ${String(truth.figures.get(line.code)?.text)}`,
        isTold,
        'not in 二',
        'its figure in 二',
      ),
      ...(remedy === undefined || !isTold
        ? []
        : [
            judged(
              'shortfall without a measure',
              `${line.code} ${line.name}`,
              measures.some((one) => remedy.test(one)),
              measures.join(''),
              remedy.source,
            ),
          ]),
    ];
  });
}
