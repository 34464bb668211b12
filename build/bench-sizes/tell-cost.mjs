/** Loaded into a process that is measured: its last line on stderr is what it cost. */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const cost = { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: Math.round(maxRSS / 1024) };
    process.stderr.write(`\ncost ${JSON.stringify(cost)}\n`);
  });
}
