/** A thread of build/fuzz/claims.mjs: tries the offices it is given and tells of each what differs. */
import { parentPort, workerData } from 'node:worker_threads';

const { tryClaims, planOf, differenceText } = await import(workerData.file);
for (const seed of workerData.seeds) {
  const { compared, differences } = await tryClaims(planOf(seed));
  const told = differences.map(({ kind, found, ...more }) => ({
    kind,
    found,
    text: differenceText(seed, { kind, found, ...more }),
  }));
  parentPort.postMessage({ seed, compared, told });
}
// The threads of the workspaces would keep this one alive.
process.exit();
