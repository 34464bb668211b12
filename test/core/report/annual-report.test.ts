import fc from 'fast-check';
import { narrativeSections, ruleOfLaw } from '../../edition';
import { fillText } from '../../../src/engine/language/fill-text';
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { fieldsOfReport } from '../../../src/core/report/fields';
import { reportFromFindings } from '../../../src/core/report/report-from-findings';
import type { Rows } from '../../../src/core/rows/rows';
import { figure, hub, noRows, withOthersNotConcerned } from '../findings/rows-builder';
import { paragraphs, report, reportRows, reportSettings, templateText } from './sample-report';
import { rounds } from '../../rounds';

const noFigures: Rows = { ...reportRows, tasks: [], progress: [], figures: [] };

const sample = report();
const sampleParagraphs = (sample.text ?? '').split('\n');

function paragraphWith(start: string): string {
  return sampleParagraphs.find((paragraph) => paragraph.startsWith(start)) ?? '';
}

describe('the report of the sample', () => {
  it('leaves nothing to fill in and nothing unread', () => {
    expect(sample.problems).toEqual([]);
    expect(sample.text).not.toMatch(/【待补|\{\{|undefined|null/u);
  });

  it('has a length a township signs', () => {
    const length = (sample.text ?? '').replace(/\s/gu, '').length;
    expect(length).toBeGreaterThan(2500);
    expect(length).toBeLessThan(4500);
  });

  it('keeps the three parts in order', () => {
    expect(sampleParagraphs.filter((paragraph) => /^[一二三四]、/u.test(paragraph))).toEqual([
      '一、法治政府建设基本情况',
      '二、存在的不足及薄弱环节',
      '三、下步工作计划',
      '四、其他需要报告的情况',
    ]);
  });

  it('tells the year’s tasks', () => {
    expect(sample.text).toContain('截至2022年12月31日，应完成38项，已完成33项，完成率86.8%。');
    expect(sample.text).toContain('经批准延期1项、取消1项。');
  });

  it.each([
    ['一是执法人员持证上岗落实不到位', '持证率79.2%', '人均38.2学时', '参考率87.5%', '合格率81.0%'],
    ['二是执法编制空缺', '空编9名，空编率27.3%', '执法经费18万元，实际到位11.5万元，到位率63.9%'],
    ['三是法制审核人员', '29.2%', '8.3%', '4.2%'],
    ['四是法治文化阵地', '覆盖率70.0%', '平均每村2.5名', '知晓率62.0%'],
  ])('gives %s with its figures and cause', (start, ...figures) => {
    for (const figure of [...figures, '主要原因是']) expect(paragraphWith(start)).toContain(figure);
  });

  it('names the three near misses and no fifth weakness', () => {
    const hints = paragraphWith('此外').split('；');
    expect(hints).toHaveLength(3);
    expect(hints[0]).toMatch(/完成率86\.8%，低于90%的工作目标，主要原因是/u);
    expect(hints[1]).toMatch(/合格率92\.3%，低于95%的工作目标，主要原因是/u);
    expect(hints[2]).toMatch(/按期办结率95\.6%，低于100%的法定要求，主要原因是.+。$/u);
    expect(paragraphWith('五是')).toBe('');
  });

  it('answers each indicator that misses with a measure and who leads it', () => {
    const text = sample.text ?? '';
    const measures = text.slice(text.indexOf('三、')).match(/针对[^。]+的问题，由[^，]+牵头，[^。]+。/gu);
    expect(measures).toHaveLength(4 + 2 + 3 + 3 + 3);
  });
});

describe('settings', () => {
  it('set the headings of each part run-in or on their own line', () => {
    expect(sampleParagraphs.some((paragraph) => paragraph.startsWith('（一）健全领导机制，压实法治责任。镇党委'))).toBe(
      true,
    );
    expect(sampleParagraphs).toContain('（一）强化组织领导，细化责任落实');
    const swapped = paragraphs(reportRows, { situationHeadings: 'block', planHeadings: 'run-in' });
    expect(swapped).toContain('（一）健全领导机制，压实法治责任');
    expect(swapped.some((paragraph) => paragraph.startsWith('（一）强化组织领导，细化责任落实。对照'))).toBe(true);
  });

  it('drop 主送 and 抄送 when there are none', () => {
    expect(sampleParagraphs).toContain('县委、县政府：');
    expect(sampleParagraphs).toContain('　抄送：县委依法治县办。');
    const text = report(reportRows, { addressee: '', cc: '' }).text ?? '';
    expect(text).not.toContain('抄送');
    expect(text).not.toContain('县政府：');
  });

  it('leave task names and 抄送 out of the public version', () => {
    const text = report(reportRows, { isPublic: true }).text ?? '';
    expect(text).not.toContain('任务C-02');
    expect(text).not.toContain('抄送');
  });

  it('ask for a missing date of signing', () => {
    const lines = paragraphs(reportRows, { signDate: null });
    expect(lines).toContain(`${'　'.repeat(19)}【待补：成文日期】`);
  });

  it('ask for missing names of the signing organs on lines of their own, inside the line', () => {
    const lines = paragraphs(reportRows, { partyName: '', governmentName: '', signDate: null });
    const gaps = lines.filter((line) => line.includes('【待补'));
    expect(gaps.map((line) => line.trim())).toEqual(['【待补：党委全称】', '【待补：政府全称】', '【待补：成文日期】']);
    expect(gaps.filter((line) => line.length > 28)).toEqual([]);
  });

  it('attach the table of figures, announced before the signature', () => {
    expect(sampleParagraphs.some((paragraph) => paragraph.includes('附件'))).toBe(false);
    const lines = paragraphs(reportRows, { attachTable: true });
    const at = (line: string): number => lines.indexOf(line);
    expect(at('附件：主要指标数据表')).toBeGreaterThan(at('特此报告。'));
    expect(at('附件')).toBeGreaterThan(at('附件：主要指标数据表'));
    expect(lines.findIndex((line) => line.endsWith('大张楼镇人民政府'))).toBeLessThan(at('附件'));
    expect(paragraphs(noFigures, { attachTable: true }).slice(-1)).toEqual(['']);
  });
});

describe('the wording', () => {
  const broken = /，，|，。|。。|、。|；。|：。|（）|、、|，；|^，|^。| |今年以来|其它|截止/mu;

  /** Where nothing is known of what was to be judged, somebody has to write what fell short. */
  const withoutGap = (text: string | null): string => (text ?? '【待补').replace('【待补：存在不足】', '');

  it('stands without any figure', () => {
    const text = withoutGap(report(noFigures).text);
    expect(text).not.toMatch(/【待补/u);
    expect(text).not.toMatch(broken);
    expect(text.replace(/\d+年|\d+月\d+日/gu, '')).not.toMatch(/\d/u);
  });

  const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values]);
  const codes = [...new Set(reportRows.figures.map(({ code }) => code))];

  it('stands with any of the indicators and tasks', () => {
    fc.assert(
      fc.property(some(codes), some(reportRows.tasks), fc.boolean(), (given, tasks, isPublic) => {
        const figures = reportRows.figures.filter(({ code }) => given.includes(code));
        const text = withoutGap(report({ ...reportRows, figures, tasks }, { isPublic }).text);
        expect(text).not.toMatch(/【待补/u);
        expect(text).not.toMatch(broken);
      }),
      { numRuns: rounds(15) },
    );
  });

  it('stands with any part of the figures, with a gap for what only some have given', () => {
    fc.assert(
      fc.property(some(reportRows.figures), (figures) => {
        const text = report({ ...reportRows, figures }).text ?? '';
        expect(text.replace(/【待补：指标\.[^】]+】/gu, '1件')).not.toMatch(broken);
        expect(text).toContain('特此报告');
      }),
      { numRuns: rounds(15) },
    );
  });

  it('prints counts where a rate would rest on fewer than five', () => {
    const few: Readonly<Record<string, number>> = { 'D1.1': 4, 'D1.3': 3, 'D2.1': 2, 'D9.1': 3, 'D9.2': 2, 'D9.3': 1 };
    const figures = [
      ...reportRows.figures.filter(({ code }) => !(code in few) && !/^D[124678]\./u.test(code)),
      ...Object.entries(few).map(([code, value]) => figure(code, value)),
      figure('D1.2', 3),
    ];
    const text = report(withOthersNotConcerned({ ...reportRows, figures })).text ?? '';
    expect(text).toContain('在岗执法人员3名，持证2名；');
    expect(text).toContain('学法考试应考3人，参考2人；');
    expect(text).not.toMatch(/\d[名人]中\d/u);
  });

  it('names newer laws only where they are in force', () => {
    expect(sample.text).not.toMatch(/行政执法监督条例|法治宣传教育法/u);
    const current = { 行政执法监督条例: '行政执法监督条例', 法治宣传教育法: '法治宣传教育法' };
    const later = report(reportRows, { reportYear: 2026, current }).text ?? '';
    expect(later).toContain('《行政执法监督条例》');
    expect(later).toContain('按照《法治宣传教育法》、');
  });

  it('writes 法治 for rule of law; 法制 only in 法制审核', () => {
    expect(templateText.match(/法制(?!审核|度).{0,4}/gu)).toBeNull();
  });

  it('ends each paragraph of the body with a full stop', () => {
    const body = sampleParagraphs.filter((paragraph) => paragraph.length > 40);
    expect(body.filter((paragraph) => !paragraph.endsWith('。'))).toEqual([]);
  });

  it('says 第一责任人 wherever it says 第一责任', () => {
    expect(templateText.replace(/第一责任人/gu, '')).not.toContain('第一责任');
  });
});

