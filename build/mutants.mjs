/**
 * Breaks a room on purpose, one small change at a time, and tells which of the broken programs no test notices:
 * `npm run mutants -- findings` tries 60 mutants of src/core/findings, `npm run mutants -- findings 200 7` 200 of them chosen
 * by the seed 7. The tests are those of the room; `npm run mutants -- findings 200 7 1 floor` shows what they do not notice to all
 * others of its floor, too. What is shown to change nothing stands in build/mutants/equal.tsv. Not for CI: it takes minutes a room.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCopy, bundleTests, copyProgram, testFiles } from './mutants/copy-program.mjs';
import { coverTests, rememberedOutcomes, tryMutant, unusableTests } from './mutants/mutation-run.mjs';
import { makeRunner, shareOut } from './mutants/test-runner.mjs';

/**
 * The floors: a rule is to be noticed where it stands, so what is broken is tried by the tests of its room, which are quick, and
 * where that is wanted by those of its floor. Those of whole offices, reports and faults are run by `npm test` and `npm run fuzz` beside them.
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
const [room = '', count = '60', seed = '1', processes = '2', whom = 'room'] = process.argv.slice(2);
const home = [`src/core/${room}`, `src/${room}`].find((one) => room !== '' && existsSync(one));
const floor = floors.find(({ sources }) => home !== undefined && `${home}/`.startsWith(`${sources}/`));
const areNumbers = [count, seed, processes].every((one) => /^[1-9]\d{0,8}$/u.test(one));
if (floor === undefined || !areNumbers || !['room', 'floor'].includes(whom)) {
  console.error(
    'npm run mutants -- <room> [how many] [seed] [processes] [room or floor]; a room is a folder of src or src/core',
  );
  process.exit(2);
}
const begin = performance.now();
// Beside the checkout, not in it: a folder cannot be copied into itself.
const mark = createHash('sha256').update(root).digest('hex').slice(0, 8);
const folder = join(tmpdir(), `nianbao-mutants-${mark}`, home);
const isOfRoom = (path) => path.startsWith(`${home}/`) && !path.endsWith('holiday-table.ts');
const mutants = copyProgram(root, folder, isOfRoom);
buildCopy(folder);
const tests = testFiles(folder, floor.tests);
const isOfOwnRoom = (path) => path.startsWith(`${home.replace(/^src/u, 'test')}/`);
const setup = join(folder, '.config/fixed-seed.cjs');
const runners = Array.from({ length: Number(processes) }, (_, number) =>
  makeRunner({ folder, count: mutants.length, number, setup }),
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
const memory = `build/out/mutants/${home}`;
const outcomes = rememberedOutcomes(memory);
const chosen = shuffled(mutants, Number(seed)).slice(0, Number(count));
await tryAll(chosen, tests.filter(isOfOwnRoom));
const open = tried.filter(({ fate }) => fate !== 'killed').map(({ mutant }) => mutant);
if (whom === 'floor' && open.length > 0) {
  console.log(`${room}: ${String(open.length)} of ${String(tried.length)} not noticed by the room’s own tests`);
  await tryAll(
    open,
    tests.filter((path) => !isOfOwnRoom(path)),
  );
}
for (const runner of runners) runner.end();
report(tried);
process.exit();

/** Tries the mutants by these tests; what is found takes the place of what was found before. */
async function tryAll(some, files) {
  const bundled = await bundleTests(folder, files);
  const covered = await coverTests({ folder, bundled, runners, memory });
  for (const name of [...files.filter((one) => !bundled.has(one)), ...unusableTests(covered)])
    console.log(`not used: ${name}`);
  console.log(`${room}: ${String(some.length)} mutants, ${String(bundled.size)} test files known after ${seconds()} s`);
  const alone = new Map();
  await shareOut(runners, some, async (mutant, runner) => {
    const found = await tryMutant(mutant, { covered, bundled, runner, alone, outcomes });
    const at = tried.findIndex((one) => one.mutant === mutant);
    if (at < 0) tried.push(found);
    else if (found.fate !== 'unreached') tried[at] = found;
  });
}

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
