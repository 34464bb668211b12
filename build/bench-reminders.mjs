/**
 * Prints what reminding costs beside checking the same office as it is then: how often the time of the `check` before it a first run
 * takes, which writes the whole ledger, and a run some days later, beside that ledger; medians of rounds in which they follow each other. Arguments choose sizes by their tasks:
 * `1000 5000`.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costOf } from './bench-sizes/cost.mjs';
import { makeTasksOffice } from './bench-sizes/tasks-office.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'build/out/local/nianbao.mjs');
/** Departments, tasks of them all, mails a day (null: as where the office says nothing), rounds. */
const sizes = [
  [40, 1000, 500, 9],
  [200, 5000, null, 7],
  [200, 5000, 500, 7],
];
const goal = 1.5;

const wanted = process.argv.slice(2).map(Number);
console.log(`\nreminding beside check (goal: × ${goal})`);
console.log(
  'departments  tasks    first: check, remind    later: check, remind    mails  ledger lines   (seconds of the processor)',
);
for (const size of sizes) {
  if (wanted.length > 0 && !wanted.includes(size[1])) continue;
  const scratch = mkdtempSync(join(tmpdir(), 'nianbao-reminders-'));
  try {
    await bench(scratch, ...size);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function bench(scratch, departments, tasks, limit, rounds) {
  const made = join(scratch, 'made');
  await makeTasksOffice(made, departments, tasks, limit);
  // The first run of a build compiles its code and keeps it.
  round(scratch, made);
  const all = Array.from({ length: rounds }, () => round(scratch, made));
  const told = (kind) => {
    const of = (value) => median(all.map((one) => value(one[kind])));
    const [check, reminding, ratio] = [
      of((one) => one.check),
      of((one) => one.remind),
      of((one) => one.remind / one.check),
    ];
    return `${check.toFixed(1)} ${reminding.toFixed(1)} s × ${ratio.toFixed(2)}`;
  };
  const cells = [
    [departments, 11],
    [tasks, 7],
    [told('first'), 24],
    [told('later'), 24],
    [all[0].mails, 9],
    [linesIn(scratch), 14],
  ];
  console.log(cells.map(([value, width]) => String(value).padStart(width)).join(''));
}

function round(scratch, made) {
  const folder = officeIn(scratch);
  for (const old of [folder, join(scratch, 'state')]) rmSync(old, { recursive: true, force: true });
  cpSync(made, folder, { recursive: true });
  const runs = (day) => {
    const [check, remind] = ['check', 'remind'].map((job) => ran(scratch, day, job, folder).cpu);
    return { check, remind };
  };
  const first = runs('2022-12-22');
  const mailsOfFirst = mailsIn(folder);
  const later = runs('2022-12-30');
  return { first, later, mails: `${mailsOfFirst}+${mailsIn(folder) - mailsOfFirst}` };
}

function officeIn(scratch) {
  return join(scratch, 'office');
}

function linesIn(scratch) {
  const { counts } = JSON.parse(ran(scratch, '2022-12-30', 'ledger', officeIn(scratch), '--json').printed).details;
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function mailsIn(folder) {
  return readdirSync(join(folder, '发件箱')).filter((name) => name.endsWith('.eml')).length;
}

function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1];
}

/** As the clerk runs it. */
function ran(scratch, day, ...args) {
  return costOf([command, ...args], { XDG_STATE_HOME: join(scratch, 'state'), NIANBAO_TEST_DAY: day });
}
