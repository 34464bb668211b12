/** Builds a Word template, laid out by GB/T 9704—2012, from its readable text. */
import { strToU8, zipSync } from 'fflate';
import { documentXml, edgeXml, fieldXml, paragraphXml, runXml } from './document-xml.mjs';
import { contentTypesXml, fontTableXml, packageRelationshipsXml, relationshipsXml, settingsXml } from './parts.mjs';
import { parseLines } from './parse-lines.mjs';
import { stylesXml } from './styles-xml.mjs';
import { declaration, element } from './xml.mjs';

/** Earliest time a zip entry can carry: the same text always gives the same bytes. */
const zipTime = new Date(1980, 0, 1);

/** Headers and footers of odd and even pages: part name, kind and page type. */
const edges = [
  { part: 'header1.xml', kind: 'header', type: 'default', id: 'rId11' },
  { part: 'header2.xml', kind: 'header', type: 'even', id: 'rId12' },
  { part: 'footer1.xml', kind: 'footer', type: 'default', id: 'rId13' },
  { part: 'footer2.xml', kind: 'footer', type: 'even', id: 'rId14' },
];

/**
 * The .docx of a template text.
 * @param {string} text
 * @returns {Uint8Array}
 */
export function buildTemplate(text) {
  const { header, blocks } = parseLines(text);
  const parts = {
    '[Content_Types].xml': contentTypesXml(edges),
    '_rels/.rels': packageRelationshipsXml(),
    'word/_rels/document.xml.rels': relationshipsXml(edges),
    'word/styles.xml': stylesXml(),
    'word/settings.xml': settingsXml(),
    'word/fontTable.xml': fontTableXml(),
    'word/header1.xml': headerXml(header),
    'word/header2.xml': headerXml(header),
    'word/footer1.xml': footerXml('right'),
    'word/footer2.xml': footerXml('left'),
    // Behind what is the same in every paper, so that papers begin alike.
    'word/document.xml': documentXml(blocks, edges),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: zipTime });
}

/** The last paragraph stays when the text vanishes: a header without a paragraph is not valid. */
function headerXml(text) {
  return edgeXml('w:hdr', [...(text === '' ? [] : [paragraphXml('页眉', [runXml(text)])]), paragraphXml('页眉', [])]);
}

/** `— 1 —`, one character from the outer edge: right on odd pages, left on even ones. */
function footerXml(side) {
  const indent = element('w:ind', { [`w:${side}Chars`]: 100, [`w:${side}`]: 280 });
  const properties = [indent, element('w:jc', { 'w:val': side })];
  return edgeXml('w:ftr', [paragraphXml('页脚', [runXml('— '), fieldXml('PAGE', '1'), runXml(' —')], properties)]);
}
