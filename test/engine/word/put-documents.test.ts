/** Documents put into another one: what they bring along, and what they may not. */
import { strFromU8, unzipSync } from 'fflate';
import { describeData } from '../../../src/engine/language/data/dictionary-from-data';
import { fillDocument, type Filled } from '../../../src/engine/word/fill-document';
import { readPart } from './docx-builder';
import { fillCase } from './fill-case';
import { soundly } from './ooxml-check';
import { faultsOfOutput } from './outgoing-oracle';
import { outgoingTemplate } from './outgoing-template';

type Documents = Readonly<Record<string, string | Uint8Array>>;

function fill(host: string, documents: Documents, data: object = { 甲: '值' }): Filled {
  const template = outgoingTemplate(host);
  const { value } = describeData(data, 'data.json');
  const document = (path: string): Uint8Array | null => {
    const found = documents[path];
    return typeof found === 'string' ? outgoingTemplate(found) : (found ?? null);
  };
  return soundly(template, fillDocument(template, value!.model, value!.dictionary, { name: '模板.docx', document }));
}

function values(xml: string, pattern: RegExp): readonly string[] {
  return [...xml.matchAll(pattern)].map(([, value = '']) => value);
}

const twice = (list: readonly string[]): readonly string[] => list.filter((each, at) => list.indexOf(each) !== at);

