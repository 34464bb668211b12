/** What is taken out of a part, element by element and address by address: this list is written by hand. */
import { readXml, type XmlPart } from '../../../../src/engine/word/package/read-xml';
import { filterPart, type FilteredPart } from '../../../../src/engine/word/outgoing/filter-part';

function filtered(inner: string): FilteredPart {
  const xml = readXml(`<w:x xmlns:w="w" xmlns:r="r" xmlns:o="o" xmlns:v="v">${inner}</w:x>`);
  if ('code' in xml) throw new Error(xml.code);
  return filterPart(xml satisfies XmlPart, new Set());
}

const outside = 'file://server/share/a.dotm';

it.each([
  ...[
    'attachedTemplate',
    'mailMerge',
    'saveThroughXslt',
    'attachedSchema',
    'schemaLibrary',
    'sourceFileName',
    'frameset',
  ],
  ...['printerSettings', 'entryMacro', 'exitMacro', 'embedRegular', 'embedBold', 'embedItalic', 'embedBoldItalic'],
  ...['externalData', 'webVideoPr', 'HyperlinkBase', 'HLinks'],
])('%s goes, whatever its prefix, and is told', (name) => {
  for (const prefix of ['w:', 'o:', '']) {
    const { text, dropped, refused } = filtered(`<w:p/><${prefix}${name} w:val="x"><w:a/></${prefix}${name}><w:p/>`);
    expect(text).toMatch(/^<w:x [^>]*><w:p\/><w:p\/><\/w:x>$/u);
    expect([dropped.length, refused]).toEqual([1, []]);
  }
});

it.each(['altChunk', 'subDoc', 'control', 'OLEObject'])('a part with %s is refused', (name) => {
  expect(filtered(`<w:${name}/>`).refused).toHaveLength(1);
});

it.each([
  ['src', outside],
  ['href', outside],
  ['althref', 'https://office.example/a'],
  ['o:althref', outside],
  ['hlinkhref', 'https://office.example/a'],
  ['embeddedHtml', '&lt;script&gt;'],
  ['src', ' f&#9;ile:///c:/a.png'],
  ['src', '//server/share/a.png'],
  ['src', '\\\\server\\share\\a.png'],
])('the address %s="%s" goes from a shape', (name, address) => {
  const { text, dropped } = filtered(`<v:shape id="a" ${name}="${address}"/>`);
  expect([text, dropped]).toEqual([expect.stringMatching(/<v:shape id="a"\s*\/>/u), [expect.stringContaining('地址')]]);
});

it.each(['https://office.example/a', '#place', 'mailto:a@office.example'])(
  'a link to %s stays on a shape',
  (address) => {
    expect(filtered(`<v:shape href="${address}"/>`)).toMatchObject({ text: null, dropped: [], refused: [] });
  },
);
