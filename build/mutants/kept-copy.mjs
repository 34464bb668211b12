/** A copy that was made before of the very same program and tests is used again. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is built, and what only says how mutants are tried. */
const notOfTheCopy =
  /[/\\]out[/\\]|[/\\](?:equal\.tsv|(?:equal-mutants|mutation-run|run-tests|test-process|test-runner|processor-time|switch)\.mjs)$/u;

/** What `make` gives (JSON), from the copy in `folder` where it was made of the same files for the same `wanted`. */
export async function keptCopy({ root, folder, names, wanted }, make) {
  const file = `${folder}.json`;
  const mark = markOf(root, names, wanted);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  if (kept?.mark === mark && existsSync(folder)) return kept.made;
  const made = await make();
  writeFileSync(file, JSON.stringify({ mark, made }));
  return made;
}

function markOf(root, names, wanted) {
  const hash = createHash('sha256').update(JSON.stringify(wanted));
  for (const name of names)
    for (const path of filesUnder(join(root, name))) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((one) => !notOfTheCopy.test(one))
    .sort();
}
