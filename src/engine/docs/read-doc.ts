/** Reads a Google Doc as paragraphs, tables and pieces of text that know their indexes and, in words, where they stand. */
import type { Problem } from '../../core/base/problem';
import { findTags } from '../language/tag-text';
import { legalXml } from '../word/package/xml-text';
import { objectSign } from '../word/parts/read-paragraph';
import { SpotCounter } from '../word/parts/spot';
import type {
  DocContent,
  DocElement,
  DocInline,
  DocJson,
  DocParagraph,
  DocRow,
  DocSegment,
  DocTable,
  Look,
} from './doc-json';

/** A stretch of text of one look that a tag fills wholly or not at all; `style` null: it is no text and cannot be written. */
export interface Piece {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly style: Look | null;
}

export interface SourceParagraph {
  readonly kind: 'paragraph';
  readonly id: number;
  readonly start: number;
  /** Behind its line end. */
  readonly end: number;
  readonly spot: string;
  readonly pieces: readonly Piece[];
  readonly style: Look;
  /** The list and level it is an item of. */
  readonly list: string | null;
  /** Whether its list counts. */
  readonly isNumbered: boolean;
  /** Something hangs on it that cannot be made a second time. */
  readonly isUnique: boolean;
  readonly endsSection: boolean;
}

interface SourceCell {
  readonly blocks: readonly SourceBlock[];
  readonly style: Look;
}

export interface SourceRow {
  readonly id: number;
  readonly end: number;
  readonly style: Look;
  readonly cells: readonly SourceCell[];
}

export interface SourceTable {
  readonly kind: 'table';
  readonly start: number;
  readonly end: number;
  readonly spot: string;
  readonly columns: number;
  readonly rows: readonly SourceRow[];
}

/** A section break or table of contents: it stays as it is. */
interface SourceFixed {
  readonly kind: 'fixed';
  readonly start: number;
  readonly end: number;
}

export type SourceBlock = SourceParagraph | SourceTable | SourceFixed;

export interface SourceSegment {
  /** Empty for the body. */
  readonly id: string;
  readonly part: 'document' | 'header' | 'footer' | 'footnotes';
  readonly blocks: readonly SourceBlock[];
}

/** Paragraphs, pieces and rows stand at their ids. */
export interface SourceDoc {
  readonly segments: readonly SourceSegment[];
  readonly paragraphs: readonly SourceParagraph[];
  readonly pieces: readonly Piece[];
  readonly rows: readonly SourceRow[];
  /** What keeps it from being a template. */
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly file: string;
  readonly lists: NonNullable<DocContent['lists']>;
  readonly paragraphs: SourceParagraph[];
  readonly pieces: Piece[];
  readonly rows: SourceRow[];
  readonly problems: Problem[];
  spots: SpotCounter;
}

/** `file` stands in the problems' places. */
export function readDoc({ tabs = [] }: DocJson, file: string): SourceDoc {
  const content: DocContent = tabs[0]?.documentTab ?? {};
  const reading: Reading = {
    ...{ file, lists: content.lists ?? {}, paragraphs: [], pieces: [], rows: [], problems: [] },
    spots: new SpotCounter(''),
  };
  checkTabs(reading, tabs);
  const segments: readonly SourceSegment[] = [
    segment(reading, '', 'document', content.body ?? {}),
    ...segmentsOf(reading, 'header', content.headers),
    ...segmentsOf(reading, 'footer', content.footers),
    ...segmentsOf(reading, 'footnotes', content.footnotes),
  ];
  return { ...reading, segments };
}

function checkTabs(reading: Reading, tabs: NonNullable<DocJson['tabs']>): void {
  if (tabs[0]?.documentTab?.body === undefined) {
    tell(reading, '', { code: 'doc-empty', reason: '服务没有给出文档的内容', expected: '请稍后再试' });
  }
  if (tabs.length > 1 || (tabs[0]?.childTabs ?? []).length > 0) {
    const reason = '文档有几个标签页，只能有一个';
    tell(reading, '', { code: 'doc-tabs', reason, expected: '请把别的标签页移到另一份文档里' });
  }
}

const labels = { document: '', header: '页眉', footer: '页脚', footnotes: '脚注' } as const;

function segmentsOf(
  reading: Reading,
  part: SourceSegment['part'],
  all: DocContent['headers'],
): readonly SourceSegment[] {
  // Notes share their counter, as they share one part of a Word file.
  reading.spots = new SpotCounter(labels[part]);
  return Object.entries(all ?? {}).map(([id, one]) => segment(reading, id, part, one));
}

function segment(
  reading: Reading,
  id: string,
  part: SourceSegment['part'],
  { content = [] }: DocSegment,
): SourceSegment {
  if (part !== 'footnotes') reading.spots = new SpotCounter(labels[part]);
  return { id, part, blocks: blocksOf(reading, content) };
}

function tell({ problems, file }: Reading, spot: string, said: Pick<Problem, 'code' | 'reason' | 'expected'>): void {
  problems.push({ level: 'error', place: spot === '' ? { file } : { file, spot }, actual: '', ...said });
}

