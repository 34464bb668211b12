/** The local service Docs counts and refuses as the reference of the API says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocs, type DocsService } from '../../../src/local/services/docs/docs';
import type { DocRequest as Request } from '../../../src/engine/docs/doc-json';
import { applied, doc, docOf, linesOf, looksOf, p, table } from '../../engine/docs/doc-builder';
import { makeScratch, type Scratch } from '../scratch';

const body = (json: ReturnType<typeof doc>): readonly Record<string, unknown>[] =>
  json.tabs[0].documentTab.body.content;
const range = (startIndex: number, endIndex: number): { startIndex: number; endIndex: number } => ({
  startIndex,
  endIndex,
});
const insert = (index: number, text: string): Request => ({ insertText: { location: { index }, text } });
const remove = (start: number, end: number): Request => ({ deleteContentRange: { range: range(start, end) } });

/** As Apps Script’s published types have them, which know less than the service. */
const batch = (...all: readonly object[]): GoogleAppsScript.Docs.Schema.Request[] => [...all];

interface Shown {
  readonly startIndex?: number;
  readonly endIndex: number;
  readonly table: {
    readonly tableRows: readonly { readonly tableCells: readonly { readonly content: readonly Shown[] }[] }[];
  };
}

describe('indexes', () => {
  it('of a table count its beginning and end, its rows and cells', () => {
    const json = doc(p('前'), table(['', ''], ['', '']), p('后'));
    const [, , shown] = body(json) as unknown as readonly Shown[];
    const starts = shown?.table.tableRows.map(({ tableCells }) =>
      tableCells.map(({ content }) => content[0]?.startIndex),
    );
    // As tables of two columns are published: five from row to row, two from cell to cell.
    expect([shown?.startIndex, shown?.endIndex, starts]).toEqual([
      3,
      15,
      [
        [6, 8],
        [11, 13],
      ],
    ]);
  });

  it('of text count UTF-16 code units, and what is 0 is left out', () => {
    const json = docOf([p('🚀a')], { headers: { h: [p('页眉')] } });
    expect(body(json).map(({ startIndex, endIndex }) => [startIndex, endIndex])).toEqual([
      [undefined, 1],
      [1, 5],
    ]);
    expect(json.tabs[0].documentTab.headers?.h?.content[0]).not.toHaveProperty('startIndex');
  });
});

