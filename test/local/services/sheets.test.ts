import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { cellsOf, makeScratch, makeWorkbook, rowsOf, type Scratch } from '../scratch';

type Request = GoogleAppsScript.Sheets.Schema.Request;

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => {
  scratch.remove();
});

const all = { includeGridData: true };
const write = (values: Parameters<typeof rowsOf>[0], sheetId = 0): Request => ({
  updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows: rowsOf(values), fields: 'userEnteredValue' },
});
const format = (column: number, pattern: string, type = 'NUMBER'): Request => ({
  repeatCell: {
    range: { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 },
    cell: { userEnteredFormat: { numberFormat: { type, pattern } } },
    fields: 'userEnteredFormat.numberFormat',
  },
});

describe('a workbook written and read again', () => {
  it('holds the same values, kinds and shown texts', () => {
    const id = makeWorkbook(scratch, '表', [
      write([['文字', 44742, 0.8, 12345.678, true, null, ' 空格 ']]),
      format(1, 'yyyy"年"m"月"d"日"', 'DATE'),
      format(2, '0.0%', 'PERCENT'),
      format(3, '#,##0.00'),
    ]);
    for (const sheets of [scratch.sheets, scratch.reopen()]) {
      const [row = []] = cellsOf(sheets.get(id, all));
      expect(row.map((cell) => cell.formattedValue)).toEqual([
        '文字',
        '2022年6月30日',
        '80.0%',
        '12,345.68',
        'TRUE',
        undefined,
        ' 空格 ',
      ]);
      expect(row.map((cell) => cell.effectiveValue)).toEqual([
        { stringValue: '文字' },
        { numberValue: 44742 },
        { numberValue: 0.8 },
        { numberValue: 12345.678 },
        { boolValue: true },
        undefined,
        { stringValue: ' 空格 ' },
      ]);
      expect(row.map((cell) => cell.effectiveFormat?.numberFormat?.type)).toEqual([
        undefined,
        'DATE',
        'PERCENT',
        'NUMBER',
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('keeps the note of a cell that is given its look afterwards', () => {
    const rows = [
      {
        values: [
          { userEnteredValue: { stringValue: '甲' }, note: '说明' },
          { userEnteredValue: { numberValue: 1 }, note: '数的说明' },
        ],
      },
    ];
    const start = { sheetId: 0, rowIndex: 0, columnIndex: 0 };
    const id = makeWorkbook(scratch, '表', [
      { updateCells: { start, rows, fields: 'userEnteredValue,note' } },
      format(0, '0.00'),
      format(1, '0.00'),
    ]);
    for (const sheets of [scratch.sheets, scratch.reopen()]) {
      const [row = []] = cellsOf(sheets.get(id, all));
      expect(row.map(({ formattedValue, note }) => [formattedValue, note])).toEqual([
        ['甲', '说明'],
        ['1.00', '数的说明'],
      ]);
    }
  });

  it('takes of one format what each request names of it', () => {
    const userEnteredFormat = { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' }, horizontalAlignment: 'RIGHT' };
    const look = (column: number, fields: string): Request => ({
      repeatCell: {
        range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 },
        cell: { userEnteredFormat },
        fields,
      },
    });
    const id = makeWorkbook(scratch, '表', [
      write([[44742, 44742, 44742]]),
      look(0, 'userEnteredFormat.horizontalAlignment'),
      look(1, 'userEnteredFormat.numberFormat'),
      look(2, 'userEnteredFormat.horizontalAlignment'),
    ]);
    const [row = []] = cellsOf(scratch.reopen().get(id, all));
    expect(row.map(({ formattedValue }) => formattedValue)).toEqual(['44742', '2022-06-30', '44742']);
  });

  it('shows a value that is written where nothing was as its column looks', () => {
    const userEnteredFormat = { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } };
    const range = { sheetId: 0, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    const id = makeWorkbook(scratch, '表', [
      write([['日期', '数']]),
      { repeatCell: { range, cell: { userEnteredFormat }, fields: 'userEnteredFormat.numberFormat' } },
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
          rows: rowsOf([[44742, 44742]]),
          fields: 'userEnteredValue',
        },
      },
    ]);
    const [, row = []] = cellsOf(scratch.reopen().get(id, all));
    expect(row.map(({ formattedValue }) => formattedValue)).toEqual(['2022-06-30', '44742']);
  });

  it('holds the choice a cell is written with where nothing was', () => {
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '是' }] }, strict: true };
    const id = makeWorkbook(scratch, '表', [
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [{ userEnteredValue: { stringValue: '是' }, dataValidation: rule }] }],
          fields: 'userEnteredValue,dataValidation',
        },
      },
    ]);
    const sheet = unzipSync(readFileSync(join(scratch.folder, id)))['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
    expect(strFromU8(sheet)).toMatch(/<dataValidation [^>]*sqref="A1"/u);
  });

  it('keeps text that looks like a formula or an error as text', () => {
    const texts = [
      '=1+1',
      '+86',
      '-5',
      '@名',
      '#N/A',
      '#REF!',
      '＝1',
      "'单引号",
      '_x0041_',
      '一行\n二行',
      '\t制表',
      '<b>&amp;',
    ];
    const id = makeWorkbook(scratch, '表', [write([texts])]);
    const [row = []] = cellsOf(scratch.reopen().get(id, all));
    expect(row.map((cell) => cell.effectiveValue?.stringValue)).toEqual(texts);
  });

  it('drops only the characters that XML cannot hold', () => {
    const id = makeWorkbook(scratch, '表', [write([['a\u0000b\u000Bc\uFFFEd\uD800e😀']])]);
    expect(cellsOf(scratch.reopen().get(id, all))[0]?.[0]?.formattedValue).toBe('abcde😀');
  });

  it('is the same file byte for byte when the same requests are made again', () => {
    const requests = [write([['甲', 1]]), format(1, '0.00')];
    const [one, two] = ['一', '二'].map((name) =>
      readFileSync(join(scratch.folder, makeWorkbook(scratch, name, requests))),
    );
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });

  it('keeps what a later run does not touch', () => {
    const id = makeWorkbook(scratch, '结果', [
      write([['编号', '说明']]),
      {
        updateSheetProperties: {
          properties: { sheetId: 0, title: '记录', gridProperties: { frozenRowCount: 1 } },
          fields: 'title,gridProperties.frozenRowCount',
        },
      },
      {
        setDataValidation: {
          range: { sheetId: 0, startRowIndex: 1, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 1 },
          rule: {
            condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '是' }, { userEnteredValue: '否' }] },
            inputMessage: '请选择',
            strict: true,
          },
        },
      },
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 1 },
          rows: [{ values: [{ note: '注一\n注二' }] }],
          fields: 'note',
        },
      },
    ]);
    const before = scratch.reopen().get(id, all).sheets?.[0];
    scratch.reopen().batchUpdate({ requests: [{ addSheet: { properties: { title: '汇总', index: 0 } } }] }, id);
    const after = scratch.reopen().get(id, all).sheets;
    expect(after?.map((sheet) => sheet.properties?.title)).toEqual(['汇总', '记录']);
    expect(after?.[1]?.data).toEqual(before?.data);
    expect(after?.[1]?.properties?.gridProperties).toEqual(before?.properties?.gridProperties);
    expect(cellsOf({ sheets: after ?? [] }, 1)[0]?.[1]?.note).toBe('注一\n注二');
  });
});

