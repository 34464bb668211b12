/** Offices of which everything is known to be good, bad or nothing, for what may be said of them. */
import { askedAmong } from '../../../src/core/rows/asked-indicators';
import type { Progress, Rows } from '../../../src/core/rows/rows';
import { ruleOfLaw } from '../../edition';
import { figure, progress } from '../findings/rows-builder';
import { reportRows } from './sample-report';

type Values = Readonly<Record<string, number>>;

/** Every figure that is not named is 10 of each department. */
const reached: Values = {
  'B5.1': 1,
  'B5.2': 30,
  'C2.1': 20,
  'C2.2': 5,
  'C2.3': 5,
  'C2.4': 2,
  'C2.6': 0,
  'C10.3': 0,
  'C11.2': 0,
  'C11.4': 0,
  D3: 0,
  'D8.2': 600,
  'D11.1': 50,
  E1: 12,
  'E3.1': 30,
  'E4.1': 90,
  'E5.1': 300,
  'E5.2': 300,
  'F3.1': 30,
  G6: 2,
};

const missed: Values = {
  ...reached,
  ...Object.fromEntries(
    ['A1', 'A2', 'A3', 'A4.1', 'A6', 'B2.1', 'B3.1', 'B4.1', 'B5.1', 'B7.2'].map((code) => [code, 0]),
  ),
  ...Object.fromEntries(['C6.1', 'C12.1', 'D4.1', 'D5', 'D7.1', 'E1', 'E2', 'E2.1'].map((code) => [code, 0])),
  ...Object.fromEntries(['E6.1', 'E8.1', 'F2.1', 'F3.3', 'G7.2', 'G10.1', 'G11.1'].map((code) => [code, 0])),
  'B5.2': 5,
  'C7.1': 2,
  'C8.1': 2,
  'C9.1': 3,
  'C10.3': 5,
  'C11.2': 5,
  'D1.1': 20,
  'D2.1': 2,
  D3: 3,
  'D6.1': 1,
  'D8.2': 50,
  'D8.3': 1,
  'D9.2': 3,
  'D9.3': 1,
  'D10.2': 2,
  'D10.3': 1,
  'D11.1': 1,
  'E3.1': 3,
  'E4.1': 5,
  'E5.1': 30,
};

const typed = ruleOfLaw.indicators.filter(({ kind, numerator }) => kind !== 'rate' && numerator === null);

/** Each department that is asked gives the value of the code, or the usual one. */
function office(values: Values, usual: number, done: boolean): Rows {
  const asked = askedAmong(reportRows.departments, ruleOfLaw);
  const line = (code: string): Rows['indicators'] => reportRows.indicators.filter((one) => one.code === code);
  return {
    ...reportRows,
    narratives: [],
    tasks: reportRows.tasks.map((task) => ({ ...task, approved: null })),
    progress: reportRows.progress.map((one) => progressOf(one, done)),
    figures: typed.flatMap(({ code }) =>
      line(code)
        .flatMap(asked)
        // Where all gave the same it would be doubted.
        .map(({ name }, index, { length }) =>
          figure(code, (values[code] ?? usual) * (index === 0 && length > 2 ? 2 : 1), name),
        ),
    ),
    events: reportRows.events.map((one) => ({ ...one, rows: [] })),
  };
}

function progressOf({ taskId, department }: Progress, done: boolean): Progress {
  const deadline = reportRows.tasks.find(({ id }) => id === taskId)?.deadline ?? null;
  const periods = deadline?.kind === 'recurring' ? deadline.due.length : null;
  const [status, percent] = done ? (['done', 100] as const) : (['in-progress', 10] as const);
  return progress(taskId, {
    ...{ department, status, percent, doneOn: done ? '2022-01-10' : null },
    ...(done && periods !== null ? { doneThrough: periods } : {}),
  });
}

/** Every threshold is reached and every task done in time. */
export const allReached = office(reached, 10, true);
/** Every threshold is missed and every task that was due is late. */
export const allMissed = office(missed, 10, false);
/** Everybody has answered everything with 0. */
export const allZero = office({}, 0, false);
/** Nobody has written anything. */
export const nothingKnown: Rows = { ...allZero, tasks: [], progress: [], figures: [] };
