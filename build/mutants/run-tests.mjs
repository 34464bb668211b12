/** Runs the tests of a file that was bundled to one script: as jest does, as far as the tests of this project go. */
import { createRequire } from 'node:module';
import { format } from 'node:util';

const require = createRequire(import.meta.url);
const ofJest = createRequire(require.resolve('jest'));
const { expect } = ofJest('expect');
const { ModuleMocker } = ofJest('jest-mock');

/** The tests the script declares, in order: `name`, `run`, and the hooks around them. */
function collect(script, requireAt) {
  const tests = [];
  const root = {
    names: [],
    beforeAll: [],
    afterAll: [],
    beforeEach: [],
    afterEach: [],
    parent: null,
    isSkipped: false,
  };
  let block = root;
  const describe = (name, declare, isSkipped = false) => {
    const outer = block;
    block = { ...emptyHooks(), names: [...outer.names, name], parent: outer, isSkipped: outer.isSkipped || isSkipped };
    declare();
    block = outer;
  };
  const skipped = (name, declare) => describe(name, declare, true);
  const skip = () => undefined;
  const it = (name, run) => {
    if (!block.isSkipped) tests.push({ name: numbered([...block.names, name].join(' › '), tests), run, block });
  };
  const given = {
    describe: Object.assign(describe, {
      each: eachOf(describe),
      skip: Object.assign(skipped, { each: eachOf(skipped) }),
    }),
    it: Object.assign(it, { each: eachOf(it), skip: Object.assign(skip, { each: () => skip }) }),
    ...Object.fromEntries(Object.keys(emptyHooks()).map((hook) => [hook, (run) => block[hook].push(run)])),
  };
  const mocker = new ModuleMocker(globalThis);
  const jest = Object.assign(mocker, { requireActual: requireAt });
  const names = ['require', 'module', 'exports', 'expect', 'jest', 'test', ...Object.keys(given)];
  const module = { exports: {} };
  script(names, [requireAt, module, module.exports, expect, jest, given.it, ...Object.values(given)]);
  return tests;
}

function emptyHooks() {
  return { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
}

function numbered(name, tests) {
  const same = tests.filter((one) => one.name === name || one.name.startsWith(`${name} #`)).length;
  return same === 0 ? name : `${name} #${String(same + 1)}`;
}

function eachOf(declare) {
  return (rows) => (name, run) => {
    for (const row of rows) {
      const args = Array.isArray(row) ? row : [row];
      const places = name.match(/%[psdifjoO%]/gu)?.length ?? 0;
      declare(format(name.replace(/%p/gu, '%j'), ...args.slice(0, places)), () => run(...args));
    }
  };
}

/**
 * Runs those of the tests that `isChosen` wants, until one fails where `stops`. `around` is told before and after each.
 * Gives the first failure: the test's name and what was thrown; null for none.
 */
export async function runTests({ script, requireAt, isChosen, stops, around }) {
  let tests;
  try {
    tests = collect(script, requireAt);
  } catch (error) {
    return { name: '(while the file is loaded)', error };
  }
  const opened = [];
  let failure = null;
  around.loaded(tests.map(({ name }) => name));
  for (const test of tests.filter(({ name }) => isChosen(name))) {
    around.before(test.name);
    const error = await thrownBy(test, { opened, around });
    around.after(test.name, error);
    if (error !== null) failure ??= { name: test.name, error };
    if (failure !== null && stops) break;
  }
  for (const block of opened.reverse()) for (const hook of block.afterAll) await quietly(hook);
  return failure;
}

async function thrownBy({ run, block }, { opened, around }) {
  const blocks = pathOf(block);
  let error = null;
  try {
    for (const one of blocks) {
      if (opened.includes(one)) continue;
      opened.push(one);
      const begin = around.spent();
      for (const hook of one.beforeAll) await hook();
      around.prepared(around.spent() - begin);
    }
    for (const one of blocks) for (const hook of one.beforeEach) await hook();
    await run();
  } catch (thrown) {
    error = thrown ?? new Error('nothing was thrown');
  }
  for (const one of [...blocks].reverse()) for (const hook of one.afterEach) await quietly(hook);
  return error;
}

function pathOf(block) {
  return block === null ? [] : [...pathOf(block.parent), block];
}

async function quietly(hook) {
  try {
    await hook();
  } catch {
    // What cannot be cleared away is no finding.
  }
}