describe('Sheets.Spreadsheets.get', () => {
  it('gives only the fields asked for', () => {
    const id = makeWorkbook(scratch, '表', [write([['甲', 1]])]);
    expect(
      scratch.sheets.get(id, { fields: 'sheets(properties(sheetId,title),data/rowData/values/formattedValue)' }),
    ).toEqual({
      sheets: [
        {
          properties: { sheetId: 0, title: '工作表1' },
          data: [{ rowData: [{ values: [{ formattedValue: '甲' }, { formattedValue: '1' }] }] }],
        },
      ],
    });
    expect(scratch.sheets.get(id, { fields: 'sheets.properties.title' })).toEqual({
      sheets: [{ properties: { title: '工作表1' } }],
    });
    expect(scratch.sheets.get(id).sheets?.[0]?.data).toBeUndefined();
  });

  it('refuses unknown options and broken masks by name', () => {
    const id = makeWorkbook(scratch, '表', []);
    expect(() => scratch.sheets.get(id, { excludeTablesInBandedRanges: true })).toThrow(
      '本地模式不支持 Sheets.Spreadsheets.get.excludeTablesInBandedRanges',
    );
    expect(() => scratch.sheets.get(id, { fields: 'sheets(' })).toThrow('fields 写法不对');
  });

  it('says which file is missing and refuses ids outside the folder', () => {
    expect(() => scratch.sheets.get('填报/司法所.xlsx')).toThrow('找不到 司法所.xlsx');
    expect(() => scratch.sheets.get('../x.xlsx')).toThrow('文件编号无效');
  });
});

