/** The main job over both example offices: the expected report, figures and problems, and nothing else touched. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectText } from './expected-text';
import { copyOfExample, removeFolders, reportPath, run, wordText, type Run } from './run-command';

interface Answer {
  exit: number;
  files: { what: string; name: string; id: string }[];
  problems: { code: string; level: string; workbook: string; sheet: string | null; cell: string | null }[];
  summary: {
    counts: Record<string, number>;
    tasks: { id: string; state: string }[];
    weakAreas: { area: string; indicators: { name: string; text: string }[]; tasks: string[] }[];
    hints: { area: string; indicators: { name: string; text: string }[] }[];
    indicators: { name: string; text: string; value: number | null; cells: string[] }[];
    missingDepartments: string[];
  };
  calls: Record<string, number>;
}

/** SHA-256 of every file that belongs to people. */
function peoplesFiles(folder: string): Record<string, string> {
  const names = ['总表.xlsx', '模板/年度报告.docx', ...readdirSync(join(folder, '填报')).map((name) => `填报/${name}`)];
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** Both examples, reported twice: once for people, once as JSON. */
interface Reported {
  readonly folder: string;
  readonly before: Readonly<Record<string, string>>;
  readonly first: Run;
  readonly answer: Answer;
}

function reportTwice(name: string): Reported {
  const folder = copyOfExample(name);
  const before = peoplesFiles(folder);
  const first = run('report', folder);
  return { folder, before, first, answer: JSON.parse(run('report', folder, '--json').out) as Answer };
}

const clean = reportTwice('dazhanglou-2022');
const messy = reportTwice('dazhanglou-2022-messy');
afterAll(removeFolders);

describe.each([
  ['dazhanglou-2022', 0, clean],
  ['dazhanglou-2022-messy', 1, messy],
])('the example %s', (name, exit, { folder, before, first }) => {
  it('gives the expected report, word for word', () => {
    expectText(`${name}/expected/报告.txt`, wordText(reportPath(folder)));
  });

  it('says the expected summary on the screen', () => {
    expect(first.exit).toBe(exit);
    expectText(`${name}/expected/屏幕.txt`, first.out.replaceAll(folder, '我的年报'));
  });

  it('leaves every workbook and template of people as it was', () => {
    expect(peoplesFiles(folder)).toEqual(before);
  });

  it('gives a second version with the same bytes inside when run again', () => {
    expect(readFileSync(reportPath(folder, 2)).equals(readFileSync(reportPath(folder, 1)))).toBe(true);
  });

  it('prints no tag and no word of the program', () => {
    for (const part of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml']) {
      expect(wordText(reportPath(folder), part)).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object/u);
    }
  });
});

describe('the example office', () => {
  const { folder, first, answer } = clean;

  it('has 45 tasks: 33 done, 5 running, 5 overdue, 1 deferred, 1 cancelled', () => {
    expect(answer.summary.counts).toMatchObject({
      total: 45,
      done: 33,
      running: 5,
      overdue: 5,
      deferred: 1,
      cancelled: 1,
    });
    expect(answer.summary.tasks.filter(({ state }) => state === 'overdue').map(({ id }) => id)).toEqual([
      'C-02',
      'C-03',
      'D-01',
      'D-04',
      'E-05',
    ]);
  });

  it('has exactly the four weaknesses and three hints, with their figures', () => {
    const lines = (areas: Answer['summary']['hints']): string[] =>
      areas.map(
        ({ area, indicators }) => `${area}: ${indicators.map(({ name, text }) => `${name} ${text}`).join(', ')}`,
      );
    expect(lines(answer.summary.weakAreas)).toEqual([
      '法治意识: 执法人员持证率 79.2%, 执法培训人均学时 38.2学时, 学法考试参考率 87.5%, 学法考试合格率 81.0%',
      '编制经费: 空编率 27.3%, 执法经费到位率 63.9%',
      '队伍素质: 法制审核人员占比 4.2%, 大专及以上学历占比 29.2%, 法学专业占比 8.3%',
      '普法: 法治文化阵地村覆盖率 70.0%, 每村法律明白人数 2.5名, 群众法治知晓率 62.0%',
    ]);
    expect(lines(answer.summary.hints)).toEqual([
      '组织领导: 任务完成率 86.8%',
      '执法: 执法案卷评查合格率 92.3%',
      '社会治理: 信访按期办结率 95.6%',
    ]);
    expect(answer.summary.weakAreas.flatMap(({ tasks }) => tasks).sort()).toEqual([
      'C-02',
      'C-03',
      'D-01',
      'D-04',
      'E-05',
    ]);
  });

  it('knows the cells of every figure it has', () => {
    const untraced = answer.summary.indicators.filter(({ value, cells }) => value !== null && cells.length === 0);
    expect(untraced).toEqual([]);
  });

  it('needs at most fourteen service calls beside one for each department', () => {
    const total = Object.values(answer.calls).reduce((sum, count) => sum + count, 0);
    expect(total).toBeLessThanOrEqual(14 + 14);
  });

  it('says in every place where a reader looks that the data are invented', () => {
    expect(first.out).toContain('示例数据，纯属虚构');
    expect(reportPath(folder)).toContain('示例数据，纯属虚构');
    expect(wordText(reportPath(folder), 'word/header1.xml')).toContain('示例数据，纯属虚构');
  });
});

describe('the example office on a bad day', () => {
  const traps: readonly [place: string, level: string][] = [
    ['总表.xlsx 任务!I44', '请核实'],
    ['司法所.xlsx 指标数据!D37', '提示'],
    ['综合行政执法办.xlsx 指标数据!D12', '提示'],
    ['综合行政执法办.xlsx 指标数据!E12', '提示'],
    ['财政所.xlsx 任务进展!E5', '错误'],
    ['中心校.xlsx 指标数据!D5', '提示'],
    ['应急管理办.xlsx 指标数据!D25', '错误'],
    ['卫健办.xlsx 任务进展!D4', '提示'],
    ['农业综合服务中心.xlsx 任务进展!F4', '提示'],
    ['派出所.xlsx 指标数据!D4', '错误'],
    ['市场监管所.xlsx 任务进展!F5', '请核实'],
    ['便民服务中心.xlsx 指标数据!D4', '提示'],
    ['便民服务中心.xlsx 指标数据!D5', '错误'],
    ['自然资源所.xlsx 任务进展!F4', '错误'],
    ['社会事务办.xlsx 封面!B4', '错误'],
    ['综治中心.xlsx 指标数据!D7', '错误'],
  ];

  it('lists each trap at its cell, and the department that sent nothing', () => {
    const { answer } = messy;
    const places = answer.problems.map(({ workbook, sheet, cell, level }) => [
      `${workbook} ${sheet ?? ''}!${cell ?? ''}`,
      level,
    ]);
    expect(places).toEqual(expect.arrayContaining(traps.map((trap) => [...trap])));
    expect(answer.summary.missingDepartments).toEqual(['党政办', '社会事务办']);
  });
});
