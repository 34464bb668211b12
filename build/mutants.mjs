/**
 * Breaks a room on purpose, one small change at a time, and tells which of the broken programs no test notices:
 * `npm run mutants -- findings` tries 60 mutants of src/core/findings, `npm run mutants -- findings 200 7` 200 of them chosen
 * by the seed 7. What is shown to change nothing stands in build/mutants/equal.tsv. Not for CI: it takes minutes a room.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCopy, bundleTests, copyProgram, testFiles } from './mutants/copy-program.mjs';
import { coverTests, tryMutant, unusableTests } from './mutants/mutation-run.mjs';
import { makeRunner, shareOut } from './mutants/test-runner.mjs';

/**
 * The floors: a rule is to be noticed where it stands, so what is broken on one is tried by its own tests, which are quick.
 * Those of whole offices, reports and faults are run by `npm test` and `npm run fuzz` beside them.
 */
const floors = [
  { sources: 'src/core', tests: ['test/core'] },
  { sources: 'src/engine', tests: ['test/engine'] },
  { sources: 'src/jobs', tests: ['test/jobs', 'test/workspace'] },
  { sources: 'src/google', tests: ['test/google', 'test/jobs'] },
  { sources: 'src/local', tests: ['test/local'] },
];
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const [room = '', count = '60', seed = '1', processes = '2'] = process.argv.slice(2);
const home = [`src/core/${room}`, `src/${room}`].find((one) => room !== '' && existsSync(one));
const floor = floors.find(({ sources }) => home !== undefined && `${home}/`.startsWith(`${sources}/`));
if (floor === undefined || [count, seed, processes].some((one) => !/^[1-9]\d{0,8}$/u.test(one))) {
  console.error('npm run mutants -- <room> [how many] [seed] [processes]; a room is a folder of src or src/core');
  process.exit(2);
}
const begin = performance.now();
// Beside the checkout, not in it: a folder cannot be copied into itself.
const mark = createHash('sha256').update(root).digest('hex').slice(0, 8);
const folder = join(tmpdir(), `nianbao-mutants-${mark}`, floor.sources);
const isOnFloor = (path) => path.startsWith(`${floor.sources}/`) && !path.endsWith('holiday-table.ts');
const all = copyProgram(root, folder, isOnFloor);
const mutants = all.filter(({ path }) => path.startsWith(`${home}/`));
buildCopy(folder);
const tests = testFiles(folder, floor.tests);
const bundled = await bundleTests(folder, tests);
const setup = join(folder, '.config/fixed-seed.cjs');
const runners = Array.from({ length: Number(processes) }, (_, number) =>
  makeRunner({ folder, count: all.length, number, setup }),
);
/** What became of those tried so far; a run that is broken off tells of them. */
const tried = [];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const runner of runners) runner.end();
    report(tried);
    process.exit(130);
  });
}
const covered = await coverTests({ folder, bundled, runners, memory: `build/out/mutants/${floor.sources}` });
for (const name of [...tests.filter((one) => !bundled.has(one)), ...unusableTests(covered)])
  console.log(`not used: ${name}`);
console.log(
  `${room}: ${String(mutants.length)} mutants, ${String(bundled.size)} test files run once after ${seconds()} s`,
);

const chosen = shuffled(mutants, Number(seed)).slice(0, Number(count));
const alone = new Map();
await shareOut(runners, chosen, async (mutant, runner) => {
  tried.push(await tryMutant(mutant, { covered, bundled, runner, alone }));
});
for (const runner of runners) runner.end();
report(tried);
process.exit();

function report(fates) {
  const equal = new Set(equalMutants().map(({ path, within, change }) => `${path} ${within} ${change}`));
  const isEqual = ({ path, within, change }) => equal.has(`${path} ${within} ${change}`);
  const open = fates.filter(({ fate, mutant }) => fate !== 'killed' && !isEqual(mutant));
  const named = fates.filter(({ fate, mutant }) => fate !== 'killed' && isEqual(mutant)).length;
  const killed = fates.filter(({ fate }) => fate === 'killed');
  for (const { mutant } of fates.filter((one) => one.fate === 'killed' && isEqual(one.mutant))) {
    console.log(`named equal, and killed: ${told(mutant)}`);
  }
  for (const { mutant, fate } of open)
    console.log(`${fate === 'survived' ? 'survived' : 'not reached'}: ${told(mutant)}`);
  const unreached = open.filter(({ fate }) => fate === 'unreached').length;
  const share = ((open.length * 100) / Math.max(1, fates.length - named)).toFixed(1);
  console.log(
    `${room}: ${String(fates.length)} of ${String(mutants.length)} mutants (seed ${seed}): ${String(killed.length)} killed ` +
      `(${String(killed.filter(({ isEndless }) => isEndless).length)} endless), ${String(open.length - unreached)} survived, ` +
      `${String(unreached)} not reached, ${String(named)} named equal; open ${share} %; ${seconds()} s`,
  );
  if (open.length > 0) process.exitCode = 1;
}

function told({ path, line, within, change }) {
  return `${path}:${String(line)} ${within}\t${change}`;
}

/** Lines of file, function, change and the argument or input that shows it equal. */
function equalMutants() {
  return readFileSync('build/mutants/equal.tsv', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [path, within, change, why] = line.split('\t');
      if (!why) throw new Error(`build/mutants/equal.tsv: expected file, function, change, why: ${line}`);
      return { path, within, change };
    });
}

/** In an order that the seed gives again (mulberry32). */
function shuffled(items, start) {
  let state = Math.imul(start, 0x9e37_79b9) >>> 0;
  const next = () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return items
    .map((item) => [next(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

function seconds() {
  return ((performance.now() - begin) / 1000).toFixed(0);
}
