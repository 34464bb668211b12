/** What the pages say where something is lacking: never that all is there. */
import { figureText, missingCount, missingCountText, notCounted } from '../../../src/pages/parts/figure-text';

const coverage = { asked: [], given: [], missing: [] };
const lacking = {
  ...coverage,
  missing: [
    { department: '司法所', why: 'blank' },
    { department: '司法所', why: 'refused' },
  ],
};

it('prints a figure, who is lacking, or why there is none', () => {
  expect(figureText({ text: '70次', state: 'known', coverage })).toBe('70次');
  expect(figureText({ text: '', state: 'partial', coverage: lacking })).toBe('缺司法所的数');
  expect(figureText({ text: '', state: 'not-applicable', coverage })).toBe('不涉及');
  expect(figureText({ text: '', state: 'not-asked', coverage })).toBe('—');
});

const own = '没有填报表，任务进展按汇总的表采用；';
it.each([
  [[], [], [], '都已交表。', '0'],
  [['甲'], [], [], '甲', '1'],
  [[], ['乙'], [], '乙的表没有读到，不知道交没交；其余都已交表。', '0，另有1个没有读到'],
  [['甲'], ['乙'], [], '乙的表没有读到，不知道交没交；甲', '1，另有1个没有读到'],
  [[], [], ['丙', '丁'], `丙、丁${own}其余都已交表。`, '0，另有2个没有填报表'],
  [['甲'], ['乙'], ['丙'], `乙的表没有读到，不知道交没交；丙${own}甲`, '1，另有1个没有读到，1个没有填报表'],
])(
  'tells departments that did not report from those nobody could read and those without a form: %j %j %j',
  (missing, unread, formless, text, count) => {
    const departments = { missingDepartments: missing, unreadDepartments: unread, formlessDepartments: formless };
    expect([missingCountText(departments), missingCount(departments)]).toEqual([text, count]);
  },
);

it('says of how many tasks the rate does not speak', () => {
  const done = { total: 9, due: 5, rate: 60, rateText: '60.0%', done: 3, overdue: 2, running: 0 };
  const counts = { ...done, deferred: 0, cancelled: 0, undated: 0 };
  expect(notCounted({ ...counts, unreported: 0, unclear: 0 })).toBe('');
  expect(notCounted({ ...counts, unreported: 3, unclear: 1 })).toBe('（未报3项、待核实1项没有计入）');
  expect(notCounted({ ...counts, unreported: 0, unclear: 0, undated: 2 })).toBe('（时限不明2项没有计入）');
});
