/**
 * Rules about how the files lie to each other. Each takes the tree as data, path → text with `/` in the paths, and gives one
 * line per mistake: where, what stands there, what to do.
 */
import { posix } from 'node:path';
import ts from 'typescript';

/** So many lie in a folder at most. */
const mostFiles = 25;
/** A file with fewer lines of code is small. */
const fewLines = 20;

/** File → the files of the tree that it imports, types counted. */
export function importsOf(files) {
  const paths = Object.keys(files);
  const resolved = (from, wanted) => {
    if (!wanted.startsWith('.')) return [];
    const path = posix.join(posix.dirname(from), wanted);
    return [path, `${path}.ts`, `${path}/index.ts`].find((one) => one !== from && Object.hasOwn(files, one)) ?? [];
  };
  return new Map(
    paths.map((path) => [path, [...new Set(wantedBy(parsed(path, files[path])).flatMap((to) => resolved(path, to)))]]),
  );
}

function parsed(path, text) {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** What stands between the quotes of imports, exports from elsewhere, `import()` of modules and of types. */
function wantedBy(node) {
  const name =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  const inside = [];
  ts.forEachChild(node, (child) => void inside.push(...wantedBy(child)));
  return name !== undefined && ts.isStringLiteralLike(name) ? [name.text, ...inside] : inside;
}

/** No file leads back to itself. One line for each set of files that all lead to one another, with its shortest circle. */
export function circles(files) {
  const imports = importsOf(files);
  const reach = new Map([...imports.keys()].map((path) => [path, reachedFrom(path, imports)]));
  const told = new Set();
  return [...imports.keys()].flatMap((path) => {
    if (told.has(path) || !reach.get(path).has(path)) return [];
    for (const other of reach.get(path)) if (reach.get(other).has(path)) told.add(other);
    const way = shortestCircle(path, imports).join(' → ');
    return [`${path}: imports itself in a circle (${way}). Move what both need, or the type, to a file below them.`];
  });
}

function reachedFrom(start, imports) {
  const reached = new Set();
  const open = [start];
  while (open.length > 0) {
    for (const next of imports.get(open.pop())) {
      if (!reached.has(next)) {
        reached.add(next);
        open.push(next);
      }
    }
  }
  return reached;
}

function shortestCircle(start, imports) {
  const ways = [[start]];
  const seen = new Set();
  for (const way of ways) {
    for (const next of imports.get(way.at(-1))) {
      if (next === start) return [...way, next];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return [start];
}

/** No folder holds more files than one takes in at a glance. `files`: their paths are enough. */
export function crowdedFolders(files) {
  const counts = new Map();
  for (const path of Object.keys(files)) {
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) =>
    count > mostFiles
      ? [`${folder}: ${count} files, at most ${mostFiles}. Put those of one subject into a folder.`]
      : [],
  );
}

/** A small file that one other file imports lives in that file, unless `allowed` (path → why) names it. */
export function smallFiles(files, allowed) {
  const users = new Map(Object.keys(files).map((path) => [path, []]));
  for (const [path, imports] of importsOf(files)) for (const to of imports) users.get(to).push(path);
  const small = [...users].flatMap(([path, [user, ...others]]) => {
    if (user === undefined || others.length > 0) return [];
    const lines = linesOfCode(path, files[path]);
    return lines < fewLines ? [{ path, user, lines }] : [];
  });
  const paths = small.map(({ path }) => path);
  return [
    ...small
      .filter(({ path }) => !Object.hasOwn(allowed, path))
      .map(
        ({ path, user, lines }) =>
          `${path}: ${lines} lines of code that only ${user} uses, at least ${fewLines}. Move them into it.`,
      ),
    ...Object.keys(allowed)
      .filter((path) => !paths.includes(path))
      .map((path) => `${path}: needs no exception any more. Take it off the list in build/lint/structure.mjs.`),
  ];
}

/** Lines on which something stands that is no comment. */
export function linesOfCode(path, text) {
  const source = parsed(path, text);
  const lines = new Set();
  const visit = (node) => {
    if (ts.isJSDoc(node)) return;
    const inside = node.getChildren(source);
    for (const child of inside) visit(child);
    if (inside.length > 0 || node.getWidth(source) === 0) return;
    const [first, last] = [node.getStart(source), node.getEnd()].map(
      (at) => source.getLineAndCharacterOfPosition(at).line,
    );
    for (let line = first; line <= last; line += 1) lines.add(line);
  };
  visit(source);
  return lines.size;
}
