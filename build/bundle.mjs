/**
 * Builds what is shipped: build/out/google (what clasp pushes: Code.js and the manifest) and build/out/local (the
 * command line and its threads for xlsx and mail). Apps Script finds functions by reading the text, so each export of
 * src/main.ts gets a real top-level function.
 */
import { minify } from '@swc/core';
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundlePages } from './bundle-pages.mjs';
import { packedEditions, writeEditions } from './editions.mjs';
import { lighterPackages } from './lighter-packages.mjs';
import { writePapers } from './papers.mjs';
import { thirdPartyTexts } from './third-party.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const globalName = 'nianbao';
process.chdir(root);
const { editions, texts, papers } = await writeEditions();
const [assets] = await Promise.all([bundleForGoogle(), bundleForLocal()]);
const pages = await bundlePages({
  google: 'build/out/google',
  local: 'build/out/local',
  editionNames: editions.map(({ name }) => name),
  organKinds: [...new Set(editions.flatMap(({ organs }) => organs.map(({ kind }) => kind)))],
});
listPushed(['appsscript.json', 'Code.js', 'licenses.html', ...assets, ...pages]);

/** What is pushed are these files alone; those of the same kinds that an earlier build left are removed. */
function listPushed(names) {
  const stale = readdirSync('build/out/google').filter((name) => /\.(?:html|js)$/u.test(name) && !names.includes(name));
  for (const name of stale) rmSync(`build/out/google/${name}`);
  writeFileSync('build/out/google-files.json', `${JSON.stringify([...names].sort(), null, 2)}\n`);
}

/** Gives the names of the papers' files. */
async function bundleForGoogle() {
  mkdirSync('build/out/google', { recursive: true });
  copyFileSync('build/appsscript.json', 'build/out/google/appsscript.json');
  const options = {
    entryPoints: ['src/main.ts'],
    bundle: true,
    write: false,
    outfile: 'build/out/google/Code.js',
    plugins: [lighterPackages],
    define: { packedEditions: JSON.stringify(packedEditions(texts)) },
    logLevel: 'warning',
  };
  const { metafile } = await build({ ...options, format: 'esm', metafile: true });
  const exported = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const stubs = exported.map((name) => `function ${name}(){return ${globalName}.${name}.apply(this,arguments)}`);
  const { outputFiles } = await build({
    ...options,
    format: 'iife',
    globalName,
    target: 'es2020',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  const code = await smaller(outputFiles[0].text);
  writeFileSync('build/out/google/Code.js', `${code.trimEnd()}\n${stubs.join('\n')}\n`);
  // HTML files are pushed beside the code and cost nothing when the code starts.
  writeFileSync('build/out/google/licenses.html', `<pre>\n${escaped(thirdPartyTexts(metafile))}\n</pre>\n`);
  return writePapers(papers).map(writeAsset);
}

/**
 * A twentieth is gained by a second minifier, which sees through functions. `unsafe_arrows`: functions that name neither `this` nor
 * `arguments` become arrows; none of ours and of the packages' is called with `new` but by its name.
 */
async function smaller(text) {
  const { code } = await minify(text, {
    compress: { passes: 3, ecma: 2020, inline: 3, pure_getters: true, unsafe_arrows: true },
    mangle: { toplevel: false },
    ecma: 2020,
    module: false,
    format: { asciiOnly: false },
  });
  return code;
}

function writeAsset({ name, bytes }) {
  writeFileSync(`build/out/google/${name}.html`, `${bytes.toString('base64')}\n`);
  return `${name}.html`;
}

async function bundleForLocal() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { metafile } = await build({
    entryPoints: {
      nianbao: 'src/local/command/command-line.ts',
      'xlsx-worker': 'src/local/books/xlsx/xlsx-worker.ts',
      'serve-worker': 'src/local/serve/serve-worker.ts',
      'mail-worker': 'src/local/mail/mail-worker.ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outdir: 'build/out/local',
    outExtension: { '.js': '.mjs' },
    define: { packageVersion: JSON.stringify(version) },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  writeFileSync('build/out/local/THIRD-PARTY-LICENSES.txt', `${thirdPartyTexts(metafile)}\n`);
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
