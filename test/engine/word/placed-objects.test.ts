/** Pictures, charts and links of a template that are made to do harm, or that cannot be filled. */
import { unzipSync } from 'fflate';
import { describeData } from '../../../src/engine/language/data/dictionary-from-data';
import { fillDocument, type Filled } from '../../../src/engine/word/fill-document';
import { readPart } from './docx-builder';
import { fillCase } from './fill-case';
import { soundly } from './ooxml-check';
import { faultsOfOutput } from './outgoing-oracle';
import { outgoingTemplate } from './outgoing-template';
import { png } from './png';

type Pictures = Readonly<Record<string, Uint8Array>>;

function fill(text: string, data: object, pictures: Pictures = {}): Filled {
  const template = outgoingTemplate(text);
  const { value } = describeData(data, 'data.json');
  const picture = (path: string): Uint8Array | null => pictures[path] ?? null;
  return soundly(template, fillDocument(template, value!.model, value!.dictionary, { name: '模板.docx', picture }));
}

const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const drawing = (descr: string, content: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="720000" cy="360000"/><wp:docPr id="1" name="x" descr="${descr}"/><a:graphic ${a}>${content}</a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const frame = (descr: string, blip = '<a:blip r:embed="rIdP"/>'): string =>
  drawing(
    descr,
    `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>${blip}<a:stretch/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="720000" cy="360000"/></a:xfrm></pic:spPr></pic:pic>`,
  );
const placeholder =
  '\n== 文件 word/media/image1.png ▣ 20 20 灰\n== 关系 word/document.xml rIdP image media/image1.png\n';

/** A PNG that says it has that size, without any content. */
function claims(width: number, height: number): Uint8Array {
  const bytes = Uint8Array.from(png(20, 20));
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

describe('a picture in a frame', () => {
  it.each([
    [0x7fffffff, 1],
    [1, 0x7fffffff],
    [0xffffffff, 0xffffffff],
  ])('that says it has %i by %i points stays in its frame', (width, height) => {
    const { bytes } = fill(frame('{{图片 照}}') + placeholder, { 照: 'x.png' }, { 'x.png': claims(width, height) });
    expect(readPart(bytes)).toContain('<wp:extent cx="720000" cy="360000"/>');
    for (const [, share] of readPart(bytes).matchAll(/ [ltrb]="(-?\d+)"/gu)) expect(Number(share)).toBeLessThan(50_001);
  });

  it.each([
    ['of no height', claims(20, 0)],
    ['of more than 20 MB', Buffer.concat([png(20, 20), Buffer.alloc(20_000_001)])],
    ['that is none', new TextEncoder().encode('这不是图片，只是一些文字而已，很多很多文字')],
  ])('%s is a gap', (_, bytes) => {
    const { text, problems } = fill(frame('{{图片 照}}') + placeholder, { 照: 'x.png' }, { 'x.png': bytes });
    expect(text).toEqual(['【待补：图片 x.png】']);
    expect(problems.map(({ code }) => code)).toEqual(['picture-missing']);
  });

  it('takes the place of the old one with its effects and its drawing', () => {
    const blip =
      '<a:blip r:embed="rIdP"><a:grayscl/><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="s" r:embed="rIdP"/></a:ext></a:extLst></a:blip>';
    const { bytes } = fill(
      frame('{{图片 照 适应=&quot;拉伸&quot;}}', blip) + placeholder,
      { 照: 'x.png' },
      { 'x.png': png(9, 9) },
    );
    expect(readPart(bytes)).toContain('<a:blip r:embed="rIdN1"><a:grayscl/></a:blip><a:stretch/>');
  });
});

describe('the picture that kept the place of another', () => {
  const tagged = frame('{{图片 照}}');
  const media = (text: string): readonly string[] => {
    const { bytes } = fill(text, { 照: 'x.png', 无: '没有.png' }, { 'x.png': png(9, 9) });
    return Object.keys(unzipSync(bytes!)).filter((name) => name.startsWith('word/media/'));
  };
  const twin = '\n== 关系 word/document.xml rIdQ image media/image1.png\n';

  it('is no more in the document', () => {
    const { bytes } = fill(tagged + placeholder, { 照: 'x.png' }, { 'x.png': png(9, 9) });
    expect(media(tagged + placeholder)).toEqual(['word/media/picture1.png']);
    expect(readPart(bytes, 'word/_rels/document.xml.rels')).not.toContain('rIdP');
    expect(readPart(bytes, '[Content_Types].xml')).not.toContain('image1');
  });

  it('nor where the other one is not to be had', () => {
    expect(media(frame('{{图片 无}}') + placeholder)).toEqual([]);
  });

  it.each([
    ['stands elsewhere as itself', `${tagged}\n${frame('旧图')}${placeholder}`],
    ['stands elsewhere by another relationship', tagged + placeholder + twin],
    [
      'stands in a header',
      `[页眉] 头\n${tagged}${placeholder}\n== 关系 word/header1.xml rIdH image media/image1.png\n`,
    ],
  ])('stays where it %s', (_, text) => {
    expect(media(text)).toEqual(['word/media/image1.png', 'word/media/picture1.png']);
  });
});

const c = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const series = '<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>x</c:f></c:numRef></c:val></c:ser>';
const chart = (plot: string, before = ''): string =>
  `\n== 部件 word/charts/chart1.xml application/vnd.openxmlformats-officedocument.drawingml.chart+xml\n${before}<c:chartSpace ${c} ${a}><c:chart><c:plotArea>${plot}</c:plotArea></c:chart></c:chartSpace>\n== 关系 word/document.xml rIdC chart charts/chart1.xml\n`;
const shown = (tag: string): string => drawing(tag.replace(/"/gu, '&quot;'), `<c:chart ${c} r:id="rIdC"/>`);
const rows = Array.from({ length: 3 }, (_, at) => ({ 名: `第${String(at)}`, 数: at, 另: at }));

describe('a chart that gets other data', () => {
  it('with entities in it is refused at the door', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const { bytes, problems } = fill(
      shown('{{图表 列 "名" "数"}}') + chart(`<c:barChart>${series}</c:barChart>`, bomb),
      { 列: rows },
    );
    expect(bytes).toBeNull();
    expect(problems.map(({ code }) => code)).toContain('xml-doctype');
  });

  it('never has its old workbook opened or kept, whatever that is', () => {
    const book =
      '== 部件 word/embeddings/Microsoft_Excel_Worksheet.xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\n\u0050\u004b\u0003\u0004 bomb\n== 关系 word/charts/chart1.xml rIdB package ../embeddings/Microsoft_Excel_Worksheet.xlsx\n';
    const plot = `<c:barChart>${series}</c:barChart></c:plotArea></c:chart><c:externalData r:id="rIdB" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><c:chart><c:plotArea>`;
    const { bytes, problems } = fill(shown('{{图表 列 "名" "数"}}') + chart(plot) + book, { 列: rows });
    expect(problems).toEqual([]);
    const names = Object.keys(unzipSync(bytes!)).filter((name) => /chart|embed/u.test(name));
    expect(names.sort()).toEqual([
      'word/charts/_rels/chart2.xml.rels',
      'word/charts/chart2.xml',
      'word/embeddings/chart1.xlsx',
    ]);
  });

  it('keeps the look of points and labels that are still there, and of no others', () => {
    const point = (at: number): string => `<c:dPt><c:idx val="${String(at)}"/><c:bubble3D val="0"/></c:dPt>`;
    const label = (at: number): string => `<c:dLbl><c:idx val="${String(at)}"/></c:dLbl>`;
    const look = `${point(0)}${point(7)}<c:dLbls>${label(1)}${label(8)}<c:showVal val="1"/></c:dLbls>`;
    const plot = `<c:barChart>${series.replace('<c:val>', `${look}<c:val>`)}</c:barChart>`;
    const { bytes } = fill(shown('{{图表 列 "名" "数"}}') + chart(plot), { 列: rows });
    expect(readPart(bytes, 'word/charts/chart2.xml')).toContain(
      `${point(0)}<c:dLbls>${label(1)}<c:showVal val="1"/></c:dLbls><c:cat>`,
    );
  });

  it.each([
    ['a kind that is not known', 'stockChart', '{{图表 列 "名" "数"}}', '这种图表不能换数据'],
    ['no series', 'barChart', '{{图表 列 "名" "数"}}', '图表里没有系列'],
  ])('of %s is refused', (_, kind, tag, reason) => {
    const plot = `<c:${kind}>${kind === 'barChart' ? '' : series}</c:${kind}>`;
    const { bytes, problems } = fill(shown(tag) + chart(plot), { 列: rows });
    expect(bytes).toBeNull();
    expect(problems.map((problem) => problem.reason).join()).toContain(reason);
  });

  it.each([
    ['two series for a pie', 'pieChart', rows, '"数" "另"'],
    ['too many items', 'barChart', Array.from({ length: 201 }, (_, at) => ({ 名: String(at), 数: at, 另: 0 })), '"数"'],
  ])('%s are a gap', (_, kind, list, fields) => {
    const { text } = fill(shown(`{{图表 列 "名" ${fields} 标题="图"}}`) + chart(`<c:${kind}>${series}</c:${kind}>`), {
      列: list,
    });
    expect(text).toEqual(['【待补：图表 图】']);
  });
});

it('SmartArt whose picture says something else has none, so that it is drawn anew', () => {
  const { bytes } = fillCase('smartart-texts').filled;
  const data = Object.keys(unzipSync(bytes!)).filter((name) => name.includes('diagrams/data'));
  const pictured = data.filter((name) => readPart(bytes, name).includes('dataModelExt'));
  expect([data.length, pictured.length]).toEqual([4, 3]);
});

describe('a link whose address the data give', () => {
  const link =
    '<w:p><w:hyperlink r:id="rIdL"><w:r><w:t>字</w:t></w:r></w:hyperlink></w:p>\n== 关系 word/document.xml rIdL hyperlink {{址}} External\n';
  it.each([
    ...[
      'javascript:alert(1)',
      'vbscript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://a/b',
      '\\\\srv\\x',
      '//srv/x',
    ],
    ...[
      'java\nscript:x',
      '\u200bjavascript:x',
      'ms-word:ofe|u|http://x',
      'http:',
      'https://',
      'https://a@b/',
      'mailto:',
      '#',
      '',
    ],
  ])('stays text: %j', (address) => {
    const { bytes, text } = fill(link, { 址: address });
    expect(text).toEqual(['字']);
    expect(readPart(bytes)).toContain('<w:hyperlink><w:r><w:t>字');
    expect(readPart(bytes, 'word/_rels/document.xml.rels')).not.toContain('hyperlink');
  });

  it.each([
    ['HTTPS://Example.org/a b', 'HTTPS://Example.org/a%20b'],
    [
      'http://例子.测试/<"\'>?甲=1&乙=%E4',
      "http://%E4%BE%8B%E5%AD%90.%E6%B5%8B%E8%AF%95/%3C%22'%3E?%E7%94%B2=1&amp;%E4%B9%99=%E4",
    ],
    ['mailto:a@b.cn?subject=话', 'mailto:a@b.cn?subject=%E8%AF%9D'],
  ])('leads to %s', (address, target) => {
    const { bytes } = fill(link, { 址: address });
    expect(readPart(bytes, 'word/_rels/document.xml.rels')).toContain(`Target="${target}" TargetMode="External"`);
    const files = Object.entries(unzipSync(bytes!)).map(
      ([path, content]) => [path, new TextDecoder().decode(content)] as const,
    );
    expect(faultsOfOutput(files).filter((fault) => !fault.includes('HTTPS'))).toEqual([]);
  });
});
