/** Makes one HTML file of each page, with its style and its code inside: Google serves no other files beside it. */
import { build } from 'esbuild';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const source = 'src/pages';
/** The list of pages stands for the menu, and the home page for the list of tables, where there is no Google. */
const localOnly = ['page-home', 'page-mail', 'page-start'];

/**
 * `google` and `local` are the folders of what is pushed and of what runs on this computer, `editionNames` and `organKinds`
 * those of the bundle. Gives the names of the files that are pushed.
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
    define: {
      packageVersion: JSON.stringify(version),
      editionNames: JSON.stringify(editionNames),
      organKinds: JSON.stringify(organKinds),
    },
  };
  const { outputFiles } = await build({
    ...options,
    entryPoints: [...names, 'local-bridge'].map((name) => `${source}/${name}.ts`),
  });
  const codeOf = (name) => outputFiles.find(({ path }) => path.endsWith(`${name}.js`)).text.trim();
  const style = await build({ ...options, entryPoints: [`${source}/page.css`] });
  for (const name of names) {
    const folder = localOnly.includes(name) ? local : google;
    writeFileSync(`${folder}/${name}.html`, page(style.outputFiles[0].text.trim(), codeOf(name)));
  }
  writeFileSync(`${local}/local-bridge.js`, `${codeOf('local-bridge')}\n`);
  return names.filter((name) => !localOnly.includes(name)).map((name) => `${name}.html`);
}

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
