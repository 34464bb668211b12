/** Native charts fed from a list, and tables of contents. */
import { unzipSync } from 'fflate';
import { checkDocument, fillDocument } from '../../../src/engine/word/fill-document';
import type { Dictionary } from '../../../src/engine/language/model';
import { traced } from '../../../src/engine/language/model';
import { docx, docxFiles, heading, p, readBody, readPart, zip } from './docx-builder';
import { soundly } from './ooxml-check';
import { expectSound } from './ooxml-check';

const dictionary: Dictionary = {
  部门: {
    type: 'list',
    help: '',
    of: {
      type: 'record',
      help: '',
      fields: { 名称: { type: 'text', help: '' }, 人数: { type: 'number', help: '' } },
    },
  },
};
const model = {
  部门: [
    { 名称: '司法所', 人数: traced(3, '3名', ['司法所.xlsx 指标!B2']) },
    { 名称: '<财政所>', 人数: null },
  ],
};
const fill = (template: Uint8Array, data: typeof model | { 部门: [] } = model, bookmarks = false) =>
  soundly(template, fillDocument(template, data, dictionary, { name: '模板.docx', bookmarks }));

describe('a chart', () => {
  it.each(['柱形', '折线', '饼形'])('as %s holds the values, and the workbook they can be edited in', (kind) => {
    const template = docx(p(`{{图表 部门 "名称" "人数" 种类="${kind}" 标题="人数" 宽=10 高=5}}`));
    const { bytes, problems } = fill(template);
    expect(problems).toEqual([]);
    expectSound(template, bytes);
    const chart = readPart(bytes, 'word/charts/chart1.xml');
    expect(chart).toContain('<c:pt idx="0"><c:v>3</c:v></c:pt>');
    expect(chart).toContain('&lt;财政所&gt;');
    expect(chart.match(/<c:ptCount val="2"\/>/gu)).toHaveLength(2);
    const book = unzipSync(unzipSync(bytes!)['word/embeddings/chart1.xlsx']!);
    expect(new TextDecoder().decode(book['xl/worksheets/sheet1.xml'])).toContain('<v>3</v>');
    expect(readPart(bytes, 'word/charts/_rels/chart1.xml.rels')).toContain('Target="../embeddings/chart1.xlsx"');
    expect(readBody(bytes)).toContain('cx="3600000" cy="1800000"');
  });

  it('is traced to the cells of its values', () => {
    const { trace } = fill(docx(p('{{图表 部门 "名称" "人数"}}')), model, true);
    expect(trace).toMatchObject([{ field: '部门', sources: ['司法所.xlsx 指标!B2'], bookmark: 'nb_部门' }]);
  });

  it('of an empty list is a gap and a problem', () => {
    const { text, problems } = fill(docx(p('{{图表 部门 "名称" "人数" 标题="人数"}}')), { 部门: [] });
    expect(text).toEqual(['【待补：图表 人数】']);
    expect(problems.map(({ code }) => code)).toEqual(['chart-impossible']);
  });

  it('is refused where a field is no number, not there, or the kind is unknown', () => {
    const wrong = ['"名称" "名称"', '"名" "人数"', '"名称" "人数" 种类="雷达"'];
    const problems = checkDocument(docx(...wrong.map((each) => p(`{{图表 部门 ${each}}}`))), dictionary, { name: 't' });
    expect(problems.map(({ code }) => code)).toEqual(wrong.map(() => 'helper-arguments'));
  });
});

describe('a table of contents', () => {
  const body =
    p('{{目录}}') + heading('一、总则') + p('正文') + p('{{#each 部门}}') + heading('{{名称}}的工作') + p('{{/each}}');
  const template = zip(docxFiles(body));

  it('lists the headings that were printed, each with the page of its bookmark', () => {
    const { bytes } = fill(template);
    expectSound(template, bytes);
    const xml = readBody(bytes);
    expect(
      xml
        .split('</w:p>')
        .filter((each) => each.includes('PAGEREF'))
        .map((each) => each.replace(/<[^>]*>/gu, '')),
    ).toEqual([
      ' TOC \\o "1-3" \\h \\z \\u 一、总则 PAGEREF _Toc90000001 \\h ',
      '司法所的工作 PAGEREF _Toc90000002 \\h ',
      '&lt;财政所&gt;的工作 PAGEREF _Toc90000003 \\h ',
    ]);
    expect(xml.match(/w:name="_Toc9\d+"/gu)).toHaveLength(3);
    expect(xml).not.toContain('nianbao');
  });

  it('is renewed when the document is opened', () => {
    const made = fill(template).bytes;
    expect(readPart(made, 'word/settings.xml')).toContain('<w:updateFields w:val="true"/>');
    const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const settings = `<w:settings ${space}><w:zoom w:percent="100"/><w:compat/></w:settings>`;
    const kept = fill(zip(docxFiles(body, { 'word/settings.xml': settings }))).bytes;
    expect(readPart(kept, 'word/settings.xml')).toContain(
      '<w:zoom w:percent="100"/><w:updateFields w:val="true"/><w:compat/>',
    );
  });
});
