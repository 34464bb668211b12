/** The command line as shipped, in a thread that answers one call after another (the other side of thread-sync). */
import { syncBuiltinESMExports } from 'node:module';
import vm from 'node:vm';
import { workerData } from 'node:worker_threads';

const { port, answered } = workerData;
/** As shipped, each run evaluates the bundle anew; else it is evaluated once, as `runsWarm` of shared-host has it. */
const isWarm = process.env.NIANBAO_LONG !== '1';
const { createContext, Script } = vm;
let warm;
let runs = 0;
/** The time of day the scripts of this call live at; null for now. */
let then = null;

function setClock(context, clock) {
  vm.runInContext('Date', context).now = clock;
}

/** Each warm run lives two minutes before the one before it, for half an hour: it waits for none of that one's reads. */
function setClockOfRun(context) {
  const [fixed, earlier] = [then, isWarm ? (runs % 15) * 120_000 : 0];
  setClock(context, () => fixed ?? Date.now() - earlier);
}

vm.createContext = (...args) => {
  runs += 1;
  const context = warm ?? createContext(...args);
  if (isWarm) warm = context;
  setClockOfRun(context);
  return context;
};

const evaluated = new WeakMap();
vm.Script = class extends Script {
  runInContext(context, ...options) {
    if (!isWarm) return super.runInContext(context, ...options);
    if (evaluated.has(this)) return evaluated.get(this);
    // So late that no run's time is ever over.
    setClock(context, () => Date.parse('2100-01-01'));
    evaluated.set(this, super.runInContext(context, ...options));
    setClockOfRun(context);
    return evaluated.get(this);
  }
};
syncBuiltinESMExports();

// Only now: it takes what it finds of `vm`.
const { main } = await import('../../build/out/local/nianbao.mjs');

function heard(stream, said) {
  stream.write = (text) => {
    said.push(String(text));
    return true;
  };
}

async function call({ args, then: moment }) {
  then = moment;
  const [out, progress] = [[], []];
  heard(process.stdout, out);
  heard(process.stderr, progress);
  const exit = await main(args);
  return { exit, out: out.join(''), progress: progress.join('') };
}

port.on('message', async ({ number, content }) => {
  port.postMessage({ number, content: await call(content) });
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
});
