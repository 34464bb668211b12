/** The program broken on purpose: the sources with one place changed, and the bundle made of them. */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { pushedEditions } from '../editions.mjs';
import { lighterPackages } from '../bundle/lighter-packages.mjs';

/** An esbuild plugin; the change is file, text as it stands there once, and text in its place. */
export function changed([file, before, after]) {
  return {
    name: 'mutant',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!path.replaceAll('\\', '/').endsWith(file)) return null;
        const text = readFileSync(path, 'utf8');
        if (text.split(before).length !== 2) throw new Error(`${file} has changed; renew the mutant of "${before}"`);
        return { contents: text.replace(before, () => after), loader: 'ts' };
      });
    },
  };
}

/** The code of the bundle as it is shipped, but uncut and for one place, with the editions as built. */
export async function mutantOf(change) {
  const texts = JSON.parse(readFileSync('build/out/editions/all.json', 'utf8'));
  const options = {
    entryPoints: ['src/main.ts'],
    bundle: true,
    write: false,
    plugins: [changed(change), lighterPackages],
    define: { pushedEditions: JSON.stringify(pushedEditions(texts)) },
    target: 'es2020',
  };
  const { outputFiles } = await build({ ...options, format: 'iife', globalName: 'nianbao', charset: 'utf8' });
  const stubs = ['tick', 'runJob'].map((name) => `function ${name}(...given){return nianbao.${name}(...given)}`);
  return [outputFiles[0].text, ...stubs].join('\n');
}
