/** A workbook with several sheets of one kind: all are read and added, but for one that may be a copy of another. */
import { meets } from '../../../../src/core/rows/events/event-conditions';
import { eventsOf, progressOf, readOffice, saysOf } from '../ledger-office';

const head = '培训时间|培训内容|主办单位|学时|实到人数';
const fields = ['day', 'hours', 'attended'];

function office(books: Readonly<Record<string, string>>) {
  const tasks = ['A-01|组织领导|印发要点|司法所|3月底前', 'A-02|组织领导|召开例会|司法所|12月底前'];
  return readOffice({ year: 2023, departments: ['司法所*'], tasks, books: { '司法所.xlsx': books } });
}

describe('several sheets of one kind', () => {
  it('are read together, a sheet a quarter', () => {
    const read = office({
      培训台账一季度: `${head}\n2023-01-10|行政处罚法|司法所|4|9\n2023-03-02|文书制作|司法所|8|7`,
      培训台账二季度: `${head}\n2023-05-22|民法典|司法所|2|30`,
      培训台账三季度: `${head}\n合计|||14|46`,
    });
    expect(eventsOf(read, 'trainings', fields)).toEqual(['2023-01-10 4 9', '2023-03-02 8 7', '2023-05-22 2 30']);
    expect(saysOf(read, '司法所', ['sheets-together', 'sheet-twice', 'sheet-unknown'])).toEqual([
      '请核实 sheets-together',
    ]);
    expect(read.problems.filter(({ code }) => code === 'cell-unread')).toEqual([]);
  });

  it('are read together, the tasks of each line of work on a sheet of its own', () => {
    const read = office({
      落实情况一: '重点任务|完成情况|进展情况\n印发要点|已完成|已印发',
      落实情况二: '重点任务|完成情况|进展情况\n召开例会|进行中|开了2次',
    });
    expect(progressOf(read)).toEqual(['司法所 A-01 done 已印发', '司法所 A-02 in-progress 开了2次']);
  });

  it.each([
    ['a record that stands on both', '培训台账一季度', '培训台账二季度'],
    ['a title with a mark of copying', '培训台账', '培训台账 (2)'],
  ])('are not read when one may be a copy: %s', (_, one, other) => {
    const record = '1|2023-01-10|行政处罚法|司法所|4|9';
    const more = one === '培训台账' ? '1|2023-02-10|文书|司法所|4|9' : record;
    const read = office({ [one]: `序号|${head}\n${record}`, [other]: `序号|${head}\n${more}` });
    expect(eventsOf(read, 'trainings', fields)).toEqual([]);
    expect(saysOf(read, '司法所', ['sheet-twice'])).toEqual(['错误 sheet-twice']);
  });
});

describe('a column of days in which people mark that something was done', () => {
  it.each([
    ['已公示', true],
    ['是', true],
    ['√', true],
    ['2023-05-12', true],
    ['未公示', false],
    ['暂未公示', false],
    ['在办', false],
    ['否', false],
    ['', false],
  ])('公示日期 %s', (mark, isPublished) => {
    const cases = '案由|处罚种类|适用程序|处罚决定日期|罚款数额（元）|执法名义|公示情况';
    const read = office({ 案件台账: `${cases}\n占道|罚款|简易|2023-05-10|50|本级|${mark}` });
    const rows = read.value.events.flatMap(({ detail, rows: all }) => all.map((row) => ({ detail, row })));
    const share = rows[0]?.detail.shares.find(({ code }) => code === 'C7.1');
    const [where] = share?.where ?? [];
    expect(rows).toHaveLength(1);
    expect(rows.some(({ row, detail }) => where !== undefined && meets(row, where, detail.sheet.columns))).toBe(
      isPublished,
    );
    expect(saysOf(read, '司法所', ['day-unreadable'])).toEqual([]);
    expect(saysOf(read, '司法所', ['day-affirmed'])).toHaveLength(isPublished && !mark.startsWith('2') ? 1 : 0);
  });
});
