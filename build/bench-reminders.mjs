/**
 * Prints what reminding costs beside checking the same office: how often the time of `check` a first run takes, which writes the
 * whole ledger, and a run some days later. Arguments choose sizes by their tasks: `1000 5000`.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costOf } from './bench-sizes/cost.mjs';
import { makeTasksOffice } from './bench-sizes/tasks-office.mjs';

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
console.log(
  'departments  tasks  check s  first run        later run        mails  ledger lines   (seconds of the processor)',
);
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
  await makeTasksOffice(folder, departments, tasks);
  const run = (day, ...args) => timed(scratch, day, ...args);
  const check = Math.min(...[1, 2].map(() => run('2022-12-22', 'check', folder).cpu));
  const first = run('2022-12-22', 'remind', folder);
  const later = run('2022-12-30', 'remind', folder);
  const lines = Object.values(later.answer.details.counts).reduce((sum, count) => sum + count, 0);
  const mails = readdirSync(join(folder, '发件箱')).filter((name) => name.endsWith('.eml')).length;
  const cells = [
    [departments, 11],
    [tasks, 7],
    [check.toFixed(1), 9],
    [ratio(first.cpu, check), 17],
    [ratio(later.cpu, check), 17],
    [mails, 7],
    [lines, 14],
  ];
  console.log(cells.map(([value, width]) => String(value).padStart(width)).join(''));
}

function ratio(seconds, check) {
  return `${seconds.toFixed(1)} s × ${(seconds / check).toFixed(2)}`;
}

function timed(scratch, day, ...args) {
  return costOf([command, ...args, '--json'], { XDG_STATE_HOME: join(scratch, 'state'), NIANBAO_TEST_DAY: day });
}
