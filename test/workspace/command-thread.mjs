/** The command line as shipped, in a thread that answers one call after another (the other side of thread-sync). */
import { syncBuiltinESMExports } from 'node:module';
import vm from 'node:vm';
import { workerData } from 'node:worker_threads';

const { port, answered } = workerData;
const makeContext = vm.createContext;
/** The time of day the scripts of this call live at; null for now. */
let then = null;

vm.createContext = (...args) => {
  const context = makeContext(...args);
  if (then !== null) {
    const fixed = then;
    vm.runInContext('Date', context).now = () => fixed;
  }
  return context;
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
