/** Tags where they are easily overlooked, and what a block may tear apart. */
import { problemText } from '../../../src/core/base/problem';
import { fillDocument, type Filled } from '../../../src/engine/word/fill-document';
import type { Dictionary } from '../../../src/engine/language/model';
import { box, docxFiles, p, part, r, readBody, readPart, row, table, zip } from './docx-builder';
import { expectSound } from './ooxml-check';

const text = { type: 'text', help: '' } as const;
const dictionary: Dictionary = {
  镇名: text,
  真: { type: 'bool', help: '' },
  列: { type: 'list', help: '', of: { type: 'record', help: '', fields: { 名: text } } },
  无: { type: 'list', help: '', of: { type: 'record', help: '', fields: { 名: text } } },
};
const model = { 镇名: '某镇', 真: false, 列: [{ 名: '一' }, { 名: '二' }], 无: [] };

function fill(body: string, extra: Readonly<Record<string, string>> = {}, change = (text: string) => text): Filled {
  const files = docxFiles(body, extra);
  const template = zip(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, change(content)])));
  const filled = fillDocument(template, model, dictionary, { name: '模板.docx' });
  if (filled.bytes) expectSound(template, filled.bytes);
  return filled;
}

function mistakes(...args: Parameters<typeof fill>): readonly string[] {
  const { bytes, problems } = fill(...args);
  expect(bytes).toBeNull();
  return problems.map(problemText);
}

const drawing = (attributes: string): string =>
  p(`<w:r><w:drawing><wp:docPr id="1" name="图" ${attributes}/></w:drawing></w:r>`);
const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';

describe('tags out of reach are refused, each with its place', () => {
  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    [
      'the code of a simple field',
      p(`<w:fldSimple w:instr=" DOCPROPERTY {{镇名}} ">${r('x')}</w:fldSimple>`),
      {},
      '模板.docx 正文：域代码“ DOCPROPERTY {{镇名}} ”里有标签，这里不能填写。请把标签移到普通文字里。',
    ],
    [
      'a chart, split over its runs',
      p('正文'),
      {
        'word/charts/chart1.xml':
          '<c:chart xmlns:c="c" xmlns:a="a"><a:r><a:t>{{镇</a:t></a:r><a:r><a:t>名}}</a:t></a:r></c:chart>',
      },
      '模板.docx 图表：文字“{{镇名}}”里有标签，这里不能填写。请把标签移到普通文字里。',
    ],
    [
      'a property that cannot be filled',
      p('正文'),
      {
        'docProps/core.xml': `<cp:coreProperties xmlns:cp="cp" ${dc}><dc:title>{{镇明}}报告</dc:title></cp:coreProperties>`,
      },
      '模板.docx 文档属性“title”：标签“{{镇明}}”里的字段“镇明”不存在：没有“镇明”。是不是想写“镇名”。',
    ],
  ])('%s', (_, body, extra, expected) => {
    expect(mistakes(body, extra)).toEqual([expected]);
  });

  it.each([
    ['a picture named for what is none', 'descr="{{图片 镇名}}"', '里写了图片，可是这里不是图片'],
    ['data named for what is no chart', 'descr="{{图表 列 &quot;名&quot; &quot;名&quot;}}"', '取不到列表每一项的“名”'],
    ['a field that is not there', 'title="{{镇明}}"', '是不是想写“镇名”'],
  ])('%s in an alternative text', (_, attributes, expected) => {
    expect(mistakes(drawing(attributes)).join()).toContain(expected);
  });

  it('text outside of any paragraph', () => {
    const outside = (xml: string): string => xml.replace('</w:body>', '</w:body>{{镇名}}');
    expect(mistakes(p('正文'), {}, outside)).toEqual([
      '模板.docx 正文：文字“{{镇名}}”里有标签，这里不能填写。请把标签移到普通文字里。',
    ]);
  });

  it('a document inside the document', () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="part.html"/></Relationships>';
    expect(mistakes(p('正文'), { 'word/_rels/document.xml.rels': rels, 'word/part.html': '{{镇名}}' })[0]).toMatch(
      /嵌有另一份文件/u,
    );
  });
});

