/** `nianbao map`, and an office's own workbook read by its headers and by the setting 列对应. */
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { longIt } from '../long';
import { copyOfExample, freshFolder, removeFolders, run } from '../workspace/run-command';

afterAll(removeFolders);

async function ownWorkbook(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('落实情况');
  sheet.addRows([
    ['司法所任务台账'],
    ['编号', '任务', '办理情况', null, '经办'],
    [null, null, '状态', '结果', null],
    ['A-02', '印发要点', '已完成', '2022-03-20', '某甲'],
  ]);
  sheet.mergeCells('C2:D2');
  await book.xlsx.writeFile(path);
}

it('shows what is taken for what, and the lines that change it', async () => {
  const path = join(freshFolder(), '司法所.xlsx');
  await ownWorkbook(path);
  const { exit, out } = run('map', path);
  expect(exit).toBe(0);
  expect(out).toContain('办理情况结果');
  expect(out).toContain('工作表“落实情况”＝任务进展（按各单位常用的叫法，1行内容）');
  expect(out).toContain('不认识，没有读取');
  const { details } = JSON.parse(run('map', path, '--json').out) as { details: { absent: string[] } };
  expect(details.absent).toContain('指标数据');
});

longIt('an own workbook is read, and what was assumed is told', async () => {
  const folder = copyOfExample('dazhanglou-2022');
  await ownWorkbook(join(folder, '填报/司法所.xlsx'));
  const { out } = run('check', folder);
  expect(out).toContain('司法所.xlsx 落实情况!D3：不认识“办理情况结果”“经办”列，没有读取');
  expect(out).toContain('牵头任务 B-04');
  expect(out).not.toContain('牵头任务 A-02');
});

it('refuses what is not there', () => {
  expect(run('map').exit).toBe(2);
  expect(run('map', join(freshFolder(), '无.xlsx')).exit).toBe(2);
});
