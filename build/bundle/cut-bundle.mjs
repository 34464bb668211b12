/**
 * Cuts a program in two: what lies behind a door, and only that needs, goes into a second text that is evaluated when one of
 * the door's functions is first called. The sources know nothing of it. What both parts use is in the first alone and is handed
 * to the second, so that each class and each cache is there once.
 */
import { parse } from 'acorn';
import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** What the second part calls the list of what it is handed. */
const handedIn = 'handedIn';
/** Stands in the first part for the mark of the build. */
const markPlace = 'mark-of-the-build';
/** Marks what this file resolves itself. */
const own = { isOwn: true };

/**
 * `given`: `root`, and below it `entry`, the `door`, the `rooms` behind it and `late` (which gives `latePart`), then the first part's
 * `globalName`, and esbuild's `plugins` and `options`. Gives the texts of both parts for `markedParts`, what the entry exports, and what went
 * into each.
 * @throws where something behind the door is reached past it, or would be in both
 */
export async function cutBundle(given) {
  // As esbuild names them.
  const cut = { ...given, root: realpathSync(given.root) };
  const taken = await takenByDoor(cut);
  const { metafile, exported } = await traced(cut, taken);
  const held = new Set(Object.keys(metafile.inputs).map((path) => resolve(cut.root, path)));
  const handed = await handedTo(cut, taken, held);
  const [first, second] = await Promise.all([firstPart(cut, taken, handed), secondPart(cut, taken, { held, handed })]);
  demandApart(first.metafile, second.metafile);
  return { first: first.text, second: second.text, exported, metafiles: [first.metafile, second.metafile] };
}

/** File behind the door → the names the door takes from it. */
async function takenByDoor({ root, door, rooms }) {
  const path = join(root, door);
  // Types are gone after this.
  const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', target: 'es2022' });
  const taken = new Map();
  for (const node of parse(code, { ecmaVersion: 2022, sourceType: 'module' }).body) {
    if (node.source == null || !rooms.some((room) => isIn(join(dirname(path), node.source.value), join(root, room))))
      continue;
    const isPlain =
      node.type === 'ExportNamedDeclaration' &&
      node.specifiers.every(({ local, exported }) => local.name === exported.name);
    if (!isPlain)
      throw new Error(
        `${door}: what is behind the door is handed on by name: export { … } from '${node.source.value}'`,
      );
    const file = `${join(dirname(path), node.source.value)}.ts`;
    taken.set(file, [...(taken.get(file) ?? []), ...node.specifiers.map(({ exported }) => exported.name)]);
  }
  return taken;
}

function isIn(path, folder) {
  return path.startsWith(`${folder}${sep}`);
}

/** Once through the first part, for what it holds and exports. */
async function traced(cut, taken) {
  const { metafile } = await bundled(cut, [doorCut(cut, taken, new Map())], {
    entryPoints: [cut.entry],
    format: 'esm',
  });
  return { metafile, exported: Object.values(metafile.outputs).flatMap((output) => output.exports) };
}

/** File of the first part → the names the second takes from it. */
async function handedTo(cut, taken, held) {
  const outside = (path) => ({ path, external: true, sideEffects: false });
  const { outputFiles } = await bundled(cut, [sharedBy(held, outside)], { stdin: doorsOf(cut, taken), format: 'esm' });
  const handed = new Map();
  for (const node of parse(outputFiles[0].text, { ecmaVersion: 2022, sourceType: 'module' }).body) {
    if (node.type !== 'ImportDeclaration') continue;
    const names = node.specifiers.map(({ type, imported }) => (type === 'ImportSpecifier' ? imported.name : null));
    if (names.includes(null))
      throw new Error(
        `${relative(cut.root, node.source.value)} is imported whole from behind the door: name what is needed`,
      );
    handed.set(node.source.value, [...new Set([...(handed.get(node.source.value) ?? []), ...names])]);
  }
  return handed;
}

async function firstPart(cut, taken, handed) {
  const { outputFiles, metafile } = await bundled(cut, [doorCut(cut, taken, handed)], {
    ...{ entryPoints: [cut.entry], format: 'iife', globalName: cut.globalName, minify: true },
  });
  return { text: outputFiles[0].text, metafile };
}

async function secondPart(cut, taken, { held, handed }) {
  const from = (path) => ({ path, namespace: 'handed', sideEffects: false });
  const places = new Map(
    [...handed].flatMap(([path, names]) => names.map((name) => `${path} ${name}`)).map((key, at) => [key, at]),
  );
  const contentsOf = (path) =>
    (handed.get(path) ?? [])
      .map((name) => `export const ${name} = ${handedIn}[${String(places.get(`${path} ${name}`))}];`)
      .join('\n');
  const plugin = sharedBy(held, from);
  const loading = {
    name: 'handed',
    setup: ({ onLoad }) =>
      onLoad({ filter: /.*/, namespace: 'handed' }, ({ path }) => ({ contents: contentsOf(path) })),
  };
  const { outputFiles, metafile } = await bundled(cut, [plugin, loading], {
    ...{ stdin: doorsOf(cut, taken), format: 'iife', globalName: 'part', minify: true },
  });
  return { text: outputFiles[0].text, metafile };
}

