/** A task merged over the rows of its steps is one record. */
import { progressTable } from '../../../edition';
import { readShape } from './shaped';

const header = '任务编号|重点任务|完成时限|状态|完成日期|进展情况';

it('the steps follow each other, and what they say of the whole is told', () => {
  const { values, problems, unread, ends } = readShape(
    progressTable,
    `${header}\nA-01|学法|12月底前|已完成|2022-03-01|制定计划\n|||进行中||办班2期\nA-02|开会|6月底前|已完成|2022-06-01|开了3次`,
    ['A2:A3', 'B2:B3', 'C2:C3'],
    ['taskId', 'status', 'text'],
  );
  expect(values).toEqual([
    ...['taskId A-01@A2', 'status in-progress@D2', 'text 制定计划；办班2期@F2'],
    ...['taskId A-02@A4', 'status done@D4', 'text 开了3次@F4'],
  ]);
  expect(problems.map(({ place, level, reason }) => [place.cell, level, reason])).toEqual([
    ['D2', 'doubt', '状态各行不同（D2“已完成”、D3“进行中”），整项任务按“推进中”计'],
  ]);
  expect([unread, ends[1]]).toEqual([0, 0]);
});

it('all steps done is done, on the day of the last', () => {
  const { values, problems } = readShape(
    progressTable,
    `${header}\nA-01|学法|12月底前|已完成|2022-03-01|计划\n|||完成|2022-09-05|办班`,
    ['A2:A3', 'B2:B3', 'C2:C3'],
    ['status', 'doneOn'],
  );
  expect(values).toEqual(['status done@D2', 'doneOn 2022-09-05@E2']);
  expect(problems.map(({ reason }) => reason)).toEqual([
    '状态各行不同（D2“已完成”、D3“完成”），整项任务按“已完成”计',
    '完成日期各行不同，整项任务按最晚的“2022-09-05”（E3）计',
  ]);
});

it('steps that were put off leave the whole open', () => {
  const { values, problems } = readShape(
    progressTable,
    `${header}\nA-01|学法|12月底前|已完成||计划\n|||暂缓||办班`,
    ['A2:A3', 'B2:B3', 'C2:C3'],
    ['status'],
  );
  expect(values).toEqual([]);
  expect(problems.map(({ level, code }) => `${level} ${code}`)).toContain('error sub-rows-differ');
});

it('rows with titles of their own below one number are records of their own, and that the number is merged is told', () => {
  const { values, problems } = readShape(
    progressTable,
    `${header}\nA-01|学法|12月底前|已完成|2022-03-01|制定计划\n|开会|6月底前|推进中||开了1次`,
    ['A2:A3'],
    ['taskId', 'title', 'status'],
  );
  expect(values).toEqual([
    ...['taskId A-01@A2', 'title 学法@B2', 'status done@D2'],
    ...['title 开会@B3', 'status in-progress@D3'],
  ]);
  expect(problems.map(({ code }) => code)).toContain('merged-cells');
});