describe('the office’s own paragraphs', () => {
  it.each(narrativeSections)('of %s are printed', (section) => {
    const narrative = {
      section,
      order: 1,
      text: `本镇在${section}上的做法。`,
      condition: '',
      source: '',
      place: hub('综述素材', 'C4'),
    };
    expect(paragraphs({ ...reportRows, narratives: [...reportRows.narratives, narrative] })).toContain(
      `本镇在${section}上的做法。`,
    );
  });
});

describe('the office’s own sentences', () => {
  it.each(ruleOfLaw.areas.map(({ area }) => area))('of %s are printed', (area) => {
    const [first, ...rest] = reportRows.indicators.filter(({ code }) => code === 'E1' || code === 'E2.1');
    const own = { sentence: '全年{{指标.普法活动场次}}', area, sentencePlace: hub('指标', 'N40') };
    const indicators = [{ ...first!, ...own }, ...rest];
    expect(report({ ...reportRows, indicators }).text).toContain('\n全年26场次。\n');
  });
});

it('asks an office without data only for what the law wants told', () => {
  const findings = findingsFromRows(noRows, reportSettings, []).value;
  const model = reportFromFindings(findings, noRows, reportSettings).value;
  const { problems } = fillText(templateText, model, fieldsOfReport(noRows, ruleOfLaw));
  expect(problems.map(({ code, actual }) => [code, actual])).toEqual([
    ['value-missing', '{{第一责任人}}'],
    ['value-missing', '{{存在不足}}'],
    ['value-missing', '{{其他情况}}'],
  ]);
});
