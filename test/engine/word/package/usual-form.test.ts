import { inUsualForm } from '../../../../src/engine/word/package/usual-form';

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const usual = `<w:document xmlns:w="${space}" xmlns:r="r"><w:body><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>甲 w:val=1</w:t></w:r></w:p></w:body></w:document>`;

it('leaves what is written as usual', () => {
  expect(inUsualForm(usual)).toBe(usual);
  expect(inUsualForm('<a>1 = "2"</a>')).toBe('<a>1 = "2"</a>');
});

it.each(['ns0', 'W', 'word-1'])('gives WordprocessingML its usual prefix in place of %s', (prefix) => {
  const other = usual.replace('xmlns:w=', `xmlns:${prefix}=`).replace(/(?<=<\/?|\s)w:(?!val=1)/gu, `${prefix}:`);
  expect(inUsualForm(`<?xml version="1.0"?>\n${other}`)).toBe(`<?xml version="1.0"?>\n${usual}`);
});

it('gives elements without a prefix the usual one', () => {
  const other = usual
    .replace('xmlns:w=', 'xmlns=')
    .replace(/(?<=<\/?)w:/gu, '')
    .replace('xmlns:r', `xmlns:q="${space}" xmlns:r`);
  const attributes = other.replace('w:val="center"', 'q:val="center"');
  expect(inUsualForm(other)).toContain('<w:jc w:val="center"/>');
  expect(inUsualForm(attributes)).toMatch(/^<w:document xmlns:w=.*<w:p><w:pPr><w:jc q:val="center"\/>/u);
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
  expect(inUsualForm(`<w:a w:b='1' w:c="it's" w:d='say "so"'>x='1'</w:a>`)).toBe(
    `<w:a w:b="1" w:c="it's" w:d="say &quot;so&quot;">x='1'</w:a>`,
  );
  expect(
    inUsualForm('<w:bookmarkEnd w:id="1"></w:bookmarkEnd><w:fldChar w:fldCharType="end"></w:fldChar><w:t></w:t>'),
  ).toBe('<w:bookmarkEnd w:id="1"/><w:fldChar w:fldCharType="end"/><w:t></w:t>');
});
