/** Where a task stands: approvals first, then what its department says, then the calendar; line by line. */
import type { Day } from '../../../src/core/base/day';
import type { Status } from '../../../src/core/cells/readings';
import { isPeriodRefused, percentOf, standingOf } from '../../../src/core/findings/task-state';
import type { Progress, Task } from '../../../src/core/rows/rows';
import { deadline, progress, settings, task } from './rows-builder';

interface Line {
  readonly status?: Status | null;
  readonly doneOn?: Day;
  readonly through?: number;
  /** What stands where it cannot be read. */
  readonly shown?: Partial<Record<'status' | 'percent' | 'doneOn' | 'doneThrough', string>>;
  readonly text?: string;
}

function line({ status = null, doneOn, through, shown = {}, text = '' }: Line): Progress {
  const read = progress('T', { status, doneOn: doneOn ?? null, doneThrough: through ?? null });
  const cells = Object.fromEntries(
    Object.entries(shown).map(([field, one]) => [field, { ...read[field as 'status'], shown: one }]),
  );
  return { ...read, ...cells, text };
}

/** `state due occurrence/of` on the day. */
function standing(due: string, said: Line | null, asOf: Day, more: Partial<Task> = {}): string {
  const found = standingOf(task('T', { deadline: due === '' ? null : deadline(due), ...more }), said && line(said), {
    ...settings,
    asOf,
  });
  const which = found.of === null ? '' : ` ${String(found.occurrence)}/${String(found.of)}`;
  return `${found.state} ${String(found.due)}${which}`;
}

const quarters = '2022-03-31 2022-06-30 2022-09-30 2022-12-31';

it.each<[due: string, said: Line | null, asOf: Day, expected: string]>([
  ['2022-06-30', null, '2022-06-30', 'running 2022-06-30'],
  ['2022-06-30', null, '2022-07-01', 'unreported 2022-06-30'],
  ['2022-06-30', {}, '2022-07-01', 'unreported 2022-06-30'],
  ['2022-06-30', { shown: { status: ' ', percent: ' ', doneOn: ' ' } }, '2022-07-01', 'unreported 2022-06-30'],
  ['2022-06-30', { text: '开了会' }, '2022-07-01', 'unclear 2022-06-30'],
  ['2022-06-30', { shown: { status: '差不多' } }, '2022-07-01', 'unclear 2022-06-30'],
  ['2022-06-30', { shown: { percent: '大半' } }, '2022-07-01', 'unclear 2022-06-30'],
  ['2022-06-30', { shown: { doneOn: '上周' } }, '2022-07-01', 'unclear 2022-06-30'],
  ['2022-06-30', { shown: { doneThrough: '第二' } }, '2022-07-01', 'unclear 2022-06-30'],
  ['2022-06-30', { status: 'in-progress' }, '2022-07-01', 'overdue 2022-06-30'],
  ['2022-06-30', { status: 'done' }, '2022-01-01', 'done 2022-06-30'],
  ['2022-06-30', { status: 'done', doneOn: '2022-07-01' }, '2022-07-01', 'done 2022-06-30'],
  ['2022-06-30', { status: 'done', doneOn: '2022-07-02' }, '2022-07-01', 'overdue 2022-06-30'],
  ['', { status: 'in-progress' }, '2022-12-31', 'running null'],
  ['', { status: 'done' }, '2022-12-31', 'done null'],
  ['长期', { status: 'done' }, '2022-12-31', 'done null'],
  ['长期', null, '2022-12-31', 'running null'],
  [quarters, null, '2022-03-31', 'running 2022-03-31 1/4'],
  [quarters, null, '2022-04-01', 'unreported 2022-03-31 1/4'],
  [quarters, { through: 1 }, '2022-04-01', 'running 2022-06-30 2/4'],
  [quarters, { through: 1 }, '2022-07-01', 'overdue 2022-06-30 2/4'],
  [quarters, { through: 4 }, '2022-07-01', 'done null null/4'],
  [quarters, { through: 9 }, '2022-07-01', 'done null null/4'],
  [quarters, { status: 'done' }, '2022-07-01', 'done null null/4'],
  [quarters, { status: 'done', doneOn: '2022-03-31' }, '2022-04-01', 'running 2022-06-30 2/4'],
  [quarters, { status: 'done', doneOn: '2022-04-01' }, '2022-04-01', 'running 2022-09-30 3/4'],
  [quarters, { status: 'in-progress' }, '2022-10-01', 'running 2022-12-31 4/4'],
  [quarters, { status: 'not-done' }, '2022-10-01', 'overdue 2022-09-30 3/4'],
  [quarters, { status: 'not-done' }, '2022-04-01', 'overdue 2022-03-31 1/4'],
  [quarters, { status: 'not-started' }, '2022-10-01', 'overdue 2022-03-31 1/4'],
  [quarters, { shown: { doneThrough: '第二' } }, '2022-07-01', 'unclear 2022-03-31 1/4'],
  [quarters, { status: 'in-progress', shown: { doneThrough: ' ' } }, '2022-07-01', 'running 2022-09-30 3/4'],
  ['2022-09-30 2022-03-31', { through: 1 }, '2022-04-01', 'running 2022-09-30 2/2'],
])('due %s, said %j: on %s it is %s', (due, said, asOf, expected) => {
  expect(standing(due, said, asOf)).toBe(expected);
});

