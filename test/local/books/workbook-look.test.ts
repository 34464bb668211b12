import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openZip } from '../../../src/local/base/zip';
import { makeScratch, makeWorkbook, rowsOf, type Scratch } from '../scratch';

type Request = GoogleAppsScript.Sheets.Schema.Request;

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => {
  scratch.remove();
});

const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const values = (...texts: string[]) => texts.map((userEnteredValue) => ({ userEnteredValue }));
const validation = (type: string, texts: string[], extra = {}): Request => ({
  setDataValidation: { range: range(1, 9, 0, 1), rule: { condition: { type, values: values(...texts) }, ...extra } },
});

/** The text of a part of the workbook these requests make. */
function partOf(requests: readonly Request[], part: string): string {
  const id = makeWorkbook(scratch, '表', requests);
  const entry = openZip(readFileSync(join(scratch.folder, id))).find(({ name }) => name === part);
  return Buffer.from(entry?.read() ?? []).toString('utf8');
}
const sheetOf = (requests: readonly Request[]): string => partOf(requests, 'xl/worksheets/sheet1.xml');

describe('drop-downs and checks of what is typed', () => {
  it('a short list stands in the rule, with its message shown on entering the cell', () => {
    const xml = sheetOf([
      validation('ONE_OF_LIST', ['是', '否'], { inputMessage: '请选择', strict: true, showCustomUi: true }),
    ]);
    expect(xml).toContain('<formula1>"是,否"</formula1>');
    expect(xml).toMatch(/type="list" sqref="A2:A9"[^>]* showInputMessage="1"[^>]* errorStyle="stop" prompt="请选择"/u);
  });

  it('a list longer than Excel allows, or with commas, stands on a hidden sheet that nobody sees', () => {
    const long = Array.from({ length: 60 }, (_, index) => `第${String(index)}个很长的选项`);
    const xml = sheetOf([validation('ONE_OF_LIST', long)]);
    expect(xml).toContain("<formula1>'_选项'!$A$1:$A$60</formula1>");
    expect(scratch.reopen().get('表.xlsx').sheets).toHaveLength(1);
    scratch.reopen().batchUpdate({ requests: [{ addSheet: { properties: { title: '二' } } }] }, '表.xlsx');
    const again = openZip(readFileSync(join(scratch.folder, '表.xlsx'))).find(
      ({ name }) => name === 'xl/worksheets/sheet1.xml',
    );
    expect(Buffer.from(again?.read() ?? []).toString()).toContain("<formula1>'_选项'!$A$1:$A$60</formula1>");
  });

  it('numbers and dates', () => {
    expect(sheetOf([validation('NUMBER_BETWEEN', ['0', '100'])])).toMatch(
      /type="decimal"[^>]*operator="between".*<formula1>0<\/formula1><formula2>100</u,
    );
    scratch.remove();
    scratch = makeScratch();
    expect(sheetOf([validation('DATE_BETWEEN', ['2022-01-01', '2022-12-31'])])).toMatch(
      /type="date".*<formula1>44562<\/formula1><formula2>44926</u,
    );
  });

  it('a later rule takes the place of an earlier one, cell by cell', () => {
    const later: Request = {
      setDataValidation: { range: range(3, 5, 0, 1), rule: { condition: { type: 'DATE_IS_VALID' } } },
    };
    const gone: Request = { setDataValidation: { range: range(8, 9, 0, 1) } };
    const xml = sheetOf([validation('ONE_OF_LIST', ['是']), later, gone]);
    expect(xml).toContain('type="list" sqref="A2:A3 A6:A8"');
    expect(xml).toContain('type="date" sqref="A4:A5"');
  });
});

