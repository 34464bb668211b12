/** The Sheets service's JSON as grids. */
import type { Grid } from '../../src/core/base/grid';
import { gridsFromText, textFromGrids } from '../../src/core/base/grid-text';
import { gridsFromSpreadsheet } from '../../src/google/grids-from-spreadsheet';

const cell = (effectiveValue: object, formattedValue: string, type?: string) => ({
  effectiveValue,
  formattedValue,
  ...(type === undefined ? {} : { effectiveFormat: { numberFormat: { type } } }),
});

describe('gridsFromSpreadsheet', () => {
  const [grid] = gridsFromSpreadsheet(
    {
      sheets: [
        {
          properties: { title: '任务进展', hidden: true },
          merges: [
            { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
            { sheetId: 1, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 5, endColumnIndex: 7 },
            { sheetId: 1, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 6, endColumnIndex: 7 },
          ],
          data: [
            {
              startRow: 1,
              startColumn: 1,
              rowMetadata: [{ hiddenByUser: true }, { hiddenByFilter: true }, {}],
              rowData: [
                {
                  values: [
                    cell({ stringValue: '　办结' }, '　办结'),
                    {},
                    cell({ numberValue: 44742 }, '2022-06-30', 'DATE'),
                  ],
                },
                {
                  values: [
                    cell({ numberValue: 0.8 }, '80%', 'PERCENT'),
                    cell({ boolValue: true }, 'TRUE'),
                    cell({ errorValue: { type: 'N_A' } }, '#N/A'),
                    cell({ numberValue: 12 }, '12'),
                    cell({ stringValue: '甲' }, '甲'),
                    cell({ stringValue: '乙' }, '乙'),
                  ],
                },
                { values: [{}, {}, {}, {}, cell({ stringValue: '甲' }, '甲'), cell({ numberValue: 3 }, '3'), {}] },
              ],
            },
          ],
        },
      ],
    },
    '司法所.xlsx',
  );

  it('keeps every cell at its row and column, with kind, value and shown text', () => {
    expect(grid?.rows).toEqual([
      [],
      [
        undefined,
        { kind: 'text', value: '　办结', shown: '　办结' },
        undefined,
        { kind: 'date', value: 44742, shown: '2022-06-30' },
      ],
      [
        undefined,
        { kind: 'percent', value: 0.8, shown: '80%' },
        { kind: 'bool', value: true, shown: 'TRUE' },
        { kind: 'error', value: '#N/A', shown: '#N/A' },
        { kind: 'number', value: 12, shown: '12' },
        { kind: 'text', value: '甲', shown: '甲' },
        undefined,
      ],
      Array(8).fill(undefined),
    ]);
  });

  it('tells hidden sheets, hidden rows and merges', () => {
    expect(grid).toMatchObject({
      workbook: '司法所.xlsx',
      sheet: '任务进展',
      hidden: true,
      hiddenRows: [1, 2],
      merges: [
        { startRow: 0, endRow: 1, startColumn: 1, endColumn: 2 },
        { startRow: 2, endRow: 4, startColumn: 5, endColumn: 7 },
        { startRow: 2, endRow: 3, startColumn: 6, endColumn: 7 },
      ],
    });
  });

  it('keeps what lies under merged cells apart from the cells', () => {
    expect(grid?.covered).toEqual([
      {
        above: '甲',
        cells: [
          { row: 2, column: 6, shown: '乙' },
          { row: 3, column: 5, shown: '甲' },
          { row: 3, column: 6, shown: '3' },
        ],
      },
    ]);
  });

  it('tells what formats say of numbers and dates, and what is struck through, in whole or in part', () => {
    const format = (numberValue: number, formattedValue: string, type: string, pattern: string) => ({
      ...cell({ numberValue }, formattedValue),
      effectiveFormat: { numberFormat: { type, pattern } },
    });
    const [own] = gridsFromSpreadsheet(
      {
        sheets: [
          {
            data: [
              {
                rowData: [
                  {
                    values: [
                      format(3.5, '3.50万元', 'NUMBER', '0.00"万元"'),
                      format(44896, '2022年12月', 'DATE', 'yyyy"年"m"月"'),
                      format(44896, '2022-12-01', 'DATE', 'yyyy-mm-dd'),
                      {
                        ...cell({ stringValue: '甲' }, '甲'),
                        userEnteredFormat: { textFormat: { strikethrough: true } },
                      },
                      {
                        ...cell({ stringValue: '乙丙' }, '乙丙'),
                        textFormatRuns: [{}, { format: { strikethrough: true } }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      '司法所.xlsx',
    );
    const told: Grid['rows'] = [
      [
        { kind: 'number', value: 3.5, shown: '3.50万元', format: { unit: '万元' } },
        { kind: 'date', value: 44_896, shown: '2022年12月', format: { shows: 'year-month' } },
        { kind: 'date', value: 44_896, shown: '2022-12-01' },
        { kind: 'text', value: '甲', shown: '甲', isStruck: true },
        { kind: 'text', value: '乙丙', shown: '乙丙', isStruck: true },
      ],
    ];
    expect(own?.rows).toEqual(told);
  });

  it('comes back the same from the text that is kept for the next run', () => {
    const grids = grid === undefined ? [] : [grid];
    expect(gridsFromText(textFromGrids(grids), '司法所.xlsx')).toEqual(grids);
    expect(gridsFromText('{"version":1,"grids":[]}', '司法所.xlsx')).toBeNull();
  });
});

describe('a cell that is longer than it may be', () => {
  const of = (data: object): unknown =>
    gridsFromSpreadsheet({ sheets: [{ data: [{ rowData: [{ values: [data] }] }] }] }, '司法所.xlsx')[0]?.rows[0]?.[0];
  const overlong = { kind: 'error', value: '内容过长', shown: '内容过长' };

  it('is not used, whatever of it is too long', () => {
    const text = '长'.repeat(32_768);
    expect(of(cell({ stringValue: text }, text))).toEqual(overlong);
    expect(of(cell({ numberValue: 1 }, text))).toEqual(overlong);
    const pattern = '0'.repeat(256);
    const effectiveFormat = { numberFormat: { type: 'NUMBER', pattern } };
    expect(of({ effectiveValue: { numberValue: 1 }, formattedValue: '1', effectiveFormat })).toEqual(overlong);
  });

  it('is used up to that length', () => {
    const text = '长'.repeat(32_767);
    expect(of(cell({ stringValue: text }, text))).toEqual({ kind: 'text', value: text, shown: text });
  });
});

it.each([
  ['DATE', 'date'],
  ['DATE_TIME', 'date'],
  ['TIME', 'number'],
  ['PERCENT', 'percent'],
  ['CURRENCY', 'number'],
  [undefined, 'number'],
])('a number that is shown as %s is a %s', (type, kind) => {
  const effectiveFormat = { numberFormat: { ...(type !== undefined && { type }), pattern: '' } };
  const data = { effectiveValue: { numberValue: 44742.5 }, formattedValue: 'x', effectiveFormat };
  const [grid] = gridsFromSpreadsheet({ sheets: [{ data: [{ rowData: [{ values: [data] }] }] }] }, '司法所.xlsx');
  expect(grid?.rows[0]?.[0]?.kind).toBe(kind);
});
