/**
 * Builds what is shipped: build/out/google (what clasp pushes: Code.js and the manifest) and build/out/local (the
 * command line and its threads for xlsx and mail). Apps Script finds functions by reading the text, so each export of
 * src/main.ts gets a real top-level function.
 */
import { minify } from '@swc/core';
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleAtOnce } from './bundle/at-once.mjs';
import { bundlePages } from './bundle/bundle-pages.mjs';
import { cutBundle, markedParts } from './bundle/cut-bundle.mjs';
import { editionAssets, pushedEditions, writeEditions } from './editions.mjs';
import { lighterPackages } from './bundle/lighter-packages.mjs';
import { writePapers } from './papers.mjs';
import { bundledPackages, thirdPartyTexts } from './third-party.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is loaded only when it is needed is a file of its own, of the same name, beside the one that loads it. */
const besideIt = {
  name: 'beside-it',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path)}.mjs`, external: true } : undefined,
    ),
};

const globalName = 'nianbao';
const isCompiled = /\.compiled$/u;
process.chdir(root);
const { editions, texts, papers } = await writeEditions();
const [{ assets, metafile }, local] = await Promise.all([bundleForGoogle(), bundleForLocal()]);
const { pages, metafile: inPages } = await bundlePages({
  google: 'build/out/google',
  local: 'build/out/local',
  editionNames: editions.map(({ name }) => name),
  organKinds: [...new Set(editions.flatMap(({ organs }) => organs.map(({ kind }) => kind)))],
});
writeFileSync('build/out/packages.json', `${JSON.stringify(bundledPackages(metafile, local, inPages), null, 2)}\n`);
// HTML files are pushed beside the code and cost nothing when the code starts.
writeFileSync('build/out/google/licenses.html', `<pre>\n${escaped(thirdPartyTexts(metafile, inPages))}\n</pre>\n`);
listPushed(['appsscript.json', 'Code.js', 'licenses.html', ...assets, ...pages]);

/** What is pushed are these files alone; those of the same kinds that an earlier build left are removed. */
function listPushed(names) {
  const stale = readdirSync('build/out/google').filter((name) => /\.(?:html|js)$/u.test(name) && !names.includes(name));
  for (const name of stale) rmSync(`build/out/google/${name}`);
  writeFileSync('build/out/google-files.json', `${JSON.stringify([...names].sort(), null, 2)}\n`);
}

/** Gives the names of the files beside the code, and what went into the bundle. */
async function bundleForGoogle() {
  mkdirSync('build/out/google', { recursive: true });
  copyFileSync('build/appsscript.json', 'build/out/google/appsscript.json');
  // Everything is evaluated at each call; only filling a document needs the rooms behind the engine's door.
  const cut = await cutBundle({
    root,
    entry: 'src/main.ts',
    door: 'src/engine/fill.ts',
    rooms: ['src/engine/word', 'src/engine/docs'],
    late: 'src/engine/late-part.ts',
    globalName,
    plugins: [lighterPackages],
    options: { define: { pushedEditions: JSON.stringify(pushedEditions(texts)) } },
  });
  const stubs = cut.exported.map((name) => `function ${name}(){return ${globalName}.${name}.apply(this,arguments)}`);
  const whole = `${cut.first.trimEnd()}\n${stubs.join('\n')}\n`;
  const { first, second } = markedParts(...(await Promise.all([smaller(whole), smaller(cut.second)])));
  writeFileSync('build/out/google/Code.js', first);
  const late = { name: 'engine-document', bytes: gzipSync(second, { level: 9 }) };
  const assets = [late, ...editionAssets(texts), ...writePapers(papers)].map(writeAsset);
  return { assets, metafile: { inputs: { ...cut.metafiles[0].inputs, ...cut.metafiles[1].inputs } } };
}

/** A second minifier sees through functions; what stands at the top is called by name and stays. */
async function smaller(text) {
  const { code } = await minify(text, {
    // Nothing in the bundle makes an object of a function that never says `this`, which is all that could go wrong.
    compress: { passes: 3, ecma: 2020, toplevel: false, unsafe_arrows: true },
    mangle: { toplevel: false },
    ecma: 2020,
    module: false,
    format: { asciiOnly: false },
  });
  return `${code.trimEnd()}\n`;
}

function writeAsset({ name, bytes }) {
  writeFileSync(`build/out/google/${name}.html`, `${bytes.toString('base64')}\n`);
  return `${name}.html`;
}

async function bundleForLocal() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  mkdirSync('build/out/local', { recursive: true });
  // Compiled by runs of an earlier build.
  for (const name of readdirSync('build/out/local')) if (isCompiled.test(name)) rmSync(`build/out/local/${name}`);
  const { metafile } = await build({
    entryPoints: {
      nianbao: 'src/local/command/command-line.ts',
      'xlsx-worker': 'src/local/books/xlsx/xlsx-worker.ts',
      'read-xls': 'src/local/books/read-xls.ts',
      'serve-worker': 'src/local/serve/serve-worker.ts',
      'mail-worker': 'src/local/mail/mail-worker.ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outdir: 'build/out/local',
    outExtension: { '.js': '.mjs' },
    plugins: [besideIt],
    define: { packageVersion: JSON.stringify(version) },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const script = await bundleAtOnce('src/local/books/xlsx/xlsx-library.ts');
  writeFileSync('build/out/local/xlsx-library.js', script.text);
  writeFileSync('build/out/local/THIRD-PARTY-LICENSES.txt', `${thirdPartyTexts(metafile, script.metafile)}\n`);
  return { inputs: { ...metafile.inputs, ...script.metafile.inputs } };
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
