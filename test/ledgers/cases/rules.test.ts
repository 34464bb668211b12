/** Rules by which ledgers are read, each by the smallest sheet on which a clerk would notice that it does not hold. */
import type { OfficeRows } from '../../../src/core/rows/rows-from-grids';
import { readWith, settingsOfCase, viewOf } from './read-book';
import { readCase } from './read-case';

const head = '年度: 2024\n单位: 司法所*\n';
const numbers = ['序号', '指标名称', '单位', '1月', '2月'].join('|');

function read(sheet: string, more = ''): OfficeRows {
  const ledger = readCase(`${head}${more}\n== ${sheet}`);
  return readWith(ledger, settingsOfCase(ledger), []);
}

const toldIn = ({ problems }: OfficeRows): readonly string[] =>
  problems.flatMap(({ code, place }) => (place.sheet === undefined ? [] : `${code} ${place.cell ?? ''}`.trim()));
const figuresIn = ({ value }: OfficeRows): readonly string[] =>
  value.figures.map(({ code, quantity, lastYear }) =>
    [code, quantity.value?.value ?? '-', lastYear.value?.value ?? '-'].join(' '),
  );
const tasksIn = ({ value }: OfficeRows): readonly string[] =>
  value.progress.map(({ taskId, status, doneOn }) => [taskId, status.value ?? '-', doneOn.value ?? '-'].join(' '));
const rowsIn = ({ value }: OfficeRows, field: string): readonly unknown[] =>
  value.events.flatMap(({ rows }) => rows.map(({ said }) => JSON.stringify(said[field])));

const tasks = '任务: A-01|规范执法|开展执法培训|司法所|12月底前\n任务: A-02|规范执法|案卷评查整改|司法所|12月底前\n';

describe('figures across', () => {
  const across = (rows: string): OfficeRows => read(`统计表\n# 单位|行政检查次数|行政处罚决定数\n${rows}`);

  it('tells a total that is not the sum of the rows, and that rows were added', () => {
    const office = across('一队|3|1\n二队|4|1\n合计|9|2');
    expect(figuresIn(office)).toEqual(['C1 7 -', 'C2 2 -']);
    expect(toldIn(office)).toEqual(expect.arrayContaining(['total-mismatch B4', 'figures-summed A2']));
    expect(toldIn(office)).not.toContain('total-mismatch C4');
  });

  it('takes the row of the year before for last year', () => {
    expect(figuresIn(across('2024年|7|2\n2023年|5|1'))).toEqual(['C1 7 5', 'C2 2 1']);
  });

  it('lists a number that stands under a heading nobody knows, and takes it for no number of the row', () => {
    const office = read('统计表\n# 序号|村|走访户数|行政检查次数|行政处罚决定数\n1|东村|8|3|1\n2|西村|9|4|1');
    const covers = office.problems.filter(({ code }) => code === 'cells-outside').flatMap((one) => one.covers ?? []);
    expect(covers.filter(({ startColumn }) => startColumn === 2).map(({ startRow }) => startRow)).toEqual([1, 2]);
    expect(covers.some(({ startColumn, startRow }) => startColumn === 0 && startRow > 0)).toBe(false);
  });
});

describe('figures in pairs', () => {
  const sheet = '工作数据\n公平竞争审查|4件|合同审查份数|31\n主动公开信息条数|126|慰问困难群众|5';

  it('reads each name with the number beside it, and lists the one nobody knows', () => {
    const office = read(sheet);
    expect(figuresIn(office)).toEqual(['G4 4 -', 'B6 31 -', 'F1 126 -']);
    expect(toldIn(office)).toContain('figure-unmatched C2');
  });

  it('offers on the page no columns of another shape, and the row of the one nobody knows', () => {
    const ledger = readCase(`${head}\n== ${sheet}`);
    const settings = settingsOfCase(ledger);
    const [view] = viewOf(ledger, readWith(ledger, settings, []), settings);
    expect(view?.columns).toEqual([]);
    expect(view?.rows.map(({ name, code }) => [name, code])).toEqual([
      ['', 'G4'],
      ['慰问困难群众', null],
    ]);
  });

  it.each(['执法人员慰问', '行政检查计划制定', '依申请公开收费', '法治培训经费结余', '行政处罚罚款'])(
    'does not take what only begins as its name for the indicator: %s',
    (name) => {
      const office = read(`工作数据\n# 指标名称|数量\n${name}|5\n行政检查次数|3`);
      expect(figuresIn(office)).toEqual(['C1 3 -']);
    },
  );

  it('does not take a paper that was reported for one that was made', () => {
    const office = read('工作数据\n# 指标名称|数量\n规范性文件报送备案数|2\n行政检查次数|3');
    expect(figuresIn(office)).not.toContain('B7.1 2 -');
  });
});

