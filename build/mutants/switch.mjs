/**
 * Loaded before all else in each process and thread of a mutation run: the switch that says which mutant is on, keeps which
 * ones were reached, and counts steps. Threads share it; other processes tell through a file what they reached.
 */
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import vm from 'node:vm';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** Places in the shared array; what was reached stands behind them, by id. */
export const places = { on: 0, steps: 1, mostSteps: 2, isEndless: 3, reached: 8 };
const shared = getEnvironmentData('mutants') ?? null;

/** Makes the array that this process and its threads share. */
export function shareSwitch(count) {
  const state = new Int32Array(new SharedArrayBuffer(4 * (places.reached + count + 1)));
  setEnvironmentData('mutants', state);
  install(switchOver(state));
  return state;
}

if (shared !== null) install(switchOver(shared));
else if (process.env.NIANBAO_MUTANT !== undefined) install(switchOfProcess());

function switchOver(state) {
  const step = () => {
    state[places.steps] += 1;
    if (state[places.mostSteps] === 0 || state[places.steps] < state[places.mostSteps]) return;
    state[places.isEndless] = 1;
    throw new Error('endless');
  };
  const isOn = (id) => {
    state[places.reached + id] = 1;
    return state[places.on] === id;
  };
  return Object.assign(isOn, { step });
}

function switchOfProcess() {
  const on = Number(process.env.NIANBAO_MUTANT);
  const told = new Set();
  const isOn = (id) => {
    if (process.env.NIANBAO_MUTANTS_REACHED && !told.has(id)) {
      told.add(id);
      appendFileSync(process.env.NIANBAO_MUTANTS_REACHED, `${String(process.pid)} ${String(id)}\n`);
    }
    return id === on;
  };
  return Object.assign(isOn, { step: () => undefined });
}

/** In the contexts, too, in which the bundle is run. */
function install(isOn) {
  const isFirst = globalThis.mutantSwitch === undefined;
  globalThis.mutantSwitch = isOn;
  if (!isFirst) return;
  const { createContext } = vm;
  vm.createContext = (sandbox = {}, ...more) =>
    createContext(Object.defineProperty(sandbox, 'mutantSwitch', { value: globalThis.mutantSwitch }), ...more);
  syncBuiltinESMExports();
}
