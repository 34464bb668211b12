/** Whose words are said of what misses: the line on the indicator, else the line on the area where it fits, else the edition's. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { toldAreas } from '../../../src/core/report/told-areas';
import type { ToldArea } from '../../../src/core/findings/findings';
import type { Rows, WeakText } from '../../../src/core/rows/rows';
import { officeWith } from '../report/reached-office';
import { figure, settings, weakText } from './rows-builder';

interface Said {
  readonly area: ToldArea;
  /** Code and reason of what the office is told of its words. */
  readonly problems: readonly string[];
}

function said(changes: string, lines: readonly WeakText[], change: (rows: Rows) => Rows = (rows) => rows): Said {
  const rows = change({ ...officeWith(changes), weakTexts: lines });
  const findings = findingsFromRows(rows, settings, []);
  const told = toldAreas(findings.value, rows, settings);
  const [area] = told.value;
  if (area === undefined) throw new Error('nothing is weak');
  const codes = ['weak-text-unfit', 'weakness-without-sentence', 'cause-unconfirmed'];
  const problems = [...findings.problems.filter(({ code }) => codes.includes(code)), ...told.problems];
  return { area, problems: problems.map(({ code, actual }) => `${code} ${actual}`.trim()) };
}

const short = 'D4.1=4';

it('the edition words what nobody has worded, and asks for its cause to be confirmed', () => {
  const { area, problems } = said(short, []);
  expect(area.problem.text).toBe('法制审核人员配备不足');
  expect(area.cause.text).toBe('审核力量的选配和培养还不够');
  expect(problems).toEqual(['cause-unconfirmed']);
});

it('a line on the indicator is said in its place, with its cell; a blank cell of it is the edition’s', () => {
  const line = weakText('队伍素质', { indicator: 'D4', problem: '审核岗位空缺', cause: '两名同志调离。' });
  const { area, problems } = said(short, [line]);
  expect(area.problem).toEqual({ text: '审核岗位空缺', sources: ['总表.xlsx 薄弱!D4'] });
  expect(area.cause.text).toBe('两名同志调离');
  expect(area.plans.map(({ action, lead }) => `${lead}: ${action.text}`)).toEqual([
    '综合行政执法办: 按规定比例配齐法制审核人员，力量不足的借助司法所补足',
  ]);
  expect(problems).toEqual([]);
});

it('a line on the area is not used when it speaks of something in order, and that is told', () => {
  const line = weakText('队伍素质', { problem: '法学专业和大专以上学历人员偏少', cause: '法学专业人才难引进' });
  const { area, problems } = said(short, [line]);
  expect(area.problem.text).toBe('法制审核人员配备不足');
  expect(area.cause.text).toBe('审核力量的选配和培养还不够');
  expect(problems).toEqual([
    'weak-text-unfit 法学专业和大专以上学历人员偏少',
    'weak-text-unfit 法学专业人才难引进',
    'cause-unconfirmed',
  ]);
});

it('a line on the area is said of all it names; what it does not name keeps its own words', () => {
  const line = weakText('队伍素质', { problem: '法学专业人员偏少', cause: '法学毕业生留不住' });
  const { area } = said('D4.1=4 D7.1=10', [line]);
  expect(area.problem.text).toBe('法学专业人员偏少；法制审核人员配备不足');
  expect(area.cause.text).toBe('法学毕业生留不住；审核力量的选配和培养还不够');
});

it('a line on the area that names no indicator is said of all', () => {
  const line = weakText('队伍素质', {
    problem: '队伍还不能适应',
    cause: '人手紧',
    action: '统筹安排',
    lead: '分管负责人',
  });
  const { area, problems } = said('D4.1=4 D7.1=10', [line]);
  expect([area.problem.text, area.cause.text]).toEqual(['队伍还不能适应', '人手紧']);
  expect(area.plans).toHaveLength(1);
  expect(area.plans[0]).toMatchObject({ lead: '分管负责人', action: { text: '统筹安排' } });
  expect(area.plans[0]?.problem.text).toBe('法制审核人员配备不足和法学专业人员的占比偏低');
  expect(problems).toEqual([]);
});

