import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import { fieldsOfReport } from '../../../src/core/report/fields';
import { reportFromFindings, reportTitle } from '../../../src/core/report/report-from-findings';
import type { Narrative, Rows } from '../../../src/core/rows/rows';
import { fillText } from '../../../src/engine/language/fill-text';
import { isTraced, type Field, type Model, type ModelRecord } from '../../../src/engine/language/model';
import { hub, notApplicable, quantity, weakText } from '../findings/rows-builder';
import { reportRows, reportSettings } from './sample-report';
import { ruleOfLaw } from '../../edition';

function modelFor(rows: Rows): ReturnType<typeof reportFromFindings> {
  return reportFromFindings(findingsFromRows(rows, reportSettings, []).value, rows, reportSettings);
}

const model = modelFor(reportRows).value;
const dictionary = fieldsOfReport(reportRows, ruleOfLaw);

/** Where the model is not what the dictionary says. */
function mismatches(field: Field, value: Model | undefined, path: string): string[] {
  if (field.type === 'record') {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || isTraced(value)) return [path];
    const inside = value as ModelRecord;
    const extra = Object.keys(inside).filter((name) => !(name in field.fields));
    const below = Object.entries(field.fields).flatMap(([name, each]) =>
      mismatches(each, inside[name], `${path}.${name}`),
    );
    return [...extra.map((name) => `${path}.${name}`), ...below];
  }
  if (field.type === 'list') {
    if (!Array.isArray(value)) return [path];
    return (value as Model[]).flatMap((item, index) => mismatches(field.of, item, `${path}.${String(index)}`));
  }
  return isTraced(value) && fits(field.type, value.value) ? [] : [path];
}

function fits(type: Field['type'], value: string | number | boolean | null): boolean {
  if (value === null) return true;
  if (type === 'number') return typeof value === 'number';
  if (type === 'bool') return typeof value === 'boolean';
  return type === 'date' ? /^\d{4}-\d{2}-\d{2}$/u.test(String(value)) : typeof value === 'string';
}

/** The leaf at a path such as `任务.完成率`. */
function leaf(path: string): { text: string; sources: readonly string[] } {
  const found = path.split('.').reduce<Model>((at, name) => (at as ModelRecord)[name]!, model);
  if (!isTraced(found)) throw new Error(path);
  return found;
}

it('is what the dictionary says, field by field', () => {
  expect(mismatches({ type: 'record', help: '', fields: dictionary }, model, '')).toEqual([]);
});

it('explains every field', () => {
  const helps = (field: Field): string[] => [
    field.help,
    ...(field.type === 'record' ? Object.values(field.fields).flatMap(helps) : []),
    ...(field.type === 'list' ? helps(field.of) : []),
  ];
  expect(Object.values(dictionary).flatMap(helps)).not.toContain('');
});

it('prints figures with unit and knows their cells', () => {
  expect(leaf('指标.普法活动场次').text).toBe('26场次');
  expect(leaf('指标.执法人员持证率').text).toBe('79.2%');
  expect(leaf('指标.普法活动场次').sources).toHaveLength(7);
  expect(leaf('任务.完成率').text).toBe('86.8%');
});

it('gives every indicator with a value at least one cell, the completion rate included', () => {
  const figures = Object.entries(model['指标'] as ModelRecord);
  const unknown = figures.filter(([, value]) => isTraced(value) && value.value !== null && value.sources.length === 0);
  expect(unknown.map(([name]) => name)).toEqual([]);
});

it('prints counts instead of a rate below five tasks', () => {
  const rows = { ...reportRows, tasks: reportRows.tasks.filter(({ id }) => ['C-01', 'C-02', 'C-04'].includes(id)) };
  const tasks = modelFor(rows).value['任务'] as ModelRecord;
  expect(tasks['完成率']).toMatchObject({ text: '3项中2项' });
});

