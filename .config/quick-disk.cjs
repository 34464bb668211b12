/**
 * What tests write lies in memory where the system has a roomy place for it, and goes at the end: the program waits for each
 * of its writes until the disk has it.
 */
const { existsSync, mkdtempSync, rmSync, statfsSync } = require('node:fs');
const { join } = require('node:path');

const memory = '/dev/shm';
const least = 2e9;

function isRoomy() {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= least;
}

if (isRoomy()) {
  const folder = mkdtempSync(join(memory, 'nianbao-tests-'));
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
