/**
 * Prints what reading and checking workbooks costs beside the library's reading alone: many small ones, and one of a
 * hundred thousand rows. The core is bundled in memory as it ships; each line is the median of the rounds.
 */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { importSources } from './import-sources.mjs';

const core = await importCore();
const settings = core.settingsFromGrids(hubGrids([])).value;

console.log('workbooks  rows    library ms  rows+findings ms  ratio  peak MB');
for (const [workbooks, rows, rounds] of [
  [14, 50, 7],
  [200, 200, 3],
  [1, 10_000, 5],
  [1, 100_000, 3],
]) {
  await benchSize(workbooks, rows, rounds);
}

async function benchSize(workbooks, rows, rounds) {
  const bytes = await workbookBytes(rows);
  const times = { library: [], core: [] };
  for (let round = 0; round < rounds; round += 1) {
    let book = null;
    times.library.push(
      await timed(async () => {
        for (let index = 0; index < workbooks; index += 1) book = await readXlsx(bytes);
      }),
    );
    const names = Array.from({ length: workbooks }, (_, index) => `单位${index}`);
    const departments = names.map((name) => ({ file: `${name}.xlsx`, grids: gridsOf(book, name) }));
    times.core.push(await timed(() => think({ hub: hubGrids(names), departments }, workbooks * rows)));
  }
  const [library, own] = [median(times.library), median(times.core)];
  const peak = process.resourceUsage().maxRSS / 1024;
  const cells = [workbooks, rows, library.toFixed(0), own.toFixed(0), (own / library).toFixed(2), peak.toFixed(0)];
  const widths = [11, 8, 12, 18, 7, 7];
  console.log(cells.map((cell, index) => String(cell).padEnd(widths[index])).join(''));
}

/** Everything between the grids and the findings; a lost row would be a quick row. */
function think(office, expected) {
  const rows = core.rowsFromGrids(office, settings);
  core.findingsFromRows(rows.value, settings);
  if (rows.value.cases.length !== expected) throw new Error(`${rows.value.cases.length} of ${expected} rows were read`);
}

function importCore() {
  return importSources({
    'src/core/catalogue/detail-sheets': 'casesTable',
    'src/core/rows/rows-from-grids': 'rowsFromGrids',
    'src/core/findings/findings-from-rows': 'findingsFromRows',
    'src/core/settings/settings-from-grids': 'settingsFromGrids',
  });
}

/** A workbook of ten columns: 案件明细 below a cover. */
async function workbookBytes(rows) {
  const book = {
    sheets: [
      {
        name: '封面',
        rows: [
          ['单位', '执法办'],
          ['报告年度', 2022],
        ],
      },
      {
        name: '案件明细',
        rows: [Object.values(core.casesTable.columns).map(({ header }) => header), ...caseRows(rows)],
      },
    ],
  };
  return writeXlsx(book);
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

function gridsOf(book, department) {
  const sheets = book.sheets.filter(({ name }) => name !== '封面').map(({ name, rows }) => [name, rows]);
  const cover = [
    ['单位', department],
    ['报告年度', 2022],
  ];
  return [['封面', cover], ...sheets].map(([name, rows]) => gridOf(`${department}.xlsx`, name, rows));
}

function hubGrids(departments) {
  const sheets = {
    设置: [
      ['报告年度', 2022],
      ['镇名', '某镇'],
      ['行政村数', 30],
    ],
    单位: [['编号', '单位名称', '是否执法单位'], ...departments.map((name) => [name, name, '是'])],
  };
  return Object.entries(sheets).map(([name, rows]) => gridOf('总表.xlsx', name, rows));
}

function gridOf(workbook, sheet, rows) {
  const cells = rows.map((row) => row.map((value) => cellOf(value ?? null)));
  return { workbook, sheet, hidden: false, rows: cells, merges: [], hiddenRows: [] };
}

function cellOf(value) {
  if (value === null) return { kind: 'blank', value: null, shown: '' };
  return { kind: typeof value === 'number' ? 'number' : 'text', value, shown: String(value) };
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