describe('requests', () => {
  it('apply in their order, each to what those before have made', () => {
    expect(linesOf(applied(doc(p('甲乙')), [insert(2, '丙'), remove(1, 2), insert(1, '丁\n')]))).toEqual([
      '丁',
      '丙乙',
    ]);
  });

  it('give new text the look of the text before it, at the beginning that of the text behind', () => {
    const mixed = doc(p([['粗', { bold: true }], ['细']]));
    const looks = (index: number): readonly string[] => looksOf(applied(mixed, [insert(index, '新')]));
    expect([looks(1), looks(2)].flat()).toEqual(['新粗{bold=true}细', '粗新{bold=true}细']);
  });

  it('put new paragraphs into the list of the one they are put into', () => {
    expect(looksOf(applied(doc(p('甲', { list: '点' })), [insert(2, '\n乙')]))).toEqual(['点· 甲', '点· 乙']);
  });

  it('strip control signs and the private use area', () => {
    expect(linesOf(applied(doc(p('甲')), [insert(2, '\u0001\ue863\t乙\u001f')]))).toEqual(['甲\t乙']);
  });

  it('take the table away with its last row', () => {
    const tableCellLocation = { tableStartLocation: { index: 3 }, rowIndex: 0, columnIndex: 0 };
    expect(linesOf(applied(doc(p('前'), table(['甲']), p('后')), [{ deleteTableRow: { tableCellLocation } }]))).toEqual(
      ['前', '后'],
    );
  });

  const json = doc(p('🚀前'), table(['甲'], ['乙']), p('后'));
  const cell = (rowIndex: number, index = 5): object => ({ tableStartLocation: { index }, rowIndex, columnIndex: 0 });
  const paragraph = (index: number, fields: string): Request => ({
    updateParagraphStyle: { range: range(index, index + 1), paragraphStyle: {}, fields },
  });
  const refused: readonly (readonly [what: string, request: object, words: RegExp])[] = [
    ['a half of an emoji taken away', remove(1, 2), /surrogate/u],
    ['text put into an emoji', insert(2, 'a'), /surrogate/u],
    ['text put where a table starts', insert(5, 'a'), /inside the bounds/u],
    ['text put behind the end', insert(99, 'a'), /inside the bounds/u],
    ['the line end before a table', remove(3, 5), /newline character before a table/u],
    ['the last line end of the body', remove(15, 17), /newline character at the end/u],
    ['the last line end of a cell', remove(8, 10), /newline character at the end/u],
    ['the start of a table', remove(5, 7), /entire table/u],
    ['the end of a table', remove(12, 16), /part of a table/u],
    ['an empty range', remove(3, 3), /not be empty/u],
    ['a field nobody knows', paragraph(3, 'alignment,colour'), /Invalid field: colour/u],
    ['no field at all', paragraph(3, ''), /Invalid field/u],
    ['a page break before a cell', paragraph(8, 'pageBreakBefore'), /pageBreakBefore/u],
    ['a row that is not there', { deleteTableRow: { tableCellLocation: cell(2) } }, /out of range/u],
    ['a table that is not there', { deleteTableRow: { tableCellLocation: cell(0, 4) } }, /table start location/u],
    [
      'a segment that is not there',
      { insertText: { location: { index: 1, segmentId: 'h' }, text: 'a' } },
      /segment h/u,
    ],
    ['two kinds at once', { ...insert(1, 'a'), ...remove(1, 3) }, /exactly one kind/u],
    ['a kind that is not used', { insertPageBreak: { location: { index: 1 } } }, /insertPageBreak \(not supported/u],
  ];

  it('that join two paragraphs in their middle are refused: nobody says what becomes of their looks', () => {
    expect(() => applied(doc(p('甲乙'), p('丙丁')), [remove(2, 5)])).toThrow('across paragraphs');
  });

  it.each(refused)('are refused: %s', (_, request, words) => {
    expect(() => applied(json, [request as Request])).toThrow(words);
  });
});

describe('a document of the folder', () => {
  let scratch: Scratch;
  let docs: DocsService['Documents'];
  const path = (): string => join(scratch.folder, '模板.gdoc');
  const read = (): GoogleAppsScript.Docs.Schema.Document => docs.get('模板.gdoc', { includeTabsContent: true });
  beforeEach(() => {
    scratch = makeScratch();
    docs = makeDocs(scratch.folder).Documents;
    writeFileSync(path(), JSON.stringify(doc(p('甲'))));
  });
  afterEach(() => {
    scratch.remove();
  });

  it('is not changed at all by a batch with one mistake', () => {
    const before = readFileSync(path(), 'utf8');
    expect(() => docs.batchUpdate({ requests: batch(insert(1, '乙'), insert(99, '丙')) }, '模板.gdoc')).toThrow(
      'requests[1]',
    );
    expect(readFileSync(path(), 'utf8')).toBe(before);
  });

  it('is not changed by requests for a revision that is past', () => {
    const { revisionId = '' } = read();
    const write = (): unknown =>
      docs.batchUpdate(
        { requests: batch(insert(1, '乙')), writeControl: { requiredRevisionId: revisionId } },
        '模板.gdoc',
      );
    write();
    expect(read().revisionId).not.toBe(revisionId);
    expect(write).toThrow('does not match the latest revision');
  });

  it('that is none is refused', () => {
    writeFileSync(join(scratch.folder, '表.xlsx'), '');
    expect(() => docs.get('表.xlsx', { includeTabsContent: true })).toThrow('not supported for this document');
  });

  it('without the contents of its tabs is not given', () => {
    expect(() => docs.get('模板.gdoc')).toThrow('not supported');
  });
});
