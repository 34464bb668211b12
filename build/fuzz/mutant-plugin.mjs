/** Makes a bundle of the sources with one place changed: a program broken on purpose. */
import { readFileSync } from 'node:fs';

/** An esbuild plugin; the change is file, text as it stands there once, and text in its place. */
export function changed([file, before, after]) {
  return {
    name: 'mutant',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!path.replaceAll('\\', '/').endsWith(file)) return null;
        const text = readFileSync(path, 'utf8');
        if (text.split(before).length !== 2) throw new Error(`${file} has changed; renew the mutant of "${before}"`);
        return { contents: text.replace(before, after), loader: 'ts' };
      });
    },
  };
}
