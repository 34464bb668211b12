/** What the manual says is understood, and what it says is not: each wording is taken from the manual itself, typed and read. */
import { readFileSync } from 'node:fs';
import { publisherOf } from '../../src/core/report/public/publish-text';
import { stopsIn } from '../../src/core/report/public/sensitive-cells';
import { rowsFromGrids, type OfficeRows } from '../../src/core/rows/rows-from-grids';
import { figuresTable, progressTable, tasksTable, trainingTable } from '../edition';
import { gridOf } from './grid-builder';
import { departmentGrids, hubGrids, settingsOf, tableGrid, taskRecord, type RecordInput } from './office-builder';

const manual = readFileSync('docs/使用手册.md', 'utf8');
const settings = settingsOf();

/** What stands in the manual behind the first words and before the last ones. */
function passage(from: string, to: string): string {
  const [, rest = ''] = manual.split(from);
  const [text = ''] = rest.split(to);
  if (text === '' || !rest.includes(to)) throw new Error(`the manual has no passage from ${from} to ${to}`);
  return text;
}

function quoted(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/gu)].map(([, wording = '']) => wording);
}

interface Typed {
  readonly tasks?: readonly RecordInput<typeof tasksTable.columns>[];
  readonly progress?: readonly RecordInput<typeof progressTable.columns>[];
  readonly figures?: readonly RecordInput<typeof figuresTable.columns>[];
  readonly training?: readonly RecordInput<typeof trainingTable.columns>[];
}

/** An office in which 司法所 has typed all this. */
function read({ tasks = [{}], progress = [], figures = [], training = [] }: Typed): OfficeRows {
  const grids = [
    ...departmentGrids('司法所', progress, figures),
    tableGrid(trainingTable, training, { workbook: '司法所.xlsx' }),
  ];
  const hub = hubGrids(
    tasks.map((more, index) => taskRecord({ id: idOf(index), title: `任务${String(index)}`, ...more })),
  );
  return rowsFromGrids({ hub, departments: [{ file: '司法所.xlsx', grids }], rules: [] }, settings);
}

function idOf(index: number): string {
  return `A-${String(index + 1).padStart(2, '0')}`;
}

/** What is told of the cells of a column, by the wording that stands there. */
function levelsAt(
  { problems }: OfficeRows,
  column: string,
  wordings: readonly string[],
): readonly (readonly string[])[] {
  return wordings.map((_, index) =>
    problems.filter(({ place }) => place.cell === `${column}${String(index + 4)}`).map(({ level }) => level),
  );
}

describe('完成时限', () => {
  const text = passage('**完成时限怎么写都行，只要说得清：**', '会被退回');
  const [good = '', bad = ''] = text.split('写 `尽快`');

  it('is understood as the manual lists it', () => {
    const wordings = quoted(good);
    expect(wordings.length).toBeGreaterThan(8);
    const { value } = read({ tasks: wordings.map((deadline) => ({ deadline })) });
    expect(wordings.filter((_, index) => (value.tasks[index]?.deadline ?? null) === null)).toEqual([]);
  });

  it('is refused at its cell where the manual says so', () => {
    const wordings = ['尽快', ...quoted(bad)];
    expect(wordings.length).toBeGreaterThan(2);
    const rows = read({ tasks: wordings.map((deadline) => ({ deadline })) });
    expect(levelsAt(rows, 'I', wordings)).toEqual(wordings.map(() => ['error']));
    expect(rows.value.tasks.map(({ deadline }) => deadline)).toEqual(wordings.map(() => null));
  });
});

describe('批准状态', () => {
  it('is understood in the wordings the manual names', () => {
    const wordings = quoted(passage('（“批准状态”写 ', '，过了那一天'));
    expect(wordings).toHaveLength(4);
    const { value } = read({ tasks: wordings.map((approved) => ({ approved, basis: '党委会纪要' })) });
    expect(value.tasks.map(({ approved }) => approved?.status ?? null)).toEqual([
      'deferred',
      'deferred',
      null,
      'deferred',
    ]);
    expect(value.tasks[3]?.approved?.until).toBe('2023-03-31');
  });
});