function bundled({ root, options, plugins = [] }, more, parts) {
  return build({
    ...{ absWorkingDir: root, bundle: true, write: false, outdir: 'out', metafile: true, logLevel: 'silent' },
    ...{ target: 'es2020', charset: 'utf8', legalComments: 'none' },
    ...options,
    ...parts,
    plugins: [...more, ...plugins],
  });
}

/** The door of the second part. */
function doorsOf({ root }, taken) {
  const contents = [...taken]
    .map(([path, names]) => `export { ${names.join()} } from ${JSON.stringify(path)};`)
    .join('\n');
  return { contents, resolveDir: root, sourcefile: 'door.js' };
}

/**
 * Both parts as they are shipped: the second as an expression that gives a function, between marks by which the first knows that it is whole
 * and of its own build.
 */
export function markedParts(first, second) {
  const made = `(function(${handedIn}){${second.trim()}\nreturn part})`;
  const mark = createHash('sha256').update(`${first}\n${made}`).digest('hex').slice(0, 16);
  const [before, after, ...more] = first.split(markPlace);
  if (after === undefined || more.length > 0) throw new Error('the first part has not one place for its mark');
  return { first: `${before}${mark}${after}`, second: `${mark}\n${made}\n${mark}\n` };
}

/** In the first part each file behind the door is a few calls that ask for the second; `handed` is what that is given. */
function doorCut({ root, door, rooms, late }, taken, handed) {
  const behind = (path) => rooms.some((room) => isIn(path, join(root, room)));
  const setup = (bundle) => {
    bundle.onResolve({ filter: /^\./ }, async (args) => {
      if (args.pluginData === own) return undefined;
      const { path } = await found(bundle, args);
      if (!behind(path)) return undefined;
      if (resolve(args.importer) === join(root, door)) return { path, namespace: 'late' };
      const text = `${relative(root, args.importer)} imports ${relative(root, path)} past the door: only ${door} may`;
      return { errors: [{ text }] };
    });
    bundle.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: askingFor(taken.get(path)),
      resolveDir: root,
    }));
    bundle.onResolve({ filter: /^late-part$/ }, ({ path }) => ({ path, namespace: 'late-part' }));
    bundle.onLoad({ filter: /.*/, namespace: 'late-part' }, () => ({
      contents: lateText(join(root, late), handed),
      resolveDir: root,
    }));
  };
  return { name: 'door-cut', setup };
}

function askingFor(names) {
  const each = names.map((name) => `export const ${name} = (...given) => part().${name}(...given);`);
  return ["import { part } from 'late-part';", ...each].join('\n');
}

/** What is handed is named when the second part is made, and not before: by then all of the first is there. */
function lateText(late, handed) {
  const names = [];
  const imports = [...handed].map(([path, own]) => {
    const each = own.map((name) => `${name} as ${names[names.push(`h${String(names.length)}`) - 1]}`);
    return `import { ${each.join()} } from ${JSON.stringify(path)};`;
  });
  const made = `export const part = latePart('${markPlace}', () => [${names.join()}]);`;
  return [`import { latePart } from ${JSON.stringify(late)};`, ...imports, made].join('\n');
}

/** In the second part each file of the first is what `from` gives for it. */
function sharedBy(held, from) {
  const setup = (bundle) => {
    bundle.onResolve({ filter: /.*/ }, async (args) => {
      if (args.pluginData === own || args.kind === 'entry-point') return undefined;
      const { path, errors } = await found(bundle, args);
      return errors.length === 0 && held.has(path) ? from(path) : undefined;
    });
  };
  return { name: 'shared', setup };
}

function found(bundle, { path, importer, resolveDir, kind, namespace }) {
  return bundle.resolve(path, { importer, resolveDir, kind, namespace, pluginData: own });
}

/** What would be there twice has two classes of one name, and two caches. */
function demandApart(first, second) {
  const parts = [first, second].map(({ inputs }) =>
    Object.keys(inputs)
      .filter((path) => !path.startsWith('<'))
      .map(partOf),
  );
  const twice = parts[1].filter((name) => parts[0].includes(name));
  if (twice.length > 0) throw new Error(`both parts of the program would hold ${[...new Set(twice)].join(', ')}`);
}

/** A package counts as one, whichever of its files. */
function partOf(path) {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(path)?.[1] ?? path;
}
