/** The command line as shipped, in a thread that answers one call after another (the other side of thread-sync). */
import { syncBuiltinESMExports } from 'node:module';
import vm from 'node:vm';
import { workerData } from 'node:worker_threads';

const { port, answered } = workerData;
const makeContext = vm.createContext;
const { runInContext } = vm.Script.prototype;
/** As shipped, each run evaluates the script anew; else once for all runs, as `runsWarm` of shared-host has it. */
const isWarm = process.env.NIANBAO_LONG !== '1';
let warm;
let runs = 0;
/** The time of day the scripts of this call live at; null for now. */
let then = null;
const evaluated = new WeakSet();

/** Each run of a warm script lives two minutes before the one before it, for half an hour: it waits for none of that one's reads. */
function clockOfRun() {
  if (then !== null) return (fixed => () => fixed)(then);
  const earlier = isWarm ? (runs % 15) * 120_000 : 0;
  return () => Date.now() - earlier;
}

vm.createContext = (...args) => {
  runs += 1;
  const context = warm ?? makeContext(...args);
  if (isWarm) warm = context;
  vm.runInContext('Date', context).now = clockOfRun();
  return context;
};

vm.Script.prototype.runInContext = function (context, ...options) {
  if (context === warm && evaluated.has(this)) return undefined;
  evaluated.add(this);
  return runInContext.call(this, context, ...options);
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
