/** What a department's workbook says nothing of: one line for each task it leads, one for all figures. */
import { unreportedFigures, unreportedTasks } from '../../../src/core/rows/unreported';
import type { DepartmentBook } from '../../../src/core/rows/books/department-books';
import { ruleOfLaw } from '../../edition';
import { department, noRows, task } from '../findings/rows-builder';
import { readOffice } from './ledger-office';

const book = { department: department('司法所'), file: '司法所.xlsx' } as DepartmentBook;
const tasks = [
  task('A-01', { title: '宣传' }),
  task('A-02', { title: '排查', lead: '党政办' }),
  task('', { title: '无号' }),
  task('A-03', { title: '普法' }),
];
const lines = (problems: ReturnType<typeof unreportedTasks>): string[] =>
  problems.map(({ level, place, reason, expected }) => `${level} ${place.sheet ?? '整本'} ${reason}。${expected}`);

describe('tasks', () => {
  it('that it leads and has no line on are told one by one', () => {
    expect(
      lines(unreportedTasks(book, tasks, '任务进展', { missing: false, given: [null, tasks[0] ?? null] })),
    ).toEqual(['doubt 任务进展 牵头任务 A-03 普法没有进展，到期的按未报计。请在“任务进展”里补上 A-03 一行']);
  });

  it('are told in one line where the whole sheet is missing', () => {
    expect(lines(unreportedTasks(book, tasks, '任务进展', { missing: true, given: [] }))).toEqual([
      'doubt 整本 没有“任务进展”，报告缺少2项任务的进展（A-01、A-03），到期的按未报计。请补上“任务进展”，每项任务一行',
    ]);
    const many = Array.from({ length: 11 }, (_, index) => task(`B-${String(index + 1)}`));
    const [all] = lines(unreportedTasks(book, many, '任务进展', { missing: true, given: [] }));
    expect(all).toContain('缺少11项任务的进展（B-1、B-2、B-3、B-4、B-5、B-6、B-7、B-8、B-9、B-10等）');
    const [ten] = lines(unreportedTasks(book, many.slice(1), '任务进展', { missing: true, given: [] }));
    expect(ten).toContain('B-11），');
  });

  it('are missed of a department that leads some, and the sheet of none', () => {
    const missing = (lead: string): readonly string[] =>
      readOffice({
        year: 2024,
        departments: ['司法所', '派出所'],
        tasks: [`A-01|组织领导|印发要点|${lead}|3月底前`],
        books: { '派出所.xlsx': { 普法明细: '日期|主题|是否牵头|场次\n2024-03-01|宪法宣传|是|1' } },
      }).problems.flatMap(({ code, reason }) => (code === 'sheet-missing' ? reason : []));
    expect(missing('派出所').join()).toContain('任务进展');
    expect(missing('司法所').join()).not.toContain('任务进展');
  });

  it('are no matter where all are told', () => {
    expect(unreportedTasks(book, tasks, '任务进展', { missing: true, given: tasks })).toEqual([]);
  });
});

