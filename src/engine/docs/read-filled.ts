/** Reads from the filled Word document what is to stand in the Google Doc, and of what of the template each piece is made. */
import { openPackage, type PartFile } from '../word/package/open-package';
import { attribute, childOf, elementsOf, sourceOf, type XmlElement, type XmlPart } from '../word/package/read-xml';
import { unescapeXml } from '../word/package/xml-text';
import type { Look } from './doc-json';
import {
  softBreak,
  type Piece,
  type SourceDoc,
  type SourceParagraph,
  type SourceRow,
  type SourceSegment,
} from './read-doc';
import { numberAttribute, wordParts } from './word-of-doc';

/** `look`: what the value itself asks for. `isStrange`: something else than text is to be shown. */
export interface OutPiece {
  readonly source: Piece;
  readonly text: string;
  readonly look: Look;
  readonly isStrange: boolean;
}

export interface OutParagraph {
  readonly kind: 'paragraph';
  readonly source: SourceParagraph;
  readonly pieces: readonly OutPiece[];
}

export interface OutRow {
  readonly source: SourceRow;
  readonly cells: readonly (readonly OutBlock[])[];
}

export interface OutTable {
  readonly kind: 'table';
  readonly rows: readonly OutRow[];
}

export type OutBlock = OutParagraph | OutTable;

/** What is to stand in each segment. */
export function readFilled(bytes: Uint8Array, source: SourceDoc): ReadonlyMap<SourceSegment, readonly OutBlock[]> {
  const { opened } = openPackage(bytes, '');
  const found = new Map<SourceSegment, readonly OutBlock[]>();
  for (const { path, segments } of wordParts(source)) {
    const part = opened?.parts.find((one) => one.path === path);
    const holders = part === undefined ? [] : holdersIn(part);
    segments.forEach((one, index) => {
      const holder = holders[index];
      if (part && holder) found.set(one, blocksIn({ xml: part.xml, source }, holder));
    });
  }
  return found;
}

function holdersIn({ xml: { root } }: PartFile): readonly XmlElement[] {
  if (root.name === 'w:footnotes') return elementsOf(root);
  return [root.name === 'w:document' ? (childOf(root, 'w:body') ?? root) : root];
}

interface Reading {
  readonly xml: XmlPart;
  readonly source: SourceDoc;
}

function numberOf({ xml }: Reading, element: XmlElement): number {
  return Number(attribute(xml, element, numberAttribute) ?? -1);
}

/** What has no number the engine put there of itself, to hold tables apart: the Doc has its own. */
function blocksIn(reading: Reading, parent: XmlElement): readonly OutBlock[] {
  return elementsOf(parent).flatMap((element): readonly OutBlock[] => {
    if (element.name === 'w:tbl')
      return [{ kind: 'table', rows: elementsOf(element).flatMap((one) => rowIn(reading, one)) }];
    const source = element.name === 'w:p' ? reading.source.paragraphs[numberOf(reading, element)] : undefined;
    return source === undefined ? [] : [{ kind: 'paragraph', source, pieces: piecesIn(reading, element) }];
  });
}

function rowIn(reading: Reading, element: XmlElement): readonly OutRow[] {
  const source = element.name === 'w:tr' ? reading.source.rows[numberOf(reading, element)] : undefined;
  const cells = elementsOf(element).filter(({ name }) => name === 'w:tc');
  return source === undefined ? [] : [{ source, cells: cells.map((cell) => blocksIn(reading, cell)) }];
}

function piecesIn(reading: Reading, paragraph: XmlElement): readonly OutPiece[] {
  return elementsOf(paragraph).flatMap((run): readonly OutPiece[] => {
    if (run.name !== 'w:r') return [];
    const number = numberOf(reading, run);
    // What brings a run that is none of the Doc's, a page break, is nothing that a Doc can be given here.
    const source = reading.source.pieces[Math.max(0, number)];
    if (source === undefined) return [];
    if (number < 0) return [{ source, text: '', look: {}, isStrange: true }];
    const inner = elementsOf(run).filter(({ name }) => name !== 'w:rPr');
    if (source.style === null) return [{ source, text: source.text, look: {}, isStrange: false }];
    const texts = inner.map((element) => textOf(reading.xml, element));
    return [{ source, text: texts.join(''), look: lookOf(reading.xml, run), isStrange: texts.includes(null) }];
  });
}

function textOf(xml: XmlPart, element: XmlElement): string | null {
  if (element.name === 'w:tab') return '\t';
  if (element.name === 'w:br') return attribute(xml, element, 'w:type') === null ? softBreak : null;
  return element.name === 'w:t' ? element.children.map((node) => unescapeXml(sourceOf(xml, node))).join('') : null;
}

function lookOf(xml: XmlPart, run: XmlElement): Look {
  const properties = childOf(run, 'w:rPr');
  const colour = properties && childOf(properties, 'w:color');
  const code = colour && attribute(xml, colour, 'w:val');
  return {
    ...(properties && childOf(properties, 'w:b') && { bold: true }),
    ...(code && { foregroundColor: { color: { rgbColor: rgb(code) } } }),
  };
}

function rgb(code: string): Look {
  const part = (at: number): number => parseInt(code.slice(at, at + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4) };
}
