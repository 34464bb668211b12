import { strFromU8, unzipSync } from 'fflate';
/** The mistakes of a template as comments at their tags. */
import { annotateTemplate } from '../../../src/engine/word/annotate-template';
import { docx, docxFiles, p, part, r, readPart, row, table, zip } from './docx-builder';
import { soundly } from './ooxml-check';

const dictionary = { 年度: { type: 'number', help: '' } } as const;
const annotate = (template: Uint8Array) =>
  soundly(template, annotateTemplate(template, dictionary, { name: '模板.docx' }));

describe('annotateTemplate', () => {
  it('leaves comments that are no mistakes themselves when the tag has been mended', () => {
    const { bytes, problems } = annotate(docx(p('{{年渡}}')));
    const files = Object.entries(unzipSync(bytes!)).map(([name, content]) => [name, strFromU8(content)] as const);
    const mended = zip(Object.fromEntries(files.map(([name, xml]) => [name, xml.replace('{{年渡}}', '{{年度}}')])));
    expect(problems).toHaveLength(1);
    expect(annotate(mended).problems).toEqual([]);
  });

  it('puts each mistake around its tag, over however many runs', () => {
    const { bytes } = annotate(docx(p('{{年度}}'), `<w:p>${r('在')}${r('{{年')}${r('份}}')}${r('后')}</w:p>`));
    const body = readPart(bytes);
    expect(body).toContain(
      `${r('在')}<w:commentRangeStart w:id="0"/>${r('{{年')}${r('份}}')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    );
    expect(readPart(bytes, 'word/comments.xml')).toContain('是不是想写“年度”');
    expect(readPart(bytes, '[Content_Types].xml')).toContain('PartName="/word/comments.xml"');
    expect(readPart(bytes, 'word/_rels/document.xml.rels')).toMatch(/Type="[^"]*\/comments" Target="comments.xml"/u);
  });

  it('says at the first paragraph what stands where Word shows no comments', () => {
    const header = part('hdr', p('{{页}}'));
    const { bytes, problems } = annotate(
      zip(docxFiles(p('一') + table(row('{{丙}}')), { 'word/header1.xml': header })),
    );
    expect(problems).toHaveLength(2);
    expect(readPart(bytes)).toMatch(/^[^]*<w:body><w:p><w:commentRangeStart w:id="0"\/>/u);
    expect(readPart(bytes, 'word/comments.xml')).toContain('页眉');
    expect(readPart(bytes, 'word/header1.xml')).toBe(header);
  });

  it('goes on from the comments people left', () => {
    const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const files = docxFiles(p('{{丙}}'));
    const { bytes } = annotate(
      zip({
        ...files,
        'word/comments.xml': `<w:comments ${space}><w:comment w:id="4" w:author="某"><w:p/></w:comment></w:comments>`,
        'word/_rels/document.xml.rels': files['word/_rels/document.xml.rels']!.replace(
          '</Relationships>',
          '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
        ),
      }),
    );
    expect(readPart(bytes, 'word/comments.xml').match(/<w:comment w:id="\d+"/gu)).toEqual([
      '<w:comment w:id="4"',
      '<w:comment w:id="5"',
    ]);
    expect(readPart(bytes)).toContain('<w:commentRangeStart w:id="5"/>');
  });

  it('makes no copy of a template without mistakes, or of what is none', () => {
    expect(annotate(docx(p('{{年度}}')))).toEqual({ bytes: null, isReadable: true, problems: [] });
    expect(annotate(new Uint8Array(5))).toMatchObject({ bytes: null, isReadable: false });
  });
});