it('beside a line on an indicator the words on the area only open the weakness', () => {
  const lines = [
    weakText('队伍素质', { problem: '队伍还不能适应', cause: '人手紧' }),
    weakText('队伍素质', { indicator: 'D4', problem: '审核岗位空缺', cause: '两名同志调离' }),
  ];
  const { area } = said(short, lines);
  expect([area.problem.text, area.cause.text]).toEqual(['队伍还不能适应；审核岗位空缺', '两名同志调离']);
});

/** With an indicator that only this office has, and a figure below its standard. */
function withOwnIndicator(rows: Rows): Rows {
  const own = rows.indicators
    .filter(({ code }) => code === 'E7')
    .map((line) => ({
      ...line,
      ...{ code: 'E30', name: '法治书屋数', unit: '个', threshold: 10, area: '社会治理', means: null },
    }));
  return { ...rows, indicators: [...rows.indicators, ...own], figures: [...rows.figures, figure('E30', 3)] };
}

it('an indicator of the office’s own is told by its name, its area’s measure, and the cause is asked for', () => {
  const { area, problems } = said('', [], withOwnIndicator);
  expect(area.problem.text).toBe('社会治理方面的指标没有达到标准');
  expect(area.figures.text).toBe('法治书屋数为3个');
  expect(area.plans.map(({ action }) => action.text)).toEqual(['对照标准查找差距，逐项明确措施、责任人和完成时间']);
  expect(problems).toEqual(['weakness-without-sentence']);
});

it('where a line on the indicator says no cause, it is that line which is to be filled in', () => {
  const asked = (lines: readonly WeakText[]): readonly string[] => {
    const rows = withOwnIndicator(officeWith(''));
    const { problems } = findingsFromRows({ ...rows, weakTexts: lines }, settings, []);
    return problems.flatMap(({ code, expected }) => (code === 'weakness-without-sentence' ? [expected] : []));
  };
  expect(asked([])).toEqual(['请在“薄弱”表给这个指标加一行，写明表述、原因和对策']);
  expect(asked([weakText('社会治理', { indicator: 'E30', problem: '法治书屋不足' })])).toEqual([
    '请在“薄弱”表里这个指标的一行写明原因',
  ]);
});

it('a department the office does not have leads nothing', () => {
  const without = (rows: Rows): Rows => ({
    ...rows,
    departments: rows.departments.filter(({ name }) => name !== '综合行政执法办'),
  });
  expect(said(short, [], without).area.plans[0]?.lead).toBe('');
});

describe('who leads the measure, and where it stands', () => {
  const known = '综合行政执法办';
  const change =
    (own: Partial<Rows['departments'][number]> | null) =>
    (rows: Rows): Rows => ({
      ...rows,
      departments: rows.departments.flatMap((one) =>
        one.name !== known ? one : own === null ? [] : { ...one, ...own },
      ),
    });
  const led = (line: Partial<WeakText>, own: Parameters<typeof change>[0] = {}): string | undefined =>
    said(short, [weakText('队伍素质', { indicator: 'D4', ...line })], change(own)).area.plans[0]?.lead;

  it.each([
    ['a department under another of its names', '执法队', { aliases: ['执法队'] }, known],
    ['a department that reports no more', known, { active: false }, ''],
    ['the edition’s, which reports no more', '', { active: false }, ''],
    ['the edition’s, which is not there', known, null, ''],
    ['a post, as it was typed', '党政副职', {}, '党政副职'],
    ['another that nobody knows, as it was typed', '县执法局', null, '县执法局'],
  ])('%s', (_, lead, own, expected) => {
    expect(led({ lead }, own)).toBe(expected);
  });

  it('the line on the indicator says it, else the line on its area, else the edition', () => {
    const lines = (own: Partial<WeakText>, area: Partial<WeakText>): readonly (string | undefined)[] => {
      const texts = [weakText('队伍素质', { indicator: 'D4', ...own }), weakText('队伍素质', area)];
      const [plan] = said(short, texts).area.plans;
      return [plan?.lead, plan?.plan];
    };
    const area = { lead: '司法所', plan: '沟通协调' };
    expect(lines({ lead: '党政办', plan: '普法与治理' }, area)).toEqual(['党政办', '普法与治理']);
    expect(lines({}, area)).toEqual(['司法所', '沟通协调']);
    expect(lines({}, {})).toEqual([known, '队伍建设']);
    expect(lines({ plan: '没有的一节' }, {})).toEqual([known, '队伍建设']);
  });

  it('an indicator of the office’s own stands where its area does, and one of a new area in the first section', () => {
    const planOf = (area: string): string | undefined => {
      const own = (rows: Rows): Rows => {
        const { indicators, ...others } = withOwnIndicator(rows);
        return { ...others, indicators: indicators.map((one) => (one.code === 'E30' ? { ...one, area } : one)) };
      };
      return said('', [weakText(area, { action: '逐项补齐' })], own).area.plans[0]?.plan;
    };
    expect([planOf('社会治理'), planOf('数字法治')]).toEqual(['普法与治理', settings.edition.sections.plans[0]]);
  });
});

