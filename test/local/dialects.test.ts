import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openZip, packZip } from '../../src/local/zip';
import { cellsOf, makeScratch, makeWorkbook, rowsOf, type Scratch } from './scratch';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => {
  scratch.remove();
});

const all = { includeGridData: true };
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Parts {
  readonly sheetData: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly workbookPr?: string;
  readonly after?: string;
}

/** A small workbook written by hand, the way other programs write theirs. */
function handMade({ sheetData, styles = '', strings = '', workbookPr = '', after = '' }: Parts): string {
  const part = (type: string, target: string, id: number): string =>
    `<Relationship Id="rId${String(id)}" Type="${relationships}/${type}" Target="${target}"/>`;
  const rels = (content: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const parts: [string, string][] = [
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', rels(part('officeDocument', 'xl/workbook.xml', 1))],
    [
      'xl/_rels/workbook.xml.rels',
      rels(
        part('worksheet', 'worksheets/sheet1.xml', 1) +
          part('styles', 'styles.xml', 2) +
          part('sharedStrings', 'sharedStrings.xml', 3),
      ),
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relationships}">${workbookPr}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ['xl/styles.xml', `<styleSheet xmlns="${main}"><cellXfs>${styles}</cellXfs></styleSheet>`],
    ['xl/sharedStrings.xml', `<sst xmlns="${main}">${strings}</sst>`],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData>${after}</worksheet>`],
  ];
  writeFileSync(
    join(scratch.folder, '手工.xlsx'),
    packZip(
      parts.map(([name, text]) => [name, Buffer.from(text)]),
      true,
    ),
  );
  return '手工.xlsx';
}

const xf = (...ids: number[]): string =>
  ids.map((id) => `<xf numFmtId="${String(id)}" fontId="0" fillId="0" borderId="0"/>`).join('');
const shown = (id: string): unknown[] =>
  (cellsOf(scratch.reopen().get(id, all))[0] ?? []).map(({ formattedValue, effectiveFormat }) => [
    formattedValue,
    effectiveFormat?.numberFormat?.type,
  ]);

describe('what other programs write', () => {
  it('the built-in Chinese date formats, which files only name by number', () => {
    const ids = [14, 31, 57, 58, 22, 20];
    const cells = ids
      .map((_, index) => `<c r="${'ABCDEF'.charAt(index)}1" s="${String(index)}"><v>44742.5</v></c>`)
      .join('');
    expect(shown(handMade({ sheetData: `<row r="1">${cells}</row>`, styles: xf(...ids) }))).toEqual([
      ['2022/6/30', 'DATE'],
      ['2022年6月30日', 'DATE'],
      ['2022年6月', 'DATE'],
      ['6月30日', 'DATE'],
      ['2022/6/30 12:00', 'DATE_TIME'],
      ['12:00', 'TIME'],
    ]);
  });

  it('dates counted from 1904 come out as dates counted from 1900', () => {
    const id = handMade({
      workbookPr: '<workbookPr date1904="1"/>',
      styles: xf(14),
      sheetData: '<row r="1"><c r="A1" s="0"><v>43280</v></c></row>',
    });
    expect(cellsOf(scratch.reopen().get(id, all))[0]?.[0]).toMatchObject({
      effectiveValue: { numberValue: 44742 },
      formattedValue: '2022/6/30',
    });
  });

  it('rich text and readings of Chinese characters', () => {
    const strings =
      '<si><r><t>已</t></r><r><rPr><b/></rPr><t xml:space="preserve">完成 </t></r></si><si><t>司法所</t><rPh sb="0" eb="3"><t>シホウショ</t></rPh></si>';
    const id = handMade({
      strings,
      sheetData:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>',
    });
    expect(shown(id)).toEqual([
      ['已完成 ', undefined],
      ['司法所', undefined],
      ['ab', undefined],
    ]);
  });

  it('formulas by their last result; one that nobody has calculated is an error', () => {
    const id = handMade({
      sheetData:
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"x"</f><v>x</v></c><c r="C1"><f>1+1</f></c>' +
        '<c r="D1" t="e"><f>NA()</f><v>#N/A</v></c><c r="E1"><f t="shared" ref="E1:E2" si="0">A1</f><v>2</v></c><c r="F1" t="b"><v>1</v></c></row>' +
        '<row r="2"><c r="E2"><f t="shared" si="0"/><v>3</v></c></row>',
    });
    const [row = [], second = []] = cellsOf(scratch.reopen().get(id, all));
    expect(row.map(({ effectiveValue }) => effectiveValue)).toEqual([
      { numberValue: 2 },
      { stringValue: 'x' },
      { errorValue: { type: 'ERROR', message: 'Loading...' } },
      { errorValue: { type: 'N_A', message: '#N/A' } },
      { numberValue: 2 },
      { boolValue: true },
    ]);
    expect(row[2]?.formattedValue).toBe('Loading...');
    expect(second[4]?.effectiveValue).toEqual({ numberValue: 3 });
  });

  it('rows hidden by hand and by a filter, merges, cells without names', () => {
    const id = handMade({
      sheetData:
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row><row r="3"><c r="A3"><v>4</v></c></row><row r="5" hidden="1"><c r="A5"><v>5</v></c></row>',
      after:
        '<autoFilter ref="A1:B3"><filterColumn colId="0"><filters><filter val="4"/></filters></filterColumn></autoFilter><mergeCells count="1"><mergeCell ref="A3:B4"/></mergeCells>',
    });
    const [sheet] = scratch.reopen().get(id, all).sheets ?? [];
    expect(sheet?.data?.[0]?.rowMetadata).toEqual([{}, { hiddenByFilter: true }, {}, {}, { hiddenByUser: true }]);
    expect(sheet?.merges).toEqual([
      { sheetId: 0, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 },
    ]);
    expect(sheet?.data?.[0]?.rowData?.[0]?.values?.map(({ formattedValue }) => formattedValue)).toEqual(['1', '2']);
  });

  it('200,000 blank formatted rows cost nothing', () => {
    const blanks = Array.from(
      { length: 200_000 },
      (_, n) => `<row r="${String(n + 2)}"><c r="A${String(n + 2)}" s="0"/><c r="B${String(n + 2)}" s="0"/></row>`,
    ).join('');
    const id = handMade({ styles: xf(14), sheetData: `<row r="1"><c r="A1"><v>1</v></c></row>${blanks}` });
    const start = performance.now();
    const [sheet] = scratch.reopen().get(id, all).sheets ?? [];
    expect(performance.now() - start).toBeLessThan(1500);
    expect(sheet?.data?.[0]?.rowData).toHaveLength(1);
  });

  it('a cell at the far end of the sheet is refused, not filled up to', () => {
    const id = handMade({ sheetData: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' });
    expect(() => scratch.reopen().get(id)).toThrow('手工.xlsx 的数据占了过大的区域');
  });
});

const withLibreOffice = spawnSync('soffice', ['--version']).status === 0 ? it : it.skip;

withLibreOffice('a workbook saved once more by LibreOffice reads the same', () => {
  const format = (column: number, pattern: string): GoogleAppsScript.Sheets.Schema.Request => ({
    repeatCell: {
      range: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 },
      cell: { userEnteredFormat: { numberFormat: { pattern }, wrapStrategy: 'WRAP' } },
      fields: 'userEnteredFormat(numberFormat,wrapStrategy)',
    },
  });
  const cell = 'effectiveValue,formattedValue,effectiveFormat/numberFormat/type';
  const grid = `data(rowData/values(${cell}),rowMetadata)`;
  const meaning = { fields: `sheets(properties(title),merges,${grid})` };
  const values = [
    ['编号', '完成时限', '完成率', '经费（万元）', '说明', '有无'],
    ['T1', 44742, 0.868, 12345.6, '一行\n二行 =1+1', true],
    ['=A1', 44743, 1, -0.5, '#N/A', false],
  ];
  const id = makeWorkbook(scratch, '司法所', [
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
        rows: rowsOf(values),
        fields: 'userEnteredValue',
      },
    },
    format(1, 'yyyy-mm-dd'),
    format(2, '0.0%'),
    format(3, '#,##0.00'),
    {
      mergeCells: {
        range: { sheetId: 0, startRowIndex: 3, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 },
        mergeType: 'MERGE_ALL',
      },
    },
  ]);
  const ours = scratch.reopen().get(id, meaning);
  const out = join(scratch.folder, '另存');
  const profile = `-env:UserInstallation=file://${join(scratch.folder, 'profile')}`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'xlsx', '--outdir', out, join(scratch.folder, id)], {
    stdio: 'ignore',
  });
  expect(openZip(readFileSync(join(out, id))).length).toBeGreaterThan(5);
  expect(scratch.reopen().get(`另存/${id}`, meaning)).toEqual(ours);
});
