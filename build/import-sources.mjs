/** Lets a script of the build use what the TypeScript sources export. */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The named exports of source files (paths without ending, from the root), bundled in memory. */
export async function importSources(exportsByFile) {
  const contents = Object.entries(exportsByFile)
    .map(([file, name]) => `export { ${name} } from './${file}';`)
    .join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
