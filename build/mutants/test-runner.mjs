/** The processes that run tests: long-lived, ended and started anew when one does not answer. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { processorTime } from './processor-time.mjs';

const processFile = new URL('./test-process.mjs', import.meta.url);
/** A process keeps what tests leave behind: after so many files another one goes on. */
const mostFiles = 400;
/** One that has used nothing for so many milliseconds waits for what does not come. */
const longestIdle = 60_000;
const lookEvery = 500;

/** One process over the copy in `folder` for `count` mutants; `ask` gives null where the patience (ms of processor) was not enough. */
export function makeRunner({ folder, count, number }) {
  let child = null;
  let asked = 0;
  const start = () => {
    const reachedFile = join(folder, `build/out/reached-${String(number)}`);
    const preload = `--import=${new URL('./switch.mjs', import.meta.url).href}`;
    const env = {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${preload}`.trim(),
      NIANBAO_MUTANT: '0',
    };
    asked = 0;
    child = fork(processFile, [String(count), reachedFile], {
      cwd: folder,
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  };
  const end = () => {
    if (child?.pid !== undefined) {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    }
    child = null;
  };
  const ask = (task, patience) => {
    if (asked >= mostFiles) end();
    if (child === null) start();
    asked += 1;
    return new Promise((resolve) => {
      const current = child;
      const done = (answer) => {
        clearInterval(watch);
        current.removeAllListeners();
        if (answer === null) end();
        resolve(answer);
      };
      const watch = watchOver(current.pid, patience, () => done(null));
      current.once('message', done);
      current.once('exit', () => done(null));
      current.once('error', () => done(null));
      current.send(task);
    });
  };
  return { ask, end };
}

/** Calls `giveUp` when the process has used up its patience or does nothing; by the clock where the system tells no better. */
function watchOver(pid, patience, giveUp) {
  const now = () => processorTime(pid) ?? performance.now();
  const begin = now();
  let [last, idle] = [begin, 0];
  return setInterval(() => {
    const used = now();
    idle = used - last > lookEvery / 20 ? 0 : idle + lookEvery;
    last = used;
    if (used - begin > patience || idle > longestIdle) giveUp();
  }, lookEvery);
}

/** What `work` gives for each item, by as many runners at once as there are. */
export async function shareOut(runners, items, work) {
  const results = new Array(items.length);
  let next = 0;
  await Promise.all(
    runners.map(async (runner) => {
      while (next < items.length) {
        const index = next;
        next += 1;
        results[index] = await work(items[index], runner);
      }
    }),
  );
  return results;
}
