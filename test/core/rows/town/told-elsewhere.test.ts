/** Of a department nothing is told as not reported that the town's table or another line of its own tells. */
import { holidayTable } from '../../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../../src/core/base/working-days';
import { findingsFromRows } from '../../../../src/core/findings/findings-from-rows';
import { dueItems } from '../../../../src/core/reminders/due-items';
import { groupItems } from '../../../../src/core/reminders/mail-fields';
import { problemText } from '../../../../src/core/base/problem';
import { departmentItems } from '../../../../src/core/rows/department-items';
import { settings } from '../../findings/rows-builder';
import { rowsFromGrids } from '../../../../src/core/rows/rows-from-grids';
import { departmentsTable } from '../../../edition';
import { gridOf } from '../../grid-builder';
import { settingsGrid, tableGrid } from '../../office-builder';
import { progressOf, readOffice, type Office } from '../ledger-office';

const town = (...rows: readonly string[]): string =>
  ['序号|重点任务|牵头单位|完成时限|完成状态|进展情况', ...rows].join('\n');
const form = (...rows: readonly string[]): string =>
  ['任务编号|重点任务|状态|完成率|完成日期|进展情况', ...rows].join('\n');

const publicity = '1|宪法宣传|司法所|3月底前|已完成|5场';
const files = '2|案卷评查|司法所|6月底前|推进中|评查2次';
const meeting = '3|召开会议|党政办|6月底前|已完成|已开';
const all = town(publicity, files, meeting);

const read = (ledger: string, own: Office['books'][string] | null, more: Partial<Office> = {}) =>
  readOffice({
    ...{ year: 2024, departments: ['司法所', '党政办'] },
    books: { '台账.xlsx': { 台账: ledger }, ...(own !== null && { '司法所.xlsx': own }) },
    ...more,
  });

const codes = [
  ...['task-unreported', 'sheet-missing', 'sheet-unfilled', 'required-blank'],
  ...['department-missing', 'department-unread'],
];

/** What is told as missing of 司法所's tasks, the sheet of figures left aside. */
const asked = ({ problems }: ReturnType<typeof readOffice>): readonly string[] =>
  problems
    .filter(({ code, place, reason }) => {
      return codes.includes(code) && place.file === '司法所.xlsx' && !reason.includes('“指标数据”');
    })
    .map(({ code, place: { sheet = '', cell = '' }, reason }) => `${code} ${sheet}${cell} ${reason}`);

describe('a form beside the town’s table', () => {
  it('that leaves a task out lacks nothing where the table tells it', () => {
    const own = { 任务进展: form('1|宪法宣传|推进中|50%||3场') };
    const office = read(all, own);
    expect(progressOf(office)).toContain('司法所 2 in-progress 评查2次');
    expect(asked(office)).toEqual([]);
    const untold = town(publicity, '2|案卷评查|司法所|6月底前||', meeting);
    expect(asked(read(untold, own))).toEqual(['task-unreported 任务进展 牵头任务 2 案卷评查没有进展，到期的按未报计']);
  });

  it('is not missed where the table tells all that would stand in it, and is for the rest', () => {
    const own = { 问题与建议: '序号|问题与建议\n1|人手不足' };
    expect(asked(read(all, own))).toEqual([]);
    expect(asked(read(town(publicity, '2|案卷评查|司法所|6月底前||', meeting), own))).toEqual([
      'sheet-missing  没有找到工作表“任务进展”',
      'task-unreported  没有“任务进展”，报告缺少1项任务的进展（2），到期的按未报计',
    ]);
  });

  it('that nobody has begun lacks what the table does not tell, and no more', () => {
    const own = { 任务进展: form('1|宪法宣传||||', '2|案卷评查||||', '4|保障经费||||') };
    const fourth = (said: string): string => town(publicity, files, meeting, `4|保障经费|司法所|6月底前|${said}`);
    expect(asked(read(fourth('推进中|到位70%'), own))).toEqual([]);
    expect(asked(read(fourth('|'), own))).toEqual(['sheet-unfilled 任务进展 “任务进展”还没有填写，缺1个必填项']);
    const none = town('1|宪法宣传|司法所|3月底前||', '2|案卷评查|司法所|6月底前||', meeting);
    const blank = read(none, { 任务进展: form('1|宪法宣传||||', '2|案卷评查||||') });
    expect(asked(blank)).toEqual(['sheet-unfilled 任务进展 “任务进展”还没有填写，缺2个必填项']);
    const begun = read(none, { 任务进展: form('1|宪法宣传||||', '2|案卷评查|推进中|||') });
    expect(asked(begun)).toEqual(['required-blank 任务进展C2 状态没有填写']);
  });

  it('of two sheets lacks nothing in the one where the other tells it', () => {
    const own = {
      上半年任务进展: form('1|宪法宣传||||', '2|案卷评查||||'),
      下半年任务进展: form('1|宪法宣传|推进中|50%||3场', '2|案卷评查|||| 评查4次'),
    };
    const office = read(town(meeting, '4|保障经费|党政办|6月底前||'), own, {
      tasks: ['1|普法|宪法宣传|司法所|3月底前', '2|执法|案卷评查|司法所|6月底前'],
    });
    expect(progressOf(office)).toEqual(expect.arrayContaining(['司法所 1 in-progress 50% 3场', '司法所 2 ? 评查4次']));
    expect(asked(office)).toEqual(['required-blank 下半年任务进展C3 状态没有填写']);
  });
});

