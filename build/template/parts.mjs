/** The small parts of a .docx package: content types, relationships, settings and fonts. */
import { fonts } from './styles-xml.mjs';
import { element } from './xml.mjs';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const namespace = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };

/** `[Content_Types].xml`. */
export function contentTypesXml(edges) {
  const overrides = [
    ['document', `${word}.document.main+xml`],
    ['styles', `${word}.styles+xml`],
    ['settings', `${word}.settings+xml`],
    ['fontTable', `${word}.fontTable+xml`],
    ...edges.map(({ part, kind }) => [part.replace('.xml', ''), `${word}.${kind}+xml`]),
  ];
  return element('Types', { xmlns: `${packages}/content-types` }, [
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...overrides.map(([part, type]) => element('Override', { PartName: `/word/${part}.xml`, ContentType: type })),
  ]);
}

/** `_rels/.rels`. */
export function packageRelationshipsXml() {
  return relationships([['rId1', 'officeDocument', 'word/document.xml']]);
}

/** `word/_rels/document.xml.rels`. */
export function relationshipsXml(edges) {
  return relationships([
    ['rId1', 'styles', 'styles.xml'],
    ['rId2', 'settings', 'settings.xml'],
    ['rId3', 'fontTable', 'fontTable.xml'],
    ...edges.map(({ part, kind, id }) => [id, kind, part]),
  ]);
}

/** `word/settings.xml`. */
export function settingsXml() {
  const compatibility = {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  };
  return element('w:settings', namespace, [
    element('w:zoom', { 'w:percent': 100 }),
    element('w:defaultTabStop', { 'w:val': 632 }),
    element('w:evenAndOddHeaders'),
    element('w:drawingGridVerticalSpacing', { 'w:val': 579 }),
    element('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
    element('w:compat', {}, [
      element('w:balanceSingleByteDoubleByteWidth'),
      element('w:useFELayout'),
      element('w:compatSetting', compatibility),
    ]),
    element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
  ]);
}

/** `word/fontTable.xml`: other names of each face, used where the named font is not installed. */
export function fontTableXml() {
  const entries = Object.values(fonts).map((font) =>
    element('w:font', { 'w:name': font.name }, [
      element('w:altName', { 'w:val': font.otherNames }),
      element('w:charset', { 'w:val': font === fonts.latin ? '00' : '86' }),
      element('w:family', { 'w:val': font === fonts.second ? 'script' : 'roman' }),
    ]),
  );
  return element('w:fonts', namespace, entries);
}

function relationships(entries) {
  return element(
    'Relationships',
    { xmlns: `${packages}/relationships` },
    entries.map(([Id, type, Target]) => element('Relationship', { Id, Type: `${office}/${type}`, Target })),
  );
}
