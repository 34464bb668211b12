/** Who leads a task and who works with them, as offices write it into one cell. */
import { directoryOf } from '../../../../src/core/rows/department-names';
import { leadNames } from '../../../../src/core/rows/town/lead-names';
import { ruleOfLaw } from '../../../edition';
import { department } from '../../findings/rows-builder';
import { readOffice, saysOf } from '../ledger-office';

const directory = directoryOf(
  [
    department('司法所', { inGroup: true, roles: ['司法'] }),
    department('执法队', { inGroup: true }),
    department('派出所'),
    department('东村', { kind: '村' }),
    department('西村', { kind: '村' }),
  ],
  '某镇',
);

it.each([
  ['司法所', '司法所', '', '', false],
  ['牵头：司法', '牵头：司法', '', '', false],
  ['某镇司法所', '某镇司法所', '', '', false],
  ['司法所（主责）', '司法所', '', '', false],
  ['税务局（主责）', '税务局（主责）', '', '', false],
  ['司法所、派出所', '司法所', '派出所', '', true],
  ['派出所（牵头）、司法所', '派出所', '司法所', '', false],
  ['司法所、派出所(牵头)、执法队', '派出所', '司法所、执法队', '', false],
  ['牵头单位：司法所；配合单位：派出所、执法队', '司法所', '派出所、执法队', '', false],
  ['司法所、派出所（配合）', '司法所', '派出所', '', false],
  ['各村', null, '', '东村、西村', false],
  ['各执法单位', null, '', '司法所、执法队', false],
  ['各单位', null, '', '司法所、执法队、派出所、东村、西村', false],
  ['各有关单位', '各有关单位', '', '', false],
  ['税务局', '税务局', '', '', false],
])('%s', (typed, lead, partners, each, isAssumed) => {
  expect(leadNames(typed, directory, ruleOfLaw)).toEqual({
    lead,
    partners: partners === '' ? [] : partners.split('、'),
    each: each === '' ? [] : each.split('、'),
    isAssumed,
  });
});

it('a unit that is called as all of a kind are is that unit', () => {
  const office = directoryOf([department('各村'), department('东村', { kind: '村' }), department('派出所')], '某镇');
  expect(leadNames('各村（牵头）、派出所', office, ruleOfLaw)).toMatchObject({ lead: '各村', each: [] });
});

it('a task of all units is judged for each of them, and each reports under the number of the list', () => {
  const read = readOffice({
    year: 2025,
    departments: ['司法所', '派出所'],
    tasks: ['A-01|组织领导|年终述法|各单位|12月底前'],
    books: { '派出所.xlsx': { 任务进展: '任务编号|状态|完成日期\nA-01|已完成|2025-12-20' } },
  });
  expect(read.value.tasks.map(({ id, lead }) => `${id} ${String(lead)}`)).toEqual([
    'A-01·司法所 司法所',
    'A-01·派出所 派出所',
  ]);
  expect(read.value.progress.map(({ taskId, department: name }) => `${taskId} ${name}`)).toEqual([
    'A-01·派出所 派出所',
  ]);
  expect(saysOf(read, '总表', ['task-of-each'])).toEqual(['提示 task-of-each F4']);
});