it('lists weaknesses and hints apart', () => {
  const areas = (name: string): string[] =>
    (model[name] as readonly ModelRecord[]).map((area) => {
      const words = area['类别'];
      return isTraced(words) ? words.text : '';
    });
  expect(areas('薄弱')).toEqual(['法治意识', '编制经费', '队伍素质', '普法']);
  expect(areas('提示')).toEqual(['组织领导', '执法', '社会治理']);
});

it('keeps the catalogue’s fields when the office’s list leaves an indicator out', () => {
  const rows = { ...reportRows, indicators: reportRows.indicators.filter(({ code }) => code !== 'E1') };
  expect(modelFor(rows).value['指标']).toMatchObject({ 普法活动场次: { value: null } });
});

it('says in the file’s title that data are invented', () => {
  expect(reportTitle(reportSettings)).toBe('关于2022年法治政府建设情况的报告（示例数据，纯属虚构）');
  expect(reportTitle({ ...reportSettings, sample: false })).toBe('关于2022年法治政府建设情况的报告');
});

describe('paragraphs of the office', () => {
  const narrative: Narrative = {
    section: '普法与社会',
    order: 1,
    text: '全年普法{{指标.普法活动场次}}。',
    condition: '',
    source: '',
    place: hub('综述素材', 'C4'),
  };

  function told(...narratives: Partial<Narrative>[]): { texts: string[]; problems: string[] } {
    const made = modelFor({ ...reportRows, narratives: narratives.map((own) => ({ ...narrative, ...own })) });
    const bySection = made.value['素材'] as ModelRecord;
    const list = bySection['普法与社会'] as readonly Model[];
    return {
      texts: list.map((item) => (isTraced(item) ? item.text : '')),
      problems: made.problems.map(({ code, place }) => `${code} ${place.cell ?? ''}`),
    };
  }

  it('are filled and put in the office’s order', () => {
    expect(told({ order: 2 }, { order: 1, text: '先说。' })).toEqual({
      texts: ['先说。', '全年普法26场次。'],
      problems: [],
    });
  });

  it('wait for the indicator of their condition', () => {
    expect(told({ condition: '普法活动场次' }).texts).toHaveLength(1);
    expect(told({ condition: '法律援助件数' })).toEqual({ texts: [], problems: [] });
  });

  it('are left out and reported at their cell when condition or tags are wrong', () => {
    expect(told({ condition: '没有的指标' })).toEqual({ texts: [], problems: ['narrative-condition-unknown C4'] });
    const mistaken = told({ text: '全年{{指标.没有}}。' });
    expect(mistaken.texts).toEqual([]);
    expect(mistaken.problems).toHaveLength(1);
    expect(mistaken.problems[0]).toMatch(/ C4$/u);
  });
});

