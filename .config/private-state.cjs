/** What programs under test keep for their user lies apart from what the user's own programs keep, and goes at the end. */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const folder = mkdtempSync(join(tmpdir(), 'nianbao-state-'));
process.env.XDG_STATE_HOME = folder;
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
