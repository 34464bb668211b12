import { problemText } from '../../../src/core/base/problem';
import { checkDocument, fillDocument } from '../../../src/engine/word/fill-document';
import { traced, type Dictionary, type ModelRecord } from '../../../src/engine/language/model';
import { cell, docx, docxFiles, heading, p, part, r, readBody, readPart, row, table, zip } from './docx-builder';
import { expectSound } from './ooxml-check';

const text = { type: 'text', help: '' } as const;
const list = (...names: readonly string[]) =>
  ({
    type: 'list',
    help: '',
    of: { type: 'record', help: '', fields: Object.fromEntries(names.map((name) => [name, text])) },
  }) as const;

const dictionary: Dictionary = {
  年度: { type: 'number', help: '' },
  镇名: text,
  空话: text,
  有逾期: { type: 'bool', help: '' },
  部门: {
    type: 'list',
    help: '',
    of: { type: 'record', help: '', fields: { 名称: text, 说明: text, 任务: list('名称', '状态') } },
  },
  无: list('名称'),
};

const model: ModelRecord = {
  年度: 2022,
  镇名: '某镇',
  空话: '',
  有逾期: false,
  部门: [
    {
      名称: '司法所',
      说明: traced('好', '好', ['司法所.xlsx 综述!B2']),
      任务: [
        { 名称: '普法', 状态: '完成' },
        { 名称: '调解', 状态: '逾期' },
      ],
    },
    { 名称: '财政办', 说明: null, 任务: [] },
  ],
  无: [],
};

function fill(...body: readonly string[]) {
  const template = docx(...body);
  const filled = fillDocument(template, model, dictionary, { name: '模板.docx' });
  if (filled.bytes) expectSound(template, filled.bytes);
  return filled;
}

function lines(...body: readonly string[]): readonly string[] {
  const { bytes, text: printed, problems } = fill(...body);
  if (bytes === null) throw new Error(problems.map(problemText).join('\n'));
  expect(readPart(bytes)).not.toMatch(/\{\{|\}\}/u);
  return printed;
}

function mistakes(...body: readonly string[]): readonly string[] {
  const { bytes, problems } = fill(...body);
  expect(bytes).toBeNull();
  return problems.map(problemText);
}

