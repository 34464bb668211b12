/** One table of the whole town that is list of tasks and progress in one, as the only source or beside the hub's own list. */
import type { Merge } from '../../../../src/core/base/grid';
import { progressOf, readOffice, saysOf } from '../ledger-office';

const merge = (startRow: number, endRow: number, startColumn: number, endColumn: number): Merge => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});
const [header, wide] = [2, 10];
const down = [0, 1, 2, 3, 4, 5, 8, 9].map((column) => merge(header, header + 2, column, column + 1));
const merges = [merge(0, 1, 0, wide), merge(1, 2, 0, wide), merge(header, header + 1, 6, 8), ...down];

const table = `柳河镇2025年法治建设重点任务推进台账
填报单位：综合办 填报时间：2025年12月
序号|工作内容|具体措施|责任单位|责任人|时限要求|推进情况||是否完成|备注
||||||目前进展|存在困难||
1|印发工作要点|分解到站所|法治办|某主任|3月底前|已印发||是|
2|党委专题研究法治工作|不少于2次|综合办|某主任|12月底|研究1次||否|
3|执法人员换证|清理证件|执法队、安监站|某队长|2025/9/30|8人换证|2人待考|否|县里未排考
4|宪法日宣传|进村入户|法治办|某主任|12月上旬|5场||√|
5|合同审查|逐份审查|法治办|某主任|常态化|21份||持续推进|
6|执法经费|足额保障|财经办|某主任|年底前|到位70%||推进中|`;

const office = {
  year: 2025,
  departments: ['法治办', '综合办', '执法队*', '安监站', '财经办'],
  books: { '台账.xlsx': { 法治建设台账: table } },
  merges,
};

