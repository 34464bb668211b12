/** The checker's own files: what it writes, it and another library read again. */
import ExcelJS from 'exceljs';
import { cellName, number, readWorkbook, text, workbookBytes } from './workbook-file';

const bytes = workbookBytes([
  {
    title: '指标数据',
    rows: [{ cells: [text('A&B <填报>'), null, number('12.5')] }, { cells: [text('隐藏')], hidden: true }],
  },
  {
    title: '任务',
    rows: [
      {
        cells: [
          { kind: 'day', day: '2022-06-30' },
          { kind: 'error', text: '#N/A' },
        ],
      },
    ],
  },
]);

describe('a workbook written by hand', () => {
  it('is read again, cell by cell', () => {
    const shown = readWorkbook(bytes);
    expect([...shown.keys()]).toEqual(['指标数据', '任务']);
    expect([...(shown.get('指标数据') ?? [])]).toEqual([
      ['A1', 'A&B <填报>'],
      ['C1', '12.5'],
      ['A2', '隐藏'],
    ]);
    expect([...(shown.get('任务') ?? [])]).toEqual([
      ['A1', '44742'],
      ['B1', '#N/A'],
    ]);
  });

  it('is the same to another library', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const [figures, tasks] = book.worksheets;
    expect(figures?.getCell('A1').value).toBe('A&B <填报>');
    expect(figures?.getCell('C1').value).toBe(12.5);
    expect(figures?.getRow(2).hidden).toBe(true);
    expect(tasks?.getCell('A1').value).toEqual(new Date('2022-06-30'));
  });

  it('names columns as spreadsheets do', () => {
    expect([cellName(0, 0), cellName(25, 8), cellName(26, 9)]).toEqual(['A1', 'Z9', 'AA10']);
  });
});
