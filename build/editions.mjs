/**
 * Compiles the tables of src/editions into build/out/editions, a JSON file for each edition and one with the texts of all, or
 * says everything that is wrong with them.
 */
import { gzipSync } from 'node:zlib';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileEditions } from './editions/compile-editions.mjs';
import { textsOf } from './editions/shorten.mjs';
import { importSources } from './import-sources.mjs';

const target = 'build/out/editions';

/** Writes the editions of a folder; gives what `compiledTexts` gives. */
export async function writeEditions(root = 'src/editions') {
  const { editions, texts, papers } = await compiledTexts(root);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [index, { key, name }] of editions.entries()) {
    writeFileSync(`${target}/${key}.json`, `${texts[index].slice(name.length + 1)}\n`);
  }
  writeFileSync(`${target}/all.json`, `${JSON.stringify(texts)}\n`);
  return { editions, texts, papers };
}

/**
 * The editions of a folder, their texts for `openEditions`, in their order, and their papers. Paths are from the root of the
 * project.
 * @throws an error that names every mistake with its file and line
 */
export async function compiledTexts(root) {
  const core = await coreDeclarations();
  const { editions, papers, mistakes } = compileEditions(root, core);
  if (mistakes.length > 0)
    throw new Error(`${mistakes.length} mistakes in the tables of the editions:\n${mistakes.join('\n')}`);
  return { editions, texts: textsOf(editions, core.lineForms), papers };
}

/** What `src/main.ts` knows of the editions before one is opened. */
export function pushedEditions(texts) {
  return texts.map((text) => ({ name: text.slice(0, text.indexOf('\n')), key: JSON.parse(bodyOf(text)).key }));
}

/** Each edition as a file that is pushed beside the code: nothing for the code's start to read. */
export function editionAssets(texts) {
  return pushedEditions(texts).map(({ key }, index) => {
    const packed = gzipSync(bodyOf(texts[index]), { level: 9 });
    return { name: `edition-${key}`, bytes: packed };
  });
}

function bodyOf(text) {
  return text.slice(text.indexOf('\n') + 1);
}

/** What the sources declare of editions. */
async function coreDeclarations() {
  const words = 'kindWords, aggregateWords, directionWords, standingWords, onEmptyWords';
  const declared = await importSources({
    'src/core/edition/shapes': 'shapes',
    'src/core/edition/compiled-edition': 'lineForms',
    'src/core/edition/choice-words': 'choiceWords',
    'src/core/edition/open-edition': 'openEditions',
    'src/core/report/fields': 'fieldsOfReport',
    'src/engine/fill': 'fillText',
    'src/core/edition/indicator-words': words,
    'src/core/base/text': 'headerKey, nameKey',
    'src/core/tables/usages/title-key': 'titleKey',
  });
  const { kindWords, aggregateWords, directionWords, standingWords, onEmptyWords, ...others } = declared;
  const { titleKey, headerKey, nameKey, ...rest } = others;
  return {
    ...rest,
    keys: { title: titleKey, header: headerKey, name: nameKey },
    words: {
      kinds: kindWords,
      aggregates: aggregateWords,
      directions: directionWords,
      standings: standingWords,
      onEmpty: onEmptyWords,
    },
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  await writeEditions().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
