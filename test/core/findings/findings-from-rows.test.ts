import fc from 'fast-check';
import { placeText } from '../../../src/core/base/place';
import type { Findings } from '../../../src/core/findings/findings';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { Rows } from '../../../src/core/rows/rows';
import { figure, settings } from './rows-builder';
import { sampleRows } from './sample';
import { rounds } from '../../rounds';

const sample = findingsFromRows(sampleRows, settings, []);

function indicator(findings: Findings, name: string): Findings['indicators'][number] {
  const found = findings.indicators.find((finding) => finding.indicator.name === name);
  if (!found) throw new Error(`no indicator ${name}`);
  return found;
}

describe('the sample town', () => {
  it('has 33 of 45 tasks done, 5 running, 5 overdue, 1 deferred, 1 cancelled', () => {
    expect(sample.value.tally).toMatchObject({
      total: 45,
      done: 33,
      running: 5,
      overdue: 5,
      deferred: 1,
      cancelled: 1,
    });
    const ids = (state: string): readonly string[] =>
      sample.value.tasks.filter((task) => task.state === state).map(({ task }) => task.id);
    expect(ids('overdue')).toEqual(['C-02', 'C-03', 'D-01', 'D-04', 'E-05']);
    expect(ids('running')).toEqual(['A-09', 'B-02', 'C-06', 'E-02', 'E-04']);
    expect(sample.value.bySection.map(({ name, total }) => `${name}${String(total)}`)).toEqual([
      'A9',
      'B9',
      'C12',
      'D7',
      'E8',
    ]);
  });

  it.each([
    ['任务完成率', '86.8%', true],
    ['空编率', '27.3%', true],
    ['空编数', '9名', false],
    ['执法人员持证率', '79.2%', true],
    ['大专及以上学历占比', '29.2%', true],
    ['法学专业占比', '8.3%', true],
    ['法制审核人员占比', '4.2%', true],
    ['执法培训人均学时', '38.2学时', true],
    ['满60学时达标率', '25.0%', false],
    ['学法考试参考率', '87.5%', true],
    ['学法考试合格率', '81.0%', true],
    ['执法经费到位率', '63.9%', true],
    ['执法经费执行率', '94.8%', false],
    ['执法经费到位', '11.5万元', false],
    ['执法经费预算', '18万元', false],
    ['罚没金额', '2.86万元', false],
    ['普法活动场次', '26场次', false],
    ['普法受众人次', '6800人次', false],
    ['普法资料份数', '9500份', false],
    ['法治文化阵地村覆盖率', '70.0%', true],
    ['每村法律明白人数', '2.5名', true],
    ['群众法治知晓率', '62.0%', true],
    ['人民调解成功率', '96.4%', false],
    ['信访按期办结率', '95.6%', true],
    ['执法案卷评查合格率', '92.3%', true],
    ['法律顾问覆盖率', '100%', false],
    ['重大决策合法性审查率', '100%', false],
    ['行政复议纠错率', '1件中0件', false],
    ['负责人出庭应诉率', '1件中1件', false],
    ['依申请公开按期答复率', '2件中2件', false],
    ['行政检查次数', '214次', false],
    ['人均执法记录仪台数', '0.6台', false],
  ])('has %s %s', (name, text, weak) => {
    const found = indicator(sample.value, name);
    expect([found.text, found.weak]).toEqual([text, weak]);
  });

  it('has exactly the four weaknesses and three hints', () => {
    expect(sample.value.areas.map(({ area, isWeakness }) => [area, isWeakness])).toEqual([
      ['法治意识', true],
      ['编制经费', true],
      ['队伍素质', true],
      ['普法', true],
      ['组织领导', false],
      ['执法', false],
      ['社会治理', false],
    ]);
  });

  it('explains each weakness by its overdue tasks', () => {
    const tasks = sample.value.areas.map((area) => area.tasks.map(({ task }) => task.id).join());
    expect(tasks.slice(0, 4)).toEqual(['C-02,D-01', 'D-04', 'C-03', 'E-05']);
  });

  it('says 不涉及 apart from not filled in', () => {
    expect(indicator(sample.value, '行政许可申请数')).toMatchObject({ value: null, applies: false, text: '' });
    expect(indicator(sample.value, '法律援助件数')).toMatchObject({ value: null, applies: true, weak: false });
  });

  it('traces each figure to its cells', () => {
    expect(indicator(sample.value, '法治文化阵地村覆盖率').sources.map(placeText)).toEqual([
      '司法所.xlsx 填报!D-E3.1',
      '总表.xlsx 设置!B10',
    ]);
    expect(
      indicator(sample.value, '普法活动场次').byDepartment.map(({ department, value }) => [department, value]),
    ).toContainEqual(['中心校', 5]);
  });

  it('has no missing department, and no problems but the lines it left blank', () => {
    const others = sample.problems.filter(({ code }) => code !== 'figure-incomplete');
    expect(others.map(({ code, level }) => `${level} ${code}`)).toEqual(['note cause-unconfirmed']);
    expect(sample.value.missingDepartments).toEqual([]);
  });
});