describe('parts of the year', () => {
  it('takes the total where a month cannot be read, and asks', () => {
    const office = read(`数据\n# ${numbers}|合计\n1|行政检查次数|次|若干|8|12`);
    expect(figuresIn(office)).toEqual(['C1 12 -']);
    expect(toldIn(office)).toContain('periods-mismatch D2');
  });

  it('refuses it where there is no total', () => {
    expect(figuresIn(read(`数据\n# ${numbers}\n1|行政检查次数|次|若干|8`))).toEqual(['C1 - -']);
  });
});

describe('columns', () => {
  it('takes a name that ends as a known one, and asks; what is planned is none', () => {
    const office = read('培训台账\n# 培训主题|计划培训日期|实际培训日期|学时\n行政处罚法|2024-03-01|2024-03-08|4');
    expect(rowsIn(office, 'day')).toEqual([expect.stringContaining('2024-03-08')]);
    expect(toldIn(office)).toContain('column-either C1');
    const planned = read('培训台账\n# 培训主题|计划培训日期|学时\n行政处罚法|2024-03-01|4');
    expect(rowsIn(planned, 'day').join('')).not.toContain('2024-03-01');
  });

  it('takes no day that is only planned or the last one for what the other says', () => {
    const office = read('任务进展\n# 任务编号|上月工作进展情况|状态\nA-01|印发方案|推进中', tasks);
    expect(office.value.progress.map(({ text }) => text)).toEqual(['']);
  });

  it('reads 未出庭 by its header, and nothing of what should have been', () => {
    const office = read(
      '应诉台账\n# 案号|收案日期|负责人出庭|应出庭\n1号|2024-03-01|未出庭|未出庭\n2号|2024-03-02|出庭|是',
    );
    expect(rowsIn(office, 'headPresent').map((one) => String(one).includes('true'))).toEqual([false, true]);
    expect(toldIn(office)).toContain('yes-no-unknown D2');
    expect(toldIn(office)).not.toContain('yes-no-unknown C2');
  });

  it('adds amounts in parts only where all are in one unit', () => {
    const of = (first: string, second: string): string =>
      read(`处罚案件台账\n# 处罚种类|适用程序|处罚日期|执法名义|${first}|${second}\n罚款|普通|2024-03-01|本级|0.5|200`)
        .problems.map(({ code }) => code)
        .join(' ');
    expect(of('罚款（万元）', '没收违法所得（万元）')).toContain('parts-summed');
    expect(of('罚款（万元）', '没收违法所得（元）')).not.toContain('parts-summed');
  });

  it('adds no part that names a unit of its own', () => {
    const office = read(
      '处罚案件台账\n# 处罚种类|适用程序|处罚日期|执法名义|罚款（万元）|没收违法所得（万元）\n罚款|普通|2024-03-01|本级|0.5|200元',
    );
    expect(toldIn(office)).toContain('parts-unread E2');
  });

  it('takes no choice from a title that names two', () => {
    const office = read('台账\n# 行政复议、行政诉讼案件台账\n# 案号|收案日期|审结日期\n1号|2024-03-01|2024-04-01');
    expect(rowsIn(office, 'kind').join('')).not.toContain('行政复议');
  });
});

describe('tasks', () => {
  it('tells rows of a table in which nothing says which task they are of', () => {
    const office = read('任务进展\n# 序号|完成时限|状态|完成日期\n1|6月底|已完成|2024-06-20', tasks);
    const covered = office.problems.filter(({ code }) => code === 'task-unnamed').flatMap((one) => one.covers ?? []);
    expect(covered.map(({ startRow }) => startRow)).toEqual([1]);
  });

  it('gives a task that one row names to no other row that is only like it', () => {
    const office = read('任务进展\n# 重点任务|状态\n开展执法培训|推进中\n开展培训|已完成', tasks);
    expect(tasksIn(office)).toEqual(['A-01 in-progress -']);
    expect(toldIn(office)).toContain('task-unmatched A3');
  });

  it('does not take a task of one quarter for that of another', () => {
    const quarter = '任务: A-01|规范执法|一季度执法检查|司法所|12月底前\n';
    expect(tasksIn(read('任务进展\n# 重点任务|状态\n二季度执法检查|推进中', quarter))).toEqual([]);
  });

  it('takes the latest day of the steps of a task, and no state where one was put off', () => {
    const steps = (first: string, second: string): OfficeRows =>
      read(`任务进展\n合并: A2:A3\n# 任务编号|状态|完成日期\nA-01|${first}\n|${second}`, tasks);
    expect(tasksIn(steps('已完成|2024-03-01', '已完成|2024-06-01'))).toEqual(['A-01 done 2024-06-01']);
    expect(tasksIn(steps('暂缓|', '已完成|2024-06-01'))).toEqual(['A-01 - 2024-06-01']);
  });
});