describe('sentences of the office', () => {
  /** The sentences and problems when these indicators have words of their own. */
  function told(own: Readonly<Record<string, Partial<Rows['indicators'][number]>>>, figures = reportRows.figures) {
    const indicators = reportRows.indicators.map((line) => ({
      ...line,
      place: hub('指标', `A-${line.code}`),
      sentencePlace: hub('指标', `N-${line.code}`),
      ...own[line.code],
    }));
    const made = modelFor({ ...reportRows, indicators, figures });
    const byArea = made.value['指标句'] as ModelRecord;
    return {
      texts: Object.entries(byArea).flatMap(([area, list]) =>
        (list as readonly Model[]).map((item) => `${area} ${isTraced(item) ? item.text : ''}`),
      ),
      problems: made.problems.map(({ code, level, place }) => `${level} ${code} ${place.cell ?? ''}`),
      expected: made.problems.map(({ expected }) => expected),
    };
  }

  it('stand under their area and end with one full stop', () => {
    expect(
      told({ E1: { sentence: '开展普法{{指标.普法活动场次}}。' }, 'D1.1': { sentence: '有{{指标.在岗执法人员数}}' } }),
    ).toEqual({
      texts: ['编制经费 有24名。', '普法 开展普法26场次。'],
      problems: [],
      expected: [],
    });
  });

  it('are dropped without a value, and the office is told when it asked for it', () => {
    const withoutValue = reportRows.indicators.filter(({ code }) => code === 'E7').map(({ filledBy }) => filledBy);
    expect(withoutValue).toHaveLength(1);
    expect(told({ E7: { sentence: '有{{指标.法律援助件数}}。' } })).toEqual({ texts: [], problems: [], expected: [] });
    const asked = told({ E7: { sentence: '有数', onEmpty: 'note' } });
    expect(asked.texts).toEqual([]);
    expect(asked.problems).toEqual(['note indicator-empty A-E7']);
    expect(asked.expected[0]).toContain(withoutValue[0]);
  });

  it('are said of a rate of 0 %, which is a result, and of a count of none only in words of its own', () => {
    const none = reportRows.figures.map((one) =>
      ['D2.1', 'E1'].includes(one.code) ? { ...one, quantity: { ...one.quantity, value: quantity(0) } } : one,
    );
    const sentences = {
      D2: { sentence: '达到{{指标.执法人员持证率}}' },
      E1: { sentence: '开展普法{{指标.普法活动场次}}' },
    };
    expect(told(sentences, none).texts).toEqual(['法治意识 达到0%。']);
    const worded = { E1: { sentence: '{{#if 指标.普法活动场次}}开展了{{else}}没有开展{{/if}}' } };
    expect(told(worded, none).texts).toEqual(['普法 没有开展。']);
  });

  it('that nobody has the duty for are not asked for', () => {
    const excluded = reportRows.figures.map((one) =>
      one.code === 'E1' ? { ...one, quantity: { ...one.quantity, value: notApplicable } } : one,
    );
    expect(told({ E1: { sentence: '有数', onEmpty: 'note' } }, excluded)).toMatchObject({ texts: [], problems: [] });
  });

  it('are left out and reported at their cell when their tags are wrong', () => {
    const { texts, problems } = told({ E1: { sentence: '开展{{指标.没有}}。' } });
    expect(texts).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^error .* N-E1$/u);
  });
});

describe('tags in the office’s own words', () => {
  const measure = (action: string): ReturnType<typeof modelFor> =>
    modelFor({ ...reportRows, weakTexts: [weakText('编制经费', { action })] });
  const first = ({ value }: ReturnType<typeof modelFor>): Model => (value['薄弱'] as ModelRecord[])[0]!['对策']!;

  it('are filled, and the figure’s cells belong to the sentence', () => {
    const found = measure('补齐{{指标.空编数}}');
    expect(found.problems).toEqual([]);
    expect(first(found)).toMatchObject({ text: expect.stringContaining('补齐9名') as unknown });
    expect((first(found) as { sources: string[] }).sources.length).toBeGreaterThan(1);
  });

  it('that nobody knows leave a gap and are told once, at the cell', () => {
    const found = measure('补齐{{指标.空编}}');
    expect(first(found)).toMatchObject({ text: expect.not.stringContaining('{{') as unknown });
    const told = found.problems.map(({ place, actual }) => `${place.file} ${actual}`);
    expect(new Set(told).size).toBe(told.length);
    expect(told[0]).toBe('总表.xlsx {{指标.空编}}');
  });
});

it('a gap bears the name the hub has for the indicator, whichever of its names the template uses', () => {
  const [usual, own] = ['党委专题研究法治会议次数', '党工委专题研究法治会议次数'];
  const indicators = reportRows.indicators.map((line) =>
    line.name === usual ? { ...line, name: own, synonyms: [usual], strangers: ['某办'] } : line,
  );
  const rows = { ...reportRows, indicators, figures: reportRows.figures.filter(({ code }) => code !== 'A1') };
  const { text, problems } = fillText(`{{指标.${usual}}}`, modelFor(rows).value, fieldsOfReport(rows, ruleOfLaw));
  expect(text).toBe(`【待补：指标.${own}】`);
  expect(problems[0]?.reason).toMatch(new RegExp(`^“指标.${own}”缺.*某办的数`, 'u'));
});
