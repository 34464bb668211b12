/** The office that a folder of ledgers shows. */
import { ruleOfLaw } from '../../../edition';
import { townIn, unitOf, yearIn, type Ledger } from '../../../../src/core/rows/found/found-names';
import { officeIn } from '../../../../src/core/rows/found/found-office';
import { foundContents } from '../../../../src/core/sheets/found-contents';
import { gridOf } from '../../grid-builder';

function ledger(file: string, text: string, sheet = 'Sheet1', folder: string | null = null): Ledger {
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell || null));
  return { file, folder, grids: [gridOf(rows, { workbook: file, sheet })] };
}

const ends = ruleOfLaw.declared.words.rows;
const town = ledger(
  '任务台账.xlsx',
  `青石岭镇2025年法治政府建设工作任务台账
序号|工作任务|责任单位|完成时限|完成情况
1|印发年度工作要点|法治办|3月底前|已完成
2|执法人员持证|执法队、安监站|9月30日|未完成
3|推进法治宣传|各村|12月底前|进行中
4|修缮停车场|党政办公室|6月底前|已完成`,
);
const own = ledger(
  '青石岭镇执法队2025年落实情况.xlsx',
  '工作任务|完成时限|完成情况\n执法人员持证|9月30日|已完成\n执法装备采购|11月30日|进行中',
);
const coded = ledger('党政办.xlsx', '任务编号|状态\nA-07|已完成\nA-04|进行中', '任务进展');
const ledgers = [town, own, coded];

describe('whose a ledger is', () => {
  it.each([
    ['2025年司法所普法活动台账.xlsx', '', '司法所'],
    ['3-综合行政执法办案件台账.xls', '', '综合行政执法办'],
    ['执法队伍统计.xlsx', '填报单位：青石岭镇执法队　填报时间：12月', '执法队'],
    ['台账.xlsx', '填报单位|便民服务中心', '便民服务中心'],
    ['培训处罚办理台账.xlsx', '', null],
    ['台账.xlsx', '填报单位：各村', null],
    ['柳行村村级事务台账.xlsx', '', '柳行村'],
    ['宣传部部门台账.xlsx', '', '宣传部'],
  ])('%s %s: %s', (file, line, unit) => {
    expect(unitOf(ledger(file, line), '青石岭镇', ends)).toBe(unit);
  });

  it('is told by a row of which cells are not there', () => {
    const [grid] = ledger('台账.xlsx', '填报单位：执法队').grids;
    const rows = [[undefined, ...(grid?.rows[0] ?? [])]];
    expect(unitOf({ file: '台账.xlsx', folder: null, grids: [{ ...grid!, rows }] }, null, ends)).toBe('执法队');
  });

  it('is told by the folder where nothing else tells it', () => {
    expect(unitOf(ledger('培训台账.xlsx', '', 'Sheet1', '派出所'), null, ends)).toBe('派出所');
  });

  it('is of the town and year that most ledgers name, and others are named', () => {
    expect(townIn(ledgers, ends)).toBe('青石岭镇');
    const elsewhere = ledger('台账.xlsx', '柳河镇2025年台账');
    expect(townIn([elsewhere, ...ledgers], ends)).toBe('青石岭镇');
    expect(townIn([ledger('台账.xlsx', '1.柳河镇台账')], ends)).toBeNull();
    const old = ledger('旧台账.xlsx', '2019年培训');
    expect(yearIn([...ledgers, old])).toEqual({ year: 2025, others: ['旧台账.xlsx（2019年）'] });
    expect(yearIn([coded])).toEqual({ year: null, others: [] });
  });
});

