/** How many tasks stand where, as a whole, and under whom. */
import type { TaskState } from '../../../src/core/base/state-words';
import type { TaskFinding } from '../../../src/core/findings/findings';
import { noDepartment, tallyByDepartment, tallyBySection, tallyOf } from '../../../src/core/findings/tally';
import { department, task } from './rows-builder';

const found = (state: TaskState, lead: string | null = '司法所', section = 'A'): TaskFinding => ({
  ...{
    task: task('T', { lead, section }),
    progress: null,
    state,
    due: null,
    workingDaysLate: 0,
    workingDaysLeft: null,
  },
  ...{ light: 'green', why: '', unused: null, sources: [] },
});
const states: readonly TaskState[] = [
  'done',
  'done',
  'overdue',
  'running',
  'unreported',
  'unclear',
  'deferred',
  'cancelled',
];

it('each state is counted as itself; the rate is of those of which it is known', () => {
  expect(tallyOf(states.map((state) => found(state)))).toEqual({
    ...{ total: 8, done: 2, running: 1, overdue: 1, unreported: 1, unclear: 1, deferred: 1, cancelled: 1 },
    ...{ due: 3, rate: 66.66666666666667 },
  });
  expect(tallyOf([found('unreported'), found('running')]).rate).toBeNull();
  expect(tallyOf([found('overdue')]).rate).toBe(0);
});

it('departments come in the order of the hub, sections in that of the report, whatever else there is behind', () => {
  const all = [
    found('done', null),
    found('done', '派出所', 'B'),
    found('done', '司法所', 'C'),
    found('done', '党政办'),
  ];
  const names = (tallies: readonly { readonly name: string; readonly total: number }[]): readonly string[] =>
    tallies.map(({ name, total }) => `${name} ${String(total)}`);
  const departments = ['党政办', '财政所', '司法所'].map((name) => department(name));
  expect(noDepartment).toBe('牵头单位不明');
  expect(names(tallyByDepartment(all, departments))).toEqual(['党政办 1', '司法所 1', '牵头单位不明 1', '派出所 1']);
  expect(names(tallyBySection(all, ['B', 'A', 'D']))).toEqual(['B 1', 'A 2', 'C 1']);
});