describe('as the only source', () => {
  const read = readOffice(office);

  it('gives each task with its units, its deadline and a section proposed by its words', () => {
    expect(
      read.value.tasks.map(({ id, section, title, lead, partners, deadline }) => {
        const due = deadline?.kind === 'day' ? deadline.due : (deadline?.kind ?? '?');
        return [id, section, title, lead, ...partners, due].join(' ');
      }),
    ).toEqual([
      '1 组织领导 印发工作要点 法治办 2025-03-31',
      '2 组织领导 党委专题研究法治工作 综合办 2025-12-31',
      '3 队伍保障 执法人员换证 执法队 安监站 2025-09-30',
      '4 普法与社会 宪法日宣传 法治办 2025-12-10',
      '5 依法决策 合同审查 法治办 ongoing',
      '6 队伍保障 执法经费 财经办 2025-12-31',
    ]);
  });

  it('gives how each stands, as a line of the unit that leads it', () => {
    expect(progressOf(read)).toEqual([
      '法治办 1 done 已印发',
      '综合办 2 not-done 研究1次',
      '执法队 3 not-done 8人换证 2人待考',
      '法治办 4 done 5场',
      '法治办 5 ongoing 21份',
      '财经办 6 in-progress 到位70%',
    ]);
  });

  it('tells how a task stands beside a form of the program, until somebody fills that in', () => {
    const list =
      '序号|工作任务|责任单位|完成时限|是否完成|进展情况\n1|印发工作要点|法治办|3月底前|是|已印发\n2|宪法日宣传|法治办|12月上旬|√|5场\n3|执法经费|财经办|年底前|否|到位70%';
    const form = (status: string): string =>
      `任务编号|重点任务|状态|完成率|完成日期|进展情况\n1|印发工作要点|${status}|||\n2|宪法日宣传||||`;
    const beside = (status: string): typeof read =>
      readOffice({
        ...{ year: 2025, departments: ['法治办', '财经办'] },
        books: { '台账.xlsx': { 法治建设台账: list }, '法治办.xlsx': { 任务进展: form(status) } },
      });
    const blank = beside('');
    expect(progressOf(blank)).toEqual(['法治办 1 done 已印发', '法治办 2 done 5场', '财经办 3 not-done 到位70%']);
    expect(saysOf(blank, '法治办.xlsx', ['required-blank', 'sheet-unfilled'])).toEqual([]);
    const begun = beside('推进中');
    expect([...progressOf(begun)].sort()).toEqual([
      '法治办 1 in-progress',
      '法治办 2 done 5场',
      '财经办 3 not-done 到位70%',
    ]);
    expect(saysOf(begun, '', ['required-blank', 'town-line-differs'])).toEqual(['请核实 town-line-differs E2']);
  });

  it('tells how a task stands beside two sheets, whichever of them says nothing of it', () => {
    const list =
      '序号|工作任务|责任单位|完成时限|是否完成|进展情况\n1|印发工作要点|法治办|3月底前|是|已印发\n2|宪法日宣传|法治办|12月上旬|√|5场\n3|执法经费|财经办|年底前|否|到位70%';
    const sheet = (row: string): string => `任务编号|重点任务|状态|完成率|完成日期|进展情况\n${row}`;
    const beside = (text: string): typeof read => {
      const [first, second] = [sheet('1|印发工作要点||||'), sheet(`2|宪法日宣传||||${text}`)];
      return readOffice({
        ...{ year: 2025, departments: ['法治办', '财经办'] },
        books: {
          '台账.xlsx': { 法治建设台账: list },
          '法治办.xlsx': { 上半年任务进展: first, 下半年任务进展: second },
        },
      });
    };
    const others = '财经办 3 not-done 到位70%';
    const asked = (one: typeof read): readonly string[] =>
      one.problems.flatMap(({ code, place }) =>
        code === 'required-blank' ? `${place.sheet ?? ''} ${place.cell ?? ''}` : [],
      );
    expect(progressOf(beside(''))).toEqual(['法治办 1 done 已印发', '法治办 2 done 5场', others]);
    expect(asked(beside(''))).toEqual([]);
    const begun = beside('办了两场');
    expect([...progressOf(begun)].sort()).toEqual(['法治办 1 done 已印发', '法治办 2 ? 办了两场', others]);
    expect(asked(begun)).toEqual(['下半年任务进展 C2']);
  });

  it('tells what was taken for granted', () => {
    const codes = ['town-table', 'section-proposed', 'lead-first', 'status-affirmed', 'done-without-day'];
    expect([...saysOf(read, '台账.xlsx', codes)].sort()).toEqual([
      '提示 lead-first D7',
      '提示 town-table',
      '请核实 done-without-day I5',
      '请核实 done-without-day I8',
      '请核实 section-proposed',
      '请核实 status-affirmed I5',
    ]);
  });

  it('takes nobody for missing whose tasks it tells, and keeps no name of a person', () => {
    const missing = read.problems.filter(({ code }) => code === 'department-missing').map(({ place }) => place.file);
    expect(missing).toEqual(['安监站.xlsx']);
    expect(JSON.stringify(read.value)).not.toMatch(/某主任|某队长/u);
  });

  it('leaves no cell out without a word', () => {
    const [account] = read.accounts.filter(({ workbook }) => workbook === '台账.xlsx');
    expect(account?.unread).toBe(0);
  });
});

it('the section of each task is asked about', () => {
  const read = readOffice(office);
  const [told] = read.problems.filter(({ code }) => code === 'section-proposed');
  expect(told?.reason.match(/→/gu)).toHaveLength(read.value.tasks.length);
});

it('sections the office has confirmed are asked about no more', () => {
  const read = readOffice({ ...office, columnMapping: '认作：执法经费＝规范执法' });
  expect(read.value.tasks[5]?.section).toBe('规范执法');
  const [told] = read.problems.filter(({ code }) => code === 'section-proposed');
  expect(told?.reason).not.toContain('执法经费');
});

