/** What documents show beside plain text: bookmarks, looks, page breaks, merged cells. */
import { checkDocument, fillDocument } from '../../../src/engine/word/fill-document';
import { traced, type Dictionary } from '../../../src/engine/language/model';
import { cell, docx, p, r, readBody, row, table } from './docx-builder';
import { soundly } from './ooxml-check';

const text = { type: 'text', help: '' } as const;
const dictionary: Dictionary = {
  数: { type: 'number', help: '' },
  文: text,
  表: { type: 'list', help: '', of: { type: 'record', help: '', fields: { 类: text, 名: text } } },
};
const model = {
  数: traced(12, '12', ['司法所.xlsx 指标!B3']),
  文: '要**抓紧**办',
  表: [
    { 类: '甲', 名: '一' },
    { 类: '甲', 名: '二' },
    { 类: '乙', 名: '三' },
  ],
};
const fill = (template: Uint8Array, bookmarks = false) => {
  const filled = soundly(template, fillDocument(template, model, dictionary, { name: '模板.docx', bookmarks }));
  expect(filled.problems).toEqual([]);
  return { ...filled, body: readBody(filled.bytes) };
};

describe('bookmarks', () => {
  const template = docx(
    '<w:p><w:bookmarkStart w:id="7" w:name="旧"/><w:bookmarkEnd w:id="7"/><w:r><w:rPr><w:b/></w:rPr><w:t>共{{数}}件，{{文}}，{{数}}</w:t></w:r></w:p>',
  );

  it('stand around each figure that knows its cells, and the trace names them', () => {
    const { body, trace } = fill(template, true);
    expect(trace.map(({ field, bookmark }) => [field, bookmark])).toEqual([
      ['数', 'nb_数'],
      ['文', ''],
      ['数', 'nb_数_2'],
    ]);
    expect(body).toContain(
      '<w:bookmarkStart w:id="8" w:name="nb_数"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">12</w:t></w:r><w:bookmarkEnd w:id="8"/>',
    );
    expect(body.match(/w:bookmarkStart w:id="(\d+)"/gu)).toHaveLength(3);
  });

  it('are left out unless asked for', () => {
    expect(fill(template).body).not.toContain('nb_');
  });

  it('have names Word keeps, however long the path', () => {
    const long = '很长的字段名'.repeat(12);
    const { trace } = fillDocument(
      docx(p(`{{[${long}]}}`)),
      { [long]: traced(1, '1', ['a!A1']) },
      { [long]: { type: 'number', help: '' } },
      { name: 't', bookmarks: true },
    );
    expect(trace[0]?.bookmark).toMatch(/^nb_[\p{L}\p{N}_]{1,37}$/u);
  });
});

describe('looks', () => {
  it('are set where Word wants them among the properties', () => {
    const { body } = fill(docx(p(r('{{着色 (粗体 文) "红"}}', '<w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/>'))));
    expect(body).toContain(
      '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:bCs/><w:color w:val="C00000"/><w:sz w:val="32"/></w:rPr>',
    );
  });

  it('come from stars in the text, for that stretch alone', () => {
    const { body, text: lines } = fill(docx(p('说：{{富文本 文}}。')));
    expect(lines).toEqual(['说：要抓紧办。']);
    expect(body).toContain('<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">抓紧</w:t></w:r>');
  });
});

it.each([
  ['{{着色 文 "红"}}', '一二\n三'],
  ['{{粗体 文}}', '一二\n三'],
  ['{{富文本 文}}', '一二\n三'],
  ['{{图片 文}}', '【待补：图片 一二\n三】'],
])('%s takes out of a value what no document can hold', (tag, shown) => {
  const template = docx(p(tag));
  const value = { 文: '一\u0001二\uffff\r\n三' };
  const options = { name: '模板.docx', picture: () => null };
  const { text: lines } = soundly(template, fillDocument(template, value, { 文: text }, options));
  expect(lines).toEqual([shown]);
});

describe('a page break', () => {
  it('keeps its paragraph', () => {
    expect(fill(docx(p('一'), p('{{分页}}'), p('二'))).body).toContain('<w:p><w:r><w:br w:type="page"/></w:r></w:p>');
  });
});

describe('equal neighbours', () => {
  const heading = row('{{合并相同}}类别', '名称');

  it('of the column become one cell, the text standing once', () => {
    const { body } = fill(docx(table(heading, row('{{#each 表}}{{类}}', '{{名}}{{/each}}'))));
    const merged = body
      .split('<w:tr>')
      .slice(2)
      .map((xml) => /<w:vMerge w:val="(\w+)"/u.exec(xml)?.[1] ?? '');
    expect(merged).toEqual(['restart', 'continue', '']);
    expect(body.match(/甲/gu)).toHaveLength(1);
    expect(body).not.toContain('nianbao');
  });

  it('become one also where the rows of a loop ask for it', () => {
    const asked = fill(docx(table(row('类别', '名称'), row('{{#each 表}}{{类}}{{合并相同}}', '{{名}}{{/each}}'))));
    const usual = fill(docx(table(heading, row('{{#each 表}}{{类}}', '{{名}}{{/each}}'))));
    expect(asked.body).toBe(usual.body);
  });

  it('in a column that does not ask stay as they are', () => {
    const { body } = fill(docx(table(row('类别', '{{合并相同}}名称'), row('{{#each 表}}{{类}}', '{{名}}{{/each}}'))));
    expect(body).not.toContain('vMerge');
  });

  it('leave a cell that holds a table alone', () => {
    const inner = `${table(row('甲'))}<w:p/>`;
    const { body } = fill(docx(table(row('{{合并相同}}类'), row(cell(inner)), row(cell(inner)))));
    expect(body).not.toContain('vMerge');
  });
});

it('checks the arguments of what documents show like those of any helper', () => {
  const codes = checkDocument(docx(p('{{粗体}}'), p('{{分页 1}}'), p('{{着色 文}}')), dictionary, { name: 't' });
  expect(codes.map(({ code }) => code)).toEqual(['field-unknown', 'helper-arguments', 'helper-arguments']);
});
