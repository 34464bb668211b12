/** Builds tiny .docx files for tests: `docx(p('一'), table(row('甲', '乙')))`, and reads parts back. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(' ');
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function escape(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/** A run; `look` is what stands in its w:rPr. */
export function r(text: string, look = ''): string {
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
}

/** A paragraph of one run, or of the XML given. */
export function p(content: string, properties = ''): string {
  const inner = content === '' || content.startsWith('<') ? content : r(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
}

export function heading(text: string): string {
  return p(text, '<w:pStyle w:val="Heading1"/>');
}

/** A cell with a paragraph, or with the XML given. */
export function cell(content: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map(cell).join('')}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** Files by name, zipped. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A list `1.`, `2.` …; number 1 goes on through the document, number 2 restarts. */
const abstractNumber =
  '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>' +
  '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>';

/** A paragraph with a text box, as Word writes it: for new programs and again for old ones. */
export function box(content: string): string {
  const inside = `<w:txbxContent>${content}</w:txbxContent>`;
  return p(
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="7" name="x"/>${inside}</w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict>${inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  );
}

/** What other parts are, by the ends of their names. */
const otherTypes: readonly (readonly [RegExp, string])[] = [
  [/^docProps\/core\.xml$/u, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/u, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  [/^docProps\/custom\.xml$/u, 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  [/^word\/charts\/chart\d*\.xml$/u, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  [/^word\/diagrams\/data\d*\.xml$/u, 'application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml'],
  [/\.png$/u, 'image/png'],
];

function otherOverrides(names: readonly string[]): string {
  return names
    .flatMap((name) =>
      otherTypes
        .filter(([pattern]) => pattern.test(name))
        .map(([, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`),
    )
    .join('');
}

/** The files of a minimal document. */
export function docxFiles(body: string, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const others = Object.keys(extra).filter((name) =>
    /^word\/(?:header|footer|footnotes|comments|settings)[^/]*$/u.test(name),
  );
  const type = (name: string): string => /(header|footer|footnotes|comments|settings)/u.exec(name)?.[1] ?? '';
  const relations = others.map(
    (name, at) =>
      `<Relationship Id="rId${String(at + 10)}" Type="${relationshipType}/${type(name)}" Target="${name.slice(5)}"/>`,
  );
  const relationships = (content: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
      '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>' +
      '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>' +
      others
        .map(
          (name) =>
            `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type(name)}+xml"/>`,
        )
        .join('') +
      otherOverrides(Object.keys(extra)) +
      '</Types>',
    '_rels/.rels': relationships(
      `<Relationship Id="rId1" Type="${relationshipType}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      `<Relationship Id="rId1" Type="${relationshipType}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relationshipType}/numbering" Target="numbering.xml"/>${relations.join('')}`,
    ),
    'word/styles.xml': `<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`,
    'word/numbering.xml': `<w:numbering ${namespaces}>${abstractNumber}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`,
    ...extra,
  };
}

export function docx(...body: readonly string[]): Uint8Array {
  return zip(docxFiles(body.join('')));
}

/** A header, footer, footnotes or comments part. */
export function part(name: 'hdr' | 'ftr' | 'footnotes' | 'comments', content: string): string {
  return `<w:${name} ${namespaces}>${content}</w:${name}>`;
}

/** A part of a document as text. */
export function readPart(bytes: Uint8Array | null, name = 'word/document.xml'): string {
  if (bytes === null) throw new Error('no document');
  const found = unzipSync(bytes)[name];
  if (!found) throw new Error(`no ${name}`);
  return strFromU8(found);
}

/** What stands between w:body and the final w:sectPr. */
export function readBody(bytes: Uint8Array | null): string {
  return /<w:body>(.*)<w:sectPr\/><\/w:body>/su.exec(readPart(bytes))?.[1] ?? '';
}
