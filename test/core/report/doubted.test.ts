/** Nothing is praised, and nothing is said not to have happened, that somebody still has to look at (请核实). */
import type { Place } from '../../../src/core/base/place';
import type { Rows } from '../../../src/core/rows/rows';
import type { Settings } from '../../../src/core/settings/settings';
import { allReached, allZero } from './offices';
import { officeWith } from './reached-office';
import { report } from './sample-report';

/** The report where one cell is doubted. */
function said(rows: Rows, place: Place, own: Partial<Settings> = {}): string {
  const about = { code: 'number-unsure', actual: '', reason: '括号里的话说它还不准', expected: '请核对' };
  return report(rows, own, [{ ...about, level: 'doubt', place }]).text ?? '';
}

/** The cell of the figure in the book of the first department asked for it. */
function cellOf(rows: Rows, code: string): Place {
  return rows.figures.find((one) => one.code === code)!.quantity.place;
}

const elsewhere: Place = { file: '总表.xlsx', sheet: '任务', cell: 'Z99' };
const [line] = allReached.progress;
const [task] = allReached.tasks;

it.each<readonly [words: string, place: Place]>([
  ['件件落实', line!.status.place],
  ['件件落实', line!.percent.place],
  ['件件落实', line!.doneOn.place],
  ['件件落实', task!.duePlace],
  ['稳步推进', line!.status.place],
  ['摆在全局工作的重要位置', cellOf(allReached, 'A1')],
  ['亲自部署', cellOf(allReached, 'A6')],
  ['带头学法', cellOf(allReached, 'A3')],
  ['全部述法', cellOf(allReached, 'A4.1')],
  ['覆盖率达到', cellOf(allReached, 'B5.2')],
  ['坚持先审查后讨论、集体决定', cellOf(allReached, 'B2.1')],
  ['三项制度得到落实', cellOf(allReached, 'C7.1')],
  ['没有被纠错的情形', cellOf(allReached, 'C10.3')],
  ['没有败诉', cellOf(allReached, 'C11.2')],
  ['行政村达到', cellOf(allReached, 'E3.1')],
])('the report does not say “%s” of a cell that is doubted', (words, place) => {
  expect(said(allReached, elsewhere)).toContain(words);
  expect(said(allReached, place)).not.toContain(words);
});

it.each([
  ['A1', '没有专题研究法治建设', '法治建设0次'],
  ['A4.1', '均未述法', '已述法0'],
  ['B5.2', '都还没有聘请法律顾问', '已聘请法律顾问的0'],
  ['C6.1', '均未经审核', '已审核0件'],
  ['C7.1', '均未公示', '已公示0件'],
  ['D5', '还没有具有法律职业资格的审核人员', '具有法律职业资格的0'],
  ['E1', '没有牵头开展普法活动', '普法活动0场次'],
  ['E6.1', '均未调解成功', '调解成功0件'],
  ['E4.1', '还没有“法律明白人”', '“法律明白人”共0'],
])('nor, of a zero of %s that is doubted, “%s”: what was reported is told', (code, words, number) => {
  const rows = officeWith(`${code}=0`);
  expect(said(rows, elsewhere)).toContain(words);
  expect(said(rows, elsewhere)).not.toContain(number);
  expect(said(rows, cellOf(rows, code))).toContain(number);
  expect(said(rows, cellOf(rows, code))).not.toContain(words);
});

it('nor of a day that could not be read: nobody knows whether the task was done in time', () => {
  const problem = {
    code: 'day-missing',
    level: 'error',
    place: line!.doneOn.place,
    actual: '',
    reason: '',
    expected: '',
  } as const;
  expect(report(allReached, {}, [problem]).text).not.toMatch(/件件落实|按时完成/u);
});

it.each([
  ['没有发生行政处罚案件', 'C2'],
  ['没有作出重大行政决策', 'B1'],
  ['没有收到检察建议、司法建议', 'G11'],
])('nor “%s” of a zero that is doubted', (words, code) => {
  const own = { zeroReports: true };
  expect(said(allZero, elsewhere, own)).toContain(words);
  expect(said(allZero, cellOf(allZero, code), own)).not.toContain(words);
});

it('figures that are doubted are told as such among those that reach their standard', () => {
  expect(said(allReached, elsewhere)).not.toContain('还需要核实');
  expect(said(allReached, cellOf(allReached, 'A1'))).toMatch(
    /数据齐全的\d+项指标都达到标准（其中1项的数据还需要核实），没有判定为薄弱环节的方面。/u,
  );
});