describe('a document put in three times', () => {
  const { bytes } = fillCase('documents-put-in').filled;
  const styles = readPart(bytes, 'word/styles.xml');
  const numbering = readPart(bytes, 'word/numbering.xml');
  const body = readPart(bytes);

  it('brings styles that look otherwise under names of their own, once, and takes those that look the same', () => {
    expect(twice(values(styles, /w:styleId="([^"]*)"/gu))).toEqual([]);
    const names = values(styles, /<w:name w:val="([^"]*)"/gu);
    expect(twice(names.map((name) => name.toLowerCase()))).toEqual([]);
    expect(names).toEqual([
      'Normal',
      'heading 1',
      '共同的样式',
      'Normal（司法所）',
      'heading 1（司法所）',
      '共同的样式（司法所）',
    ]);
    // Another font by default: its own styles say so, and that there is no space behind a paragraph.
    expect(styles).toMatch(
      /<w:name w:val="Normal（司法所）"\/><w:pPr><w:spacing [^<>]*w:after="0"[^<>]*\/><\/w:pPr><w:rPr><w:rFonts w:ascii="楷体"/u,
    );
  });

  it('gives what says no style the one it had by itself', () => {
    const id = /w:styleId="([^"]*)"><w:name w:val="Normal（司法所）"/u.exec(styles)?.[1] ?? '';
    expect(body).toContain(
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr><w:r><w:t xml:space="preserve">没有样式的一段`,
    );
  });

  it('has lists of its own each time, which begin anew', () => {
    expect(twice(values(numbering, /<w:abstractNum w:abstractNumId="(\d+)"/gu))).toEqual([]);
    expect(twice(values(numbering, /<w:num w:numId="(\d+)"/gu))).toEqual([]);
    const lists = values(body, /<w:numId w:val="(\d+)"\/>/gu);
    // Two items of the host; two lists of the document each time, the first with two items.
    expect(lists).toHaveLength(2 + 3 * 3);
    expect(new Set(lists).size).toBe(1 + 3 * 2);
    expect(numbering.lastIndexOf('<w:abstractNum ')).toBeLessThan(numbering.indexOf('<w:num '));
  });

  it('brings its notes, pictures and links each time, and its file once', () => {
    const notes = readPart(bytes, 'word/footnotes.xml');
    expect(values(notes, /司法所(注.)/gu)).toEqual(['注一', '注二', '注一', '注二', '注一', '注二']);
    expect(notes).toContain('测试镇');
    expect(Object.keys(unzipSync(bytes!)).filter((name) => name.includes('media/'))).toHaveLength(1);
    expect(values(body, /w:name="(书签[^"]*)"/gu)).toEqual(['书签', '书签_2', '书签_3', '书签_4']);
    expect(values(body, /REF (书签\w*)/gu)).toEqual(['书签_2', '书签_3', '书签_4', '书签']);
  });

  it('leaves its sections, comments and tracked changes behind', () => {
    expect(body.match(/<w:sectPr/gu)).toHaveLength(1);
    expect(body).not.toMatch(/landscape|w:comment|w:ins\b|w:del\b|修订删去/u);
    expect(Object.keys(unzipSync(bytes!)).join()).not.toMatch(/comments|header/u);
    const files = Object.entries(unzipSync(bytes!)).map(([path, content]) => [path, strFromU8(content)] as const);
    expect(faultsOfOutput(files)).toEqual([]);
  });
});

describe('a document that is put in', () => {
  it('takes the styles of the other one where they look the same, whatever their ids', () => {
    const styles = (id: string): string =>
      `== 部件 word/styles.xml\n<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="正式"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>\n`;
    const styled = '<w:p><w:pPr><w:pStyle w:val="a9"/></w:pPr><w:r><w:t>字</w:t></w:r></w:p>\n';
    const host = `{{文档 "x.docx"}}\n${styles('正')}`;
    const { bytes } = fill(host, { 'x.docx': styled + styles('a9') });
    expect(readPart(bytes)).toContain('<w:pStyle w:val="正"/>');
    expect(readPart(bytes, 'word/styles.xml').match(/<w:style /gu)).toHaveLength(1);
  });

  it('undoes what is usual in the other one and was not in it', () => {
    const styles = (usual: string): string =>
      `== 部件 word/styles.xml\n<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault><w:pPrDefault><w:pPr>${usual}</w:pPr></w:pPrDefault></w:docDefaults></w:styles>\n`;
    const { bytes } = fill(`{{文档 "x.docx"}}\n${styles('<w:spacing w:after="160"/>')}`, {
      'x.docx': `字\n${styles('')}`,
    });
    expect(readPart(bytes, 'word/styles.xml')).toMatch(
      /<w:name w:val="正文"\/><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"\/><\/w:pPr>/u,
    );
  });

  it('follows a text in the same paragraph, and is parted from tables beside it', () => {
    const { text, bytes } = fill('材料：{{文档 "表.docx"}}\n| 头 |\n\n{{文档 "表.docx"}}\n{{文档 "表.docx"}}\n尾', {
      '表.docx': '| 表 |',
    });
    expect(text.filter((line) => line !== '')).toEqual(['材料：', '表', '头', '表', '表', '尾']);
    expect(readPart(bytes)).not.toContain('</w:tbl><w:tbl>');
  });

  it('is parted from another one in the same paragraph', () => {
    const { bytes } = fill('{{文档 "表.docx"}}{{文档 "表.docx"}}\n尾', { '表.docx': '| 表 |' });
    expect(readPart(bytes).match(/<w:tbl>/gu)).toHaveLength(2);
    expect(readPart(bytes)).not.toContain('</w:tbl><w:tbl>');
  });

  it('may not name itself, also further in, and not lie too deep', () => {
    const { problems } = fill('{{文档 "甲.docx"}}', {
      '甲.docx': '{{文档 "乙.docx"}}',
      '乙.docx': '{{文档 "甲.docx"}}',
    });
    expect(problems.map(({ code, place }) => `${place.file} ${code}`)).toEqual(['甲.docx document-in-itself']);
  });

  it.each([
    ['macros', { 'x.docx': '字\n== 部件 word/vbaProject.bin\nx' }, 'macro'],
    ['an embedded file', { 'x.docx': '<w:altChunk r:id="r"/>\n字' }, 'embedded-object'],
    ['no Word file', { 'x.docx': new Uint8Array(99) }, 'file-not-docx'],
    ['more than 20 MB', { 'x.docx': new Uint8Array(20_000_001) }, 'document-too-large'],
    ['tags that are wrong', { 'x.docx': '{{乙}}' }, 'field-unknown'],
    ['nothing', {}, 'document-missing'],
  ])('with %s is a gap that is told', (_, documents: Documents, code) => {
    const { text, problems } = fill('前\n{{文档 "x.docx"}}\n后', documents);
    expect(text).toEqual(['前', '【待补：文档 x.docx】', '后']);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('is one of 300 at most, which is told once', () => {
    const { text, problems } = fill(
      `{{#each 列}}\n{{文档 "x.docx"}}\n{{/each}}`,
      { 'x.docx': '字' },
      { 列: Array(303).fill(1) },
    );
    expect(text.filter((line) => line === '字')).toHaveLength(300);
    expect(text.slice(300)).toEqual(Array(3).fill('【待补：文档 x.docx】'));
    expect(problems.map(({ code }) => code)).toEqual(['document-too-large']);
  });

  it.each([
    ['a header', '字\n[页眉] {{文档 "x.docx"}}'],
    ['a footnote', '字[^1]\n[脚注] {{文档 "x.docx"}}'],
    ['a text box', '[文本框] {{文档 "x.docx"}}'],
    ['a link', '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>{{文档 "x.docx"}}</w:t></w:r></w:hyperlink></w:p>'],
  ])('cannot go into %s', (_, host) => {
    const { bytes, problems } = fill(host, { 'x.docx': '字' });
    expect(bytes).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['document-placement']);
  });

  it('cannot be had where nobody gives documents', () => {
    const { problems } = fillDocument(outgoingTemplate('{{文档 "x.docx"}}'), {}, {}, { name: '模板.docx' });
    expect(problems.map(({ code }) => code)).toEqual(['document-placement']);
  });
});