it('each part of a line on an indicator stands for itself: what it does not say, the line on the area does', () => {
  const lines = [
    weakText('队伍素质', { problem: '队伍还不能适应', cause: '人手紧', action: '统筹安排' }),
    weakText('队伍素质', { indicator: 'D4', action: '公开选调' }),
  ];
  const { area, problems } = said(short, lines);
  expect([area.problem.text, area.cause.text]).toEqual(['队伍还不能适应', '人手紧']);
  expect(area.plans.map(({ action }) => action.text)).toEqual(['公开选调']);
  expect(problems).toEqual([]);
});

it('a measure for the area that speaks of something in order is left out, too, and told once by its first word', () => {
  const { area, problems } = said(short, [weakText('队伍素质', { action: '提高学历，引进法学人才' })]);
  expect(area.plans.map(({ action }) => action.text)).toEqual(['按规定比例配齐法制审核人员，力量不足的借助司法所补足']);
  expect(problems).toEqual(['weak-text-unfit 提高学历，引进法学人才', 'cause-unconfirmed']);
});

it('a cause is confirmed by a line on the area that names the indicator, and by no line that names another', () => {
  const asked = (cause: string): readonly string[] =>
    said('D4.1=4 D7.1=10', [weakText('队伍素质', { cause })]).problems;
  expect(asked('法学毕业生留不住，法制审核人员难选配')).toEqual([]);
  expect(asked('人手紧')).toEqual([]);
  expect(asked('法学毕业生留不住')).toEqual(['cause-unconfirmed']);
});

it('the figures of a line on the indicator are said in place of the edition’s', () => {
  const line = weakText('队伍素质', { indicator: 'D4', figures: '审核人员{{指标.法制审核人员数}}' });
  expect(said(short, [line]).area.figures.text).toBe('审核人员4名');
  expect(said(short, [weakText('队伍素质', { figures: '不用' })]).area.figures.text).toContain('法制审核人员4名');
});

it('tags in the office’s words are filled in; a wrong one is told, and the words are left out', () => {
  const line = weakText('队伍素质', {
    indicator: 'D4',
    problem: '审核人员只有{{指标.法制审核人员数}}',
    cause: '{{没有的字段}}',
  });
  const { area, problems } = said(short, [line]);
  expect(area.problem.text).toBe('审核人员只有4名');
  expect(area.cause.text).toBe('');
  expect(problems.some((problem) => problem.includes('没有的字段'))).toBe(true);
});

it('figures for which the office writes a sentence with a gap in it are told by name', () => {
  const without = (rows: Rows): Rows => ({
    ...rows,
    indicators: rows.indicators.filter(({ code }) => code !== 'D8.3'),
  });
  const line = weakText('法治意识', { indicator: 'D8', figures: '满60学时的{{指标.满60学时人数}}' });
  expect(said('D8.2=5920', [line], without).area.figures.text).toBe('执法培训人均学时为59.2学时');
});