it('beside the hub’s own list its rows speak of the hub’s tasks', () => {
  const tasks = ['A-01|组织领导|印发年度工作要点|法治办|3月底前', 'D-01|队伍保障|执法人员清理换证|执法队|9月底前'];
  const read = readOffice({ ...office, tasks });
  expect(read.value.tasks.map(({ id }) => id)).toEqual(['A-01', 'D-01']);
  expect(progressOf(read).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    '法治办 A-01 done',
    '执法队 D-01 not-done',
  ]);
  expect(saysOf(read, '台账.xlsx', ['town-table'])).toEqual(['请核实 town-table']);
});

it('a table of one unit whose file bears no unit’s name is nobody’s', () => {
  const own = '工作任务|责任单位|状态\n宪法日宣传|法治办|推进中\n合同审查|法治办|推进中';
  const read = readOffice({ ...office, books: { '副本.xlsx': { 落实情况: own } }, merges: [] });
  expect(read.value.tasks).toEqual([]);
  expect(saysOf(read, '副本.xlsx', ['department-unknown'])).toEqual(['错误 department-unknown']);
});

it('a unit that works with another tells of its part, and the leading one is judged', () => {
  const own = '工作任务|状态\n执法人员换证|已完成';
  const read = readOffice({ ...office, books: { ...office.books, '安监站.xlsx': { 落实情况: own } }, merges: [] });
  expect(progressOf(read)).toEqual(expect.arrayContaining(['安监站 3 done', '执法队 3 not-done 8人换证 2人待考']));
  expect(saysOf(read, '安监站', ['task-of-partner', 'task-of-other'])).toEqual(['提示 task-of-partner B2']);
});

it('a department’s own table goes before it, and where they differ that is told', () => {
  const own = '序号|任务名称|办理状态|办理进度\n1|执法人员全员换证|正在办理|80%';
  const read = readOffice({ ...office, books: { ...office.books, '执法队.xlsx': { 工作落实情况: own } }, merges: [] });
  expect(progressOf(read)).toContain('执法队 3 in-progress 80%');
  expect(saysOf(read, '台账.xlsx', ['town-line-differs'])).toHaveLength(1);
});

describe('among several files of nobody', () => {
  const plan = '序号|工作任务|责任单位|完成时限\n1|印发工作要点|法治办|3月底前\n2|宪法日宣传|财经办|12月上旬';
  const progress =
    '序号|工作任务|责任单位|完成时限|是否完成|进展情况\n1|印发工作要点|法治办|3月底前|是|已印发\n2|宪法日宣传|财经办|12月上旬|√|5场';
  const from = (books: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly string[] =>
    progressOf(readOffice({ year: 2025, departments: ['法治办', '财经办'], books }));

  it('the one that tells how tasks stand goes before one that only lists them', () => {
    expect(from({ '任务分解表.xlsx': { 任务: plan }, '台账.xlsx': { 台账: progress } })).toEqual([
      '法治办 1 done 已印发',
      '财经办 2 done 5场',
    ]);
  });

  it('one without a column of tasks is no list of them', () => {
    const untitled = '序号|责任单位|完成时限|是否完成|进展情况\n1|法治办|3月底前|是|已印发\n2|财经办|12月上旬|√|5场';
    expect(from({ '台账.xlsx': { 台账: progress }, '附表.xlsx': { 附表: untitled } })).toHaveLength(2);
  });
});

it('a day beside the state that such a table has makes no task done', () => {
  const rows = `序号|重点任务|牵头单位|完成时限|完成状态|完成日期
1|案卷评查|法治办|12月底|推进中|2025-03-01
2|法治培训|综合办|12月底|已完成|2025-03-02`;
  const read = readOffice({
    year: 2025,
    departments: ['法治办', '综合办'],
    books: { '台账.xlsx': { 任务台账: rows } },
  });
  expect(progressOf(read)).toEqual(['法治办 1 in-progress 2025-03-01', '综合办 2 done 2025-03-02']);
});
