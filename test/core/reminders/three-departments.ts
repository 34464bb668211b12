/** Three departments with their leaders, and what is due in their office on a day. */
import type { Day } from '../../../src/core/base/day';
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { DueItem } from '../../../src/core/reminders/due-item';
import { dueItems } from '../../../src/core/reminders/due-items';
import type { Rows } from '../../../src/core/rows/rows';
import { department, settings } from '../findings/rows-builder';

export const calendar = makeCalendar(holidayTable, []);
export const names = ['司法所', '财政所', '综治中心'];
export const departments = names.map((name, index) => {
  const box = (text: string) => ({ value: text, shown: text, place: { file: '总表.xlsx', sheet: '单位', cell: text } });
  return department(name, {
    mailbox: box(`d${String(index)}@town.example`),
    leaderMailbox: box(`fg${String(index % 2)}@town.example`),
  });
});
export const workbooks = names.map((name) => ({
  department: name,
  file: `${name}.xlsx`,
  status: { kind: 'usable' } as const,
  filledOn: null,
}));
export const limits = { dailyMost: 80, quota: Infinity, reserve: 5 };

export function itemsOf(rows: Rows, asOf: Day): readonly DueItem[] {
  const all = {
    ...settings,
    asOf,
    today: asOf,
    headMailbox: 'head@town.example',
    officeMailbox: 'office@town.example',
  };
  const findings = findingsFromRows(rows, all, []).value;
  return dueItems({ rows, settings: all, findings, departmentItems: [] }, calendar).value;
}