describe('状态', () => {
  const statusesOf = (
    wordings: readonly string[],
    doneOn: string | null = '2022-06-20',
  ): readonly (string | null)[] => {
    const progress = wordings.map((status, index) => ({ taskId: idOf(index), status, doneOn }));
    const { value } = read({ tasks: wordings.map(() => ({})), progress });
    return value.progress.map(({ status }) => status.value);
  };
  const clauses = passage('**状态怎样写都行，只要说得清：**', '是否逾期由程序').split('；');

  it.each([
    ['算完成', 'done', 5],
    ['算推进中', 'in-progress', 3],
    ['算未完成', 'not-done', 4],
  ])('that %s is read as %s', (words, status, least) => {
    const wordings = quoted(clauses.find((clause) => clause.includes(words)) ?? '');
    expect(wordings.length).toBeGreaterThan(least);
    expect(statusesOf(wordings, status === 'done' ? '2022-06-20' : null)).toEqual(wordings.map(() => status));
  });

  it('is not guessed where the manual says that it is not', () => {
    const wordings = [
      ...quoted(passage('可以写；', '不算完成')),
      ...quoted(passage('- 前后矛盾的不猜：', '也不猜。')).filter((wording) => wording !== '6月底前完成'),
      '6月底前完成',
    ];
    expect(wordings.length).toBeGreaterThan(8);
    expect(statusesOf(wordings)).toEqual(wordings.map(() => null));
  });

  it('may have the remarks the manual allows', () => {
    const beside = [
      '2022年6月20日',
      '柳政发〔2022〕3号',
      '司法所',
      ...quoted(passage('- 括号里、逗号后的话也要读得明白：', '可以写')),
    ];
    expect(beside.length).toBeGreaterThan(4);
    expect(statusesOf(beside.map((words) => `已完成（${words}）`))).toEqual(beside.map(() => 'done'));
    expect(statusesOf(beside.map((words) => `已完成，${words}`))).toEqual(beside.map(() => 'done'));
  });

  it('of a recurring task has its period in each of the two ways', () => {
    const wordings = quoted(passage('“已完成至第几期”填了的（', '），第一个'));
    expect(wordings).toHaveLength(2);
    const progress = wordings.map((doneThrough, index) => ({ taskId: idOf(index), status: '推进中', doneThrough }));
    const { value } = read({ tasks: wordings.map(() => ({ deadline: '每季度末' })), progress });
    expect(value.progress.map(({ doneThrough }) => doneThrough.value)).toEqual([3, 3]);
  });
});

describe('指标数据', () => {
  it('takes 0 and 不涉及, asks about mere signs, and counts 无 as 0', () => {
    const line = passage('| 指标数据 | ', '没有统计出来');
    const [zero = '', none = ''] = quoted(line);
    const signs = quoted(passage('写全；只写 ', ' 的会请您核实'));
    const [nothing = ''] = quoted(passage('请您核实，只写 ', ' 的按 0 计'));
    expect(signs).toHaveLength(3);
    const wordings = [zero, none, nothing, ...signs];
    const codes = ['A2', 'B6', 'B8', 'C1', 'C2', 'C2.1'];
    const rows = read({ figures: wordings.map((quantity, index) => ({ code: codes[index] ?? '', quantity })) });
    const found = rows.value.figures.map(({ quantity }) => quantity.value?.value ?? null);
    expect(found.slice(0, 3)).toEqual([0, null, 0]);
    const levels = levelsAt(rows, 'D', wordings);
    expect(levels.slice(0, 3)).toEqual([[], [], ['note']]);
    const asked = rows.problems.filter(({ level }) => level === 'doubt').map(({ reason }) => reason);
    expect(signs.filter((sign) => !asked.some((reason) => reason.includes(`“${sign}”`)))).toEqual([]);
  });
});

describe('活动', () => {
  const cellOf = (row: string): readonly string[] => passage(`| ${row}`, ' |').replaceAll('，', '、').split('、');

  it('has its day in each form of the table', () => {
    const wordings = ['4月12日至13日', ...cellOf('4月12日至13日、')];
    expect(wordings.length).toBeGreaterThan(4);
    const rows = read({ training: wordings.map((day) => ({ day, topic: '宪法', hours: 4, attended: 10 })) });
    expect(levelsAt(rows, 'A', wordings).filter((levels) => levels.includes('error'))).toEqual([]);
  });

  it('has its hours and its people in each form of the table', () => {
    const wordings = ['半天', ...cellOf('半天、')];
    expect(wordings.length).toBeGreaterThan(4);
    const hours = wordings.filter((wording) => !/\d{3}/u.test(wording));
    const people = wordings.filter((wording) => /\d{3}/u.test(wording));
    const rows = read({
      training: [
        ...hours.map((each) => ({ day: '2022-04-12', topic: '宪法', hours: each, attended: 10 })),
        ...people.map((each) => ({ day: '2022-04-12', topic: '宪法', hours: 4, attended: each })),
      ],
    });
    expect(rows.problems.filter(({ level, place }) => level === 'error' && /^[DF]\d/u.test(place.cell ?? ''))).toEqual(
      [],
    );
  });

  it('has no people where a range is given', () => {
    const [range = ''] = [...passage('一场活动的人数就是人次。', '不采用').matchAll(/“([^”]+)”/gu)].map(
      ([, each]) => each,
    );
    const rows = read({ training: [{ day: '2022-04-12', topic: '宪法', hours: 4, attended: range }] });
    expect(levelsAt(rows, 'F', [range])).toEqual([['error']]);
  });
});