describe('placement', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['tags in a line', [p('{{镇名}}{{年度}}年')], ['某镇2022年']],
    [
      'an inline block',
      [p('有{{#each 部门}}{{名称}}{{#unless @last}}、{{/unless}}{{/each}}等')],
      ['有司法所、财政办等'],
    ],
    [
      'a block alone in its paragraphs leaves no blank line',
      [p('前'), p('{{#each 部门}}'), p('{{名称}}'), p('{{/each}}'), p('后')],
      ['前', '司法所', '财政办', '后'],
    ],
    ['else alone in its paragraph', [p('{{#if 有逾期}}'), p('有'), p(' {{else}} '), p('没有'), p('{{/if}}')], ['没有']],
    [
      'several block tags in one paragraph',
      [p('{{#each 部门}}{{#each 任务}}'), p('{{../名称}}{{名称}}'), p('{{/each}}{{/each}}')],
      ['司法所普法', '司法所调解'],
    ],
    [
      'tags at the outer edges of paragraphs',
      [p('{{#each 部门}}{{名称}}：'), p('下属{{/each}}'), p('完')],
      ['司法所：', '下属', '财政办：', '下属', '完'],
    ],
    [
      'an inline block that prints nothing takes its paragraph along',
      [p('甲'), p('{{#if 有逾期}}有{{/if}}'), p('乙')],
      ['甲', '乙'],
    ],
    ['an empty value alone in its paragraph', [p('甲'), p('{{空话}}'), p('乙')], ['甲', '乙']],
    ['a paragraph blank in the template stays', [p('甲'), p(''), p('乙')], ['甲', '', '乙']],
    ['a comment alone vanishes', [p('{{! 说明 }}'), p('乙')], ['乙']],
    [
      'a row repeated by tags in its cells',
      [table(row('部门', '说明'), row('{{#each 部门}}{{名称}}', '{{@index}}{{/each}}'), row('合计', '2'))],
      ['部门 | 说明', '司法所 | 0', '财政办 | 1', '合计 | 2'],
    ],
    [
      'rows from one row to a later one',
      [table(row('{{#each 部门}}', '{{名称}}'), row('次行', '{{@index}}{{/each}}'))],
      [' | 司法所', '次行 | 0', ' | 财政办', '次行 | 1'],
    ],
    [
      'rows of their own for the tags vanish',
      [table(row('头'), row('{{#each 部门}}'), row('{{名称}}'), row('{{else}}'), row('无'), row('{{/each}}'))],
      ['头', '司法所', '财政办'],
    ],
    [
      'nested row loops',
      [
        table(
          row('{{#each 部门}}', ''),
          row('{{#each 任务}}{{../名称}}', '{{名称}}{{/each}}'),
          row('{{名称}}小计', '{{个数 任务}}'),
          row('{{/each}}', ''),
        ),
      ],
      ['司法所 | 普法', '司法所 | 调解', '司法所小计 | 2', '财政办小计 | 0'],
    ],
    [
      'whole tables with their headings',
      [
        p('{{#each 部门}}'),
        heading('{{名称}}'),
        table(row('任务', '状态'), row('{{#each 任务}}{{名称}}', '{{状态}}{{/each}}')),
        p('{{/each}}'),
      ],
      ['司法所', '任务 | 状态', '普法 | 完成', '调解 | 逾期', '财政办', '任务 | 状态'],
    ],
    [
      'paragraphs within a cell',
      [table(row(p('{{#each 部门}}') + p('{{名称}}') + p('{{/each}}'), '右'))],
      ['司法所\n财政办 | 右'],
    ],
    [
      'a nested table',
      [table(row(table(row('{{#each 部门}}{{名称}}', '{{/each}}')) + p('尾')))],
      ['司法所 | \n财政办 | \n尾'],
    ],
    [
      'else if across paragraphs',
      [p('{{#if 有逾期}}'), p('甲'), p('{{else if 年度}}'), p('乙'), p('{{else}}'), p('丙'), p('{{/if}}')],
      ['乙'],
    ],
    [
      'paragraphs in a content control',
      [`<w:sdt><w:sdtContent>${p('{{#each 部门}}')}${p('{{名称}}')}${p('{{/each}}')}</w:sdtContent></w:sdt>`],
      ['司法所', '财政办'],
    ],
    ['white space taken away by ~', [p('甲 {{~年度~}} 乙')], ['甲2022乙']],
  ])('%s', (_, body, expected) => {
    expect(lines(...body)).toEqual(expected);
  });

  it('removes a table whose rows all vanished, and keeps a paragraph in every cell', () => {
    const { bytes } = fill(
      table(row('{{#each 无}}{{名称}}', '{{/each}}')),
      table(row('甲', '{{#if 有逾期}}有{{/if}}')),
    );
    const body = readBody(bytes);
    expect(body.match(/<w:tbl>/gu)).toHaveLength(1);
    expect(body).toMatch(/<\/w:tcPr><w:p><\/w:p><\/w:tc>/u);
  });

  it('keeps repeated tables apart', () => {
    const { bytes } = fill(p('{{#each 部门}}'), table(row('{{名称}}')), p('{{/each}}'));
    expect(readBody(bytes)).toMatch(/<\/w:tbl><w:p>.*<\/w:p><w:tbl>/u);
  });

  it('fills headers, footers and footnotes, and prefixes their text', () => {
    const files = docxFiles(p('正文'), {
      'word/header1.xml': part('hdr', p('{{镇名}}')),
      'word/footer1.xml': part('ftr', p('{{#if 有逾期}}有{{/if}}')),
      'word/footnotes.xml': part('footnotes', `<w:footnote w:id="1">${p('{{年度}}')}</w:footnote>`),
    });
    const filled = fillDocument(zip(files), model, dictionary, { name: '模板.docx' });
    expect(filled.text).toEqual(['正文', '页眉：某镇', '脚注：2022']);
    expect(readPart(filled.bytes, 'word/footer1.xml')).toContain('<w:p></w:p></w:ftr>');
  });

  it('fills text boxes and leaves out their copy for old programs', () => {
    const box = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;
    const { bytes, text: printed } = fill(
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="7" name="x"/>${box(p('{{镇名}}'))}</w:drawing></mc:Choice>` +
          `<mc:Fallback><w:pict>${box(p('{{镇名}}'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    );
    expect(printed).toEqual(['文本框：某镇', '']);
    expect(readBody(bytes)).not.toContain('mc:Fallback');
  });
});

describe('tags as people leave them', () => {
  it('joins a tag split over runs, spelling marks and bookmarks, in the look of its first run', () => {
    const { bytes, text: printed } = fill(
      p(
        r('甲{', '<w:b/>') +
          '<w:proofErr w:type="spellStart"/>' +
          r('{镇', '<w:i/>') +
          '<w:bookmarkStart w:id="1" w:name="x"/>' +
          r('名}') +
          '<w:bookmarkEnd w:id="1"/>' +
          r('}乙', '<w:u/>'),
      ),
    );
    expect(printed).toEqual(['甲某镇乙']);
    expect(readBody(bytes)).toBe(
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲某镇</w:t></w:r>' +
        '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>' +
        '<w:r><w:rPr><w:u/></w:rPr><w:t xml:space="preserve">乙</w:t></w:r></w:p>',
    );
  });

  it('accepts tracked insertions, ignores deletions, goes into links and content controls', () => {
    const body = p(
      `<w:ins w:id="1">${r('{{镇')}</w:ins><w:del w:id="2"><w:r><w:delText>{{旧}}</w:delText></w:r></w:del>` +
        `<w:smartTag>${r('名}}')}</w:smartTag>` +
        `<w:hyperlink r:id="x">${r('{{年度}}')}</w:hyperlink>` +
        `<w:sdt><w:sdtPr/><w:sdtContent>${r('{{#if 有逾期}}有{{else}}无{{/if}}')}</w:sdtContent></w:sdt>`,
    );
    expect(lines(body)).toEqual(['某镇2022无']);
  });

  it('makes line breaks and tabs of those in values, and strips what XML cannot hold', () => {
    const { bytes } = fillDocument(docx(p('{{镇名}}')), { 镇名: 'a\nb\tc\u0001\ufffe<&"\ud800' }, dictionary, {
      name: '模板.docx',
    });
    expect(readBody(bytes)).toBe(
      '<w:p><w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:tab/>' +
        '<w:t xml:space="preserve">c&lt;&amp;&quot;</w:t></w:r></w:p>',
    );
  });

  it('prints what a value says and never runs it', () => {
    const value = '{{年度}} $& $1 {{#each 部门}}';
    const filled = fillDocument(docx(p('{{镇名}}')), { 镇名: value }, dictionary, { name: '模板.docx' });
    expect(filled.text).toEqual([value]);
    expect(filled.problems).toEqual([]);
  });

  it('reads a part that uses another prefix for w:, and writes the usual one', () => {
    const files = docxFiles(p('{{镇名}}'));
    const other = files['word/document.xml']!.replace(/(<\/?)w:/gu, '$1ns0:').replace('xmlns:w=', 'xmlns:ns0=');
    const filled = fillDocument(zip({ ...files, 'word/document.xml': other }), { 镇名: '甲\n乙' }, dictionary, {
      name: '模板.docx',
    });
    expect(filled.text).toEqual(['甲\n乙']);
    expect(readPart(filled.bytes)).toContain('<w:br/>');
  });

  it('numbers pictures anew and drops bookmarks in what is repeated', () => {
    const picture = '<w:r><w:drawing><wp:docPr id="1" name="图"/></w:drawing></w:r>';
    const { bytes } = fill(
      p('{{#each 部门}}'),
      p(`${picture}<w:bookmarkStart w:id="5" w:name="b"/>`),
      p('{{/each}}'),
      p(picture),
    );
    const ids = [...readBody(bytes).matchAll(/docPr id="(\d+)"/gu)].map((match) => match[1]);
    expect(ids).toEqual(['1', '2', '3']);
    expect(readBody(bytes)).not.toContain('bookmark');
  });
});

describe('trace and gaps', () => {
  it('says for each printed value its field, place and cells', () => {
    const {
      trace,
      problems,
      text: printed,
    } = fill(
      heading('一、基本情况'),
      p('{{#each 部门}}'),
      p('{{名称}}'),
      p('{{#if 说明}}说明：{{说明}}{{else}}缺{{说明}}{{/if}}'),
      p('{{/each}}'),
      table(row('{{#each 部门}}{{名称}}', '{{@index}}{{/each}}')),
    );
    expect(printed.slice(1, 5)).toEqual(['司法所', '说明：好', '财政办', '缺【待补：部门第2项的说明】']);
    expect(trace.map(({ field, place }) => `${field} ${place}`)).toEqual([
      '部门.0.名称 “一、基本情况”下第 1 段',
      '部门.0.说明 “一、基本情况”下第 2 段',
      '部门.1.名称 “一、基本情况”下第 3 段',
      '部门.1.说明 “一、基本情况”下第 4 段',
      '部门.0.名称 表 1 第 1 行第 1 列',
      '部门.1.名称 表 1 第 2 行第 1 列',
    ]);
    expect(trace[1]?.sources).toEqual(['司法所.xlsx 综述!B2']);
    expect(problems.map(problemText)).toEqual([
      '模板.docx “一、基本情况”下第 3 段：“部门第2项的说明”没有数据，报告里印成【待补：部门第2项的说明】。请补上数据，或者在成文后手工填写。',
    ]);
  });

  it('never by a heading that is made of tags', () => {
    const { problems } = fill(
      heading('一、基本情况'),
      p('{{镇名}}'),
      p('{{#each 部门}}'),
      heading('（{{@index}}）{{名称}}'),
      p('{{/each}}'),
      p('{{#each 部门}}{{说明}}{{/each}}'),
    );
    expect(problems.map(problemText).join()).toContain('模板.docx “一、基本情况”下第 5 段：');
  });
});

describe('mistakes', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'places by heading, table and order',
      [heading('一、概况'), p('好'), p('{{镇明}}'), table(row('甲', '乙'), row('{{部门.名}}', '丙')), p('{{年}}')],
      [
        '模板.docx “一、概况”下第 2 段：标签“{{镇明}}”里的字段“镇明”不存在：没有“镇明”。是不是想写“镇名”。',
        '模板.docx 表 1 第 2 行第 1 列：标签“{{部门.名}}”里的字段“部门.名”不存在：“部门”里没有“名”。这是一个列表，请用 {{#each …}} 逐项取用。',
        '模板.docx “一、概况”下第 3 段：标签“{{年}}”里的字段“年”不存在：没有“年”。是不是想写“年度”。',
      ],
    ],
    [
      'unclosed block, and no noise from it',
      [p('{{#each 部门}}'), p('{{名称}}'), p('{{年度}}')],
      ['模板.docx 正文第 1 段：标签“{{#each 部门}}”没有结束，缺少 {{/each}}。请补上 {{/each}}。'],
    ],
    [
      'block from the body into a table',
      [p('{{#each 部门}}'), table(row('{{名称}}{{/each}}'))],
      [
        '模板.docx 正文第 1 段：标签“{{#each 部门}}”与“{{/each}}”（表 1 第 1 行第 1 列）配不到一起：一个在里层，一个在外层。请把两个标签写在同一段里，或者各自单独成段，或者写在同一行表格的第一格和最后一格。',
      ],
    ],
    [
      'a loop amid the texts of a link',
      [p(`${r('甲')}<w:hyperlink w:anchor="x">${r('甲{{#each 部门}}乙')}</w:hyperlink>${r('丙')}`), p('丁{{/each}}戊')],
      [
        '模板.docx 正文第 1 段：标签“{{#each 部门}}”与“{{/each}}”（正文第 2 段）配不到一起：在超链接、域或内容控件的文字中间，又跨了段。请把两个标签写在同一段里，或者各自单独成段，或者写在同一行表格的第一格和最后一格。',
      ],
    ],
    [
      'a row block with other tags before it in the row',
      [table(row('{{镇名}}', '{{#each 部门}}', '{{/each}}'))],
      [
        '模板.docx 表 1 第 1 行第 2 列：标签“{{#each 部门}}”与“{{/each}}”（表 1 第 1 行第 3 列）配不到一起：要重复整行，可是标签外面的同一行里还有别的标签。请把两个标签写在同一段里，或者各自单独成段，或者写在同一行表格的第一格和最后一格。',
      ],
    ],
    [
      'a tag with a page break inside',
      [p(r('{{镇') + '<w:r><w:br w:type="page"/></w:r>' + r('名}}'))],
      ['模板.docx 正文第 1 段：标签“{{镇□名}}”里夹着图片、域或分页符。请把它移到标签外面。'],
    ],
    [
      'a tag in a field code',
      [p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK {{镇名}}</w:instrText></w:r>')],
      ['模板.docx 正文第 1 段：域代码“HYPERLINK {{镇名}}”里有标签，这里不能填写。请把标签移到普通文字里。'],
    ],
    [
      'a tag in a formula',
      [p('<m:oMath xmlns:m="m"><m:r><m:t>{{镇名}}</m:t></m:r></m:oMath>')],
      ['模板.docx 正文第 1 段：公式或特殊内容“{{镇名}}”里有标签，这里不能填写。请把标签移到普通文字里。'],
    ],
    [
      'a block from a link to outside',
      [p(`<w:hyperlink r:id="x">${r('{{#if 有逾期}}')}</w:hyperlink>${r('有{{/if}}')}`)],
      [
        '模板.docx 正文第 1 段：标签“{{#if 有逾期}}”与“{{/if}}”（正文第 1 段）配不到一起：一个在超链接、域或内容控件里，一个在外面。请把两个标签写在同一段里，或者各自单独成段，或者写在同一行表格的第一格和最后一格。',
      ],
    ],
    [
      'rows that cross',
      [table(row('{{#each 部门}}{{名称}}', '{{/each}}{{#if 有逾期}}', '{{/if}}'))],
      [
        '模板.docx 表 1 第 1 行第 2 列：标签“{{#if 有逾期}}”与“{{/if}}”（表 1 第 1 行第 3 列）配不到一起：要重复整行，可是标签外面的同一行里还有别的标签。请把两个标签写在同一段里，或者各自单独成段，或者写在同一行表格的第一格和最后一格。',
      ],
    ],
  ])('%s', (_, body, expected) => {
    expect(mistakes(...body)).toEqual(expected);
  });

  it('is told by the check alone as well', () => {
    expect(checkDocument(docx(p('{{镇明}}')), dictionary, { name: '模板.docx' })).toHaveLength(1);
    expect(checkDocument(docx(p('{{镇名}}')), dictionary, { name: '模板.docx' })).toEqual([]);
  });
});

it('gives the same bytes twice', () => {
  expect(fill(p('{{镇名}}'), table(row(cell('{{#each 部门}}'), '{{/each}}'))).bytes).toEqual(
    fill(p('{{镇名}}'), table(row(cell('{{#each 部门}}'), '{{/each}}'))).bytes,
  );
});
