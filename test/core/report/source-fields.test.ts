/** The 附件 数据来源 lists the report without changing it. */
import { blankSources, reportTrace, sourcesFromTrace } from '../../../src/core/report/source-fields';
import type { TraceEntry } from '../../../src/engine/language/trace';
import { fillText } from '../../../src/engine/language/fill-text';
import { sourceDictionary } from '../../../src/core/report/source-fields';

const entry = (field: string, text: string, sources: readonly string[], place = '正文第 1 段'): TraceEntry => ({
  field,
  text,
  place,
  sources,
  bookmark: `nb_${field}`,
});

describe('sourcesFromTrace', () => {
  it('lists figures with their cells, one printed twice once', () => {
    const trace = [
      entry('数', '12', ['a!A1', 'a!A1', 'b!B2']),
      entry('名', '某镇', ['a!A2']),
      entry('序', '1', []),
      entry('数', '12', ['a!A1', 'b!B2'], '正文第 3 段'),
    ];
    expect(sourcesFromTrace(trace)).toEqual({
      数据来源: [
        { 位置: '正文第 1 段；正文第 3 段', 文字: '12', 来源: 'a!A1；b!B2', 字段: '数', 书签: 'nb_数、nb_数' },
      ],
    });
  });

  it('tells the number of cells where there are many', () => {
    const cells = ['A1', 'A2', 'A3', 'A4', 'A5'];
    expect(JSON.stringify(sourcesFromTrace([entry('数', '5', cells)]))).toContain('A1；A2；A3 等 5 处');
  });

  it('does not list itself', () => {
    const trace = [entry('数', '12', ['A1'])];
    const template = '{{#each 数据来源}}{{位置}}{{文字}}{{/each}}';
    const again = fillText(template, sourcesFromTrace(trace), sourceDictionary);
    expect(reportTrace([...trace, ...again.trace])).toEqual(trace);
  });
});

it('keeps the place of the 附件 while its lines are not known', () => {
  const template = '{{#if 数据来源}}附件{{/if}}';
  expect(fillText(template, blankSources(true), sourceDictionary).text).toBe('附件');
  expect(fillText(template, blankSources(false), sourceDictionary).text).toBe('');
});
