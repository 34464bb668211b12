import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { buildTemplate } from '../../build/template/build-template.mjs';

function part(text: string, name = 'word/document.xml'): string {
  return strFromU8(unzipSync(buildTemplate(text))[name]!);
}

/** Style and text of each body paragraph. */
function paragraphs(text: string): string[] {
  return [...part(text).matchAll(/<w:p>(.*?)<\/w:p>/gu)].map(([, xml]) => {
    const style = /w:pStyle w:val="([^"]+)"/u.exec(xml!)![1]!;
    return `${style}:${[...xml!.matchAll(/<w:t [^>]*>([^<]*)</gu)].map((match) => match[1]).join('')}`;
  });
}

const committed = ['rule-of-law', 'work-safety'].flatMap((key) =>
  ['年度报告', '督办单', '核对单'].map((name) => `${key}/${name}`),
);

describe.each(committed)('the committed template %s', (name) => {
  const source = readFileSync(`build/out/templates/${name}.txt`, 'utf8');

  it('is built to the same bytes each time', () => {
    expect(buildTemplate(source)).toEqual(buildTemplate(source));
  });

  it('holds only well-formed parts', () => {
    const problems: string[] = [];
    for (const [name, bytes] of Object.entries(unzipSync(buildTemplate(source)))) {
      const onError = (level: string, message: string): void => void problems.push(`${name} ${level} ${message}`);
      new DOMParser({ onError }).parseFromString(strFromU8(bytes), 'text/xml');
    }
    expect(problems).toEqual([]);
  });

  it('names only parts that are there', () => {
    const files = unzipSync(buildTemplate(source));
    const named = [...strFromU8(files['word/_rels/document.xml.rels']!).matchAll(/Target="([^"]+)"/gu)];
    expect(named.map((match) => `word/${match[1]!}`).filter((name) => !(name in files))).toEqual([]);
  });

  it('uses only styles it defines', () => {
    const styles = part(source, 'word/styles.xml');
    const used = [...part(source).matchAll(/w:[pr]Style w:val="([^"]+)"/gu)].map((match) => match[1]!);
    expect(used.filter((id) => !styles.includes(`w:styleId="${id}"`))).toEqual([]);
  });
});

describe('the page', () => {
  it('has the margins and the 22 lines of the standard', () => {
    const xml = part('正文');
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(xml).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/u);
    expect(Math.floor((16838 - 2098 - 1984) / 579)).toBe(22);
    expect(xml).toContain('w:linePitch="579"');
  });

  it('numbers odd pages at the right and even ones at the left', () => {
    const settings = part('正文', 'word/settings.xml');
    expect(settings).toContain('<w:evenAndOddHeaders/>');
    expect(part('正文', 'word/footer1.xml')).toContain('<w:jc w:val="right"/>');
    expect(part('正文', 'word/footer2.xml')).toContain('<w:jc w:val="left"/>');
  });

  it('prints the header line on odd and even pages', () => {
    for (const name of ['word/header1.xml', 'word/header2.xml']) expect(part('[页眉] 示例', name)).toContain('>示例<');
  });
});

describe('the line format', () => {
  it('makes a paragraph of each line, in the style of its label', () => {
    expect(paragraphs('// 说明\n[标题] 报告\n\n[一级] 一、情况\n正文。\n{{#if 抄送}}\n[抄送] 抄送\n{{/if}}')).toEqual([
      '标题:报告',
      '一级:一、情况',
      '正文:正文。',
      '标记:{{#if 抄送}}',
      '抄送:抄送',
      '标记:{{/if}}',
      '锚:',
    ]);
  });

  it('writes a switched heading in both forms and its text once', () => {
    expect(paragraphs('[二级 接排.工作计划] （一）加强领导 ‖ 压实责任。')).toEqual([
      '标记:{{#unless 接排.工作计划}}',
      '二级:（一）加强领导',
      '标记:{{/unless}}',
      '正文:{{#if 接排.工作计划}}（一）加强领导。{{/if}}压实责任。',
      '锚:',
    ]);
  });

  it('keeps leading ideographic spaces and escapes markup', () => {
    expect(paragraphs('[落款] 　　甲&乙<丙>')).toEqual(['落款:　　甲&#38;乙&#60;丙&#62;', '锚:']);
  });

  it('repeats the header row of a table on each page', () => {
    const xml = part('[表 1,2]\n| 序号 | 名称 |\n| 1 | 甲 |');
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(xml.match(/<w:tr>/gu)).toHaveLength(2);
  });

  it('makes a form: labels and contents in turn, the last cell to the edge, room for handwriting', () => {
    const xml = part('[表单 6,9,5,8]\n| 承办单位 | 甲 | 级别 | 一 |\n| 事项 | 乙 |\n|| 反馈 |  |');
    const styles = [...xml.matchAll(/w:pStyle w:val="(表[^"]+)"/gu)].map((match) => match[1]);
    const [label, content] = ['表单项', '表单内容'];
    expect(styles).toEqual([label, content, label, content, label, content, label, content]);
    expect(xml.match(/<w:gridSpan w:val="3"\/>/gu)).toHaveLength(2);
    expect(xml).not.toContain('w:tblHeader');
    expect([...xml.matchAll(/w:trHeight w:val="(\d+)"/gu)].map(([, height]) => Number(height))).toEqual([
      600, 600, 1500,
    ]);
  });

  it.each([
    ['[大标题] 报告', '第 1 行：没有“[大标题]”这种段落'],
    ['| 1 |', '第 1 行：表格行前面没有“[表 列宽]”'],
    ['[表 1,2]\n| 1 |', '第 2 行：表格行的格数与列宽不一致'],
    ['[表单 1,2]\n| 1 | 2 | 3 |', '第 2 行：表格行的格数与列宽不一致'],
    ['[二级 接排] 标题', '第 1 行：“[二级 接排]”要用“‖”把标题和正文隔开'],
  ])('refuses %j', (text, message) => {
    expect(() => buildTemplate(text)).toThrow(message);
  });
});