describe('a red line', () => {
  it('makes a weakness alone: five people without qualification enforce', () => {
    const figures = sampleRows.figures.map((one) =>
      one.code === 'D3' && one.department === '综合行政执法办' ? figure('D3', 5, one.department) : one,
    );
    const { areas } = findingsFromRows({ ...sampleRows, figures }, settings, []).value;
    expect(areas.find(({ area }) => area === '执法')).toMatchObject({ isWeakness: true });
  });
});

describe('a department without a usable workbook', () => {
  it('is named, and of its tasks that are due nothing is claimed', () => {
    const workbooks = sampleRows.workbooks.map((book) =>
      book.department === '卫健办' ? { ...book, status: { kind: 'none' } as const } : book,
    );
    const progress = sampleRows.progress.filter(({ department }) => department !== '卫健办');
    const { value } = findingsFromRows({ ...sampleRows, workbooks, progress }, settings, []);
    expect(value.missingDepartments).toEqual(['卫健办']);
    expect(value.tasks.find(({ task }) => task.id === 'C-12')).toMatchObject({
      state: 'unreported',
      light: 'yellow',
      why: '已到期，没有报进展',
    });
    expect(value.tally).toMatchObject({ total: 45, done: 32, overdue: 5, unreported: 1, due: 37 });
  });
});

describe('laws', () => {
  /** The findings without the order in which people keep their lists. */
  function unordered(findings: Findings): unknown {
    return {
      tally: findings.tally,
      tasks: findings.tasks.map((task) => [task.task.id, task.state, task.light, task.why]).sort(),
      byDepartment: findings.byDepartment.map((tally) => JSON.stringify(tally)).sort(),
      indicators: findings.indicators.map(({ indicator: { code }, value, text, weak, sources }) => [
        code,
        value,
        text,
        weak,
        sources.map(placeText).sort().join(),
      ]),
      areas: findings.areas.map(({ area, isWeakness, tasks }) => [
        area,
        isWeakness,
        tasks.map(({ task }) => task.id).sort(),
      ]),
    };
  }

  function shuffled<T>(items: readonly T[]): fc.Arbitrary<readonly T[]> {
    return fc.shuffledSubarray([...items], { minLength: items.length });
  }

  it('the order of rows and departments changes no finding', () => {
    const orders = fc.record({
      departments: shuffled(sampleRows.departments),
      tasks: shuffled(sampleRows.tasks),
      progress: shuffled(sampleRows.progress),
      figures: shuffled(sampleRows.figures),
    });
    fc.assert(
      fc.property(orders, (order) => {
        const { value } = findingsFromRows({ ...sampleRows, ...order }, settings, []);
        expect(unordered(value)).toEqual(unordered(sample.value));
      }),
      { numRuns: rounds(30) },
    );
  });

  it('a department that sends nothing changes every figure that rests on it, and none is judged without it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sampleRows.departments), ({ name }) => {
        const rows = {
          ...sampleRows,
          figures: sampleRows.figures.filter(({ department: from }) => from !== name),
          progress: sampleRows.progress.filter(({ department: from }) => from !== name),
          workbooks: sampleRows.workbooks.map((book) =>
            book.department === name ? { ...book, file: null, status: { kind: 'none' as const } } : book,
          ),
        };
        const { value } = findingsFromRows(rows, settings, []);
        sample.value.indicators.forEach((before, at) => {
          const after = value.indicators[at]!;
          if (!before.coverage.given.includes(name)) return;
          expect([after.value, after.text, after.weak]).toEqual([null, '', false]);
          expect(after.coverage.missing).toContainEqual(expect.objectContaining({ department: name, why: 'no-file' }));
          expect(after.coverage.given).not.toContain(name);
        });
      }),
      { numRuns: rounds(30) },
    );
  });

  const numbers = sampleRows.figures.filter(({ quantity }) => quantity.value?.applies === true);

  it('a bad figure changes only the indicators that use it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...numbers), (bad) => {
        const figures = sampleRows.figures.map((one) =>
          one === bad ? figure(bad.code, null, bad.department, { shown: '若干' }) : one,
        );
        const { value } = findingsFromRows({ ...sampleRows, figures } satisfies Rows, settings, []);
        const cell = placeText(bad.quantity.place);
        sample.value.indicators.forEach((before, at) => {
          if (before.sources.some((place) => placeText(place) === cell)) return;
          expect(value.indicators[at]).toEqual(before);
        });
      }),
      { numRuns: rounds(40) },
    );
  });
});
