/**
 * Prints what reminding costs beside checking the same office: how often the time of `check` a first run takes, which writes the
 * whole ledger, and a run some days later. Arguments choose sizes by their tasks: `1000 5000`.
 */
import { writeXlsx } from 'hucre/xlsx';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'build/out/local/nianbao.mjs');
/** Departments, tasks of them all. */
const sizes = [
  [40, 1000],
  [200, 5000],
];
const goal = 1.5;

const wanted = process.argv.slice(2).map(Number);
console.log(`\nreminding beside check (goal: × ${goal})`);
console.log('departments  tasks  check s  first run        later run        mails  ledger lines');
for (const [departments, tasks] of sizes) {
  if (wanted.length > 0 && !wanted.includes(tasks)) continue;
  const scratch = mkdtempSync(join(tmpdir(), 'nianbao-reminders-'));
  try {
    await bench(scratch, departments, tasks);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function bench(scratch, departments, tasks) {
  const folder = join(scratch, 'office');
  await makeOffice(folder, departments, tasks);
  const run = (day, ...args) => timed(scratch, day, ...args);
  const check = Math.min(...[1, 2].map(() => run('2022-12-22', 'check', folder).seconds));
  const first = run('2022-12-22', 'remind', folder);
  const later = run('2022-12-30', 'remind', folder);
  const lines = Object.values(later.answer.details.counts).reduce((sum, count) => sum + count, 0);
  const mails = readdirSync(join(folder, '发件箱')).filter((name) => name.endsWith('.eml')).length;
  const cells = [
    [departments, 11],
    [tasks, 7],
    [check.toFixed(1), 9],
    [ratio(first.seconds, check), 17],
    [ratio(later.seconds, check), 17],
    [mails, 7],
    [lines, 14],
  ];
  console.log(cells.map(([value, width]) => String(value).padStart(width)).join(''));
}

function ratio(seconds, check) {
  return `${seconds.toFixed(1)} s × ${(seconds / check).toFixed(2)}`;
}

function timed(scratch, day, ...args) {
  const env = {
    ...process.env,
    XDG_STATE_HOME: join(scratch, 'state'),
    NODE_OPTIONS: `--import=${pathToFileURL(join(root, 'test/day-preload.mjs')).href}`,
    NIANBAO_TEST_DAY: day,
  };
  const begin = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [command, ...args, '--json'], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const seconds = (performance.now() - begin) / 1000;
  if (stdout === '') throw new Error(stderr);
  return { seconds, answer: JSON.parse(stdout) };
}

/** Every task is late, one in ten done; each department has a mailbox of its own. */
async function makeOffice(folder, departments, tasks) {
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
    ['每日发送上限', 500],
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
