/**
 * Breaks rooms on purpose, one small change at a time, and tells which of the broken programs no test notices: `npm run mutants`
 * tries 45 mutants of each of seven rooms, `npm run mutants -- findings` those of src/core/findings, `npm run mutants -- rows,jobs 60 7 1`
 * 60 of each of two rooms, chosen by the seed 7, in one process; `harm` are the rules of build/mutants/harm.tsv, all of them. Each is
 * tried by the tests that reach it, wherever these lie. What is shown to change nothing stands in build/mutants/equal.tsv. Not for CI:
 * all of it takes the better part of an hour.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCopy, bundleTests, copied, copyProgram, testFiles } from './mutants/copy-program.mjs';
import { isNamedEqual, readEqualMutants } from './mutants/equal-mutants.mjs';
import { findMutants } from './mutants/find-mutants.mjs';
import { harmfulMutants, readHarm } from './mutants/harmful-mutants.mjs';
import { keptCopy } from './mutants/kept-copy.mjs';
import {
  coverTests,
  fateOf,
  quickestFirst,
  rememberedOutcomes,
  rounds,
  tryMutant,
  unusableTests,
} from './mutants/mutation-run.mjs';
import { makeRunner, shareOut } from './mutants/test-runner.mjs';

const usualRooms = 'harm,base,cells,findings,rows,reminders,jobs,local';
/** Tests of how the program is made, pushed and looks in a browser: slow, and what they would notice is not what a room does. */
const otherTests = ['test/build/', 'test/push/', 'test/pages/'];
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const [names = usualRooms, count = '45', seed = '1', processes = '2'] = process.argv.slice(2);
const rooms = names.split(',').map((name) => ({ name, home: homeOf(name) }));
const areNumbers = [count, seed, processes].every((one) => /^[1-9]\d{0,8}$/u.test(one));
if (rooms.some(({ home }) => home === undefined) || !areNumbers) {
  console.error(
    'npm run mutants -- [rooms] [how many of each] [seed] [processes]; rooms are folders of src or src/core',
  );
  process.exit(2);
}
const begin = performance.now();
const [equal, harm] = [readEqualMutants(), readHarm()];
// Beside the checkout, not in it: a folder cannot be copied into itself.
const mark = createHash('sha256').update(root).digest('hex').slice(0, 8);
const folder = join(tmpdir(), `nianbao-mutants-${mark}`, names);
const { found, chosen, bundled } = await keptCopy(
  { root, folder, names: copied, wanted: [names, count, seed] },
  makeCopy,
);
const runners = Array.from({ length: Number(processes) }, (_, number) =>
  makeRunner({ folder, count: chosen.length, number }),
);
/** What became of those tried so far; a run that is broken off tells of them. */
const tried = [];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const runner of runners) runner.end();
    report();
    process.exit(130);
  });
}
await tryAll(new Map(bundled));
for (const runner of runners) runner.end();
report();
process.exit();

/** The folder of a room; those of `harm` lie in several. */
function homeOf(name) {
  if (name === 'harm') return '';
  return [`src/core/${name}`, `src/${name}`].find((one) => name !== '' && existsSync(one));
}

/** The mutants of a file with their room. */
function mutantsOf(path, text) {
  const room = roomOf(path);
  const own = room === undefined ? [] : findMutants(path, text).map((one) => ({ ...one, room }));
  if (!rooms.some(({ name }) => name === 'harm')) return own;
  return [...own, ...harmfulMutants(path, text, harm).map((one) => ({ ...one, room: 'harm' }))];
}

/** Undefined for a file of no room, or one that stays whole. */
function roomOf(path) {
  if (path.endsWith('holiday-table.ts')) return undefined;
  return rooms.find(({ home }) => home !== '' && path.startsWith(`${home}/`))?.name;
}

/** So many of each room, of `harm` all: always the same ones for a seed, whatever is written elsewhere in the room. */
function choose(mutants) {
  return rooms.flatMap(({ name }) => {
    const own = mutants.filter(({ room }) => room === name);
    return name === 'harm' ? own : byLot(own).slice(0, Number(count));
  });
}

function byLot(mutants) {
  const lot = ({ path, within, change }) =>
    createHash('sha256').update(`${seed} ${path} ${within} ${change}`).digest('hex');
  return mutants
    .map((one) => [lot(one), one])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}

/** All mutants, those to try, and the tests: file → the script it was bundled to. */
async function makeCopy() {
  const all = copyProgram({ root, folder, mutantsOf, choose });
  buildCopy(folder);
  const tests = testFiles(folder, ['test']).filter((path) => !otherTests.some((one) => path.startsWith(one)));
  return { ...all, bundled: [...(await bundleTests(folder, tests, all.chosen))] };
}

/**
 * First by the tests beside the files' own, which are few and notice most; what these let pass by the others of the rooms, then by all
 * others. Of the first two also by those that `npm test` leaves out.
 */