describe('figures', () => {
  const indicators = noRows.indicators
    .filter(({ code }) => ['C1', 'E1', 'E2', 'D10'].includes(code))
    .map((line) => ({ ...line, filledBy: line.code === 'C1' ? '党政办' : '司法所' }));
  const rows = { indicators, meanings: noRows.meanings };
  const given = indicators.filter(({ code }) => code === 'E1');
  const none = (): boolean => false;

  it('that it is asked for and has no line on are told together', () => {
    expect(lines(unreportedFigures(book, rows, ruleOfLaw, { missing: false, given, isTold: none }))).toEqual([
      'doubt 指标数据 缺少1项指标的填报行（E2 普法受众人次），报告没有这些填报值。请补上这些行；没有发生的填 0，没有这项职责的填“不涉及”',
    ]);
    expect(lines(unreportedFigures(book, rows, ruleOfLaw, { missing: true, given: [], isTold: none }))).toEqual([
      'doubt 整本 没有“指标数据”，报告缺少2项指标的填报值（E1 普法活动场次、E2 普法受众人次）。请补上这些行；没有发生的填 0，没有这项职责的填“不涉及”',
    ]);
    expect(unreportedFigures(book, rows, ruleOfLaw, { missing: false, given: indicators, isTold: none })).toEqual([]);
  });

  it('that another sheet of the workbook tells are not missed', () => {
    const told = { missing: true, given: [], isTold: (code: string) => code === 'E2' };
    expect(lines(unreportedFigures(book, rows, ruleOfLaw, told)).join()).toContain('缺少1项指标的填报值（E1 ');
  });

  it('are told by the rows of a register that count, or that say there is none', () => {
    const register = (...of: readonly string[]): string => {
      const 普法明细 = ['日期|主题|是否牵头|场次|受众人次|资料份数', ...of].join('\n');
      const { problems } = readOffice({ year: 2024, departments: ['派出所'], books: { '派出所.xlsx': { 普法明细 } } });
      return problems.flatMap(({ code, reason }) => (code === 'figure-unreported' ? reason : [])).join();
    };
    const all = register();
    expect(all).toContain('E1 普法活动场次、E2 普法受众人次、E2.1 普法资料份数');
    expect(register('2024-03-01|宪法宣传|是|1|120|')).toContain('缺少1项指标的填报值（E2.1 普法资料份数）');
    expect(register('2024-03-01|宪法宣传|是|1|120|300')).toBe('');
    expect(register('2023-03-01|宪法宣传|是|1|120|300')).toBe(all);
    expect(register('拟于12月召开|宪法宣传|是|1|120|300')).toBe(all);
    expect(register('不定期|宪法宣传|是|1|120|300')).toBe('');
    expect(register('2024-03-01|宪法宣传|否|1|120|300')).toBe('');
    expect(register('2024-03-01|宪法宣传||1||')).toContain('缺少2项指标的填报值（E2 ');
    expect(register('无')).toBe('');
  });

  it('are not asked for where the line is blank and a register tells them', () => {
    const 指标数据 = '编码|指标名称|单位|填报值\nE1|普法活动场次|场次|\nE2|普法受众人次|人次|\nE2.1|普法资料份数|份|';
    const blank = (普法明细: string): string => {
      const { problems } = readOffice({
        year: 2024,
        departments: ['派出所'],
        books: { '派出所.xlsx': { 指标数据, 普法明细 } },
      });
      return problems.flatMap(({ code, reason }) => (code === 'figure-blank' ? reason : [])).join();
    };
    const head = '日期|主题|是否牵头|场次|受众人次|资料份数';
    expect(blank(head)).toContain('有3项指标没有填写');
    expect(blank(`${head}\n2024-03-01|宪法宣传|是|1|120|`)).toBe('普法资料份数没有填写，不等于 0');
  });

  it('are told by the register of another department where one alone is asked for them, whether or not it sent a workbook', () => {
    const mediations = '受理日期|纠纷类型|调解结果\n2024-03-01|邻里|成功\n2024-04-02|婚姻|不成功';
    const said = (books: Readonly<Record<string, Readonly<Record<string, string>>>>): string => {
      const departments = ['司法所', '综治中心', '派出所'];
      const told = readOffice({ year: 2024, departments, books }).problems;
      return told
        .filter(({ place: { file } }) => file === '综治中心.xlsx')
        .flatMap(({ code, reason }) => (['figure-unreported', 'department-missing'].includes(code) ? reason : []))
        .join();
    };
    const own = { 问题与建议: '序号|问题与建议\n1|人手不足' };
    const all = said({ '综治中心.xlsx': own });
    expect(all).toContain(
      '缺少7项指标的填报值（E1 普法活动场次、E2 普法受众人次、E2.1 普法资料份数、E6.1 人民调解成功件数、E6.2',
    );
    expect(said({ '综治中心.xlsx': own, '司法所.xlsx': { 调解台账: mediations } })).toContain(
      '缺少5项指标的填报值（E1 普法活动场次、E2 普法受众人次、E2.1 普法资料份数、E8.1',
    );
    // What is asked of several is each one's own.
    const 普法明细 = '日期|主题|是否牵头|场次|受众人次|资料份数\n2024-03-01|宪法宣传|是|1|120|300';
    expect(said({ '综治中心.xlsx': own, '司法所.xlsx': { 普法明细 } })).toBe(all);
    expect(said({ '派出所.xlsx': own })).toContain('报告缺少7项指标的数据');
    expect(said({ '司法所.xlsx': { 调解台账: mediations } })).toContain('报告缺少5项指标的数据');
    // What two keep together is told by the rows of either.
    expect(
      said({ '司法所.xlsx': { 调解台账: '受理日期|纠纷类型|调解结果\n2023-03-01|邻里|成功' }, '综治中心.xlsx': own }),
    ).toBe(all);
  });
});
