/** An office with many tasks for the benches of reading and reminding. */
import { writeXlsx } from 'hucre/xlsx';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every task is late, one in ten done; each department has a mailbox of its own. `mails`: how many may be sent a day; null: as many as it is when the office does not say. */
export async function makeTasksOffice(folder, departments, tasks, mails = 500) {
  const names = Array.from({ length: departments }, (_, index) => `单位${index}`);
  const all = Array.from({ length: tasks }, (_, index) => ({
    id: `T-${index}`,
    lead: names[index % departments],
    due: `2022-${String((index % 11) + 1).padStart(2, '0')}-15`,
  }));
  for (const name of ['填报', '报告', '模板', '发件箱']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of names) {
    const own = all
      .filter(({ lead }) => lead === name)
      .map(({ id }, index) => [id, index % 10 === 0 ? '已完成' : '推进中']);
    const sheets = [
      {
        name: '封面',
        rows: [
          ['单位', name],
          ['报告年度', 2022],
        ],
      },
      {
        name: '任务进展',
        rows: [['任务编号', '状态', '完成百分比'], ...own.map((row) => [...row, row[1] === '已完成' ? '100%' : '40%'])],
      },
    ];
    writeFileSync(join(folder, '填报', `${name}.xlsx`), await writeXlsx({ sheets }));
  }
  const settings = [
    ['报告年度', 2022],
    ['镇名', '某镇'],
    ['行政村数', 30],
    ...(mails === null ? [] : [['每日发送上限', mails]]),
  ];
  const units = [
    ['编号', '单位名称', '邮箱'],
    ...names.map((name, index) => [`D${index}`, name, `d${index}@town.example`]),
  ];
  const list = [
    ['任务编号', '任务', '牵头单位', '完成时限'],
    ...all.map(({ id, lead, due }) => [id, `任务${id}`, lead, due]),
  ];
  const sheets = [
    { name: '设置', rows: settings },
    { name: '单位', rows: units },
    { name: '任务', rows: list },
  ];
  writeFileSync(join(folder, '总表.xlsx'), await writeXlsx({ sheets }));
}
