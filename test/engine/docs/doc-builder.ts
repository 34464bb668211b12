/** Builds small Google Docs for tests, `doc(p('一'), table(['甲', '乙']))`, applies requests to them and reads them back. */
import type { DocJson as EngineJson, DocRequest } from '../../../src/engine/docs/doc-json';
import { applyRequests } from '../../../src/local/services/docs/apply-requests';
import { jsonOf, readDocFile } from '../../../src/local/services/docs/doc-file';
import { contentOf, unitsOf, type DocJson, type Look } from '../../../src/local/services/docs/units';

/** A piece of text with a look, or another thing that stands in the line. */
type Run = readonly [text: string, look?: Look] | Look;

/** An element without its indexes, which `doc` works out. */
export type Block = Look;

export interface Paragraph {
  readonly style?: Look;
  /** The list it is an item of. */
  readonly list?: string;
  readonly level?: number;
}

/** A paragraph of one text, or of runs. */
export function p(content: string | readonly Run[], { style = {}, list, level }: Paragraph = {}): Block {
  const runs = typeof content === 'string' ? [[content] as const] : content;
  const elements = [...runs, ['\n'] as const].map((run) => {
    if (!isText(run)) return { startIndex: 0, endIndex: 1, ...run };
    return { textRun: { content: run[0], textStyle: run[1] ?? {} } };
  });
  const bullet = list === undefined ? {} : { bullet: { listId: list, ...(level && { nestingLevel: level }) } };
  return { paragraph: { elements, paragraphStyle: { namedStyleType: 'NORMAL_TEXT', ...style }, ...bullet } };
}

function isText(run: Run): run is readonly [string, Look?] {
  return Array.isArray(run);
}

/** A picture in the line. */
export const picture: Look = { inlineObjectElement: { inlineObjectId: 'kix.1' } };

export const sectionBreak: Block = { startIndex: 0, endIndex: 1, sectionBreak: { sectionStyle: {} } };

/** A cell: a text, or blocks. */
export type Cell = string | readonly Block[];

/** A table; each cell may have a style of its own. */
export function table(...rows: readonly (readonly Cell[])[]): Block {
  return styledTable({}, ...rows);
}

export function styledTable(tableCellStyle: Look, ...rows: readonly (readonly Cell[])[]): Block {
  const tableRows = rows.map((cells) => ({
    tableRowStyle: {},
    tableCells: cells.map((cell) => ({ content: typeof cell === 'string' ? [p(cell)] : cell, tableCellStyle })),
  }));
  return { table: { columns: rows[0]?.length ?? 0, tableRows } };
}

export interface Parts {
  readonly headers?: Readonly<Record<string, readonly Block[]>>;
  readonly footers?: Readonly<Record<string, readonly Block[]>>;
  readonly footnotes?: Readonly<Record<string, readonly Block[]>>;
}

const numbered = { listProperties: { nestingLevels: [{ glyphType: 'DECIMAL' }, { glyphType: 'ALPHA' }] } };
const dotted = { listProperties: { nestingLevels: [{ glyphSymbol: '●', glyphType: 'GLYPH_TYPE_UNSPECIFIED' }] } };

/** A document with a body alone; the lists are 数 (numbered) and 点 (dotted). */
export function doc(...body: readonly Block[]): DocJson {
  return docOf(body);
}

export function docOf(body: readonly Block[], { headers = {}, footers = {}, footnotes = {} }: Parts = {}): DocJson {
  const all = (parts: Readonly<Record<string, readonly Block[]>>): Record<string, { content: readonly Look[] }> =>
    Object.fromEntries(Object.entries(parts).map(([id, blocks]) => [id, { content: contentOf(unitsOf(blocks)) }]));
  const documentTab = {
    body: { content: contentOf(unitsOf([sectionBreak, ...body])) },
    headers: all(headers),
    footers: all(footers),
    footnotes: all(footnotes),
    lists: { 数: numbered, 点: dotted },
  };
  return { tabs: [{ documentTab }] };
}

