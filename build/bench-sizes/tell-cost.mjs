/** Loaded into a process that is measured: its last line on stderr is what it cost. */
import { isMainThread } from 'node:worker_threads';
import { peakMemory } from './peak.mjs';

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const cost = { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: Math.round(peakMemory()) };
    process.stderr.write(`\ncost ${JSON.stringify(cost)}\n`);
  });
}
