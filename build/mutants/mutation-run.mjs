/** A mutation run over a copy of the program: which mutants make a test fail, which do not, and which no test reaches. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shareOut } from './test-runner.mjs';

/** Seconds of processor that a test may take in a run without mutant; longer ones are left out. */
const longestTest = 40;
/**
 * Seconds of tests that are run on one mutant, the cheapest and those of its own file first: a few on each, in which most die, then more
 * on those that are left.
 */
export const rounds = [8, 60];
/** What else decides on how a test ends. */
const ownScripts = ['run-tests.mjs', 'test-process.mjs'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
/** A test file is given up after so many milliseconds of processor, when no mutant is on. */
const patience = 400_000;

/**
 * Runs all tests once without mutant and keeps of each what it reached, in the folder `memory`; what is known already of the
 * very same script, and the same bundle where it runs that, is not run again. With `besides`, what was found of
 * the tests that `npm test` runs, only those are run that it leaves out.
 */
export async function coverTests({ folder, bundled, runners, memory, besides = null }) {
  const long = besides !== null;
  const bundle = hashOf(...['google/Code.js', 'local/command-line.js'].map((name) => join(folder, 'build/out', name)));
  const entries = await shareOut(runners, [...bundled], async ([path, file], runner) => {
    const usesBundle = readFileSync(file, 'utf8').includes('build/out');
    const hash = `${hashOf(file, ...ownScripts)} ${usesBundle ? bundle : ''}`;
    const memoryFile = join(memory, `${path}${long ? '.long' : ''}.json`);
    const known = existsSync(memoryFile) ? JSON.parse(readFileSync(memoryFile, 'utf8')) : null;
    if (known?.hash === hash) return [path, known];
    const except = besides?.[path].tests.map(({ name }) => name) ?? [];
    const answer = await runner.ask({ file, mutant: 0, only: null, except, mostSteps: 0, long }, patience);
    const found = {
      hash,
      load: answer?.load ?? 0,
      long,
      fault: answer === null ? 'no end' : answer.tests.length === 0 ? answer.failed : null,
      tests: answer === null ? [] : withAll(answer),
    };
    mkdirSync(dirname(memoryFile), { recursive: true });
    writeFileSync(memoryFile, JSON.stringify(found));
    return [path, found];
  });
  return Object.fromEntries(entries);
}

/** What became of mutants in the very same scripts, `hash id tests` → the failure or null; what is added is kept in the folder. */
export function rememberedOutcomes(memory) {
  const file = join(memory, 'outcomes.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const known = new Map(lines.map((line) => JSON.parse(line)));
  const set = (key, outcome) => {
    known.set(key, outcome);
    mkdirSync(memory, { recursive: true });
    appendFileSync(file, `${JSON.stringify([key, outcome])}\n`);
  };
  return { get: (key) => known.get(key), set };
}

/** What was reached while the file was loaded, or in other processes, counts for each of its tests. */
function withAll({ tests, ofAll }) {
  return tests.map(({ reached, ...test }) => ({ ...test, reached: [...new Set([...ofAll, ...reached])] }));
}

function hashOf(...paths) {
  const hash = createHash('sha256');
  for (const path of paths) if (existsSync(path)) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 20);
}

/** Tests that fail without a mutant, or take too long: `path › name`, or a whole file with the reason. */
export function unusableTests(covered) {
  return Object.entries(covered).flatMap(([path, { fault, tests }]) => [
    ...(fault === null ? [] : [`${path}: ${fault}`]),
    ...tests.filter((test) => !isUsable(test)).map(({ name }) => `${path} › ${name}`),
  ]);
}

function isUsable({ isGood, milliseconds }) {
  return isGood && milliseconds < longestTest * 1000;
}

/**
 * Mutant → the files with their tests that reach it, those first that are most likely to notice and quickest. A constant is evaluated for
 * the first test that starts the program, and used by all behind it.
 */
export function reachingTests(covered, mutant) {
  const files = Object.entries(covered).flatMap(([path, { load, tests }]) => {
    const first = tests.findIndex(({ reached }) => reached.includes(mutant.id));
    const isReaching = ({ reached }, index) =>
      reached.includes(mutant.id) || (mutant.isOnce === true && first >= 0 && index > first);
    const own = tests.filter((test, index) => isUsable(test) && isReaching(test, index));
    const cost = own.reduce((sum, test) => sum + test.milliseconds, load);
    return own.length === 0 ? [] : [{ path, tests: own, load, cost, nearness: nearness(path, mutant.path) }];
  });
  return files.sort((a, b) => b.nearness - a.nearness || a.cost - b.cost);
}

/** Those first whose tests are the quickest: a run that is broken off has told the most. */
export function quickestFirst(covered, mutants) {
  const cost = (mutant) =>
    Math.min(
      Math.max(...rounds) * 1000,
      ...reachingTests(covered, mutant)
        .slice(0, 1)
        .map((one) => one.cost),
    );
  return mutants
    .map((mutant) => [cost(mutant), mutant])
    .sort(([a], [b]) => a - b)
    .map(([, mutant]) => mutant);
}

/** The file's own test before those of its folder, these before those of its room. */
function nearness(test, source) {
  const [one, other] = [test.replace(/^test\//u, 'src/').replace(/\.test\.ts$/u, '.ts'), source];
  if (one === other) return Infinity;
  const [folders, others] = [one.split('/').slice(0, -1), other.split('/').slice(0, -1)];
  const differs = folders.findIndex((name, index) => name !== others[index]);
  return differs < 0 ? folders.length : differs;
}

/**
 * What becomes of a mutant: `killed` (by a failing test, or as an endless loop, told by `by`), `survived` all tests that reach it, `unfinished`
 * where only `asked` of `reaching` tests were run, or `unreached`. A test that needs those before it
 * would fail with any mutant if it were run alone: it counts with all of its file.
 */
export async function tryMutant(mutant, { covered, bundled, runner, alone, outcomes, seconds }) {
  const files = reachingTests(covered, mutant);
  const reaching = files.reduce((sum, { tests }) => sum + tests.length, 0);
  let [spent, asked] = [0, 0];
  for (const { path, tests, load } of files) {
    const isFirst = spent === 0;
    spent += load;
    const fitting = tests.filter(
      (test, index) => (spent += test.milliseconds) < seconds * 1000 || (isFirst && index === 0),
    );
    if (fitting.length === 0) continue;
    const file = bundled.get(path);
    asked += fitting.length;
    const key = `${covered[path].hash} ${String(mutant.id)} ${String(fitting.length)}${covered[path].long ? ' long' : ''}`;
    let found = outcomes.get(key);
    if (found === undefined) {
      // Of all its tests: what is set up for several is counted with the first of them.
      const steps = Math.max(...covered[path].tests.map((test) => test.steps));
      const all = covered[path].tests.filter(isUsable);
      found = await failureIn({ ...covered[path], file, path, all, tests: fitting, steps }, { mutant, runner, alone });
      outcomes.set(key, found);
    }
    if (found !== null) return { mutant, fate: 'killed', asked, reaching, ...found };
  }
  return { mutant, fate: fateOf(asked, reaching), by: '', asked, reaching };
}

/** Of a mutant that no test has noticed. */
export function fateOf(asked, reaching) {
  if (reaching === 0) return 'unreached';
  return asked < reaching ? 'unfinished' : 'survived';
}

async function failureIn({ file, path, tests, all, steps, load, long }, { mutant, runner, alone }) {
  const usual = tests.reduce((sum, { milliseconds }) => sum + milliseconds, load);
  const only = tests.map(({ name }) => name);
  const task = { file, mutant: mutant.id, only, mostSteps: steps * 50 + 1_000_000, long };
  const answer = await runner.ask(task, 20_000 + usual * 10);
  if (answer === null) return { by: `${path}: no end`, isEndless: true };
  if (answer.failed === null) return null;
  if (answer.isEndless) return { by: `${path}: ${answer.failed}`, isEndless: true };
  // None where the file could not be loaded: then it must load without the mutant.
  const failing = answer.tests.find(({ isGood }) => !isGood)?.name;
  if (await passesAlone({ file, path, name: failing ?? only[0], long }, { runner, alone })) {
    return { by: `${path} › ${answer.failed}`, isEndless: false };
  }
  if (failing === undefined) return null;
  // With all those before it, it does without a mutant what it should.
  const cost = all.reduce((sum, { milliseconds }) => sum + milliseconds, load);
  const whole = await runner.ask({ ...task, only: all.map(({ name }) => name) }, 20_000 + cost * 10);
  return whole === null || whole.failed === null ? null : { by: `${path} › ${whole.failed}`, isEndless: false };
}

async function passesAlone({ file, path, name, long }, { runner, alone }) {
  const key = `${path} › ${name}`;
  if (!alone.has(key)) {
    const answer = await runner.ask({ file, mutant: 0, only: [name], mostSteps: 0, long }, patience);
    alone.set(key, answer !== null && answer.failed === null);
  }
  return alone.get(key);
}
