/** A small office in real files, with what its people should be told on 2022-12-22 written down by hand. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import type { Grid } from '../../src/core/base/grid';
import { coverForm, departmentsTable, progressTable, tasksTable } from '../edition';
import { formGrid, settingsGrid, tableGrid } from '../core/office-builder';

const hub = { workbook: '总表.xlsx' };

const hubSheets = (isPublic: '是' | '否'): readonly Grid[] => [
  settingsGrid({
    asOf: '2022-12-22',
    officeMailbox: 'office@town.example',
    submittedOn: '2023-02-20',
    publishedOn: '2023-03-20',
    doubtReminders: '否',
    isPublic,
  }),
  tableGrid(
    departmentsTable,
    [
      {
        id: 'D01',
        name: '司法所',
        kind: '派出',
        mailbox: 'sfs@town.example',
        leaderMailbox: 'fg@town.example',
        inGroup: '否',
      },
      {
        id: 'D02',
        name: '财政所',
        kind: '内设',
        mailbox: 'czs@town.example',
        leaderMailbox: 'fg@town.example',
        inGroup: '否',
      },
      { id: 'D03', name: '综治中心', kind: '内设', inGroup: '否' },
    ],
    hub,
  ),
  tableGrid(
    tasksTable,
    [
      { id: 'A-01', section: '组织领导', title: '执法培训', lead: '司法所', deadline: '2022-11-30' },
      { id: 'A-02', section: '组织领导', title: '清理文件', lead: '司法所', deadline: '2022-12-30' },
      { id: 'A-03', section: '组织领导', title: '案卷评查', lead: '司法所', deadline: '2022-10-31' },
      { id: 'B-01', section: '组织领导', title: '经费保障', lead: '财政所', deadline: '2022-12-30' },
    ],
    hub,
  ),
];

const books: Readonly<Record<string, readonly Grid[]>> = {
  司法所: [
    formGrid(coverForm, { department: '司法所', reportYear: 2022 }),
    tableGrid(progressTable, [
      { taskId: 'A-01', status: '推进中', percent: '90%' },
      { taskId: 'A-02', status: '推进中', percent: '90%' },
      { taskId: 'A-03', status: '已完成', percent: '100%', doneOn: '2022-10-20' },
    ]),
  ],
  财政所: [
    formGrid(coverForm, { department: '财政所', reportYear: 2022 }),
    tableGrid(progressTable, [{ taskId: 'B-01', status: '推进中', percent: '95%' }]),
  ],
};

/** One thing one receiver should be told; `to` is null where nobody can be written to. */
export interface Expected {
  readonly department: string;
  readonly subject: string;
  readonly due: string;
  readonly level: string;
  readonly role: string;
  readonly to: string | null;
}

/** A-03 is done. The levels stay the same until 2022-12-30. */
export const expectedItems: readonly Expected[] = [
  { department: '司法所', subject: 'A-01', due: '2022-11-30', level: '红3', role: '主要领导', to: null },
  { department: '司法所', subject: 'A-01', due: '2022-11-30', level: '红3', role: '分管领导', to: 'fg@town.example' },
  { department: '司法所', subject: 'A-01', due: '2022-11-30', level: '红3', role: '承办单位', to: 'sfs@town.example' },
  { department: '司法所', subject: 'A-02', due: '2022-12-30', level: '蓝', role: '承办单位', to: 'sfs@town.example' },
  { department: '财政所', subject: 'B-01', due: '2022-12-30', level: '蓝', role: '承办单位', to: 'czs@town.example' },
  { department: '综治中心', subject: '填报表', due: '2022-12-01', level: '缺报', role: '承办单位', to: null },
];

/** A working day's morning in China. */
export const morning = Date.parse('2022-12-22T09:10:00+08:00');

/** Makes the workbooks in the folder, with another library than the program's own; its report has a public version, too, unless told. */
export async function makeSmallOffice(folder: string, isPublic: '是' | '否' = '是'): Promise<void> {
  mkdirSync(join(folder, '填报'), { recursive: true });
  for (const name of ['发件箱', '报告', '模板']) mkdirSync(join(folder, name));
  copyFileSync(resolve('build/out/templates/rule-of-law/年度报告.docx'), join(folder, '模板/年度报告.docx'));
  await writeBook(join(folder, '总表.xlsx'), hubSheets(isPublic));
  for (const [name, grids] of Object.entries(books)) await writeBook(join(folder, '填报', `${name}.xlsx`), grids);
}

async function writeBook(path: string, grids: readonly Grid[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  for (const { sheet, rows } of grids) {
    book
      .addWorksheet(sheet)
      .addRows(rows.map((row) => row.map((cell) => (cell?.kind === 'blank' ? null : cell?.value))));
  }
  await book.xlsx.writeFile(path);
}