describe('the look of a sheet', () => {
  const wide: Request = {
    updateDimensionProperties: {
      range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 4 },
      properties: { pixelSize: 215 },
      fields: 'pixelSize',
    },
  };
  const text = (...cells: string[]): Request => ({
    updateCells: {
      start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
      rows: rowsOf([cells]),
      fields: 'userEnteredValue',
    },
  });

  it('prints on A4, wide sheets across, with page numbers and repeated header rows', () => {
    const frozen: Request = {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 2 } },
        fields: 'gridProperties.frozenRowCount',
      },
    };
    expect(sheetOf([text('甲', '乙', '丙', '丁'), wide, frozen])).toMatch(
      /paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/><headerFooter><oddFooter>&amp;C第 &amp;P 页/u,
    );
    expect(partOfLast('xl/workbook.xml')).toContain('$1:$2</definedName>');
    scratch.remove();
    scratch = makeScratch();
    expect(sheetOf([text('甲'), wide])).toContain('orientation="portrait"');
  });

  it('names repeated header rows so that Excel understands any title', () => {
    const title = "2022年 'A&B'表";
    const properties = { sheetId: 0, title, gridProperties: { frozenRowCount: 1 } };
    partOf([{ updateSheetProperties: { properties, fields: 'title,gridProperties.frozenRowCount' } }], '');
    expect(partOfLast('xl/workbook.xml')).toContain(">'2022年 ''A&amp;B''表'!$1:$1</definedName>");
  });

  it('gives rows of wrapped text the height they need and lets them grow', () => {
    const wrap: Request = {
      repeatCell: {
        range: range(0, 1, 0, 1),
        cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
        fields: 'userEnteredFormat.wrapStrategy',
      },
    };
    const xml = sheetOf([text('长'.repeat(60)), wide, wrap]);
    expect(Number(/<row r="1" ht="(\d+)"/u.exec(xml)?.[1])).toBeGreaterThan(50);
    expect(xml).not.toContain('customHeight');
  });

  it('locks the sheet but for its open cells', () => {
    const protect: Request = {
      addProtectedRange: { protectedRange: { range: { sheetId: 0 }, unprotectedRanges: [range(1, 3, 0, 1)] } },
    };
    const xml = sheetOf([text('表头'), protect]);
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).toMatch(/<c r="A2" s="1"\/>.*<c r="A3" s="1"\/>/u);
    expect(partOfLast('xl/styles.xml')).toContain('<protection locked="0"/>');
  });

  describe('where one range is protected and rows go on without an end', () => {
    const column = (startColumnIndex: number, endColumnIndex: number) => ({
      ...{ sheetId: 0, startRowIndex: 1, startColumnIndex, endColumnIndex },
    });
    const look: Request = {
      repeatCell: {
        range: column(0, 1),
        cell: { userEnteredFormat: { horizontalAlignment: 'CENTER' } },
        fields: 'userEnteredFormat',
      },
    };
    const narrow: Request = {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { columnCount: 2 } },
        fields: 'gridProperties.columnCount',
      },
    };
    const protect = (bounds: object): Request => ({
      addProtectedRange: { protectedRange: { range: { sheetId: 0, ...bounds } } },
    });
    const head = protect(range(0, 1, 0, 2));
    const list: Request = {
      setDataValidation: {
        range: column(0, 1),
        rule: { condition: { type: 'ONE_OF_RANGE', values: values("='单位'!$B$4:$B") } },
      },
    };
    const columns = (xml: string): string => /<cols>.*<\/cols>/u.exec(xml)?.[0] ?? '';

    it('columns carry look and lock for cells that are not there yet', () => {
      const xml = sheetOf([narrow, text('表头'), look, head]);
      expect(columns(xml)).toMatch(/min="1" max="1" .*style="\d+".*min="3" max="16384" width="8.43" style="\d+"/u);
      expect(xml).not.toContain('<row r="2"');
      expect(xml).toMatch(/<sheetProtection .*insertRows="0" deleteRows="0"/u);
    });

    it('they are still there when the file is written again', () => {
      const before = columns(sheetOf([narrow, text('表头'), look, head]));
      scratch.reopen().batchUpdate({ requests: [{ addSheet: { properties: { title: '二' } } }] }, '表.xlsx');
      const again = columns(partOfLast('xl/worksheets/sheet1.xml'));
      expect(new Set(again.match(/style="\d+"/gu))).toEqual(new Set(before.match(/style="\d+"/gu)));
      expect(again).toContain('max="16384"');
    });

    it('a row written later looks as its column does', () => {
      const later: Request = {
        updateCells: {
          ...{ start: { sheetId: 0, rowIndex: 4, columnIndex: 0 }, fields: 'userEnteredValue' },
          rows: [{ values: [{ userEnteredValue: { stringValue: '新' } }] }],
        },
      };
      const xml = sheetOf([narrow, text('表头'), look, head, later]);
      const style = /min="1" max="1" [^>]*style="(\d+)"/u.exec(columns(xml))?.[1] ?? '';
      expect(xml).toMatch(new RegExp(`<c r="A5"[^>]* s="${style}"`, 'u'));
    });

    it('rows are not put between prefilled cells, where nobody could fill them', () => {
      const xml = sheetOf([narrow, text('表头', '甲'), look, head, protect(range(1, 2, 0, 1))]);
      expect(xml).toMatch(/<sheetProtection .*insertRows="1" deleteRows="0"/u);
    });

    it('rules reach the last row that is read, and offer what is filled of another column', () => {
      const xml = sheetOf([list]);
      expect(xml).toContain('sqref="A2:A120000"');
      expect(xml).toContain(`<formula1>OFFSET('单位'!$B$4,0,0,MAX(1,COUNTA('单位'!$B$4:$B$120000)),1)</formula1>`);
    });

    it('the filter has the name by which LibreOffice finds it', () => {
      partOf([{ setBasicFilter: { filter: { range: { ...column(0, 2), startRowIndex: 0 } } } }], '');
      expect(partOfLast('xl/workbook.xml')).toMatch(
        /name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'[^']+'!\$A\$1:\$B\$120000</u,
      );
    });
  });

  it('colours cells by their text, first rule first', () => {
    const rule = (text: string, red: number, index: number): Request => ({
      addConditionalFormatRule: {
        rule: {
          ranges: [range(1, 9, 0, 1)],
          booleanRule: {
            condition: { type: 'TEXT_EQ', values: values(text) },
            format: { backgroundColorStyle: { rgbColor: { red } } },
          },
        },
        index,
      },
    });
    const xml = sheetOf([rule('逾期', 1, 0), rule('临期', 0.5, 1)]);
    expect(xml).toMatch(/priority="1" dxfId="0"[^>]*><formula>"逾期".*priority="2" dxfId="1"[^>]*><formula>"临期"/u);
    expect(partOfLast('xl/styles.xml')).toMatch(/<dxf>.*<bgColor rgb="FFFF0000"\/>/u);
  });

  it('clears only the fields that a mask names', () => {
    const style = (fields: string, bold: boolean | undefined): Request => ({
      repeatCell: {
        range: range(0, 1, 0, 1),
        cell: {
          userEnteredFormat: {
            textFormat: { ...(bold === true && { bold, fontSize: 16 }) },
            horizontalAlignment: 'CENTER',
          },
        },
        fields,
      },
    });
    sheetOf([style('userEnteredFormat', true), style('userEnteredFormat.textFormat.bold', undefined)]);
    expect(partOfLast('xl/styles.xml')).toMatch(/<font><sz val="16"\/><\/font>/u);
    expect(partOfLast('xl/styles.xml')).toContain('<alignment horizontal="center"/>');
  });

  it('makes notes large enough for their text', () => {
    const note = (text: string): Request => ({
      updateCells: {
        start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{ note: text }] }],
        fields: 'note',
      },
    });
    partOf([note('口径说明'.repeat(40))], '');
    expect(Number(/height:(\d+)pt/u.exec(partOfLast('xl/drawings/vmlDrawing1.vml'))?.[1])).toBeGreaterThan(100);
  });

  function partOfLast(part: string): string {
    const entry = openZip(readFileSync(join(scratch.folder, '表.xlsx'))).find(({ name }) => name === part);
    return Buffer.from(entry?.read() ?? []).toString('utf8');
  }
});
