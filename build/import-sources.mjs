/** Lets a script of the build use what the TypeScript sources export. */
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The named exports of source files (paths without ending, from the root), bundled in memory with all they use. */
export async function importSources(exportsByFile) {
  const code = await bundleSources(exportsByFile, 'bundle');
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

/** The same, for sources of tests that use packages nobody can bundle; `name` is that of the file made for it. */
export async function importTests(name, exportsByFile, plugins = []) {
  mkdirSync(`${root}build/out/tests`, { recursive: true });
  const file = `${root}build/out/tests/${name}.mjs`;
  writeFileSync(file, await bundleSources(exportsByFile, 'external', plugins));
  return import(file);
}

async function bundleSources(exportsByFile, packages, plugins = []) {
  const contents = Object.entries(exportsByFile)
    .map(([file, name]) => `export { ${name} } from './${file}';`)
    .join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages,
    plugins,
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}
