/**
 * Cuts a program into a first part and late ones: what lies behind the doors of a late part, and only that needs, goes into a text of
 * its own that is evaluated when one of the functions taken from there is first called. The sources know nothing of it. What more than
 * one part uses is in the first alone and is handed to the others, so that each class and each cache is there once.
 */
import { parse } from 'acorn';
import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { withBuiltIns } from './built-ins.mjs';

/** What a late part calls the list of what it is handed. */
const handedIn = 'handedIn';
/** Stands in the first part for the mark of the build. */
const markPlace = 'mark-of-the-build';
/** Marks what this file resolves itself. */
const own = { isOwn: true };

/**
 * `given`: `root`, and below it the `entry`, `late` (which gives `latePart`) and `parts`: of each late part its `name`, the `rooms`
 * behind its doors (folders and files) and the `doors`, files that alone may take from there. Then the first part's `globalName`, and
 * esbuild's `plugins` and `options`. Gives the texts of all parts for `markedParts`, what the entry exports, and what went into each.
 * @throws where something behind a door is reached past it, or would be in two parts
 */
export async function cutBundle(given) {
  // As esbuild names them.
  const cut = { ...given, root: realpathSync(given.root) };
  const parts = await Promise.all(cut.parts.map(async (part) => ({ ...part, taken: await takenByDoors(cut, part) })));
  const { metafile, exported } = await traced(cut, parts);
  const held = new Set(Object.keys(metafile.inputs).map((path) => resolve(cut.root, path)));
  const handing = await Promise.all(
    parts.map(async (part) => ({ ...part, handed: await handedTo(cut, part, { parts, held }) })),
  );
  const [first, ...others] = await Promise.all([
    firstPart(cut, handing),
    ...handing.map((part) => lateBundle(cut, part, { parts, held })),
  ]);
  demandApart([first, ...others].map(({ metafile: own }) => own));
  return {
    first: first.text,
    others: others.map(({ text }, index) => ({ name: parts[index].name, text })),
    exported,
    metafiles: [first, ...others].map(({ metafile: own }) => own),
  };
}

/** File behind the doors → the names they take from it. */
async function takenByDoors({ root }, { doors, rooms }) {
  const taken = new Map();
  for (const door of doors) {
    const path = join(root, door);
    for (const node of (await syntaxOf(path)).body) {
      if (node.source == null) continue;
      const file = `${join(dirname(path), node.source.value)}.ts`;
      if (!isBehind({ root }, { rooms }, file)) continue;
      taken.set(file, [...new Set([...(taken.get(file) ?? []), ...namesTaken(door, node)])]);
    }
  }
  for (const [file, names] of taken) await demandFunctions(root, file, names);
  return taken;
}

/** Nothing else can wait until somebody calls it. */
async function demandFunctions(root, file, names) {
  const { body } = await syntaxOf(file);
  const functions = body.map(({ declaration }) => (declaration?.type === 'FunctionDeclaration' ? declaration : null));
  const other = names.find((name) => !functions.some((one) => one?.id.name === name));
  if (other !== undefined) throw new Error(`${relative(root, file)}: ${other} is behind a door and no function`);
}

async function syntaxOf(path) {
  // Types are gone after this.
  const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', target: 'es2022' });
  return parse(code, { ecmaVersion: 2022, sourceType: 'module' });
}

function namesTaken(door, { type, specifiers, source }) {
  const isNamed =
    type === 'ExportNamedDeclaration'
      ? specifiers.every(({ local, exported }) => local.name === exported.name)
      : type === 'ImportDeclaration' && specifiers.every((one) => one.type === 'ImportSpecifier');
  if (!isNamed)
    throw new Error(`${door}: what is behind the door is handed on by name: export { … } from '${source.value}'`);
  return specifiers.map(({ exported, imported }) => (exported ?? imported).name);
}

function isBehind({ root }, { rooms }, path) {
  return rooms.some((room) => path === join(root, room) || isIn(path, join(root, room)));
}

function isIn(path, folder) {
  return path.startsWith(`${folder}${sep}`);
}

/** Once through the first part, for what it holds and exports. */
async function traced(cut, parts) {
  const { metafile } = await bundled(cut, [doorCut(cut, parts)], { entryPoints: [cut.entry], format: 'esm' });
  return { metafile, exported: Object.values(metafile.outputs).flatMap((output) => output.exports) };
}

