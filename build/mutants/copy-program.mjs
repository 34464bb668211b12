/** A copy of the program in which a room holds all its mutants, with its tests bundled to one script each. */
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { instrument } from './instrument.mjs';

/** Folders of the copy; what they import lies in them, or among the packages. */
export const copied = ['src', 'test', 'build', 'templates', 'examples', 'docs', '.config'];
const files = ['package.json', 'tsconfig.json', 'LICENSE', 'README.md', 'CHANGELOG.md'];

/**
 * Makes the copy in `folder`, in which each file that `mutantsOf` (path, text) has mutants for holds those of them that `choose` takes:
 * few, so that the copy is as quick as the program. Gives all that were found, and the chosen ones, numbered from 1.
 */
export function copyProgram({ root, folder, mutantsOf, choose }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const out = join(root, 'build/out');
  for (const name of copied.filter((one) => existsSync(join(root, one)))) {
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !path.startsWith(out) });
  }
  for (const name of files.filter((one) => existsSync(join(root, one)))) cpSync(join(root, name), join(folder, name));
  if (existsSync(join(root, 'node_modules'))) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const texts = new Map(sourcesOf(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const found = [...texts].flatMap(([path, text]) => mutantsOf(path, text));
  const chosen = choose(found).map((one, index) => ({ ...one, id: index + 1 }));
  for (const path of new Set(found.map((one) => one.path))) {
    const own = chosen.filter((one) => one.path === path).sort((a, b) => a.start - b.start || b.end - a.end);
    writeFileSync(join(folder, path), instrument(path, texts.get(path), own));
  }
  return { found, chosen };
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

/**
 * Test file → the script it was bundled to, for those that can reach a mutant: they import its file, or run what was built. All at
 * once, so that what they share is read once.
 */
export async function bundleTests(folder, tests, mutants) {
  const broken = new Set(mutants.map(({ path }) => path));
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: tests,
    outbase: folder,
    outdir: 'build/out/tests',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    plugins: [ownPlaces],
  });
  const isOfUse = ([outfile, { inputs }]) =>
    Object.keys(inputs).some((one) => broken.has(one)) ||
    readFileSync(join(folder, outfile), 'utf8').includes('build/out');
  const entries = Object.entries(metafile.outputs).filter(isOfUse);
  return new Map(entries.map(([outfile, { entryPoint }]) => [entryPoint, join(folder, outfile)]));
}

/** A file that asks where it lies is told so, wherever it is bundled to. */
const ownPlaces = {
  name: 'own-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.(?:ts|mjs)$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (path.includes('node_modules') || !/import\.meta\.(?:url|dirname)|__(?:dirname|filename)/u.test(text))
        return null;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', '__dirname')
        .replaceAll('__filename', JSON.stringify(path))
        .replaceAll('__dirname', JSON.stringify(dirname(path)))
        .replaceAll(`\${${JSON.stringify(dirname(path))}}`, dirname(path));
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};
