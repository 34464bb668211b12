/**
 * A process that runs test files again and again, each time with one mutant on or with none: asked by its parent, one file at a
 * time. Everything the tests import of the program is evaluated anew each time, so that a mutant of a constant shows.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import vm from 'node:vm';
import workers from 'node:worker_threads';
import { syncBuiltinESMExports } from 'node:module';
import { spent } from './processor-time.mjs';
import { places, shareSwitch } from './switch.mjs';
import { runTests } from './run-tests.mjs';

const [count, reachedFile] = process.argv.slice(2);
const state = shareSwitch(Number(count));
const requireAt = createRequire(join(process.cwd(), 'test/any.js'));
const scripts = new Map();
const threads = followThreads();
const setups = ['fixed-seed', 'private-state'].map((name) => join(process.cwd(), `.config/${name}.cjs`));
for (const file of setups.filter((one) => existsSync(one))) requireAt(file);
process.on('unhandledRejection', () => undefined);
process.on('message', (task) => {
  void perform(task).then((answer) => process.send(answer));
});

/**
 * `file`: the bundled test; `mutant`: 0 for none; `only`: names of tests, null for all but those of `except`; `mostSteps`: 0 for no limit; `long`: with those that
 * `npm test` leaves out. Without mutant all tests are run and each is told with what it reached, `load` is what it took to load the file and
 * to set up, in milliseconds of processor; with one they end at the first failure.
 */
async function perform({ file, mutant, only, except = [], mostSteps, long }) {
  state[places.on] = mutant;
  if (long) process.env.NIANBAO_LONG = '1';
  else delete process.env.NIANBAO_LONG;
  state[places.isEndless] = 0;
  process.env.NIANBAO_MUTANT = String(mutant);
  if (mutant === 0) process.env.NIANBAO_MUTANTS_REACHED = reachedFile;
  else delete process.env.NIANBAO_MUTANTS_REACHED;
  const told = [];
  let begin = spent();
  let load = 0;
  const chosen = only === null ? null : new Set(only);
  // While the file is loaded nobody has counted: what has no end there is ended by its parent.
  clear(0);
  const ofAll = new Set();
  const addToAll = () => {
    for (const id of reached()) ofAll.add(id);
  };
  const failure = await runTests({
    script: (names, values) => scriptOf(file, names)(...values),
    requireAt,
    stops: mutant !== 0,
    isChosen: (name) => (chosen === null || chosen.has(name)) && !except.includes(name),
    around: {
      spent,
      loaded: () => {
        load = spent() - begin;
        addToAll();
      },
      prepared: (milliseconds) => {
        load += milliseconds;
        begin += milliseconds;
        addToAll();
      },
      before: () => {
        clear(mostSteps);
        begin = spent();
      },
      after: (name, error) => {
        told.push({
          name,
          isGood: error === null,
          milliseconds: spent() - begin,
          steps: state[places.steps],
          reached: mutant === 0 ? [...new Set([...reached(), ...reachedElsewhere(ofAll)])] : [],
        });
      },
    },
  });
  await threads.end();
  const isEndless = state[places.isEndless] === 1;
  const failed =
    failure === null ? null : `${failure.name}: ${String(failure.error?.message ?? failure.error).slice(0, 300)}`;
  return {
    failed: isEndless ? (failed ?? 'endless') : failed,
    isEndless,
    load,
    tests: told,
    ofAll: [...new Set([...ofAll, ...reachedElsewhere(ofAll)])],
  };
}

function clear(mostSteps) {
  state.fill(0, places.reached);
  state[places.steps] = 0;
  state[places.mostSteps] = mostSteps;
}

function reached() {
  const ids = [];
  for (let id = 1; places.reached + id < state.length; id += 1) if (state[places.reached + id] === 1) ids.push(id);
  return ids;
}

/** By processes the test has started. One that is still alive serves the tests that follow, too: what it reached is of all. */
function reachedElsewhere(ofAll) {
  if (!existsSync(reachedFile)) return [];
  const lines = readFileSync(reachedFile, 'utf8').split('\n').filter(Boolean);
  const told = lines.map((line) => line.split(' ').map(Number));
  const alive = new Set(told.map(([pid]) => pid).filter(isAlive));
  if (alive.size === 0) rmSync(reachedFile);
  for (const [pid, id] of told) if (alive.has(pid)) ofAll.add(id);
  return [...new Set(told.map(([, id]) => id))];
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function scriptOf(file, names) {
  const known = scripts.get(file);
  if (known) return known;
  const text = `(function (${names.join(', ')}) {${readFileSync(file, 'utf8')}\n})`;
  const made = new vm.Script(text, { filename: file }).runInThisContext();
  scripts.set(file, made);
  return made;
}

/** Threads that tests start for their file are ended with it. */
function followThreads() {
  const started = new Set();
  const { Worker } = workers;
  workers.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      started.add(this);
      this.once('exit', () => started.delete(this));
    }
  };
  syncBuiltinESMExports();
  return { end: () => Promise.all([...started].map((one) => one.terminate())) };
}