/** File of the first part → the names the late part takes from it. */
async function handedTo(cut, part, { parts, held }) {
  const outside = (path) => ({ path, external: true, sideEffects: false });
  const plugin = sharedBy(cut, others(parts, part), { held, from: outside });
  const { outputFiles } = await bundled(cut, [plugin], { stdin: doorsOf(cut, part), format: 'esm' });
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

function others(parts, { name }) {
  return parts.filter((one) => one.name !== name);
}

async function firstPart(cut, parts) {
  const { outputFiles, metafile } = await bundled(cut, [doorCut(cut, parts)], {
    ...{ entryPoints: [cut.entry], format: 'iife', globalName: cut.globalName, minify: true },
  });
  return { text: withBuiltIns(outputFiles[0].text), metafile };
}

async function lateBundle(cut, part, { parts, held }) {
  const { handed } = part;
  const from = (path) => ({ path, namespace: 'handed', sideEffects: false });
  const places = new Map(
    [...handed].flatMap(([path, names]) => names.map((name) => `${path} ${name}`)).map((key, at) => [key, at]),
  );
  const contentsOf = (path) =>
    (handed.get(path) ?? [])
      .map((name) => `export const ${name} = ${handedIn}[${String(places.get(`${path} ${name}`))}];`)
      .join('\n');
  const loading = {
    name: 'handed',
    setup: ({ onLoad }) =>
      onLoad({ filter: /.*/, namespace: 'handed' }, ({ path }) => ({ contents: contentsOf(path) })),
  };
  const { outputFiles, metafile } = await bundled(cut, [sharedBy(cut, others(parts, part), { held, from }), loading], {
    ...{ stdin: doorsOf(cut, part), format: 'iife', globalName: 'part', minify: true },
  });
  return { text: withBuiltIns(outputFiles[0].text), metafile };
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

/** The door of a late part. */
function doorsOf({ root }, { taken }) {
  const contents = [...taken]
    .map(([path, names]) => `export { ${names.join()} } from ${JSON.stringify(path)};`)
    .join('\n');
  return { contents, resolveDir: root, sourcefile: 'door.js' };
}

/**
 * All parts as they are shipped: the late ones (`others`: `name` and `text`) as expressions that give a function, between marks by which
 * the first knows that each is whole and of its own build.
 */
export function markedParts(first, others) {
  const made = others.map(({ name, text }) => ({
    name,
    text: `(function(${handedIn}){${text.trim()}\nreturn part})`,
  }));
  const sum = createHash('sha256').update([first, ...made.map(({ text }) => text)].join('\n'));
  const mark = sum.digest('hex').slice(0, 16);
  const pieces = first.split(markPlace);
  if (pieces.length !== others.length + 1) throw new Error('the first part has not one place for each mark');
  return {
    first: pieces.join(mark),
    others: made.map(({ name, text }) => ({ name, text: `${mark}\n${text}\n${mark}\n` })),
  };
}

/** In the first part each file behind a door is a few calls that ask for the late part, which is given what it is handed. */
function doorCut(cut, parts) {
  const { root, late } = cut;
  const setup = (bundle) => {
    bundle.onResolve({ filter: /^\./ }, async (args) => {
      if (args.pluginData === own) return undefined;
      const { path } = await found(bundle, args);
      const part = parts.find((one) => isBehind(cut, one, path));
      if (part === undefined) return undefined;
      if (part.doors.some((door) => resolve(args.importer) === join(root, door)))
        return { path, namespace: 'late', pluginData: part };
      return pastDoor(cut, part, { importer: args.importer, path });
    });
    bundle.onLoad({ filter: /.*/, namespace: 'late' }, ({ path, pluginData: { name, taken } }) => ({
      contents: askingFor(name, taken.get(path)),
      resolveDir: root,
    }));
    bundle.onResolve({ filter: /^late-part:/ }, ({ path }) => ({ path, namespace: 'late-part' }));
    bundle.onLoad({ filter: /.*/, namespace: 'late-part' }, ({ path }) => ({
      contents: lateText(
        join(root, late),
        parts.find(({ name }) => path === `late-part:${name}`),
      ),
      resolveDir: root,
    }));
  };
  return { name: 'door-cut', setup };
}

function pastDoor({ root }, { doors }, { importer, path }) {
  const text = `${relative(root, importer)} imports ${relative(root, path)} past the door: only ${doors.join(', ')} may`;
  return { errors: [{ text }] };
}

function askingFor(part, names) {
  const each = names.map((name) => `export const ${name} = (...given) => part().${name}(...given);`);
  return [`import { part } from 'late-part:${part}';`, ...each].join('\n');
}

/** What is handed is named when the late part is made, and not before: by then all of the first is there. */
function lateText(late, { name, handed = new Map() }) {
  const names = [];
  const imports = [...handed].map(([path, own]) => {
    const each = own.map((one) => `${one} as ${names[names.push(`h${String(names.length)}`) - 1]}`);
    return `import { ${each.join()} } from ${JSON.stringify(path)};`;
  });
  const made = `export const part = latePart('${name}', '${markPlace}', () => [${names.join()}]);`;
  return [`import { latePart } from ${JSON.stringify(late)};`, ...imports, made].join('\n');
}

/** In a late part each file of the first is what `from` gives for it; the other late parts' rooms are behind their own doors. */
function sharedBy(cut, others, { held, from }) {
  const setup = (bundle) => {
    bundle.onResolve({ filter: /.*/ }, async (args) => {
      if (args.pluginData === own || args.kind === 'entry-point') return undefined;
      const { path, errors } = await found(bundle, args);
      const other = others.find((one) => isBehind(cut, one, path));
      if (other !== undefined) return pastDoor(cut, other, { importer: args.importer, path });
      return errors.length === 0 && held.has(path) ? from(path) : undefined;
    });
  };
  return { name: 'shared', setup };
}

function found(bundle, { path, importer, resolveDir, kind, namespace }) {
  return bundle.resolve(path, { importer, resolveDir, kind, namespace, pluginData: own });
}

/** What would be there twice has two classes of one name, and two caches. */
function demandApart(metafiles) {
  const parts = metafiles.map(({ inputs }) => [
    ...new Set(
      Object.keys(inputs)
        .filter((path) => !path.startsWith('<') && !isMade.test(path))
        .map(partOf),
    ),
  ]);
  const all = parts.flat();
  const twice = all.filter((name, at) => all.indexOf(name) !== at);
  if (twice.length > 0) throw new Error(`two parts of the program would hold ${[...new Set(twice)].join(', ')}`);
}

/** What this file writes into a bundle. */
const isMade = /^(?:handed|late|late-part):|^door\.js$/u;

/** A package counts as one, whichever of its files. */
function partOf(path) {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(path)?.[1] ?? path;
}
