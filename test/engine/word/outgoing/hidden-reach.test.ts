/**
 * Templates that hide from a look at their text what Word or LibreOffice would find in it: whatever comes out of them holds
 * no address, and it is told what was found.
 */
import { gzipSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { annotateTemplate } from '../../../../src/engine/word/annotate-template';
import { describeData } from '../../../../src/engine/language/data/dictionary-from-data';
import { fillDocument } from '../../../../src/engine/word/fill-document';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const spaces = [
  `xmlns:w="${main}" xmlns:r="${types}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`,
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:zz="urn:zz" mc:Ignorable="zz"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ');
const address = 'http://evil.example/x.png';

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const fetching = code(` INCLUDEPICTURE "${address}" `);
const field = (...pieces: readonly string[]): string =>
  `<w:p>${mark('begin')}${pieces.join('')}${mark('separate')}<w:r><w:t>所示</w:t></w:r>${mark('end')}</w:p>`;
/** A field under a prefix of its own, which is declared so. */
const under = (prefix: string, declared: string): string =>
  field(fetching)
    .replace(/(<\/?|\s)w:/gu, `$1${prefix}:`)
    .replace('>', ` ${declared}>`);
const deep = `${'<zz:a>'.repeat(300)}${'</zz:a>'.repeat(300)}`;
const related = (type: string, target: string, mode = ''): string =>
  `<Relationship Id="rX" Type="${types}/${type}" Target="${target}"${mode}/>`;
const outside = ' TargetMode="External"';
const picture = '<w:p><w:r><w:drawing><a:blip r:embed="rX"/></w:drawing></w:r></w:p>';
const vml = (inner: string): string => `<w:p><w:r><w:pict><v:shape id="a">${inner}</v:shape></w:pict></w:r></w:p>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="${address}"/></svg>`;
const list = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

interface Hidden {
  readonly body?: string;
  readonly relationships?: string;
  readonly settings?: string;
  readonly types?: string;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

function template({ body = '', relationships = '', settings = '', types: more = '', parts = {} }: Hidden): Uint8Array {
  const kind = (name: string, type: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`;
  const usual = (extension: string, type: string): string =>
    `<Default Extension="${extension}" ContentType="${type}"/>`;
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${usual('rels', 'application/vnd.openxmlformats-package.relationships+xml')}${usual('xml', 'application/xml')}${usual('png', 'image/png')}${usual('wmf', 'image/x-wmf')}${kind('document', 'document.main')}${kind('settings', 'settings')}${more}</Types>`,
    '_rels/.rels': list(`<Relationship Id="r1" Type="${types}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': list(
      `<Relationship Id="rS" Type="${types}/settings" Target="settings.xml"/>${relationships}`,
    ),
    'word/document.xml': `<w:document ${spaces}><w:body><w:p><w:r><w:t>{{甲}}</w:t></w:r></w:p>${body}</w:body></w:document>`,
    'word/settings.xml': `<w:settings ${spaces}>${settings}</w:settings>`,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
}

const footnotes = (inner: string): string =>
  `<w:footnotes ${spaces}><w:footnote w:id="2">${inner}</w:footnote></w:footnotes>`;
const footnotesType = (path: string): string => `<Override PartName="/${path}" ContentType="${word}.footnotes+xml"/>`;
const footnotesIn = (path: string, content: string): Hidden => ({
  relationships: related('footnotes', path.replace('word/', '')),
  types: footnotesType(path),
  parts: { [path]: content },
});
const inPicture = (name: string, content: string | Uint8Array): Hidden => ({
  body: picture,
  relationships: related('image', `media/${name}`),
  parts: { [`word/media/${name}`]: content },
});
const choice = (chosen: string, other: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="zz">${chosen}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent>`;
const revised = (kind: string, author: string, inner: string): string =>
  `<w:${kind} w:id="1" w:author="${author}">${inner}</w:${kind}>`;
const deleted = '<w:r><w:delInstrText> PAGE </w:delInstrText></w:r>';

it.each<readonly [string, Hidden]>([
  ['a code whose first word is an alternative', { body: field(choice(code(' PAGE '), fetching)) }],
  ['a code whose first word is deleted', { body: field(revised('del', '甲', deleted), fetching) }],
  ['a code by two authors', { body: field(revised('ins', '甲', code(' PAGE ')), revised('ins', '乙', fetching)) }],
  ['a code whose first word is left out', { body: field(`<zz:b>${code(' PAGE ')}</zz:b>`, fetching) }],
  ['a namespace with a reference', { body: under('x', `xmlns:x="${main.replace('n', '&#110;')}"`) }],
  [
    'a strict namespace with a reference',
    { body: under('x', 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/mai&#x6e;"') },
  ],
  ['a namespace after much space', { body: under('x', `xmlns:x${' '.repeat(400)}=${' '.repeat(400)}"${main}"`) }],
  ['a prefix in Chinese', { body: under('字', `xmlns:字="${main}"`) }],
  [
    'a namespace whose usual prefix is another',
    { body: `${under('x', `xmlns:x="${main}"`)}<w:p><zz:c xmlns:w="urn:else"/></w:p>` },
  ],
  ['text with the ending of a picture', footnotesIn('word/notes.png', footnotes(field(fetching)))],
  ['text with an ending of its own', footnotesIn('word/notes.abc', footnotes(field(fetching)))],
  [
    'an encoding told late',
    footnotesIn(
      'word/notes.xml',
      `<?xml version="1.0"${' '.repeat(300)} encoding="UTF-7"?>${footnotes(field(fetching)).replace(/<w:instr/gu, '+ADw-w:instr')}`,
    ),
  ],
  ['text that begins in another encoding', footnotesIn('word/notes.xml', `+ADw-${footnotes(field(fetching))}`)],
  ['settings nested deeper than is read', { settings: `<w:saveThroughXslt w:solutionID="${address}"/>${deep}` }],
  [
    'a list nested deeper than is read',
    {
      parts: {
        'word/_rels/settings.xml.rels': list(
          `${related('attachedTemplate', address, outside)}${deep.replaceAll('zz:', '')}`,
        ),
      },
    },
  ],
  ['a list within another element', { relationships: `<x>${related('image', address, outside)}</x>`, body: picture }],
  [
    'a list in capitals',
    { parts: { 'word/_RELS/settings.xml.RELS': list(related('attachedTemplate', address, outside)) } },
  ],
  ['a picture that is a drawing in text', inPicture('a.png', svg)],
  ['a picture that is a packed drawing', inPicture('a.png', gzipSync(strToU8(svg)))],
  ['a picture that is a program of PostScript', inPicture('a.wmf', '%!PS-Adobe-3.0 EPSF-3.0\n(evil) run')],
  ['a picture that is another file', inPicture('a.png', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...strToU8('evil')))],
  ['a picture nobody refers to', { parts: { 'word/media/b.png': 'MZevil' } }],
  ...[
    '../../../evil/a.png',
    '/\\evil\\a.png',
    '%5C%5Cevil%5Ca.png',
    'http%3A%2F%2Fevil.example%2Fa.png',
    '\\/evil/a.png',
  ].map((target): readonly [string, Hidden] => [
    `a picture at ${target}`,
    { body: picture, relationships: related('image', target) },
  ]),
  ['a filling that is loaded', { body: vml(`<v:fill type="frame" o:href="${address}"/>`) }],
  ['who signs', { body: vml(`<o:signatureline o:sigprovurl="${address}"/>`) }],
  ['a style with an address', { body: vml(`<v:rect style="background:url(${address})"/>`) }],
  ['a link that is told not to be one', { body: '<w:p><a:hlinkClick r:id="" invalidUrl="file:///evil"/></w:p>' }],
  [
    'an action without a prefix',
    { body: '<w:p><hlinkClick xmlns="urn:a" r:id="" action="ppaction://program?evil"/></w:p>' },
  ],
  [
    'where smart tags come from',
    { settings: `<w:smartTagType w:namespaceuri="urn:a" w:name="b" w:url="${address}"/>` },
  ],
  [
    'properties with references',
    {
      types:
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>',
      parts: {
        'docProps/app.xml': '<Properties xmlns="urn:p"><Template>&#x5c;&#x5c;evil&#x5c;a.dotm</Template></Properties>',
        'docProps/custom.xml':
          '<Properties xmlns="urn:p"><property fmtid="{D}" pid="2" name="_PID_HLINK&#83;"><b>evil</b></property></Properties>',
      },
    },
  ],
  ['a base for all addresses', { body: '<w:p xml:base="file://evil/"><w:r><w:t>甲</w:t></w:r></w:p>' }],
])('lets no address out: %s', (_, hidden) => {
  const bytes = template(hidden);
  const { value } = describeData({ 甲: '司法所' }, 'data.json');
  const filled = fillDocument(bytes, value!.model, value!.dictionary, { name: '模板.docx' });
  expect(filled.problems).not.toEqual([]);
  expect(annotateTemplate(bytes, value!.dictionary, { name: '模板.docx' }).problems).toEqual(filled.problems);
  if (filled.bytes === null) return;
  for (const [path, content] of Object.entries(unzipSync(filled.bytes))) {
    expect(`${path} ${strFromU8(content)}`).not.toMatch(/evil|INCLUDE|\.RELS|media/u);
  }
});

it('keeps a field that one author put in, or that stands in one alternative', () => {
  const kept = [
    field(revised('ins', '甲', code(' PA')), revised('ins', '甲', code('GE '))),
    field(revised('del', '甲', '<w:r><w:delInstrText> </w:delInstrText></w:r>'), code(' PAGE ')),
    `<w:p>${choice(field(code(' PAGE ')).slice(5, -6), field(code(' DATE ')).slice(5, -6))}</w:p>`,
  ];
  const { value } = describeData({ 甲: '司法所' }, 'data.json');
  const filled = fillDocument(template({ body: kept.join('') }), value!.model, value!.dictionary, {
    name: '模板.docx',
  });
  expect(filled.problems).toEqual([]);
  const body = strFromU8(unzipSync(filled.bytes!)['word/document.xml']!);
  expect(body.match(/ PA<|GE | PAGE | DATE /gu)).toHaveLength(5);
});