describe('the office they show', () => {
  const office = officeIn(ledgers, ruleOfLaw, { town: '青石岭镇', reportYear: 2025 });
  const { contents, problems } = foundContents(office, ruleOfLaw, {
    town: '青石岭镇',
    reportYear: 2025,
    file: '总表.xlsx',
  });
  const told = (code: string): string => problems.find((one) => one.code === code)?.reason ?? '';

  it('has the units of the files and of the column that names who leads', () => {
    expect(office.units.map(({ name, starter }) => [name, starter?.roles ?? []])).toEqual([
      ['执法队', ['执法']],
      ['党政办', ['综合']],
      ['法治办', []],
      ['安监站', []],
    ]);
    expect(office.ledgers).toEqual([
      { file: '任务台账.xlsx', unit: null, isTown: true },
      { file: '青石岭镇执法队2025年落实情况.xlsx', unit: '执法队', isTown: false },
      { file: '党政办.xlsx', unit: '党政办', isTown: false },
    ]);
  });

  const lines = (file: string, ...leads: readonly string[]): Ledger =>
    ledger(
      file,
      [
        '序号|工作任务|责任科室|完成时限|完成情况',
        ...leads.map((lead, at) => `${String(at)}|第${lead}项工作|${lead}|6月底前|已完成`),
      ].join('\n'),
    );

  it.each([
    ['北湖区农业农村局2025年任务分解表.xlsx', null],
    ['法规科2025年任务分解表.xlsx', '法规科'],
    ['执法大队2025年任务分解表.xlsx', '执法大队'],
  ])('a table of what several units lead is that of the office where its name is no unit of it: %s', (file, unit) => {
    const found = officeIn([lines(file, '办公室', '法规科', '执法大队')], ruleOfLaw, { town: null, reportYear: 2025 });
    expect(found.ledgers).toEqual([{ file, unit, isTown: unit === null }]);
    expect(found.units.map(({ name }) => name)).not.toContain('北湖区农业农村局');
    const { units } = officeIn([lines(file, '法规科')], ruleOfLaw, { town: null, reportYear: 2025 });
    expect(units.map(({ name }) => name)).toContain(unit ?? '北湖区农业农村局');
  });

  it('has no second name of a unit that differs by blanks', () => {
    const { units } = officeIn([lines('台账.xlsx', '督查室', '督 查 室', '法规科')], ruleOfLaw, {
      town: null,
      reportYear: 2025,
    });
    expect(units.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['督查室', []],
      ['法规科', []],
    ]);
  });

  it('calls a unit in one way, however the files call it', () => {
    const file = '党政办公室.xlsx';
    const renamed = officeIn([...ledgers, ledger(file, '任务编号|状态\nA-05|已完成', '任务进展')], ruleOfLaw, {
      ...{ town: '青石岭镇', reportYear: 2025 },
    });
    expect(renamed.ledgers.find((one) => one.file === file)?.unit).toBe('党政办');
    expect(renamed.units.map(({ name }) => name)).not.toContain('党政办公室');
  });

  it('has each task once, led by who leads it, and keeps numbers a ledger knows it by', () => {
    expect(
      contents.tasks.map(({ id, section, title, lead, partners }) => [id, section, title, lead, partners]),
    ).toEqual([
      ['A-01', '组织领导', '印发年度工作要点', '法治办', ''],
      ['D-01', '队伍保障', '执法人员持证', '执法队', '安监站'],
      ['E-01', '普法与社会', '推进法治宣传', '各村', ''],
      ['X-01', '', '修缮停车场', '党政办', ''],
      ['D-02', '队伍保障', '执法装备采购', '执法队', ''],
      ['A-07', '组织领导', 'A-07', '党政办', ''],
      ['A-04', '组织领导', '党委中心组集体学法', '党政办', ''],
    ]);
  });

  it('stands in a hub whose departments are those units and the usual others, with the names they also go by', () => {
    const names = contents.departments.map(({ name, aliases }) => [name, aliases]);
    expect(names[0]).toEqual(['党政办', '党政办公室、党委办']);
    expect(names[2]).toEqual(['执法队', '综合行政执法办、执法办、综合行政执法办公室、综合执法办']);
    expect(names.slice(-2)).toEqual([
      ['法治办', ''],
      ['安监站', ''],
    ]);
    expect(new Set(contents.departments.map(({ id }) => id)).size).toBe(contents.departments.length);
    expect(contents.settings).toMatchObject({ town: '青石岭镇', reportYear: 2025 });
    expect(contents.indicators.find(({ code }) => code === 'C4.1')?.filledBy).not.toContain('综合行政执法办');
  });

  it('has what two units call the same as a task of each, and what one says twice as one', () => {
    const text = '工作任务|完成时限|完成情况\n组织集中学法|6月30日|已完成\n组织集中学法|6月30日|已完成';
    const both = officeIn([ledger('司法所.xlsx', text), ledger('财政所.xlsx', text)], ruleOfLaw, {
      town: null,
      reportYear: 2025,
    });
    expect(both.tasks.map(({ title, lead }) => [title, lead])).toEqual([
      ['组织集中学法', '司法所'],
      ['组织集中学法', '财政所'],
    ]);
  });

  it('tells all that was guessed', () => {
    expect(told('from-units')).toContain('法治办、安监站');
    expect(told('from-roles')).toContain('执法队（执法）');
    expect(told('from-without')).toContain('司法所、派出所');
    expect(told('from-sections')).toContain('E-01 推进法治宣传→普法与社会');
    expect(told('from-no-section')).toContain('X-01 修缮停车场');
  });

  it('has the usual tasks where no ledger lists any, and says so', () => {
    const bare = officeIn([ledger('司法所.xlsx', '培训时间|培训内容\n3月5日|行政处罚法', '培训台账')], ruleOfLaw, {
      town: null,
      reportYear: 2025,
    });
    const hub = foundContents(bare, ruleOfLaw, { town: null, reportYear: 2025, file: '总表.xlsx' });
    expect(hub.contents.tasks).toHaveLength(ruleOfLaw.tasks.length);
    expect(hub.problems.map(({ code }) => code)).toContain('from-no-tasks');
  });
});
