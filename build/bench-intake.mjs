/**
 * Prints what reading and checking workbooks costs beside the library's reading alone and beside its peers: many small ones,
 * and one of up to a hundred thousand rows. Every reader has a process of its own, so that memory can be told apart; rounds
 * take turns, and the first reading of a process counts, as it does for whoever starts a command. Arguments choose sizes by
 * their rows in all: `700 10000`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readers } from './bench-intake/readers.mjs';
import { peakMemory } from './bench-sizes/peak.mjs';
import { makeCasesOffice } from './bench-sizes/cases-office.mjs';

const self = fileURLToPath(import.meta.url);
/** A reader that takes longer is not asked again. */
const patience = 60_000;
/** Workbooks, rows of each, rounds. */
const sizes = [
  [14, 50, 5],
  [200, 200, 3],
  [1, 10_000, 3],
  [1, 99_999, 3],
];

if (process.argv[2] === 'read') await serve(process.argv[3], process.argv[4]);
else await bench();

async function bench() {
  const wanted = process.argv.slice(2).map(Number);
  for (const [workbooks, rows, rounds] of sizes) {
    if (wanted.length > 0 && !wanted.includes(workbooks * rows)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-intake-'));
    try {
      await makeCasesOffice(folder, workbooks, rows);
      print(`${workbooks} workbooks of ${rows} rows`, measure(folder, workbooks * rows, rounds));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function measure(folder, expected, rounds) {
  const runs = Object.keys(readers).map((name) => ({ name, times: [], peaks: [], failure: null }));
  for (let round = 0; round < rounds; round += 1) {
    for (const run of runs) if (run.failure === null) readOnce(run, folder, expected);
  }
  return runs;
}

function readOnce(run, folder, expected) {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [self, 'read', run.name, folder], {
    encoding: 'utf8',
    timeout: patience,
  });
  const answer = stdout === '' ? null : JSON.parse(stdout);
  if (answer === null) {
    run.failure =
      signal === 'SIGTERM' ? `more than ${patience / 1000} s` : stderr.trim().split('\n').at(-1).slice(0, 80);
  } else if (answer.rows < expected) {
    // A lost row would be a quick row.
    run.failure = `${answer.rows} of ${expected} rows were read`;
  } else {
    run.times.push(answer.time);
    run.peaks.push(answer.peak);
  }
}

function print(title, runs) {
  const library = median(runs[0].times);
  console.log(`\n${title}, median of ${runs[0].times.length}\n${'reader'.padEnd(18)}      ms  to hucre  peak MB`);
  for (const { name, times, peaks, failure } of runs) {
    const cells = [median(times).toFixed(0).padStart(8), `× ${(median(times) / library).toFixed(2)}`.padStart(10)];
    const memory = Math.max(...peaks)
      .toFixed(0)
      .padStart(9);
    console.log(name.padEnd(18) + (failure === null ? cells.join('') + memory : `  ${failure}`));
  }
}

/** What a reader's process does. */
async function serve(name, folder) {
  const read = await readers[name]();
  const start = performance.now();
  const rows = await read(folder);
  const time = performance.now() - start;
  console.log(JSON.stringify({ rows, time, peak: peakMemory() }));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
