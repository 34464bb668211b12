/**
 * Each sentence of a report beside the truth of the invented office it is about. `npm run fuzz -- claims` tries thousands,
 * `-- claim-mutants` puts the same lies into the template and breaks the program.
 */
import fc from 'fast-check';
import { longIt } from '../long';
import { differenceText } from '../offices/check-office';
import type { Verdict } from '../offices/verdict';
import { judgeReport } from './judging/judge-report';
import { truthOf, type Truth } from './judging/truth';
import { lies, planOfLie, type Lie } from './lies';
import { anyPlan, plainPlan, type Plan } from './plans/plan';
import { passagesIn, sentencesIn } from './reading/passages';
import type { Report } from './reading/read-report';
import { reportOn, tryClaims, type Reported } from './try-claims';

const offices = 1;

it('is true in every sentence, whatever the sheets hold', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      const { differences } = await tryClaims(plan);
      expect(differences.map((difference) => differenceText(plan.seed, difference))).toEqual([]);
    }),
    { numRuns: offices, seed: 20, endOnFailure: true },
  );
});

/** A department whose own table gives this year's cases and that has no line for last year's: no change can be told. */
longIt('compares no figure of all with one of some', async () => {
  const plan: Plan = {
    ...plainPlan,
    seed: 329105,
    organ: '局',
    isKindUntold: true,
    lastYearTimes: 1,
    tellsZeros: true,
  };
  const { differences } = await tryClaims({ ...plan, hasNormsJoined: true, hasOwnWords: true });
  expect(differences.map((difference) => differenceText(plan.seed, difference))).toEqual([]);
});

interface Known extends Reported {
  readonly truth: Truth;
  /** What is said of the report as it is. */
  readonly usual: ReadonlySet<string>;
}

const made = new Map<string, Promise<Known>>();

/** Made once for each office. */
function reported(plan: Plan): Promise<Known> {
  const key = JSON.stringify(plan);
  const known = made.get(key) ?? reportAnew(plan);
  made.set(key, known);
  return known;
}

async function reportAnew(plan: Plan): Promise<Known> {
  const one = await reportOn(plan);
  const truth = truthOf(one.world, plan);
  return { ...one, truth, usual: new Set(kindsIn(judgeReport(one.report, one.ending, truth))) };
}

/** What the tag of a template stands for, by the truth. */
function filled(text: string, { figures, tally }: Truth): string {
  const counts: Readonly<Record<string, number>> = {
    逾期: tally.overdue,
    完成: tally.done,
    应完成: tally.done + tally.overdue,
  };
  return text
    .replaceAll(/\{\{指标\.([^}]+)\}\}/gu, (_, name: string) => {
      const figure = [...figures.values()].find(({ line }) => line.name === name);
      if (figure?.text == null) throw new Error(`${name} is not known in this office`);
      return figure.text;
    })
    .replaceAll(/\{\{任务\.([^}]+)\}\}/gu, (_, name: string) => String(counts[name]));
}

/** The report with the sentence as the last paragraph of the part. */
function withLie({ paragraphs, rows }: Report, { part, text }: Pick<Lie, 'part' | 'text'>): Report {
  const next = { opening: '一、', work: '二、', faults: '三、', plan: '特此报告', end: '' }[part];
  const at = paragraphs.findIndex((paragraph) => paragraph.trim().startsWith(next));
  return { paragraphs: [...paragraphs.slice(0, at), text, ...paragraphs.slice(at)], rows };
}

function kindsIn({ differences }: Verdict): readonly string[] {
  return differences.map(({ kind, about, found }) => [kind, about, found].join('\t'));
}

describe('a report that lies is found out', () => {
  longIt('and before a lie is put into it, it is true', async () => {
    for (const lie of Object.values(lies)) expect([...(await reported(planOfLie(lie))).usual]).toEqual([]);
  });

  it.each(Object.entries(lies))('%s', async (_, lie) => {
    const { report, ending, truth, usual } = await reported(planOfLie(lie));
    const lying = withLie(report, { part: lie.part, text: filled(lie.text, truth) });
    const found = kindsIn(judgeReport(lying, ending, truth)).filter((one) => !usual.has(one));
    expect(found.map((one) => one.split('\t')[0])).toContain(lie.kind);
  });
});

describe('a report', () => {
  it('is read in its parts and sentences', () => {
    const passages = passagesIn(
      ['关于…的报告', '一、基本情况', '甲。乙。', '二、不足', '自己写的。', '三、打算', ' 特此报告。'],
      ['自己写的。'],
    );
    expect(passages.map(({ part }) => part)).toEqual(['opening', 'work', 'work', 'faults', 'plan', 'end']);
    expect(sentencesIn('甲，乙。丙；丁。戊')).toEqual(['甲，乙。', '丙；丁。', '戊']);
  });
});
