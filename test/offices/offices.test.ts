/**
 * What the program says of invented offices, beside the truth they were made from: figures, who is covered, rates, weak areas,
 * tasks, problems and their cells, the exit code. `npm run fuzz -- offices` tries two hundred, `-- office-mutants` breaks the
 * program to see that this would be noticed.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { longIt } from '../long';
import { checkOffice, differenceText } from './check-office';
import { makeWorld } from './world/make-world';
import { runOffice, type Answer, type ShownLine } from './run-office';
import { freshPlace, tryCheck } from './try-offices';
import { writeOffice } from './files/write-office';

const mostDepartments = 5;
/** Untidy offices, the last of the second edition. */
const seeds = [2, 3, 8];
/** One of five departments whose figures are known, partly known and unknown. */
const falsified = 6;

describe('an office of which the truth is known', () => {
  it.each(seeds)('is told as it is: office %i', async (seed) => {
    const { compared, differences } = await tryCheck(seed, mostDepartments);
    expect(compared).toBeGreaterThan(100);
    expect(differences.map((difference) => differenceText(seed, difference))).toEqual([]);
  });
});

type Summary = Answer['summary'];

/** The answer with the first line of which `which` holds changed. */
function withLine(answer: Answer, which: (line: ShownLine) => boolean, change: (line: ShownLine) => object): Answer {
  const chosen = answer.summary.indicators.find(which);
  if (chosen === undefined) throw new Error('no line to falsify');
  return inSummary(answer, {
    indicators: answer.summary.indicators.map((line) => (line === chosen ? { ...line, ...change(line) } : line)),
  });
}

function inSummary(answer: Answer, change: Partial<Summary>): Answer {
  return { ...answer, summary: { ...answer.summary, ...change } };
}

const isRate = ({ unit, numerator, value }: ShownLine & { readonly unit?: string }): boolean =>
  unit === '%' && numerator !== null && value !== null;
const isCount = ({ numerator, value }: ShownLine): boolean => numerator === null && value !== null && value > 0;

/** Name → the kind of difference it must show as, and the answer made wrong. */
const lies: Readonly<Record<string, readonly [kind: RegExp, lie: (answer: Answer) => Answer]>> = {
  'a sum that is one too large': [
    /^value/u,
    (answer) => withLine(answer, isCount, ({ value }) => ({ value: (value ?? 0) + 1 })),
  ],
  'a rate of other parts': [
    /^numerator$/u,
    (answer) => withLine(answer, isRate, ({ numerator }) => ({ numerator: (numerator ?? 0) + 1 })),
  ],
  'a rate printed wrongly': [/^text$/u, (answer) => withLine(answer, isRate, ({ text }) => ({ text: `1${text}` }))],
  'a weakness that is none': [
    /^(?:weak|judged though not known)$/u,
    (answer) =>
      withLine(
        answer,
        () => true,
        ({ weak }) => ({ weak: !weak }),
      ),
  ],
  'a cell that says something else': [
    /^sum of the named cells$/u,
    (answer) => withLine(answer, isCount, () => ({ cells: [] })),
  ],
  'an unknown figure called known': [
    /^state$/u,
    (answer) =>
      withLine(
        answer,
        ({ value }) => value === null,
        () => ({ state: 'known' }),
      ),
  ],
  'a figure called unheard of': [/^state$/u, (answer) => withLine(answer, isCount, () => ({ state: 'no such state' }))],
  'departments that are not covered': [
    /^(?:coverage|why)$/u,
    (answer) => withLine(answer, isCount, () => ({ coverage: { asked: ['某办'], given: ['某办'], missing: [] } })),
  ],
  'a task in another state': [
    /^task state$/u,
    (answer) =>
      inSummary(answer, {
        tasks: answer.summary.tasks.map((task, index) => (index === 0 ? { ...task, state: 'no such state' } : task)),
      }),
  ],
  'a task that is not counted': [
    /^task count$/u,
    ({ summary, ...answer }) => ({
      ...answer,
      summary: { ...summary, counts: { ...summary.counts, running: (summary.counts.running ?? 0) + 1 } },
    }),
  ],
  'an area that is forgotten': [
    /^areas$/u,
    (answer) =>
      inSummary(answer, { weakAreas: answer.summary.weakAreas.slice(1), hints: answer.summary.hints.slice(1) }),
  ],
  'a problem that is not told': [
    /^error$/u,
    (answer) => ({ ...answer, problems: answer.problems.filter(({ level }) => level !== '错误') }),
  ],
  'a problem told of the cell below': [
    /^error$/u,
    (answer) => ({ ...answer, problems: answer.problems.map((one) => ({ ...one, cell: one.cell && `${one.cell}0` })) }),
  ],
  'words that do not stand in the cell': [
    /^quoted cell$/u,
    (answer) => ({ ...answer, problems: answer.problems.map((one) => ({ ...one, actual: `${one.actual}?` })) }),
  ],
  'an exit as if nothing were wrong': [/^exit$/u, (answer) => ({ ...answer, exit: 1 - answer.exit })],
};

describe('an answer', () => {
  const world = makeWorld(falsified, mostDepartments);
  const folder = freshPlace();
  const told = (given: Answer): readonly string[] =>
    checkOffice(world, folder, given).differences.map(({ kind, about, found }) => [kind, about, found].join('\t'));
  let answer: Answer;
  let usual: ReadonlySet<string>;
  beforeAll(async () => {
    writeOffice(world, folder);
    answer = await runOffice(folder, 'check');
    usual = new Set(told(answer));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  longIt('is the same on the command line, which ends with its exit code', () => {
    const command = resolve('build/out/local/nianbao.mjs');
    const { stdout, status } = spawnSync(process.execPath, [command, 'check', folder, '--json'], { encoding: 'utf8' });
    const { summary, problems } = JSON.parse(stdout) as Answer;
    expect({ summary, problems, exit: status }).toEqual({
      summary: answer.summary,
      problems: answer.problems,
      exit: answer.exit,
    });
  });

  it.each(Object.entries(lies))('that lies is found out: %s', (_, [kind, lie]) => {
    const found = told(lie(answer)).filter((text) => !usual.has(text));
    expect(found.map((text) => text.split('\t')[0])).toContainEqual(expect.stringMatching(kind));
  });
});
