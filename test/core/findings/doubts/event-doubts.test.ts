/** How often something was done: joint events told twice, and promises of regularity that the count does not keep. */
import { eventPacker } from '../../../../src/core/rows/events/event-rows';
import {
  fewerThanPromised,
  frequencyAndCount,
  jointEventTwice,
} from '../../../../src/core/findings/doubts/event-doubts';
import type { EventRow, Task } from '../../../../src/core/rows/rows';
import { publicityTable } from '../../../edition';
import { deadline, eventsOf, figure, progress, quantity, read, task } from '../rows-builder';
import { lines, townWith } from './town-with';

describe('one event that two departments lead', () => {
  const row = (department: string, leads: boolean | null, day: string | null, topic: string | null): EventRow =>
    eventPacker()({
      department,
      cells: {
        leads: read(leads, department, 'D4', '是'),
        day: read(day, department, 'A4'),
        topic: read(topic, department, 'B4'),
      },
      place: { file: `${department}.xlsx`, sheet: publicityTable.title, cell: 'A4' },
    });
  const told = (...rows: readonly EventRow[]): string[] =>
    lines(jointEventTwice(townWith({ events: eventsOf({ publicity: rows }) })));
  const own = row('司法所', true, '2022-12-04', '宪法日宣传');

  it('is told at the second, in the order of their names whatever file came first', () => {
    const twice = '派出所.xlsx D4 2022-12-04“宪法日宣传”司法所（司法所.xlsx 填报!D4）和派出所都填了牵头，计了两次';
    const other = row('派出所', true, '2022-12-04', '宪法日 宣传');
    expect(told(own, other)).toEqual([twice.replace('宪法日宣传', '宪法日 宣传')]);
    expect(told(other, own)).toEqual([twice.replace('宪法日宣传', '宪法日 宣传')]);
  });

  it('each further one is told beside the first', () => {
    const others = ['派出所', '党政办'].map((name) => row(name, true, '2022-12-04', '宪法日宣传'));
    expect(told(own, ...others)).toEqual([
      expect.stringContaining('党政办（党政办.xlsx 填报!D4）和司法所都填了牵头'),
      expect.stringContaining('党政办（党政办.xlsx 填报!D4）和派出所都填了牵头'),
    ]);
  });

  it.each<[string, EventRow]>([
    ['another day', row('派出所', true, '2022-12-05', '宪法日宣传')],
    ['another topic', row('派出所', true, '2022-12-04', '民法典宣传')],
    ['not led', row('派出所', false, '2022-12-04', '宪法日宣传')],
    ['who led it is not said', row('派出所', null, '2022-12-04', '宪法日宣传')],
    ['without day', row('派出所', true, null, '宪法日宣传')],
    ['without topic', row('派出所', true, '2022-12-04', null)],
    ['the same department', own],
  ])('not: %s', (_, other) => {
    expect(told(own, other)).toEqual([]);
  });

  it('nor two that both have no day, or no topic', () => {
    expect(told(row('司法所', true, null, '宣传'), row('派出所', true, null, '宣传'))).toEqual([]);
    expect(told(row('司法所', true, '2022-12-04', null), row('派出所', true, '2022-12-04', null))).toEqual([]);
  });
});

describe('fewer times than a deadline asks for', () => {
  const evenMonths = '2022-02-28 2022-04-30 2022-06-30 2022-08-31 2022-10-31 2022-12-31';
  const recurring: Partial<Task> = {
    indicator: 'A3',
    deadline: deadline(evenMonths),
    dueText: '每两月一次',
    lead: '党政办',
  };
  const said = { status: 'done', doneOn: '2022-12-31', doneThrough: 6, department: '党政办' } as const;
  const told = (
    times: number | ReturnType<typeof quantity>,
    {
      more = {},
      how = said,
      cutoff = '2022-12-31',
    }: { more?: Partial<Task>; how?: object; cutoff?: '2022-12-31' } = {},
  ): string[] =>
    lines(
      fewerThanPromised(
        townWith(
          {
            tasks: [task('A-01', { ...recurring, ...more })],
            progress: [progress('A-01', how)],
            figures: ['A3', 'B1', 'C3'].map((code) => figure(code, times, '党政办')),
          },
          { cutoff },
        ),
      ),
    );

  it('is told at its state: five of six', () => {
    expect(told(5)).toEqual(['党政办.xlsx D-A-01 任务 A-01 时限为“每两月一次”，应有6次，党委中心组学法次数只有 5']);
  });

  it('counts those until the end of the statistics', () => {
    expect(told(3, { cutoff: '2022-08-30' as '2022-12-31' })).toEqual([]);
    expect(told(3, { cutoff: '2022-08-31' as '2022-12-31' })).toEqual([expect.stringContaining('应有4次')]);
  });

  it.each<[string, string[]]>([
    ['as many', told(6)],
    ['more', told(7)],
    ['about five', told(quantity(5, '余'))],
    ['not done', told(5, { how: { ...said, status: 'in-progress', doneThrough: null } })],
    ['no indicator', told(5, { more: { indicator: null } })],
    ['an indicator that counts no times', told(5, { more: { indicator: 'B1' } })],
    ['due once', told(0, { more: { deadline: deadline('2022-12-31') } })],
  ])('not: %s', (_, found) => {
    expect(found).toEqual([]);
  });
});

describe('a frequency and a total in one text', () => {
  const told = (text: string, cutoff = '2022-12-31'): string[] =>
    frequencyAndCount(
      townWith(
        { tasks: [task('A-01')], progress: [{ ...progress('A-01'), text }] },
        { cutoff: cutoff as '2022-12-31' },
      ),
    ).map(({ reason }) => reason);

  it.each([
    ['每两月学法1次，全年共5次', 6, 5],
    ['每2个月学法1次，累计5场', 6, 5],
    ['每二月学法1次；全年开展了5次', 6, 5],
    ['每月1次，共11次', 12, 11],
    ['每个月1次，共11次', 12, 11],
    ['每季度1次，共3次', 4, 3],
    ['每半年1次，共1次', 2, 1],
    ['上半年共2次，每月1次，共11次', 12, 11],
  ])('%s: %i and %i', (text, due, count) => {
    expect(told(text)).toEqual([
      `任务 A-01 的进展情况写的频次一年应有${String(due)}次，写的总数只有${String(count)}次`,
    ]);
  });

  it.each([
    '每两月学法1次，全年共6次',
    '每两月学法1次，全年共7次',
    '每两月共5次',
    '每两月学法1次，5次',
    '每两月学法1次，共发放5份',
    '学法共5次',
    '',
  ])('nothing to ask: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('is asked of whole years only', () => {
    expect(told('每月1次，共11次', '2022-11-30')).toEqual([]);
  });
});