describe('a department without a form that can be used', () => {
  const tasks = [
    ...['A-01|组织领导|宪法宣传|司法所|3月底前', 'A-02|组织领导|案卷评查|司法所|6月底前'],
    'A-03|组织领导|召开会议|党政办|6月底前',
  ];
  const fourth = 'A-04|组织领导|保障经费|司法所|6月底前';

  it('has reported what the table tells, and what it does not tell is told', () => {
    expect(asked(read(all, null, { tasks }))).toEqual([]);
    const { problems } = read(all, null, { tasks: [...tasks, fourth] });
    const untold = problems.filter(({ code }) => code === 'task-unreported').map(problemText);
    expect(untold).toEqual([
      '台账.xlsx 台账：司法所牵头的1项任务（A-04）这里没有写进展，该单位也没有填报表，到期的按未报计。请补上这些行，或者由司法所报送填报表。',
    ]);
  });

  it('lacks the figures it is asked for, which is told in one line that names the sheet there is', () => {
    const { problems, value } = read(all, null, { tasks });
    const own = problems.filter(({ place: { file } }) => file === '司法所.xlsx');
    expect(own.map(problemText)).toEqual([
      expect.stringMatching(
        /^司法所\.xlsx：没有收到司法所的填报表（任务进展按“台账\.xlsx”的“台账”采用），报告缺少\d+项指标的数据（领导小组会议次数、.*等）。请由司法所报送填报表，补上这些数据；没有发生的填 0/u,
      ),
    ]);
    const { problems: more, value: findings } = findingsFromRows(value, { ...settings, reportYear: 2024 }, problems);
    expect(findings.formlessDepartments).toEqual(['司法所', '党政办']);
    const gone = value.departments.map((one) => ({ ...one, active: one.name !== '司法所' }));
    const without = findingsFromRows({ ...value, departments: gone }, settings, problems).value;
    expect(without.formlessDepartments).toEqual(['党政办']);
    expect(more.filter(({ place: { file } }) => file === '司法所.xlsx')).toEqual([]);
  });

  it('has reported nothing where its lines of the table are blank', () => {
    const blank = town('1|宪法宣传|司法所|3月底前||', '2|案卷评查|司法所|6月底前||', meeting);
    const office = read(blank, null, { tasks });
    expect(asked(office)).toEqual([
      expect.stringContaining('没有收到司法所的填报表，报告缺少2项任务的进展（A-01、A-02）和'),
    ]);
    expect(office.value.workbooks.map(({ status }) => status.kind)).toEqual(['none', 'usable']);
  });

  it('loses of its tasks those alone that the table does not tell', () => {
    const own = { 封面: '单位|司法所\n年度|2020', 任务进展: form('A-01|宪法宣传||||') };
    const lost = (more: readonly string[]): string => asked(read(all, own, { tasks: more })).join();
    expect(lost(tasks)).toMatch(/^department-missing {2}司法所没有可用的填报表，报告缺少\d+项指标的数据$/u);
    expect(lost([...tasks, fourth])).toContain('报告缺少1项任务的进展（A-04）和');
  });

  it('has reported a task of which one row of the table says nothing and another how it stands', () => {
    const office = read(town('1|宪法宣传|司法所|3月底前||', publicity, meeting), null, { tasks });
    expect(progressOf(office).filter((line) => line.includes('A-01'))).toEqual(['司法所 A-01 done 5场']);
  });

  it('is not charged with what is wrong in the table, which is the office’s', () => {
    const { problems, value } = read(all, null);
    expect(value.workbooks.map(({ file, status }) => [file, status.kind])).toEqual([
      [null, 'usable'],
      [null, 'usable'],
    ]);
    const doubted = problems.filter(({ code, place }) => code === 'done-without-day' && place.file === '台账.xlsx');
    expect(doubted).toHaveLength(2);
    expect(departmentItems(doubted, value)).toEqual([]);
  });

  it('is not charged with what is wrong in the hub that holds such a table', () => {
    const workbook = '总表.xlsx';
    const names = ['司法所', '党政办'].map((name, at) => ({ id: `D${String(at)}`, name, active: '是' }));
    const hub = [
      settingsGrid({ reportYear: 2024, outlineName: '某纲要', publicityPlan: '八五' }),
      tableGrid(departmentsTable, names, { workbook }),
      gridOf(
        all.split('\n').map((line) => line.split('|')),
        { workbook, sheet: '任务' },
      ),
    ];
    const now = { ...settings, reportYear: 2024 };
    const { value, problems } = rowsFromGrids({ hub, departments: [] }, now);
    expect(value.progress).toHaveLength(3);
    expect(problems.filter(({ code, place }) => code === 'done-without-day' && place.file === workbook)).toHaveLength(
      2,
    );
    const charged = departmentItems(problems, value).map(({ items }) => items.map(({ code }) => code));
    expect(charged).toEqual([['figures-missing'], ['figures-missing']]);
  });

  it('is told in mails of no form that it does not have', () => {
    const unclear = town('1|宪法宣传|司法所|9月底前|差不多了|5场', '4|保障经费|司法所|9月底前||', meeting);
    const { value: rows, problems } = read(unclear, null);
    const today = '2024-10-10';
    const now = { ...settings, reportYear: 2024, asOf: today, today, cutoff: '2024-12-31' } as const;
    const findings = findingsFromRows(rows, now, problems).value;
    const office = { rows, settings: now, findings, departmentItems: departmentItems(problems, rows) };
    const items = dueItems(office, makeCalendar(holidayTable, [])).value.filter(
      ({ key }) => key.department === '司法所' && key.level !== '红1',
    );
    const told = items.filter(({ key: { role } }) => role === '承办单位');
    expect(
      told.map(({ key: { subject, level }, text }) => `${level} ${subject} ${text.replace(/^.*?（.*?）/u, '')}`),
    ).toEqual([
      '黄 1 完成时限为2024年9月30日，已到期，状态“差不多了”没有采用，完成情况待核实。请核实完成情况，在“台账.xlsx”的“台账”里改正，或者报党政办公室改正。',
      '黄 4 完成时限为2024年9月30日，已到期，没有报进展。请抓紧推进，把进展写进“台账.xlsx”的“台账”，或者报党政办公室。',
      expect.stringMatching(
        /^数据存疑 指标数据 ，报告缺少\d+项指标的数据（领导小组会议次数、.*等）。请报送填报表，补上这些数据。$/u,
      ),
    ]);
    expect(items.filter(({ text }) => text.includes('更新填报表') || text.includes('改正填报表'))).toEqual([]);
    const [group] = groupItems(told).slice(-1);
    expect([group?.word, group?.asks]).toEqual(['未报数据', '没有填报表报送这些数据，要报送填报表。']);
  });

  it('gets no reminder that it has not reported', () => {
    const late = town(publicity, files, meeting, '4|保障经费|司法所|9月底前||');
    const { value: rows } = read(late, null);
    const today = '2024-10-10';
    const now = { ...settings, reportYear: 2024, asOf: today, today, cutoff: '2024-12-31', monthlyDay: 25 } as const;
    const findings = findingsFromRows(rows, now, []).value;
    const items = dueItems(
      { rows, settings: now, findings, departmentItems: [] },
      makeCalendar(holidayTable, []),
    ).value.filter(({ key: { level, role } }) => level !== '数据存疑' && role === '承办单位');
    expect(
      items.map(({ key: { level, subject }, text }) => `${level} ${subject} ${text.replace(/^.*?，已到期，/u, '')}`),
    ).toEqual([
      expect.stringMatching(/^红\d 2 /u),
      '黄 4 没有报进展。请抓紧推进，把进展写进“台账.xlsx”的“台账”，或者报党政办公室。',
    ]);
  });
});

it('a table of the town that the department’s old cover does not date is not called old', () => {
  const ongoing = town('1|合同审查|司法所|常态化|持续推进|21份', meeting);
  const lightOf = (own: string): string => {
    const cover = '单位|司法所\n年度|2024\n填报日期|2024-02-01';
    const { value: rows } = read(ongoing, { 封面: cover, 任务进展: form(own) });
    expect(rows.workbooks[0]?.filledOn).toBe('2024-02-01');
    const asOf = '2024-10-10';
    const { tasks } = findingsFromRows(rows, { ...settings, reportYear: 2024, asOf, today: asOf }, []).value;
    return tasks[0]?.why ?? '';
  };
  expect(lightOf('1|合同审查||||')).toBe('长期任务，持续推进');
  expect(lightOf('1|合同审查|持续推进|||20份')).toBe('长期任务，2024-02-01以后没有更新');
});
