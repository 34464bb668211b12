/** Reads a report beside the truth of its office, sentence by sentence, part beside part. */
import type { ShownProblem } from '../../offices/run-office';
import { judged, together, type Verdict } from '../../offices/verdict';
import { secrets } from '../plans/make-planned';
import { passagesIn, sentencesIn, type Passage } from '../reading/passages';
import type { Report } from '../reading/read-report';
import { type Claim, claimsOfLaw, claimsOfPlan, claimsOfSafety, opposites } from './claims';
import { denials } from './denials';
import { judgeDoubles, judgeGrammar } from './grammar';
import { judgeFrame } from './judge-frame';
import { judgeGaps } from './judge-gaps';
import { judgeLeans } from './judge-leans';
import { judgeNumbers } from './judge-numbers';
import { judgeOwn } from './judge-own';
import { judgeWeaknesses } from './judge-weaknesses';
import { judgeOrgan, judgeTimes } from './times-and-organs';
import type { Figure } from '../../offices/truth/figures';
import { whole } from '../../offices/truth/fractions';
import { printed } from '../../offices/truth/print-figure';
import type { Tally } from '../../offices/truth/task-truth';
import { isAnySurelyJudged, isZero, type Truth } from './truth';

/** How the run ended. */
export interface Ending {
  readonly exit: number;
  readonly problems: readonly ShownProblem[];
}

export function judgeReport(report: Report, { exit, problems }: Ending, truth: Truth): Verdict {
  const ofOffice = (truth.world.narratives ?? []).map(({ text }) => text);
  const passages = passagesIn(report.paragraphs, ofOffice);
  const allPassages = passagesIn(report.paragraphs, []);
  const body = passages.filter(({ part }) => part !== 'end');
  const sentences = body.flatMap(({ text }) => sentencesIn(text));
  return together([
    partsVerdict(passages, allPassages, truth),
    ...passages.flatMap(({ text }) => sentencesIn(text)).map(judgeGrammar),
    ...(['opening', 'work', 'faults', 'plan'] as const).map((part) =>
      judgeDoubles(body.filter((one) => one.part === part)),
    ),
    ...sentences.flatMap((sentence) => denialVerdicts(sentence, truth)),
    ...sentences.flatMap((sentence) => [
      judgeNumbers(sentence, truth),
      judgeTimes(sentence, truth),
      judgeOrgan(sentence, truth),
    ]),
    ...claimVerdicts(passages, truth),
    ...(truth.plan.edition === 'rule-of-law' ? planVerdicts(passages, truth) : []),
    ...zeroVerdicts(passages),
    ...oppositeVerdicts(passages),
    judgeWeaknesses(passages, truth),
    judgeLeans(passages, truth),
    judgeOwn(report, allPassages, { exit, problems }, truth),
    judgeGaps(report, { exit, problems }, truth),
    judgeFrame(report, truth),
    ...report.rows.flatMap((row) => rowVerdicts(row, truth)),
  ]);
}

/** What must not leave the house does not stand in what is published. */
export function judgePublic({ paragraphs, rows }: Report): Verdict {
  const text = [...paragraphs, ...rows.flat()].join('\n');
  const inner = /抄送：.*|到期没有完成(?:，(?:分别)?是|：).*/u.exec(text)?.[0] ?? '';
  return together([
    ...secrets.map((secret) => judged('secret made public', secret, !text.includes(secret), secret, 'masked')),
    judged('made public', inner, inner === '', inner, 'no names of late tasks, nobody who gets a copy'),
  ]);
}

/**
 * 一, 二, 三 (and 四, 其他需要报告的情况) stand there once, in their order, and each says something; where nothing was judged the
 * office's own words of what fell short will do.
 */
function partsVerdict(passages: readonly Passage[], all: readonly Passage[], truth: Truth): Verdict {
  const wanted = truth.plan.edition === 'rule-of-law' ? '一、二、三、四、' : '一、二、三、';
  const headings = passages
    .map(({ text }) => /^[一二三四]、/u.exec(text)?.[0])
    .filter((heading) => heading !== undefined);
  const counts = (['opening', 'work', 'faults', 'plan', 'end'] as const).map((part) => {
    const saying = part === 'faults' && !isAnySurelyJudged(truth) ? all : passages;
    return saying.filter((one) => one.part === part).length;
  });
  return together([
    judged('parts', headings.join(''), headings.join('') === wanted, headings.join(''), wanted),
    judged(
      'empty part',
      headings.join(''),
      counts.every((count) => count > 1),
      counts.join(' '),
      'words in each',
    ),
  ]);
}