describe('Sheets.Spreadsheets.batchUpdate', () => {
  it('writes nothing when one request is bad', () => {
    const id = makeWorkbook(scratch, '表', [write([['原样']])]);
    const before = readFileSync(join(scratch.folder, id));
    const bad: Request[][] = [
      [write([['新']]), { deleteSheet: { sheetId: 9 } }],
      [write([['新']]), { sortRange: {} }],
      [write([['新']]), { addSheet: { properties: { title: '坏/名' } } }],
      [write([['新']]), { addSheet: { properties: { title: '工作表1' } } }],
      [write([['新']]), { deleteSheet: { sheetId: 0 } }],
      [write([['新']]), { updateCells: { start: { rowIndex: 1000 }, rows: rowsOf([['x']]), fields: '*' } }],
      [
        write([['新']]),
        { updateCells: { rows: [{ values: [{ userEnteredValue: { formulaValue: '=1' } }] }], fields: '*' } },
      ],
    ];
    for (const requests of bad) expect(() => scratch.sheets.batchUpdate({ requests }, id)).toThrow('第 2 项');
    expect(readFileSync(join(scratch.folder, id)).equals(before)).toBe(true);
    expect(cellsOf(scratch.sheets.get(id, all))[0]?.[0]?.formattedValue).toBe('原样');
    expect(readdirSync(scratch.folder)).toEqual(['表.xlsx']);
  });

  it('names what it does not support', () => {
    const id = makeWorkbook(scratch, '表', []);
    const refusal = (request: Request) => () => scratch.sheets.batchUpdate({ requests: [request] }, id);
    expect(refusal({ createDeveloperMetadata: {} })).toThrow('本地模式不支持 batchUpdate.createDeveloperMetadata');
    expect(
      refusal({
        repeatCell: { range: { sheetId: 0 }, cell: { userEnteredFormat: { textRotation: { angle: 9 } } }, fields: '*' },
      }),
    ).toThrow('本地模式不支持 batchUpdate.repeatCell.cell.userEnteredFormat.textRotation');
    expect(refusal({ setDataValidation: { range: { sheetId: 0 }, rule: { condition: { type: 'BOOLEAN' } } } })).toThrow(
      'BOOLEAN',
    );
  });

  it('refuses to overwrite what somebody saved since it was read', () => {
    const id = makeWorkbook(scratch, '表', [write([['甲']])]);
    writeFileSync(join(scratch.folder, id), 'changed');
    expect(() => scratch.sheets.batchUpdate({ requests: [write([['乙']])] }, id)).toThrow('又被修改');
  });

  it('adds, renames, moves, hides and deletes sheets and tells their properties', () => {
    const id = makeWorkbook(scratch, '表', [{ addSheet: { properties: { title: '二', sheetId: 7 } } }]);
    const { replies } = scratch.sheets.batchUpdate(
      { requests: [{ addSheet: { properties: { title: '三', index: 0, hidden: true } } }] },
      id,
    );
    expect(replies?.[0]?.addSheet?.properties).toMatchObject({ sheetId: 8, title: '三', index: 0, hidden: true });
    scratch.sheets.batchUpdate(
      {
        requests: [
          { updateSheetProperties: { properties: { sheetId: 7, title: '贰', index: 0 }, fields: 'title,index' } },
          { deleteSheet: { sheetId: 0 } },
        ],
      },
      id,
    );
    const sheets = scratch
      .reopen()
      .get(id)
      .sheets?.map(({ properties }) => [properties?.title, properties?.hidden]);
    expect(sheets).toEqual([
      ['贰', undefined],
      ['三', true],
    ]);
  });
});
