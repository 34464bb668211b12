/** The Sheets service's JSON as grids. */
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
          merges: [{ sheetId: 1, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 }],
          data: [
            {
              startRow: 1,
              startColumn: 1,
              rowMetadata: [{}, { hiddenByFilter: true }],
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
      ],
    ]);
  });

  it('tells hidden sheets, hidden rows and merges', () => {
    expect(grid).toMatchObject({
      workbook: '司法所.xlsx',
      sheet: '任务进展',
      hidden: true,
      hiddenRows: [2],
      merges: [{ startRow: 0, endRow: 2, startColumn: 1, endColumn: 2 }],
    });
  });
});