/** 一 and the opening praise; so does a 二 that finds nothing. */
function claimVerdicts(passages: readonly Passage[], truth: Truth): readonly Verdict[] {
  const claims = truth.plan.edition === 'rule-of-law' ? claimsOfLaw : claimsOfSafety;
  const praising = passages
    .filter(({ part }) => part !== 'plan' && part !== 'end')
    .flatMap(({ text }) => sentencesIn(text));
  return praising.flatMap((sentence) => claims.map((claim) => claimVerdict(sentence, claim, truth)));
}

function planVerdicts(passages: readonly Passage[], truth: Truth): readonly Verdict[] {
  const sentences = passages.filter(({ part }) => part === 'plan').flatMap(({ text }) => sentencesIn(text));
  return sentences.flatMap((sentence) => claimsOfPlan.map((claim) => claimVerdict(sentence, claim, truth)));
}

function claimVerdict(sentence: string, { words, needs, isTrue }: Claim, truth: Truth): Verdict {
  const [found = ''] = words.exec(sentence) ?? [];
  return judged('claim', sentence, found === '' || isTrue(truth), found, needs);
}

/** What is denied is 0, or the code is none of this report's. */
function denialVerdicts(sentence: string, truth: Truth): readonly Verdict[] {
  return denials
    .filter(([, code]) => truth.figures.has(code))
    .map(([words, code]) => {
      const [found = ''] = words.exec(sentence) ?? [];
      return judged('denial', sentence, found === '' || isZero(truth, code), found, `${code} is 0`);
    });
}

/** 0次, 0.0学时, 达到0%: no achievement. */
function zeroVerdicts(passages: readonly Passage[]): readonly Verdict[] {
  return passages
    .filter(({ part }) => part === 'work' || part === 'opening')
    .flatMap(({ text }) => sentencesIn(text))
    .map((sentence) => {
      const [found = ''] = /(?<![\d.])0(?:\.0+)?(?:%|\p{Script=Han})/u.exec(sentence) ?? [];
      return judged('zero among achievements', sentence, found === '', found, 'no zero');
    });
}

function oppositeVerdicts(passages: readonly Passage[]): readonly Verdict[] {
  const text = (wanted: Passage['part']): string =>
    passages
      .filter(({ part }) => part === wanted)
      .map((one) => one.text)
      .join('\n');
  const [work, faults] = [text('work'), text('faults')];
  return opposites.map(([praise, blame]) => {
    const [praised = ''] = praise.exec(work) ?? [];
    const [blamed = ''] = blame.exec(faults) ?? [];
    return judged('一 against 二', praised, praised === '' || blamed === '', `${praised} / ${blamed}`, 'one of them');
  });
}

/** A row of the table of figures: number, name, value, departments. */
function rowVerdicts([, name = '', value = '']: readonly string[], { figures, tally }: Truth): readonly Verdict[] {
  const figure = [...figures.values()].find(({ line }) => line.name === name);
  if (figure === undefined || figure.states.length > 1) return [];
  const rate = figure.line.isCompletion ? rateOfTasks(figure, tally) : null;
  const isGap = figure.text === null && value.includes('待补');
  if (rate !== null) return [judged('row of the table', name, isGap || value === rate, value, rate)];
  const some =
    figure.partial === 'open' || figure.partial === null || figure.line.kind === '比率' ? null : figure.partial;
  const texts = [figure.text, some === null ? null : printed(figure.line, some, null)];
  const holds = value.includes('待补') || value.includes('不含') || texts.includes(value);
  return [judged('row of the table', name, holds, value, String(figure.text))];
}

/** The rate of done tasks; where some tasks are left out, it says how many. */
function rateOfTasks({ line, text, partial }: Figure, { done, overdue, unreported, unclear }: Tally): string {
  if (text !== null) return text;
  if (partial === null || partial === 'open') return 'no rate';
  const parts = { numerator: whole(done), denominator: whole(done + overdue), unit: '项', counted: true };
  const left = [
    unreported > 0 ? [`未报${String(unreported)}项`] : [],
    unclear > 0 ? [`待核实${String(unclear)}项`] : [],
  ];
  return `${printed(line, partial, parts)}（${left.flat().join('、')}，未计入）`;
}
