/**
 * A Google Doc as a small Word document, so that the one engine checks and fills both: each paragraph, row and run bears the
 * number of what it stands for in its `w:rsidR`, which the engine copies wherever it copies the thing itself.
 */
import { packEntry, writeZip } from '../word/package/write-zip';
import { utf8Bytes } from '../word/package/utf8-buffer';
import { escapeXml } from '../word/package/xml-text';
import {
  isHeading,
  softBreak,
  type Piece,
  type SourceBlock,
  type SourceDoc,
  type SourceParagraph,
  type SourceRow,
  type SourceSegment,
} from './read-doc';

/** The attribute with the number. */
export const numberAttribute = 'w:rsidR';

/** A part of the Word document with the segments in it, in their order. */
export interface WordPart {
  readonly path: string;
  readonly segments: readonly SourceSegment[];
}

/** The parts: the body, each header and footer, and the footnotes together. */
export function wordParts({ segments }: Pick<SourceDoc, 'segments'>): readonly WordPart[] {
  const notes = segments.filter(({ part }) => part === 'footnotes');
  const others = segments.filter(({ part }) => part !== 'footnotes');
  const alone = others.map((one, index) => ({
    path: `word/${one.part}${index === 0 ? '' : String(index)}.xml`,
    segments: [one],
  }));
  return notes.length === 0 ? alone : [...alone, { path: 'word/footnotes.xml', segments: notes }];
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of the Word document. */
export function wordOfDoc(doc: SourceDoc): Uint8Array {
  const parts = wordParts(doc);
  const types = parts.map(({ path, segments: [one] }) => {
    const kind = one?.part === 'document' ? 'document.main' : (one?.part ?? '');
    return `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  });
  const [, ...related] = parts;
  const links = related.map(({ path, segments: [one] }) => linkTo(path.replace('word/', ''), one?.part ?? ''));
  const files: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
    ],
    ['_rels/.rels', listOf([linkTo('word/document.xml', 'officeDocument')])],
    ['word/_rels/document.xml.rels', listOf(links)],
    ...parts.map((part) => [part.path, partXml(part)] as const),
  ];
  return writeZip(files.map(([name, text]) => packEntry(name, utf8Bytes(text))));
}

function linkTo(target: string, type: string): string {
  return `Id="${target.replace(/\W/gu, '')}" Type="${relationships}/${type}" Target="${target}"`;
}

function listOf(links: readonly string[]): string {
  const all = links.map((link) => `<Relationship ${link}/>`).join('');
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`;
}

const roots = { document: 'w:document', header: 'w:hdr', footer: 'w:ftr', footnotes: 'w:footnotes' } as const;

function partXml({ segments }: WordPart): string {
  const part = segments[0]?.part ?? 'document';
  const inner = segments.map(({ blocks }, index) => {
    const xml = blocks.map(blockXml).join('');
    if (part === 'document') return `<w:body>${xml}</w:body>`;
    return part === 'footnotes' ? `<w:footnote w:id="${String(index + 1)}">${xml}</w:footnote>` : xml;
  });
  const root = roots[part];
  return `<${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner.join('')}</${root}>`;
}

function blockXml(block: SourceBlock): string {
  if (block.kind === 'paragraph') return paragraphXml(block);
  return block.kind === 'table' ? `<w:tbl><w:tblPr/><w:tblGrid/>${block.rows.map(rowXml).join('')}</w:tbl>` : '';
}

function rowXml({ id, cells }: SourceRow): string {
  const inner = cells.map(({ blocks }) => `<w:tc>${blocks.map(blockXml).join('')}</w:tc>`).join('');
  return `<w:tr ${numberAttribute}="${String(id)}">${inner}</w:tr>`;
}

function paragraphXml({ id, style, endsSection, pieces }: SourceParagraph): string {
  const level = isHeading(style) ? '<w:outlineLvl w:val="0"/>' : '';
  const properties = `<w:pPr>${level}${endsSection ? '<w:sectPr/>' : ''}</w:pPr>`;
  return `<w:p ${numberAttribute}="${String(id)}">${properties}${pieces.map(runXml).join('')}</w:p>`;
}

function runXml({ id, text, style }: Piece): string {
  return `<w:r ${numberAttribute}="${String(id)}">${contentXml(text, style === null)}</w:r>`;
}

function contentXml(text: string, isObject: boolean): string {
  if (isObject) return '<w:sym w:font="Symbol" w:char="F020"/>';
  return text === softBreak ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
}
