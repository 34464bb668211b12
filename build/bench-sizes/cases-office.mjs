/** An office with many rows of cases for the benches of reading. */
import { writeXlsx } from 'hucre/xlsx';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledEditions } from '../bench-intake/readers.mjs';
import { importSources } from '../import-sources.mjs';

/** An office whose departments each list their cases below a header of ten columns. */
export async function makeCasesOffice(folder, workbooks, rows) {
  const { openEditions, firstOf } = await importSources({ 'src/core/edition/open-edition': 'openEditions, firstOf' });
  const { details } = firstOf(openEditions(compiledEditions()));
  const { sheet } = details.find(({ key }) => key === 'cases');
  const names = Array.from({ length: workbooks }, (_, index) => `单位${index}`);
  const header = Object.values(sheet.columns).map((column) => column.header);
  const cases = [header, ...caseRows(rows)];
  mkdirSync(join(folder, '填报'), { recursive: true });
  for (const name of names) {
    const cover = [
      ['单位', name],
      ['报告年度', 2022],
    ];
    const sheets = [
      { name: '封面', rows: cover },
      { name: sheet.title, rows: cases },
    ];
    writeFileSync(join(folder, '填报', `${name}.xlsx`), await writeXlsx({ sheets }));
  }
  writeFileSync(join(folder, '总表.xlsx'), await writeXlsx({ sheets: hubSheets(names) }));
}

function caseRows(count) {
  return Array.from({ length: count }, (_, index) => [
    ['警告', '罚款', '没收'][index % 3],
    index % 2 === 0 ? '简易' : '普通',
    `2022-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    (index % 997) * 10,
    '受委托',
    `县${index % 40}局`,
    index % 5 === 0 ? '是' : '否',
    index % 5 === 0 ? '是' : '否',
    '2022-12-30',
    '是',
  ]);
}

function hubSheets(departments) {
  const settings = [
    ['报告年度', 2022],
    ['镇名', '某镇'],
    ['行政村数', 30],
  ];
  const list = [['编号', '单位名称', '是否执法单位'], ...departments.map((name) => [name, name, '是'])];
  return [
    { name: '设置', rows: settings },
    { name: '单位', rows: list },
  ];
}
