/**
 * `node build/tools/quick-node.mjs FILE …`: runs the file by the same Node with flags for much work of short life: roomy young
 * space, and no optimising of what runs a few hundred times. Node 22 no longer knows the last one and refuses to start with it.
 */
import { spawnSync } from 'node:child_process';

const [major = '0'] = process.versions.v8.split('.');
const early = Number(major) < 12 ? ['--interrupt-budget=1000000'] : [];
const flags = ['--min-semi-space-size=32', '--max-semi-space-size=64', '--single-threaded-gc', ...early];
const { status, signal } = spawnSync(
  process.execPath,
  [...flags, '--no-concurrent-recompilation', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
if (signal !== null) process.kill(process.pid, signal);
process.exitCode = status ?? 1;
