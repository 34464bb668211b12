/**
 * Compiles the tables of src/editions into build/out/editions, one JSON file for each edition, or says everything that is
 * wrong with them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileEditions } from './editions/compile-editions.mjs';
import { importSources } from './import-sources.mjs';

const target = 'build/out/editions';

/**
 * The editions of a folder as texts for `openEditions`, in their order; paths are from the root of the project.
 * @throws an error that names every mistake with its file and line
 */
export async function writeEditions(root = 'src/editions') {
  const { editions, mistakes } = compileEditions(root, await coreDeclarations());
  if (mistakes.length > 0)
    throw new Error(`${mistakes.length} mistakes in the tables of the editions:\n${mistakes.join('\n')}`);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  return editions.map((edition) => {
    const text = JSON.stringify(edition);
    writeFileSync(`${target}/${edition.key}.json`, `${text}\n`);
    return `${edition.name}\n${text}`;
  });
}

/** What the sources declare of editions. */
async function coreDeclarations() {
  const { kindWords, aggregateWords, directionWords, onEmptyWords, ...rest } = await importSources({
    'src/core/edition/shapes': 'shapes',
    'src/core/edition/compiled-edition': 'usualColumn, usualIndicator',
    'src/core/edition/indicator-words': 'kindWords, aggregateWords, directionWords, onEmptyWords',
  });
  return {
    ...rest,
    words: { kinds: kindWords, aggregates: aggregateWords, directions: directionWords, onEmpty: onEmptyWords },
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  await writeEditions().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
