/** Makes one HTML file of each page, with its style and its code inside: Google serves no other files beside it. */
import { build } from 'esbuild';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as maps from 'd3-geo';

const source = 'src/pages';
/** The list of pages stands for the menu, and the home page for the list of tables, where there is no Google. */
const localOnly = ['page-home', 'page-mail', 'page-start'];

/**
 * `google` and `local` are the folders of what is pushed and of what runs on this computer, `editionNames` and `organKinds`
 * those of the bundle. Gives the names of the files that are pushed, and what went into the pages.
 */
export async function bundlePages({ google, local, editionNames, organKinds }) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = readdirSync(source)
    .filter((name) => /^page-.+\.ts$/u.test(name) && name !== 'page-frame.ts')
    .map((name) => name.replace('.ts', ''));
  const options = {
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'warning',
    outdir: '.',
    plugins: [withoutMaps, withoutMarkup],
    define: {
      packageVersion: JSON.stringify(version),
      editionNames: JSON.stringify(editionNames),
      organKinds: JSON.stringify(organKinds),
    },
  };
  const { outputFiles, metafile } = await build({
    ...options,
    metafile: true,
    entryPoints: [...names, 'local-bridge'].map((name) => `${source}/${name}.ts`),
  });
  const codeOf = (name) => outputFiles.find(({ path }) => path.endsWith(`${name}.js`)).text.trim();
  const styleOf = async (name) => {
    const own = `${source}/${name}.css`;
    const {
      outputFiles: [file],
    } = await build({ ...options, entryPoints: [existsSync(own) ? own : `${source}/page.css`] });
    return file.text.trim();
  };
  for (const name of names) {
    const folder = localOnly.includes(name) ? local : google;
    writeFileSync(`${folder}/${name}.html`, page(await styleOf(name), codeOf(name)));
  }
  writeFileSync(`${local}/local-bridge.js`, `${codeOf('local-bridge')}\n`);
  return { pages: names.filter((name) => !localOnly.includes(name)).map((name) => `${name}.html`), metafile };
}

/** The chart library draws maps, too; nobody does here, and what they need is a tenth of it. */
const withoutMaps = {
  name: 'without-maps',
  setup(bundle) {
    bundle.onResolve({ filter: /^d3-geo$/ }, ({ path }) => ({ path, namespace: 'maps' }));
    bundle.onLoad({ filter: /.*/, namespace: 'maps' }, () => ({
      contents: `const none = () => null;${Object.keys(maps)
        .map((name) => `export { none as ${name} };`)
        .join('')}`,
    }));
  },
};

/** What the chart library could make of a text as elements stays a text: no page may hold the other way. */
const withoutMarkup = {
  name: 'without-markup',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]d3-selection[\\/].*\.m?js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('.innerHTML', '.textContent'),
    }));
  },
};

/** esbuild writes no closing tag of script or style into code or style. */
function page(style, code) {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<base target="_top">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>法治年报</title>
<style>${style}</style>
</head>
<body>
<main id="page"></main>
<script>${code}</script>
</body>
</html>
`;
}