describe('tags in other places are filled', () => {
  it('in alternative texts, each round of a loop its own', () => {
    const { bytes } = fill(
      p('{{#each 列}}') + drawing('descr="{{名}}的 &quot;图&quot;" title="{{镇名}}"') + p('{{/each}}'),
    );
    expect(readBody(bytes).match(/id="\d+" name="图" descr="[^"]*" title="[^"]*"/gu)).toEqual([
      'id="1" name="图" descr="一的 &quot;图&quot;" title="某镇"',
      'id="2" name="图" descr="二的 &quot;图&quot;" title="某镇"',
    ]);
  });

  it('in the properties, with trace and gap', () => {
    const { bytes, trace } = fill(p('正文'), {
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="cp" ${dc}><dc:title>{{镇名}} &amp; {{#if 真}}真{{else}}假{{/if}}</dc:title></cp:coreProperties>`,
    });
    expect(readPart(bytes, 'docProps/core.xml')).toContain('<dc:title>某镇 &amp; 假</dc:title>');
    expect(trace).toMatchObject([{ field: '镇名', place: '文档属性“title”' }]);
  });

  it('in comments, and a tag that a comment is anchored to', () => {
    const body = p(
      `${r('甲{{镇')}<w:commentRangeStart w:id="1"/>${r('名')}<w:commentRangeEnd w:id="1"/>` +
        `<w:r><w:commentReference w:id="1"/></w:r>${r('}}')}`,
    );
    const filled = fill(body, {
      'word/comments.xml': part('comments', `<w:comment w:id="1">${p('请{{镇名}}核对')}</w:comment>`),
    });
    expect(filled.text).toEqual(['甲某镇', '批注：请某镇核对']);
    expect(readBody(filled.bytes)).toContain('<w:commentReference w:id="1"/>');
  });

  it('in a paragraph whose tag was deleted as a tracked change', () => {
    const deleted = '<w:del w:id="3"><w:r><w:delText>{{旧}}</w:delText></w:r></w:del>';
    expect(readBody(fill(p(`${r('留下')}${deleted}`) + p(deleted)).bytes)).toBe(p('留下'));
  });

  it('in a text box whose block prints nothing: the box keeps a paragraph', () => {
    expect(readBody(fill(box(p('{{#each 无}}{{名}}{{/each}}'))).bytes)).toContain(
      '<w:txbxContent><w:p></w:p></w:txbxContent>',
    );
  });
});

const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const instruction = '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';

describe('fields', () => {
  it('are filled inside, and stay whole in a block', () => {
    const filled = fill(p(`${r('{{#each 列}}')}${begin}${instruction}${r('{{名}}')}${end}${r('{{/each}}')}`));
    expect(filled.text).toEqual(['一二']);
  });

  it.each([
    ['inline', p(`${begin}${instruction}${r('{{#if 真}}1')}${end}${r('{{/if}}')}`)],
    [
      'over paragraphs',
      p(`${begin}${instruction}${r('目录')}`) + p('{{#if 真}}') + p(`${r('一')}${end}`) + p('{{/if}}'),
    ],
  ])('cut by a block are refused (%s)', (_, body) => {
    expect(mistakes(body)).toEqual([
      expect.stringContaining(
        '标签“{{#if 真}}”的块只包住了域（目录、页码、引用等）的一半。请把整个域放进块里，或者放到块外面。',
      ),
    ]);
  });
});

describe('what begins at one mark and ends at another', () => {
  const start = (id: number): string => `<w:bookmarkStart w:id="${String(id)}" w:name="b${String(id)}"/>`;
  const stop = (id: number): string => `<w:bookmarkEnd w:id="${String(id)}"/>`;

  it.each<[string, string, boolean]>([
    ['whole within a paragraph', p(`${start(1)}${r('{{镇名}}')}${stop(1)}`), true],
    [
      'around a loop',
      p(start(1) + r('甲')) + p('{{#each 列}}') + p('{{名}}') + p('{{/each}}') + p(stop(1) + r('乙')),
      true,
    ],
    ['into a loop', p(start(1) + r('甲')) + p('{{#each 列}}') + p(`${r('{{名}}')}${stop(1)}`) + p('{{/each}}'), false],
    [
      'from a branch that does not run',
      p('{{#if 真}}') + p(start(1) + r('甲')) + p('{{/if}}') + p(r('乙') + stop(1)),
      false,
    ],
    ['from a paragraph that vanishes', p(`${start(1)}${r('{{#if 真}}甲{{/if}}')}`) + p(r('乙') + stop(1)), false],
    ['from a paragraph that might vanish', p(`${start(1)}${r('{{镇名}}')}`) + p(r('乙') + stop(1)), true],
    [
      'from a row of tags',
      table(row('甲'), row(p(`${start(1)}${r('{{#each 列}}')}`)), row('{{名}}'), row('{{/each}}')) + p(stop(1)),
      false,
    ],
  ])('a bookmark %s', (_, body, kept) => {
    expect(readBody(fill(body).bytes).includes('bookmark')).toBe(kept);
  });
});

it.each([
  [
    'a table, when the last paragraph vanished',
    p('{{#each 列}}') + p('甲') + table(row('{{名}}')) + p('{{/each}}'),
    /<\/w:tbl><w:p><w:pPr>.*<\/w:p>$/su,
  ],
  ['nothing at all', p('{{#if 真}}甲{{/if}}'), /^<w:p\/>$/u],
])('a body that holds %s still ends with a paragraph', (_, body, expected) => {
  expect(readBody(fill(body).bytes)).toMatch(expected);
});

it('accepts paragraphs and rows that tracked changes put in', () => {
  const ins = '<w:ins w:id="1" w:author="办公室"/>';
  const inserted = row('{{镇名}}').replace('<w:tr>', `<w:tr><w:trPr>${ins}</w:trPr>`);
  const body = readBody(
    fill(p('{{镇名}}', `<w:rPr>${ins}</w:rPr>`) + table(inserted) + p('别处', `<w:rPr>${ins}</w:rPr>`)).bytes,
  );
  expect(body.match(/<w:ins/gu)).toHaveLength(1);
});

describe('content controls', () => {
  const control = (content: string): string =>
    `<w:sdt><w:sdtPr><w:alias w:val="名称"/><w:showingPlcHdr/><w:dataBinding w:xpath="x" w:storeItemID="y"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

  it.each([
    ['in a line', p(control(r('{{镇名}}')))],
    ['around paragraphs', control(p('{{镇名}}'))],
  ])('lose their tie to other data when they are filled (%s)', (_, body) => {
    const printed = readBody(fill(body).bytes);
    expect(printed).toContain('<w:alias w:val="名称"/></w:sdtPr>');
    expect(printed).toContain('某镇');
  });

  it('vanish with their content', () => {
    const filled = fill(p('甲') + control(p('{{#if 真}}乙{{/if}}')) + table(row(control(p('{{#if 真}}乙{{/if}}')))));
    expect(readBody(filled.bytes)).not.toContain('w:sdt');
  });
});