async function tryAll(scripts) {
  console.log(`${String(chosen.length)} mutants, ${String(scripts.size)} test files bundled after ${seconds()} s`);
  const beside = new Set(chosen.map(({ path }) => dirname(path).replace(/^src/u, 'test')));
  const folders = [...new Set(chosen.flatMap(({ path }) => testFoldersOf(path)))];
  const farness = (path) => {
    if (beside.has(dirname(path))) return 0;
    return folders.some((folder) => path.startsWith(folder)) ? 1 : 2;
  };
  for (const stage of [0, 1, 2]) {
    const files = [...scripts].filter(([path]) => farness(path) === stage);
    const covered = await tryBy(files, stage === 0 ? chosen : openOnes());
    const long = files.filter(([, script]) => readFileSync(script, 'utf8').includes('NIANBAO_LONG'));
    if (stage < 2) await tryBy(long, openOnes(), covered);
  }
}

/** What no test has noticed so far, but for what is known to change nothing. */
function openOnes() {
  return tried
    .filter(({ fate, mutant }) => fate !== 'killed' && !isNamedEqual(equal, mutant))
    .map(({ mutant }) => mutant);
}

/** `src/core/rows/events/crowds.ts` → `test/core/rows/`; what jobs do is shown by whole workspaces, too. */
function testFoldersOf(path) {
  const [room = path] = /^src\/(?:core\/)?[^/]+\//u.exec(path) ?? [];
  return [room.replace(/^src/u, 'test'), ...(room === 'src/jobs/' ? ['test/workspace/', 'test/local/'] : [])];
}

/** What is found is added to what was found before. Gives what the tests reach. */
async function tryBy(files, mutants, besides = null) {
  if (mutants.length === 0) return {};
  const scripts = new Map(files);
  const memory = `build/out/mutants/${names}`;
  const covered = await coverTests({ folder, bundled: scripts, runners, memory, besides });
  for (const name of unusableTests(covered)) console.log(`not used: ${name}`);
  console.log(`what ${String(scripts.size)} test files reach is known after ${seconds()} s`);
  const known = { covered, bundled: scripts, alone: new Map(), outcomes: rememberedOutcomes(memory) };
  const before = new Map(tried.map((one) => [one.mutant, one]));
  let left = quickestFirst(covered, mutants);
  for (const most of rounds) {
    await shareOut(runners, left, async (mutant, runner) => {
      const found = together(before.get(mutant), await tryMutant(mutant, { ...known, runner, seconds: most }));
      const at = tried.findIndex((one) => one.mutant === mutant);
      tried.splice(at < 0 ? tried.length : at, 1, found);
    });
    const unfinished = new Set(tried.filter(({ fate }) => fate === 'unfinished').map(({ mutant }) => mutant));
    left = left.filter((mutant) => unfinished.has(mutant) && !isNamedEqual(equal, mutant));
    console.log(`${String(openOnes().length)} not noticed after ${seconds()} s`);
  }
  return covered;
}

function together(before, now) {
  if (before === undefined) return now;
  const [asked, reaching] = [before.asked + now.asked, before.reaching + now.reaching];
  return now.fate === 'killed' ? now : { ...now, fate: fateOf(asked, reaching), asked, reaching };
}

function report() {
  const stale = equal.filter((one) => roomOf(one.path) !== undefined && !found.some((mutant) => isSame(mutant, one)));
  for (const one of stale) console.log(`named equal, but cannot be made: ${one.path} ${one.within}\t${one.change}`);
  const killedAll = tried.filter(({ fate, mutant }) => fate === 'killed' && isNamedEqual(equal, mutant));
  for (const { mutant, by } of killedAll) console.log(`named equal, but killed: ${told(mutant)}\t${by}`);
  const open = rooms.map((room) => reportRoom(room.name)).reduce((sum, number) => sum + number, 0);
  console.log(`${String(tried.length)} tried in ${seconds()} s`);
  if (stale.length + killedAll.length + open > 0) process.exitCode = 1;
}

/** Gives how many are open. */
function reportRoom(name) {
  const fates = tried.filter(({ mutant }) => mutant.room === name);
  const killed = fates.filter(({ fate }) => fate === 'killed');
  const left = fates.filter(({ fate }) => fate !== 'killed');
  const open = left.filter(({ mutant }) => !isNamedEqual(equal, mutant));
  for (const one of open) console.log(`${standing(one)}: ${told(one.mutant)}`);
  const all = found.filter(({ room }) => room === name).length;
  const share = ((open.length * 100) / Math.max(1, fates.length)).toFixed(1);
  console.log(
    `${name}: ${String(fates.length)} of ${String(all)} mutants (seed ${seed}): ${String(killed.length)} killed ` +
      `(${String(killed.filter(({ isEndless }) => isEndless).length)} endless), ${String(open.length)} open (${share} %, ` +
      `${String(open.filter(({ fate }) => fate === 'unfinished').length)} of them not tried by all), ` +
      `${String(left.length - open.length)} named equal`,
  );
  return open.length;
}

function standing({ fate, asked, reaching }) {
  if (fate === 'unreached') return 'not reached';
  if (fate === 'survived') return `survived ${String(asked)}`;
  return `not tried by all (${String(asked)} of ${String(reaching)})`;
}

function isSame(one, other) {
  return one.path === other.path && one.within === other.within && one.change === other.change;
}

function told({ path, line, within, change }) {
  return `${path}:${String(line)} ${within}\t${change}`;
}

function seconds() {
  return ((performance.now() - begin) / 1000).toFixed(0);
}
