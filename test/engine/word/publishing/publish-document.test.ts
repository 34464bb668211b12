/** A document for the public: what is seen stays, what is behind it goes, every text that is seen is handed over once more. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PublicTexts } from '../../../../src/engine/word/publishing/public-texts';
import { publishDocument } from '../../../../src/engine/word/publishing/publish-document';
import { docx, p, r, row, table } from '../docx-builder';

/** What each part is, by its name. */
const types: readonly (readonly [RegExp, string])[] = [
  [/core\.xml$/u, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/app\.xml$/u, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  [/custom\.xml$/u, 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  [/people\.xml$/u, 'application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml'],
  [/png$/u, 'image/png'],
  [/jpeg$/u, 'image/jpeg'],
];

function typed(list: string, names: readonly string[]): string {
  const added = names.flatMap((name) =>
    types
      .filter(([pattern]) => pattern.test(name))
      .map(([, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`),
  );
  return list.replace('</Types>', `${added.join('')}</Types>`);
}

/** Puts parts beside those of a document. */
function withParts(document: Uint8Array, more: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const parts = Object.entries(more).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  const before = unzipSync(document);
  const list = typed(strFromU8(before['[Content_Types].xml']!), Object.keys(more));
  const added = Object.fromEntries(parts) as Record<string, Uint8Array>;
  return zipSync({ ...before, '[Content_Types].xml': strToU8(list), ...added });
}

interface Published {
  readonly parts: Readonly<Record<string, string>>;
  readonly body: string;
  readonly seen: readonly string[];
  readonly removed: readonly string[];
  readonly pictures: readonly string[];
}

/** The parts of the published document, with each 密 taken out of its texts. */
function publish(
  document: Uint8Array,
  rewrite: PublicTexts['rewrite'] = (text) => text.replace(/密+/gu, ''),
): Published {
  const seen: string[] = [];
  const removed: string[] = [];
  const pictures: string[] = [];
  const bytes = publishDocument(document, '年度报告.docx', {
    rewrite: (text, spot) => {
      seen.push(`${spot}：${text}`);
      return rewrite(text, spot);
    },
    removed: (text) => removed.push(text),
    picture: (name) => pictures.push(name),
  });
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes ?? new Uint8Array())).map(([name, content]) => [name, strFromU8(content)]),
  );
  return { parts, body: parts['word/document.xml'] ?? '', seen, removed, pictures };
}

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*/gu)].map(([t]) => t.replace(/^.*>/u, '')).join('');

describe('texts', () => {
  it('are handed over by paragraph, however they are split into runs, with their places', () => {
    const { seen } = publish(docx(p(r('一') + r('二', '<w:b/>')), table(row('甲', '乙'))));
    expect(seen.filter((one) => one.startsWith('正文第'))).toEqual([
      '正文第 1 段：一二',
      '正文第 2 段：甲',
      '正文第 3 段：乙',
    ]);
  });

  it('lose what goes across runs, and the rest keeps its look', () => {
    const { body } = publish(docx(p(r('前密') + r('密', '<w:b/>') + r('密后', '<w:i/>'))));
    expect(textOf(body)).toBe('前后');
    expect(body).toMatch(/<w:i\/><\/w:rPr><w:t[^>]*>后</u);
  });

  it('stay byte for byte where nothing is changed', () => {
    const document = docx(p('甲'), table(row('乙', '丙')));
    expect(publish(document).body).toBe(strFromU8(unzipSync(document)['word/document.xml'] ?? new Uint8Array()));
  });

  it('take their paragraph with them when nothing is left, but not the only one of a cell', () => {
    const { body } = publish(docx(p('密'), p('甲'), table(row('密'))));
    expect([...body.matchAll(/<w:p>/gu)]).toHaveLength(2);
  });

  it('of objects are handed over too', () => {
    const drawing =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="密一" descr="说密明"/></wp:inline></w:drawing></w:r>';
    expect(publish(docx(p(drawing))).body).toContain('name="一" descr="说明"');
  });
});

describe('what is not seen goes', () => {
  it.each([
    ['a deletion', '<w:del w:id="1" w:author="甲"><w:r><w:delText>暗</w:delText></w:r></w:del>'],
    ['hidden text', r('暗', '<w:vanish/>')],
    [
      'a comment’s place',
      '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    ],
    ['a bookmark of somebody’s', '<w:bookmarkStart w:id="3" w:name="暗"/><w:bookmarkEnd w:id="3"/>'],
    ['a remark in the XML', '<!-- 暗 -->'],
    [
      'the code of a field',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>FILENAME 暗</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
    ['a control’s name', '<w:sdt><w:sdtPr><w:alias w:val="暗"/></w:sdtPr><w:sdtContent/></w:sdt>'],
    ['what was moved away', '<w:moveFrom w:id="1" w:author="甲"><w:r><w:t>暗</w:t></w:r></w:moveFrom>'],
    ['an earlier look', r('明', '<w:rPrChange w:id="1" w:author="暗"><w:rPr/></w:rPrChange>')],
  ])('%s', (_, xml) => {
    const { body } = publish(docx(p(r('明') + xml)));
    expect(body).not.toMatch(/暗|w:author|bookmark|comment|fldChar|w:sdt/u);
    expect(textOf(body)).toMatch(/^明+$/u);
  });

  it('an insertion, a moved text, a control and a link leave what they hold', () => {
    const inside = [
      'ins w:id="1" w:author="甲"',
      'moveTo w:id="2" w:author="甲"',
      'hyperlink r:id="rId9"',
      'smartTag',
    ].map((tag, index) => `<w:${tag}>${r(String(index))}</w:${tag.replace(/ .*/u, '')}>`);
    const { body } = publish(docx(p(inside.join('') + `<w:sdt><w:sdtContent>${r('4')}</w:sdtContent></w:sdt>`)));
    expect(textOf(body)).toBe('01234');
    expect(body).not.toMatch(/w:author|w:hyperlink|w:sdt|w:smartTag/u);
  });

  it('the number of a page stays a field', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(publish(docx(p(field))).body).toContain('PAGE');
  });

  it('a row that was deleted', () => {
    const deleted = row('暗').replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1" w:author="甲"/></w:trPr>');
    expect(textOf(publish(docx(table(row('明'), deleted))).body)).toBe('明');
  });

  it('text hidden by its style', () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
    const document = withParts(docx(p(r('明') + r('暗', '<w:rStyle w:val="H"/>'))), { 'word/styles.xml': styles });
    expect(textOf(publish(document).body)).toBe('明');
  });

  it('parts, properties and what tells of them; what was in them is told', () => {
    const core =
      '<c:coreProperties xmlns:c="a" xmlns:dc="b"><dc:title>年密报</dc:title><dc:creator>暗</dc:creator></c:coreProperties>';
    const document = withParts(docx(p('明')), {
      'docProps/core.xml': core,
      'docProps/app.xml': '<Properties><Company>暗二</Company></Properties>',
      'docProps/custom.xml': '<Properties><v>暗三</v></Properties>',
      'docProps/thumbnail.jpeg': 'x',
      'customXml/item1.xml': '<a>暗四</a>',
      'word/people.xml': '<a>暗五</a>',
      'word/embeddings/book.xlsx': 'x',
    });
    const { parts, removed } = publish(document);
    expect(Object.keys(parts).filter((name) => /custom|thumb|people|embed/u.test(name))).toEqual([]);
    expect(Object.values(parts).join('')).not.toContain('暗');
    expect(parts['docProps/core.xml']).toContain('<dc:title>年报</dc:title>');
    expect(removed).toEqual(expect.arrayContaining(['暗', '暗二', '暗三', '暗四', '暗五']));
  });
});

describe('pictures', () => {
  const png = (...chunks: readonly (readonly [string, string])[]): Uint8Array => {
    const bytes = chunks.flatMap(([name, content]) => [
      0,
      0,
      0,
      content.length,
      ...strToU8(name),
      ...strToU8(content),
      0,
      0,
      0,
      0,
    ]);
    return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...bytes]);
  };
  const jpeg = (...segments: readonly (readonly [number, string])[]): Uint8Array => {
    const bytes = segments.flatMap(([mark, content]) => [0xff, mark, 0, content.length + 2, ...strToU8(content)]);
    return Uint8Array.from([0xff, 0xd8, ...bytes, 0xff, 0xda, 1, 2, 3]);
  };

  it('lose what was written into them and nothing that is seen', () => {
    const document = withParts(docx(p('明')), {
      'word/media/image1.png': png(
        ['IHDR', 'size'],
        ['tEXt', 'Author'],
        ['eXIf', 'place'],
        ['IDAT', 'data'],
        ['IEND', ''],
      ),
      'word/media/image2.jpeg': jpeg([0xe0, 'JFIF'], [0xe1, 'Exif place'], [0xfe, 'remark'], [0xdb, 'table']),
      'word/media/image3.jpeg': Uint8Array.of(0xff, 0xd8, 0xff, ...strToU8('damaged')),
    });
    const { parts, pictures } = publish(document);
    expect(pictures).toEqual([1, 2, 3].map((number) => expect.stringContaining(`image${String(number)}.`) as string));
    expect(parts['word/media/image1.png']).toMatch(/IHDRsize.*IDATdata.*IEND/su);
    expect(parts['word/media/image2.jpeg']).toMatch(/JFIF.*table/su);
    expect(Object.values(parts).join('')).not.toMatch(/Author|place|remark/u);
    expect(parts['word/media/image3.jpeg']).toMatch(/damaged$/u);
  });
});

it('gives nothing for what is no document', () => {
  const texts = { rewrite: (text: string) => text, removed: () => undefined, picture: () => undefined };
  expect(publishDocument(new Uint8Array([1, 2, 3]), 'x.docx', texts)).toBeNull();
});
