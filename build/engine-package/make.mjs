/** Makes the package of the document engine alone: build/out/engine-package, which `npm pack` and `npm publish` take as it is. */
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { helperTable } from '../fields/field-list.mjs';
import { importSources } from '../import-sources.mjs';
import { lighterPackages } from '../bundle/lighter-packages.mjs';
import { thirdPartyTexts } from '../third-party.mjs';
import { packageTypes } from './types.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = `${root}build/engine-package/`;
const out = `${root}build/out/engine-package/`;
const names = [
  ...['fillDocument', 'documentFiller', 'annotateTemplate', 'fillText', 'parseData', 'describeData', 'fieldLines'],
  ...['traced', 'tracedGap', 'traceFile'],
];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { metafile } = await build({
  stdin: { contents: `export { ${names.join()} } from './src/engine/fill';`, resolveDir: root },
  bundle: true,
  outfile: `${out}index.mjs`,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  plugins: [lighterPackages],
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(`${out}index.d.ts`, packageTypes(`${root}src/engine/fill.ts`, names));
for (const name of ['bench.mjs', 'test.mjs']) copyFileSync(`${own}${name}`, `${out}${name}`);
writeFileSync(`${out}LICENSE`, `${readFileSync(`${root}LICENSE`, 'utf8')}\n${thirdPartyTexts(metafile)}\n`);
writeFileSync(`${out}README.md`, await readme());
writeFileSync(`${out}package.json`, `${JSON.stringify(manifest(), null, 2)}\n`);

async function readme() {
  const { helpersByName } = await importSources({ 'src/engine/language/helpers/helpers-by-name': 'helpersByName' });
  const table = helperTable([...new Set(helpersByName.values())]).join('\n\n');
  return readFileSync(`${own}README.md`, 'utf8').replace('<!-- helpers -->', table);
}

function manifest() {
  const { version, license, engines } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  return {
    name: 'fazhi-nianbao-engine',
    version,
    description:
      'Fills Word documents (.docx) and texts from data, in a language like Handlebars that Chinese offices can write.',
    license,
    type: 'module',
    engines,
    exports: { '.': { types: './index.d.ts', default: './index.mjs' } },
    types: './index.d.ts',
    sideEffects: false,
    scripts: { test: 'node --test test.mjs', bench: 'node bench.mjs' },
    files: ['index.mjs', 'index.d.ts', 'bench.mjs', 'test.mjs', 'README.md', 'LICENSE'],
  };
}