function blocksOf(reading: Reading, content: readonly DocElement[]): readonly SourceBlock[] {
  return content.map((element, index) => {
    const [start, end] = [element.startIndex ?? 0, element.endIndex ?? 0];
    if (element.paragraph !== undefined) {
      const endsSection = content[index + 1]?.sectionBreak !== undefined;
      return paragraphOf(reading, element.paragraph, { start, end, endsSection });
    }
    if (element.table !== undefined) return tableOf(reading, element.table, start, end);
    if (/[{｛]{2}/u.test(JSON.stringify(element.tableOfContents ?? ''))) {
      const expected = '请删去目录，成文后再插入；标题里不写标签的，更新目录后可以保留';
      tell(reading, '目录', { code: 'tag-out-of-reach', reason: '目录里印着标签，这里不能填写', expected });
    }
    return { kind: 'fixed', start, end };
  });
}

const suggested = /"suggested(?:Insertion|Deletion)Ids":\["/u;

function paragraphOf(
  reading: Reading,
  paragraph: DocParagraph,
  at: Pick<SourceParagraph, 'start' | 'end' | 'endsSection'>,
): SourceParagraph {
  const style = paragraph.paragraphStyle ?? {};
  const pieces = numbered(reading, cutPieces(rawPieces(paragraph.elements ?? [])));
  const heading = isHeading(style);
  const spot = reading.spots.endParagraph(shown(pieces.map(({ text }) => text).join('')), heading);
  if (suggested.test(JSON.stringify(paragraph))) {
    const said = { code: 'doc-suggestion', reason: '有还没有处理的修改建议', expected: '请在文档里接受或者拒绝它' };
    tell(reading, spot, said);
  }
  const isUnique = pieces.some((piece) => piece.style === null) || (paragraph.positionedObjectIds ?? []).length > 0;
  const read: SourceParagraph = {
    ...{ kind: 'paragraph', id: reading.paragraphs.length, ...at, spot, pieces, style, isUnique },
    ...listOf(reading, paragraph.bullet),
  };
  reading.paragraphs.push(read);
  return read;
}

function listOf({ lists }: Reading, bullet: DocParagraph['bullet']): Pick<SourceParagraph, 'list' | 'isNumbered'> {
  if (bullet?.listId === undefined) return { list: null, isNumbered: false };
  const { listId, nestingLevel = 0 } = bullet;
  const type = lists[listId]?.listProperties?.nestingLevels?.[nestingLevel]?.glyphType;
  const isNumbered = typeof type === 'string' && type !== 'NONE' && type !== 'GLYPH_TYPE_UNSPECIFIED';
  return { list: `${listId} ${String(nestingLevel)}`, isNumbered };
}

/** Whether a paragraph of that style is a heading. */
export function isHeading({ namedStyleType }: Look): boolean {
  return typeof namedStyleType === 'string' && namedStyleType.startsWith('HEADING_');
}

/** A line break within a paragraph. */
export const softBreak = '\u000b';

/** The text as it shows. */
function shown(text: string): string {
  return text.split(softBreak).join('\n');
}

type RawPiece = Omit<Piece, 'id'>;

/** What XML cannot hold is nothing a tag can stand in. */
function rawPieces(elements: readonly DocInline[]): readonly RawPiece[] {
  return elements.map(({ startIndex: start = 0, endIndex = 0, textRun }, index) => {
    const { content, textStyle = {} } = textRun ?? {};
    const isLast = index === elements.length - 1;
    const text = isLast ? content?.replace(/\n$/u, '') : content;
    if (text === undefined || legalXml(text).length + text.split(softBreak).length - 1 < text.length) {
      return { start, end: isLast && textRun ? endIndex - 1 : endIndex, text: objectSign, style: null };
    }
    return { start, end: start + text.length, text, style: textStyle };
  });
}

/** So that each piece is a line break, or wholly within a tag, or wholly outside of all; without empty pieces. */
function cutPieces(pieces: readonly RawPiece[]): readonly RawPiece[] {
  const text = pieces.map((piece) => piece.text).join('');
  const breaks = text.split('').flatMap((sign, index) => (sign === softBreak ? [index, index + 1] : []));
  const places = [...breaks, ...findTags(shown(text)).flatMap(({ start, end }) => [start, end])];
  let at = 0;
  return pieces.flatMap((piece) => {
    const from = at;
    at += piece.text.length;
    if (piece.style === null) return [piece];
    const inside = places.map((place) => place - from).filter((place) => place > 0 && place < piece.text.length);
    const starts = [...new Set([0, ...inside])].sort((one, other) => one - other);
    return starts.flatMap((begin, index): readonly RawPiece[] => {
      const own = piece.text.slice(begin, starts[index + 1]);
      const start = piece.start + begin;
      return own === '' ? [] : [{ ...piece, start, end: start + own.length, text: own }];
    });
  });
}

function numbered({ pieces: all }: Reading, pieces: readonly RawPiece[]): readonly Piece[] {
  const known = pieces.map((piece, index) => ({ ...piece, id: all.length + index }));
  all.push(...known);
  return known;
}

function tableOf(reading: Reading, table: DocTable, start: number, end: number): SourceTable {
  const first = reading.paragraphs.length;
  reading.spots.openTable();
  const rows = (table.tableRows ?? []).map((row) => rowOf(reading, row));
  reading.spots.closeTable();
  const spot = reading.paragraphs[first]?.spot ?? '';
  return { kind: 'table', start, end, spot, columns: table.columns ?? 0, rows };
}

function rowOf(reading: Reading, { endIndex = 0, tableCells = [], tableRowStyle = {} }: DocRow): SourceRow {
  reading.spots.openRow();
  const cells = tableCells.map(({ content = [], tableCellStyle = {} }) => {
    reading.spots.openCell();
    return { blocks: blocksOf(reading, content), style: tableCellStyle };
  });
  const row = { id: reading.rows.length, end: endIndex, style: tableRowStyle, cells };
  reading.rows.push(row);
  return row;
}
