/**
 * The walls between the rooms of `src`: a file may import from its own room, from the rooms and packages its floor names,
 * and from nowhere else. A room may have a door: one file through which everybody else comes in.
 */
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** The path below `src`, with slashes; null outside. */
function below(file) {
  const path = relative(source, file).split(sep).join('/');
  return path.startsWith('..') ? null : path;
}

/** The floor of the innermost room that holds the path. */
function floorOf(path, floors) {
  return floors
    .filter(({ room }) => path === room || path.startsWith(`${room}/`))
    .reduce((best, floor) => (best === null || floor.room.length > best.room.length ? floor : best), null);
}

function mistake(path, wanted, floors) {
  const own = floorOf(path, floors);
  if (own === null) return null;
  if (typeof wanted !== 'string') return 'nobody can tell what is imported here';
  if (!wanted.startsWith('.')) {
    const isKnown = own.packages.some((name) => wanted === name || wanted.startsWith(`${name}/`));
    return isKnown ? null : `${own.room} may use only these packages: ${own.packages.join(', ') || '(none)'}`;
  }
  const target = join(dirname(path), wanted).split(sep).join('/');
  const other = floorOf(target, floors);
  if (other === null || other === own) return null;
  if (!own.below.includes(other.room)) {
    return `${own.room} may import only from: ${own.below.join(', ') || '(none)'}`;
  }
  if (other.door !== undefined && target !== `${other.room}/${other.door}`) {
    return `${other.room} is entered by ${other.door} alone`;
  }
  return null;
}

/** The rule; its one option is the list of floors. */
export const walls = {
  meta: { type: 'problem', schema: [{ type: 'array' }] },
  create(context) {
    const path = below(context.filename);
    const [floors] = context.options;
    const check = (node) => {
      if (path === null || node.source == null) return;
      const message = mistake(path, node.source.value, floors);
      if (message !== null) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};