it('on the last day of the statistics it is past once that day is over, and on no other', () => {
  const of = (asOf: Day, cutoff: Day, today: Day): string =>
    standingOf(task('T', { deadline: deadline('2022-12-20') }), line({ status: 'in-progress' }), {
      ...settings,
      asOf,
      cutoff,
      today,
    }).state;
  expect(of('2022-12-20', '2022-12-20', '2022-12-21')).toBe('overdue');
  expect(of('2022-12-20', '2022-12-20', '2022-12-20')).toBe('running');
  expect(of('2022-12-20', '2022-12-31', '2022-12-21')).toBe('running');
  expect(of('2022-12-21', '2022-12-31', '2022-12-21')).toBe('overdue');
});

it.each<[status: 'deferred' | 'cancelled' | 'as-asked', asked: Status, expected: string]>([
  ['deferred', 'in-progress', 'deferred 2022-06-30'],
  ['cancelled', 'done', 'cancelled 2022-06-30'],
  ['as-asked', 'deferred', 'deferred 2022-06-30'],
  ['as-asked', 'cancelled', 'cancelled 2022-06-30'],
  ['as-asked', 'in-progress', 'overdue 2022-06-30'],
  ['as-asked', 'done', 'done 2022-06-30'],
])('approved as %s, asked for %s: it is %s', (status, asked, expected) => {
  const approved = { status, basis: '', until: null };
  expect(standing('2022-06-30', { status: asked }, '2022-07-01', { approved })).toBe(expected);
});

it.each<[until: Day, asOf: Day, expected: string]>([
  ['2022-09-30', '2022-07-01', 'deferred 2022-06-30'],
  ['2022-09-30', '2022-09-30', 'deferred 2022-06-30'],
  ['2022-09-30', '2022-10-01', 'overdue 2022-09-30'],
])('put off to %s it is on %s %s', (until, asOf, expected) => {
  const approved = { status: 'deferred' as const, basis: '', until };
  expect(standing('2022-06-30', { status: 'in-progress' }, asOf, { approved })).toBe(expected);
});

it('how far it is, is what was typed, nothing before it has begun, and else not known', () => {
  expect(percentOf(null)).toBe(0);
  expect(percentOf(progress('T', { percent: 0, status: 'in-progress' }))).toBe(0);
  expect(percentOf(progress('T', { percent: 64 }))).toBe(64);
  expect(percentOf(progress('T', { status: 'not-started' }))).toBe(0);
  expect(percentOf(progress('T', { status: 'in-progress' }))).toBeNull();
});

it('a period is refused only of a task that has periods', () => {
  const said = line({ shown: { doneThrough: '第二' } });
  expect(isPeriodRefused(task('T', { deadline: deadline(quarters) }), said)).toBe(true);
  expect(isPeriodRefused(task('T', { deadline: deadline('2022-06-30') }), said)).toBe(false);
  expect(isPeriodRefused(task('T', { deadline: deadline(quarters) }), null)).toBe(false);
  expect(
    isPeriodRefused(task('T', { deadline: deadline(quarters) }), line({ through: 2, shown: { doneThrough: '2' } })),
  ).toBe(false);
});
