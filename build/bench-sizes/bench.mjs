/**
 * Prints what large offices cost, each beside its limit: seconds of the processor (the least of the rounds) and the peak of memory.
 * Arguments choose lines by their numbers: `1 3`.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCasesOffice } from './cases-office.mjs';
import { costOf } from './cost.mjs';
import { makeTasksOffice } from './tasks-office.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'build/out/local/nianbao.mjs');

const example = async (folder) => cpSync(join(root, 'examples/dazhanglou-2022'), folder, { recursive: true });
/** What is measured; limits in seconds (`cpu`, or `seconds` by the clock) and megabytes (`peak`). */
const lines = [
  { name: 'report of the example', job: 'report', make: example, most: { seconds: 1.2, peak: 130 }, rounds: 5 },
  { name: '200 workbooks, 5,000 tasks', job: 'check', make: (at) => makeTasksOffice(at, 200, 5000), most: { cpu: 6 } },
  { name: '1,000 workbooks', job: 'check', make: (at) => makeTasksOffice(at, 1000, 1000), most: { cpu: 12 } },
  {
    name: '100,000 cases in one workbook',
    job: 'report',
    make: (at) => makeCasesOffice(at, 1, 100_000),
    most: { peak: 300 },
  },
  {
    name: '28,000 cases in each of 7',
    job: 'report',
    make: (at) => makeCasesOffice(at, 7, 28_000),
    most: { peak: 350 },
  },
];
const units = { cpu: 's of the processor', seconds: 's', peak: 'MB at most' };

const wanted = process.argv.slice(2).map(Number);
console.log('\nlarge offices, each beside its limit');
for (const [index, line] of lines.entries()) {
  if (wanted.length > 0 && !wanted.includes(index + 1)) continue;
  const scratch = mkdtempSync(join(tmpdir(), 'nianbao-sizes-'));
  try {
    await bench(line, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function bench({ name, job, make, most, rounds = 2 }, scratch) {
  const folder = join(scratch, 'office');
  await make(folder);
  const environment = { XDG_STATE_HOME: join(scratch, 'state') };
  const costs = Array.from({ length: rounds }, () => costOf([command, job, folder], environment));
  const told = Object.entries(units).map(([kind, unit]) => {
    const least = Math.min(...costs.map((cost) => cost[kind]));
    const limit = most[kind] === undefined ? '' : ` (limit ${most[kind]}: × ${(least / most[kind]).toFixed(2)})`;
    return `${kind === 'peak' ? least : least.toFixed(1)} ${unit}${limit}`;
  });
  console.log(`${name}, ${job}: ${told.join(', ')}`);
}
