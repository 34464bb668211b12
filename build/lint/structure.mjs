/** Holds this project to the rules of its structure; prints each mistake, exit code 1 when there is one. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { circles, crowdedFolders, smallFiles } from './structure-rules.mjs';

/** Small files that stay, each with the reason. The list may only shrink. */
const allowedSmall = {
  'src/google/menu.ts': 'what names Apps Script stays in src/google; its user is in another room',
  'src/google/triggers.ts': 'what names Apps Script stays in src/google; its user is in another room',
  'src/jobs/look-at-office.ts': 'one file per job',
};

/** Folders whose files are data: as many as there are. */
const dataFolders = /^(?:build\/out|test\/cases|test\/.*\/files|docs\/pictures)(?:\/|$)/u;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const all = ['src', 'test', 'build', 'docs', '.config'].flatMap(filesBelow);
const source = Object.fromEntries(
  all.filter((path) => /^src\/.*\.ts$/u.test(path)).map((path) => [path, readFileSync(path, 'utf8')]),
);
const mistakes = [
  ...circles(source),
  ...crowdedFolders(Object.fromEntries(all.map((path) => [path, '']))),
  ...smallFiles(source, allowedSmall),
];
for (const mistake of mistakes) console.error(mistake);
process.exitCode = mistakes.length === 0 ? 0 : 1;

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/'))
    .filter((path) => !dataFolders.test(path));
}
