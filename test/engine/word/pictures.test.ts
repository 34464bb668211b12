/** Pictures of a workspace in documents. */
import { strToU8, unzipSync } from 'fflate';
import { fillDocument } from '../../../src/engine/word/fill-document';
import { readPicture } from '../../../src/engine/word/package/picture-file';
import { docx, docxFiles, p, part, readBody, readPart, zip } from './docx-builder';
import { soundly } from './ooxml-check';
import { expectSound } from './ooxml-check';

/** The signature and header of a PNG of that size: all that is looked at. */
function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x89504e47);
  view.setUint32(4, 0x0d0a1a0a);
  view.setUint32(8, 13);
  view.setUint32(12, 0x49484452);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 30, 0, 60, 1, 1, 0x11, 0, 0, 0, 0, 0],
]);
const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle r="3"/></svg>';
const files: Readonly<Record<string, Uint8Array>> = {
  '徽.png': png(96, 192),
  '照.jpg': jpeg,
  '矢.svg': strToU8(svg),
  '矢.png': png(40, 20),
  '孤.svg': strToU8(svg),
  '乱.png': strToU8('这不是图片，只是文字，名字叫 png 而已'),
};
const picture = (path: string): Uint8Array | null => files[path] ?? null;
const dictionary = { 名: { type: 'text', help: '' } } as const;
const fill = (template: Uint8Array, name = '徽.png') =>
  soundly(template, fillDocument(template, { 名: name }, dictionary, { name: '模板.docx', picture }));

describe('a picture', () => {
  it('stands in the line, as wide as asked, with its words for those who cannot see it', () => {
    const template = docx(p('印{{图片 "徽.png" 宽=2 说明="镇徽"}}章'));
    const { bytes, problems } = fill(template);
    expect(problems).toEqual([]);
    expectSound(template, bytes);
    expect(readBody(bytes)).toMatch(
      /<wp:extent cx="720000" cy="1440000"\/><wp:docPr id="1" name="徽.png" descr="镇徽"\/>/u,
    );
    const id = /r:embed="([^"]*)"/u.exec(readBody(bytes))?.[1] ?? '';
    expect(readPart(bytes, 'word/_rels/document.xml.rels')).toContain(`Id="${id}"`);
    expect(unzipSync(bytes!)['word/media/picture1.png']).toEqual(files['徽.png']);
  });

  it('is stored once however often it is shown, each drawing with a number of its own', () => {
    const { bytes } = fill(docx(p('{{图片 "徽.png"}}{{图片 名}}{{图片 "照.jpg" 宽=1}}')));
    expect(Object.keys(unzipSync(bytes!)).filter((name) => name.includes('media'))).toEqual([
      'word/media/picture1.png',
      'word/media/picture1.jpeg',
    ]);
    expect(readBody(bytes).match(/docPr id="\d"/gu)).toEqual(['docPr id="1"', 'docPr id="2"', 'docPr id="3"']);
  });

  it('may stand in a header, which then has relationships of its own', () => {
    const header = part('hdr', p('{{图片 "徽.png" 宽=1}}'));
    const { bytes } = fill(zip(docxFiles(p('一'), { 'word/header1.xml': header })));
    expect(readPart(bytes, 'word/_rels/header1.xml.rels')).toContain('Target="media/picture1.png"');
  });

  it('as SVG brings its PNG for programs that cannot show it', () => {
    const template = docx(p('{{图片 "矢.svg" 宽=4}}'));
    const { bytes } = fill(template);
    expectSound(template, bytes);
    expect(readBody(bytes)).toMatch(/<a:blip r:embed="rIdN1"><a:extLst>.*<asvg:svgBlip [^>]*r:embed="rIdN2"\/>/u);
    expect(readBody(bytes)).toContain('cx="1440000" cy="720000"');
  });

  it('named outright is refused before anything is filled when it cannot be had', () => {
    const { bytes, problems } = fill(
      docx(p('{{图片 "无.png"}}'), p('{{#if 名}}{{图片 "乱.png"}}{{/if}}{{图片 "孤.svg"}}')),
    );
    expect(bytes).toBeNull();
    expect(problems.map(({ reason }) => reason)).toEqual([
      '图片“无.png”找不到',
      '图片“乱.png”不是能用的 PNG、JPEG 或 SVG 图片',
      '图片“孤.svg”旁边没有同名的 PNG',
    ]);
  });

  it('named by the data is a gap in the text and a problem', () => {
    const { text, problems } = fill(docx(p('印{{图片 名}}章')), '无.png');
    expect(text).toEqual(['印【待补：图片 无.png】章']);
    expect(problems.map(({ code }) => code)).toEqual(['picture-missing']);
  });
});

describe('readPicture', () => {
  it('tells kind and size', () => {
    expect(readPicture(png(3, 4))).toEqual({ kind: 'png', width: 3, height: 4 });
    expect(readPicture(jpeg)).toEqual({ kind: 'jpeg', width: 60, height: 30 });
    expect(readPicture(strToU8(svg))).toEqual({ kind: 'svg', width: 40, height: 20 });
  });

  it.each([
    '<script>x</script>',
    '<image href="http://a/b.png"/>',
    '<rect onload="x()"/>',
    '<a style="fill:url(http://a)"/>',
  ])('takes no SVG that runs or fetches: %s', (inside) => {
    expect(readPicture(strToU8(svg.replace('<circle r="3"/>', inside)))).toBeNull();
  });
});
