/** Runs a command of the program and tells what it cost. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const preloads = ['test/day-preload.mjs', 'build/bench-sizes/tell-cost.mjs'];

/**
 * `cpu`: seconds of the processor, of all threads, which a busy computer changes least; `peak`: megabytes; `printed`: what the
 * command printed. `mayBeRefused`: what is refused is what is measured.
 */
export function costOf(args, environment = {}, mayBeRefused = false) {
  const options = preloads.map((file) => `--import=${pathToFileURL(root + file).href}`).join(' ');
  const env = { ...process.env, NIANBAO_TEST_DAY: '2022-12-22', ...environment, NODE_OPTIONS: options };
  const begin = performance.now();
  const run = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = (performance.now() - begin) / 1000;
  const cost = /^cost (.+)$/mu.exec(run.stderr)?.[1];
  if (run.stdout === '' || cost === undefined) throw new Error(run.stderr);
  // What was refused cost little.
  if (run.status === 2 && !mayBeRefused) throw new Error(run.stdout);
  return { seconds, ...JSON.parse(cost), printed: run.stdout };
}
