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
import { bundleScript } from './bundle/script.mjs';
import { writePapers } from './papers.mjs';
import { bundledPackages, thirdPartyTexts } from './third-party.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What makes mails may fetch pictures for them, which is forbidden there: it need not load what for. */
const noNetwork = {
  name: 'no-network',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:https?$/ }, ({ path }) => ({ path, namespace: 'no-network' }));
    onLoad({ filter: /.*/, namespace: 'no-network' }, () => ({ contents: 'export default {};' }));
  },
};

/** What is loaded only when it is needed is a file of its own, of the same name, beside the one that loads it. */
const besideIt = {
  name: 'beside-it',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path)}.mjs`, external: true } : undefined,
    ),
};

const globalName = 'nianbao';

/** Apps Script evaluates everything at each click and tick; of these parts each is evaluated when it is needed. */
const lateParts = [
  {
    name: 'engine-document',
    doors: [
      ...['src/engine/fill.ts', 'src/jobs/steps/report/render-report.ts', 'src/jobs/steps/cockpit/draft-cockpit.ts'],
      ...['write-results', 'draft-results', 'office-answer'].map((name) => `src/jobs/steps/${name}.ts`),
      'src/jobs/job-list.ts',
    ],
    rooms: [
      ...['src/engine/word', 'src/engine/docs'],
      // What 看板 and 结果 show has texts with tags in it, filled from the fields of the report.
      ...['src/core/cockpit', 'src/core/sheets/results-draft.ts'],
      ...['report-from-findings', 'fields', 'source-fields', 'told-areas'].map((name) => `src/core/report/${name}.ts`),
      ...['manage-template', 'check-template', 'fill-template'].map((name) => `src/jobs/${name}.ts`),
      ...['fill-text.ts', 'data'].map((name) => `src/engine/language/${name}`),
      // The version for the public is a second document.
      'src/jobs/steps/report/render-public.ts',
      ...['src/core/report/public/publish-text.ts', 'src/core/report/public/sensitive-cells.ts'],
    ],
  },
  {
    // What an office does when it begins, and now and then.
    name: 'seldom-jobs',
    doors: ['src/jobs/job-list.ts', 'src/jobs/self-check.ts'],
    rooms: ['set-up-workspace', 'intake-workbook', 'map-sheets', 'upload-file'].map((name) => `src/jobs/${name}.ts`),
  },
];
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
  const cut = await cutBundle({
    root,
    entry: 'src/main.ts',
    late: 'src/engine/late-part.ts',
    parts: lateParts,
    globalName,
    plugins: [lighterPackages],
    options: { define: { pushedEditions: JSON.stringify(pushedEditions(texts)) } },
  });
  const stubs = cut.exported.map((name) => `function ${name}(){return ${globalName}.${name}.apply(this,arguments)}`);
  const whole = `${cut.first.trimEnd()}\n${stubs.join('\n')}\n`;
  const smallerLate = cut.others.map(async ({ name, text }) => ({ name, text: await smaller(text) }));
  const { first, others } = markedParts(await smaller(whole), await Promise.all(smallerLate));
  writeFileSync('build/out/google/Code.js', first);
  const late = others.map(({ name, text }) => ({ name, bytes: gzipSync(text, { level: 9 }) }));
  const assets = [...late, ...editionAssets(texts), ...writePapers(papers)].map(writeAsset);
  return { assets, metafile: { inputs: Object.assign({}, ...cut.metafiles.map(({ inputs }) => inputs)) } };
}

/** A second minifier sees through functions; what stands at the top is called by name and stays. */
async function smaller(text) {
  const { code } = await minify(text, {
    // No function is made an arrow: that is shorter, but V8 reads an arrow twice to know that it is one.
    compress: { passes: 3, ecma: 2020, toplevel: false },
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
  const define = { packageVersion: JSON.stringify(version) };
  mkdirSync('build/out/local', { recursive: true });
  // Compiled by runs of an earlier build.
  for (const name of readdirSync('build/out/local')) if (isCompiled.test(name)) rmSync(`build/out/local/${name}`);
  const { metafile } = await build({
    entryPoints: {
      nianbao: 'src/local/command/nianbao.ts',
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
    define,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const program = await bundleScript('src/local/command/command-line.ts', { define });
  writeFileSync('build/out/local/command-line.js', program.text);
  const script = await bundleAtOnce('src/local/books/xlsx/xlsx-library.ts');
  writeFileSync('build/out/local/xlsx-library.js', script.text);
  const mails = await bundleScript('src/local/mail/mail-file.ts', { plugins: [noNetwork] });
  writeFileSync('build/out/local/mail-file.js', mails.text);
  const inputs = [metafile, program.metafile, script.metafile, mails.metafile];
  writeFileSync('build/out/local/THIRD-PARTY-LICENSES.txt', `${thirdPartyTexts(...inputs)}\n`);
  return { inputs: Object.assign({}, ...inputs.map((each) => each.inputs)) };
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