/** As the engine takes it. */
export function asRead(json: DocJson): EngineJson {
  return JSON.parse(JSON.stringify({ revisionId: '1', ...json })) as EngineJson;
}

/** The document after the requests, by the rules of the local service. */
export function applied(json: DocJson, requests: readonly DocRequest[] | null): DocJson {
  if (requests === null) throw new Error('the template was refused');
  const file = readDocFile(Buffer.from(JSON.stringify(json)));
  applyRequests(file.segments, requests);
  return jsonOf(file);
}

interface Inline {
  readonly textRun?: { readonly content: string; readonly textStyle: Look };
}

interface Element {
  readonly paragraph?: { readonly elements: readonly Inline[]; readonly paragraphStyle: Look; readonly bullet?: Look };
  readonly table?: {
    readonly tableRows: readonly {
      readonly tableRowStyle: Look;
      readonly tableCells: readonly { readonly content: readonly Element[]; readonly tableCellStyle: Look }[];
    }[];
  };
}

/** The lines that show, as the engine gives those of a Word file: blank ones left out, the cells of a row joined. */
export function linesOf(json: DocJson): readonly string[] {
  const { body, headers = {}, footers = {}, footnotes = {} } = json.tabs[0].documentTab;
  const labelled = (label: string, parts: object): readonly string[] =>
    Object.values(parts as Record<string, { content: readonly Element[] }>)
      .flatMap(({ content }) => linesIn(content))
      .map((line) => `${label}：${line}`);
  return [
    ...linesIn(body.content),
    ...labelled('页眉', headers),
    ...labelled('页脚', footers),
    ...labelled('脚注', footnotes),
  ];
}

function linesIn(content: readonly Element[]): readonly string[] {
  return content.flatMap(({ paragraph, table: rows }) => {
    if (paragraph) return [shown(paragraph.elements)].filter((line) => line.trim() !== '');
    return (rows?.tableRows ?? []).flatMap(({ tableCells }) => [
      ...tableCells.flatMap((cell) => cell.content.flatMap((inner) => (inner.table ? linesIn([inner]) : []))),
      tableCells.map((cell) => linesIn(cell.content.filter((inner) => inner.paragraph)).join('\n')).join(' | '),
    ]);
  });
}

function shown(elements: readonly Inline[]): string {
  const text = elements.map(({ textRun }) => textRun?.content ?? '').join('');
  return text.slice(0, -1).split('\u000b').join('\n');
}

/** Each paragraph of the body: its runs as `text{look}`, before it the list, and behind it what is written of its style. */
export function looksOf(json: DocJson): readonly string[] {
  return looksIn(json.tabs[0].documentTab.body.content);
}

function looksIn(content: readonly Element[]): readonly string[] {
  return content.flatMap(({ paragraph, table: rows }) => {
    if (!paragraph) {
      return (rows?.tableRows ?? []).flatMap(({ tableCells }) =>
        tableCells.flatMap((cell) => looksIn(cell.content).map((line) => `${written(cell.tableCellStyle)}| ${line}`)),
      );
    }
    const runs = paragraph.elements.map(({ textRun }) =>
      textRun
        ? `${textRun.content.replace('\n', '')}${textRun.content === '\n' ? '' : written(textRun.textStyle)}`
        : '□',
    );
    const { namedStyleType, ...style } = paragraph.paragraphStyle;
    const list = paragraph.bullet ? `${String(paragraph.bullet.listId)}· ` : '';
    const name = namedStyleType === 'NORMAL_TEXT' ? '' : ` ${String(namedStyleType)}`;
    return [`${list}${runs.join('')}${name}${written(style) === '' ? '' : ` ${written(style)}`}`];
  });
}

function written(look: Look): string {
  const fields = Object.entries(look).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return fields.length === 0 ? '' : `{${fields.join(' ')}}`;
}
