/** A roster is counted, and nobody in it is named. */
import { reading2022, teamForm } from '../../../edition';
import { isRoster } from '../../../../src/core/tables/shapes/roster';
import { sheetOf } from '../other-rows/sheet-text';
import { readShape } from './shaped';

const roster = `
执法人员花名册
序号|姓名|性别|编制性质|学历|专业|执法证号|法律职业资格|联系电话
1|赵一某|男|行政编制|本科|法学|37A001|无|13800000001
2|钱二某|女|事业编制|大专|行政管理|37A002||13800000002
3|孙三某|男|劳务派遣|高中|—|无||13800000003
4|李四某|男|行政|大学本科|法律事务|待考|有|13800000004
5|周五某|女|事业编|不详|会计|37A005||13800000005
合计|6人
备注：数据截至12月31日`;

const read = readShape(teamForm, roster, ['A1:I1', 'A9:I9']);

it('people are counted by what each column says', () => {
  expect(read.values).toEqual([
    ...['established 4@D2', 'onDuty 5@B2', 'certified 3@G2'],
    ...['college 3至少@E2', 'lawMajors 2@F2', 'examPassed 1@H2'],
  ]);
});

it('a blank cell leaves open whether the person counts', () => {
  const { problems } = readShape(teamForm, roster.replace('|本科|法学', '||法学'), ['A1:I1', 'A9:I9']);
  expect(problems.map(({ reason }) => reason)).toContain(
    '大专及以上从花名册里数出2人，另有2人看不出算不算（E3、E7），按至少2人计',
  );
});

it.each([
  ['37A004', 1],
  ['37 004（2022年换证）', 1],
  ['有', 1],
  ['已取得', 1],
  ['2021年取得', 1],
  ['持证', 1],
  ['√', 1],
  ['（考试中）', null],
  ['培训中', null],
  ['2022年11月报考', null],
  ['新入职', null],
  ['未取得', 0],
  ['37A004（已注销）', 0],
  ['/', 0],
])('%s in the place of the number of a licence counts %j', (cell, counts) => {
  const { values, problems } = readShape(teamForm, roster.replace('待考', cell), ['A1:I1', 'A9:I9']);
  expect(values).toContain(`certified ${counts === null ? '3至少' : String(3 + counts)}@G2`);
  const open = problems.filter(({ place, code }) => place.cell === 'G2' && code === 'roster-unclear');
  expect(open.map(({ reason }) => reason)).toEqual(
    counts === null ? ['持证从花名册里数出3人，另有1人看不出算不算（G6），按至少3人计'] : [],
  );
});

it('what is open, what does not fit and what nobody reads is told', () => {
  const told = read.problems.map(({ place, level, reason }) => `${place.cell ?? ''} ${level} ${reason}`);
  expect(told).toContain('E2 doubt 大专及以上从花名册里数出3人，另有1人看不出算不算（E7），按至少3人计');
  expect(told).toContain('B8 doubt 合计 6 人，不等于逐行数出的 5 人');
  expect(told).toContain('A2 note 花名册的“序号”“性别”“联系电话”列没有读取');
  expect(read.unread).toBe(0);
});

it('who may not be at work is counted, and told by the cells that say so', () => {
  const text = roster
    .replace('联系电话\n', '备注\n')
    .replace('13800000002', '2022年8月退休')
    .replace('13800000005', '借调县局');
  const { values, problems } = readShape(teamForm, text, ['A1:I1', 'A9:I9']);
  expect(values).toContain('onDuty 5@B2');
  expect(problems.filter(({ code }) => code === 'roster-absent').map(({ level, reason }) => [level, reason])).toEqual([
    ['doubt', '2人像是不在岗（I4、I7），仍计入在岗等人数'],
  ]);
  expect(read.problems.map(({ code }) => code)).not.toContain('roster-absent');
});

it('nothing of a person is in what is said', () => {
  const said = JSON.stringify([read.problems, read.values]);
  for (const personal of ['赵一', '钱二', '孙三', '李四', '周五', '1380000', '37A'])
    expect(said).not.toContain(personal);
});

it('a quota is no matter of a roster: it is asked for', () => {
  expect(read.told).toContain(' error line-missing');
});

it('is told from other lists, so that no workbook with one is kept', () => {
  const is = (text: string): boolean => isRoster(sheetOf(text), reading2022.declared);
  expect([is(roster), is('日期|主题|学时|实到\n2022-05-01|培训|8|3'), is('姓名\n某某')]).toEqual([true, false, false]);
});