describe('a department’s own workbook', () => {
  const named = passage('各单位常用的叫法也认：', '这样的表头和写法');
  const [sheets = '', headers = ''] = named.split('这样的表名');
  const own = (sheet: string, rows: readonly (readonly (string | number)[])[]): OfficeRows =>
    rowsFromGrids(
      {
        hub: hubGrids([taskRecord({})]),
        departments: [{ file: '司法所.xlsx', grids: [gridOf(rows, { sheet, workbook: '司法所.xlsx' })] }],
        rules: [],
      },
      settings,
    );
  const progress = ['任务编号', '任务', '是否完成', '完成日期'];
  const tables: Readonly<Record<string, readonly string[]>> = {
    培训台账: ['培训时间', '培训内容', '学时', '参加人数（人）'],
    普法活动登记表: ['活动时间', '活动主题', '活动形式', '场次', '参加人数（人）', '是否牵头'],
    行政处罚案件台账: ['案号', '案由', '立案时间', '适用程序', '罚款数额（元）', '结案时间'],
    落实情况表: progress,
  };

  it('is known by the titles of sheets the manual names', () => {
    const titles = quoted(sheets);
    expect(titles).toEqual(Object.keys(tables));
    for (const title of titles) {
      const { problems } = own(title, [tables[title] ?? [], (tables[title] ?? []).map(() => '')]);
      expect(problems.filter(({ code, place }) => place.sheet === title && code.startsWith('sheet-'))).toEqual([]);
    }
  });

  it('is known by the headings the manual names', () => {
    expect(quoted(headers)).toEqual(expect.arrayContaining(['培训时间', '参加人数（人）', '是否完成']));
    const { value } = own('培训台账', [tables['培训台账'] ?? [], ['2022-04-12', '宪法', 4, 30]]);
    const trainings = value.events.find(({ detail }) => detail.sheet.title === '培训明细');
    expect(trainings?.rows.map(({ said }) => said.attended?.value)).toMatchObject([{ value: 30 }]);
    const { value: told } = own('落实情况表', [progress, ['A-01', '任务', '是', '2022-06-20']]);
    expect(told.progress.map(({ status }) => status.value)).toEqual(['done']);
  });
});

describe('公开版', () => {
  const rows = passage('| 内容 | 处理 |\n|---|---|\n', '\n\n密级标记查的')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const row = (begins: string): string => rows.find((cells) => cells[1]?.startsWith(begins))?.join(' ') ?? '';
  const spoken = (text: string): readonly string[] => [...text.matchAll(/“([^”]+)”/gu)].map(([, said = '']) => said);
  const publish = publisherOf(settings.edition.publicRules, []);
  const marks = stopsIn(settings.edition.publicRules);

  it('takes away the names the manual takes for examples', () => {
    const names = [...spoken(row('称谓旁边')).filter((name) => name !== '有关人员'), '张三主任', '镇长李四'];
    expect(names).toContain('老赵');
    expect(names.filter((name) => publish(`${name}带队检查。`).text.includes(name))).toEqual([]);
  });

  it('leaves out a sentence that is for inside, and a paragraph that is marked so', () => {
    for (const words of spoken(row('“仅供内部掌握”')).slice(0, 2)) {
      expect(publish(`全年组织3次。这些数字${words}。下步继续。`).text).toBe('全年组织3次。下步继续。');
    }
    expect(publish('【内部】全年组织3次。').text).toBe('');
    expect(publish('内部资料：全年组织3次。').text).toBe('');
  });

  it('is not made of what bears a mark of secrecy; what only speaks of secrecy bears none', () => {
    const [, text = ''] = /密级标记：(\S+)/u.exec(row('密级标记')) ?? [];
    expect(text.split('、').filter((mark) => marks(mark).length === 0)).toEqual([]);
    const innocent = spoken(row('密级标记'));
    expect(innocent).toEqual(['保密工作', '涉密人员培训']);
    expect(innocent.filter((words) => marks(`开展${words}2次`).length > 0)).toEqual([]);
  });
});
