import { inUsualForm } from '../../../../src/engine/word/package/usual-form';

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const usual = `<w:document xmlns:w="${space}" xmlns:r="r"><w:body><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>甲 w:val=1</w:t></w:r></w:p></w:body></w:document>`;

it('leaves what is written as usual', () => {
  expect(inUsualForm(usual)).toBe(usual);
  expect(inUsualForm('<a>1 = "2"</a>')).toBe('<a>1 = "2"</a>');
});

it.each(['ns0', 'W', 'word-1'])('gives WordprocessingML its usual prefix in place of %s', (prefix) => {
  const other = usual.replace('xmlns:w=', `xmlns:${prefix}=`).replace(/(?<=<\/?|\s)w:(?!val=1)/gu, `${prefix}:`);
  const shown = inUsualForm(`<?xml version="1.0"?>\n${other}`);
  expect(shown.replace(` xmlns:${prefix}="${space}"`, '')).toBe(`<?xml version="1.0"?>\n${usual}`);
});

it('gives elements without a prefix the usual one', () => {
  const other = usual
    .replace('xmlns:w=', 'xmlns=')
    .replace(/(?<=<\/?)w:/gu, '')
    .replace('xmlns:r', `xmlns:q="${space}" xmlns:r`);
  const attributes = other.replace('w:val="center"', 'q:val="center"');
  expect(inUsualForm(other)).toContain('<w:jc w:val="center"/>');
  expect(inUsualForm(attributes)).toMatch(/^<w:document xmlns:w=.*<w:p><w:pPr><w:jc w:val="center"\/>/u);
});

it('knows namespaces that are declared where they are used', () => {
  const w = `xmlns="${space}"`;
  expect(inUsualForm(`<w:a xmlns:w="${space}"><p ${w}><r/><x:b xmlns:x="${space}" x:c="1" d="2"/></p><p/></w:a>`)).toBe(
    `<w:a xmlns:w="${space}"><w:p ${w}><w:r/><w:b xmlns:x="${space}" w:c="1" d="2"/></w:p><p/></w:a>`,
  );
  expect(inUsualForm(`<a><p ${w}><q xmlns=""/></p></a>`)).toBe(
    `<a xmlns:w="${space}"><w:p ${w}><q xmlns=""/></w:p></a>`,
  );
  const other = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  expect(inUsualForm(`<w:a xmlns:w="${space}"><w:b xmlns:rel="${other}" rel:id="rel:id"/></w:a>`)).toBe(
    `<w:a xmlns:r="${other}" xmlns:w="${space}"><w:b xmlns:rel="${other}" r:id="rel:id"/></w:a>`,
  );
});

it.each([
  ['a comment', '<w:t>甲<!-- <w:t>乙 -- -->丙</w:t>', '<w:t>甲丙</w:t>'],
  ['an instruction', '<w:t>甲<?x <w:t> ?>丙</w:t><?y?>', '<w:t>甲丙</w:t>'],
  ['CDATA', "<w:t><![CDATA[甲<b a='1'>&]]>]<![CDATA[]]></w:t>", "<w:t>甲&lt;b a='1'&gt;&amp;]</w:t>"],
  ['a comment with another root before the root', "<!-- <a b='1'> --><w:t c='1'/>", '<w:t c="1"/>'],
  ['a comment within a tag', '<!<!-- -->DOCTYPE a><w:t/>', '<!<!-- -->DOCTYPE a><w:t/>'],
  ['a comment without an end', '<w:t><!-- x</w:t>', '<w:t><!-- x</w:t>'],
])('puts %s down as plain text', (_, xml, shown) => {
  expect(inUsualForm(`<?xml version="1.0"?>${xml}`)).toBe(`<?xml version="1.0"?>${shown}`);
});

it('takes a prefix that stands for something else for what it says', () => {
  const other = usual.replace(space, 'urn:else');
  expect(inUsualForm(other)).toBe(other);
  expect(inUsualForm(`<x:a xmlns:x="${space}" xmlns:w="urn:else"/>`)).toBe(
    `<x:a xmlns:x="${space}" xmlns:w="urn:else"/>`,
  );
});

it('writes strict documents as transitional ones', () => {
  const strict = 'http://purl.oclc.org/ooxml';
  expect(inUsualForm(`<w:document w:conformance="strict" xmlns:w="${strict}/wordprocessingml/main"/>`)).toBe(
    `<w:document xmlns:w="${space}"/>`,
  );
  const types = ['styles', 'extendedProperties', 'customProperties'];
  const lists = types.map((type) =>
    inUsualForm(`<Relationship Type="${strict}/officeDocument/relationships/${type}"/>`),
  );
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  expect(lists).toEqual(
    ['styles', 'extended-properties', 'custom-properties'].map((type) => `<Relationship Type="${office}/${type}"/>`),
  );
  expect(inUsualForm(`<a xmlns="${strict}/drawingml/main"/>`)).toBe(
    '<a xmlns="http://schemas.openxmlformats.org/drawingml/2006/main"/>',
  );
});

it('writes double quotes, and marks as one tag', () => {
  expect(inUsualForm(`<w:a w:b='1' w:c = "it's = 'x'" w:d =\n'say "so"'>x='1'</w:a >`)).toBe(
    `<w:a w:b="1" w:c="it's = 'x'" w:d="say &quot;so&quot;">x='1'</w:a>`,
  );
  expect(
    inUsualForm('<w:bookmarkEnd w:id="1"></w:bookmarkEnd><w:fldChar w:fldCharType="end"></w:fldChar><w:t></w:t>'),
  ).toBe('<w:bookmarkEnd w:id="1"/><w:fldChar w:fldCharType="end"/><w:t></w:t>');
});
