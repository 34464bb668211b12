/** A copy of the program in which a room holds all its mutants, with its tests bundled to one script each. */
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findMutants } from './find-mutants.mjs';
import { instrument } from './instrument.mjs';

/** Folders of the copy; what they import lies in them, or among the packages. */
const copied = ['src', 'test', 'build', 'templates', 'examples', 'docs', '.config'];
const files = ['package.json', 'tsconfig.json', 'LICENSE', 'README.md', 'CHANGELOG.md'];

/** Makes the copy in `folder`; gives the mutants of the room's sources, numbered from 1. */
export function copyProgram(root, folder, isOfRoom) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const out = join(root, 'build/out');
  for (const name of copied.filter((one) => existsSync(join(root, one)))) {
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !path.startsWith(out) });
  }
  for (const name of files.filter((one) => existsSync(join(root, one)))) cpSync(join(root, name), join(folder, name));
  if (existsSync(join(root, 'node_modules'))) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const mutants = [];
  for (const path of sourcesOf(folder).filter(isOfRoom)) {
    const source = readFileSync(join(folder, path), 'utf8');
    const own = findMutants(path, source).map((one, index) => ({ ...one, id: mutants.length + index + 1 }));
    mutants.push(...own);
    writeFileSync(join(folder, path), instrument(path, source, own));
  }
  return mutants;
}

/** The bundle and the command line of the copy. */
export function buildCopy(folder) {
  execFileSync(process.execPath, ['build/bundle.mjs'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

function sourcesOf(folder) {
  return readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The test files of the copy in the folders, by path. */
export function testFiles(folder, folders) {
  return folders
    .flatMap((name) =>
      existsSync(join(folder, name))
        ? readdirSync(join(folder, name), { recursive: true }).map((one) => `${name}/${one}`)
        : [],
    )
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.test.ts'))
    .sort();
}

/** Test file → the script it was bundled to; those that cannot be bundled (they are no scripts) are left out. */
export async function bundleTests(folder, tests) {
  const bundled = new Map();
  for (const path of tests) {
    const outfile = join(folder, 'build/out/tests', path.replace(/\.ts$/u, '.cjs'));
    try {
      await build({
        entryPoints: [join(folder, path)],
        outfile,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        packages: 'external',
        logLevel: 'silent',
        plugins: [ownPlaces],
      });
      bundled.set(path, outfile);
    } catch {
      // Told by the caller, who misses it.
    }
  }
  return bundled;
}

/** A file that asks where it lies is told so, wherever it is bundled to. */
const ownPlaces = {
  name: 'own-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.(?:ts|mjs)$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (path.includes('node_modules') || !/import\.meta\.url|__dirname/u.test(text)) return null;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('__dirname', JSON.stringify(dirname(path)))
        .replaceAll(`\${${JSON.stringify(dirname(path))}}`, dirname(path));
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};
