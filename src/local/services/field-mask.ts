/** Google's `fields` parameter: what an answer is to hold. Written `a,b(c,d/e)`, `a.b.c` or `*`. */
import { ServiceError } from './service-error';

/** Names to keep, each with what to keep below it; null keeps everything below. */
export type FieldMask = ReadonlyMap<string, FieldMask | null>;

/** Masks read before: a thousand workbooks are asked for the same. */
const known = new Map<string, FieldMask>();
const mostKnown = 100;

/** The mask; throws when the text cannot be read. */
export function parseFieldMask(text: string): FieldMask {
  const before = known.get(text);
  if (before !== undefined) return before;
  const mask = readMask(text);
  if (known.size < mostKnown) known.set(text, mask);
  return mask;
}

function readMask(text: string): FieldMask {
  const tokens = text.match(/[\w*]+|[,()/.]/gu) ?? [];
  if (tokens.join('') !== text.replace(/\s+/gu, ''))
    throw new ServiceError(`fields 写法不对 (invalid field mask): ${text}`);
  const rest = [...tokens];
  const mask = readList(rest);
  if (rest.length > 0) throw new ServiceError(`fields 写法不对 (invalid field mask): ${text}`);
  return mask;
}

/** True when the mask lets the field at this path through, in whole or in part. */
export function maskIncludes(mask: FieldMask, ...path: string[]): boolean {
  const [name, ...below] = path;
  if (name === undefined) return true;
  const child = mask.has('*') ? mask.get('*') : mask.get(name);
  return child === undefined ? false : child === null || maskIncludes(child, ...below);
}

/** What the mask keeps below a path: null for everything, an empty mask for nothing. */
export function maskBelow(mask: FieldMask, ...path: string[]): FieldMask | null {
  const [name, ...below] = path;
  if (name === undefined) return mask;
  const child = mask.has('*') ? mask.get('*') : mask.get(name);
  if (child === undefined) return new Map();
  return child === null ? null : maskBelow(child, ...below);
}

/** The mask, but with everything kept below the path where it lets the path through. */
export function maskWithWhole(mask: FieldMask, ...path: string[]): FieldMask {
  const [name = '', ...below] = path;
  const child = mask.get(name);
  if (!child) return mask;
  return new Map([...mask, [name, below.length === 0 ? null : maskWithWhole(child, ...below)]]);
}

/** The value reduced to what the mask lets through; lists are reduced item by item. What is kept whole is given as it is. */
export function applyFieldMask(value: unknown, mask: FieldMask): unknown {
  if (Array.isArray(value)) {
    return value.every((item) => isKept(item, mask)) ? value : value.map((item) => applyFieldMask(item, mask));
  }
  if (typeof value !== 'object' || value === null || keepsAll(value, mask)) return value;
  const kept: Record<string, unknown> = {};
  const source = value as Readonly<Record<string, unknown>>;
  const ofAll = mask.get('*');
  for (const name in source) {
    const below = ofAll === undefined ? mask.get(name) : ofAll;
    if (below !== undefined) kept[name] = below === null ? source[name] : applyFieldMask(source[name], below);
  }
  return kept;
}

function isKept(item: unknown, mask: FieldMask): boolean {
  return typeof item === 'object' && item !== null && !Array.isArray(item) && keepsAll(item, mask);
}

/** A workbook has a million cells of which all fields are wanted: they need not be made anew. */
function keepsAll(value: object, mask: FieldMask): boolean {
  for (const name in value) if (mask.get(name) !== null) return false;
  return true;
}

/** The dotted paths a mask names, as update requests use them: `note`, `userEnteredFormat.textFormat.bold`. */
export function maskPaths(mask: FieldMask): string[] {
  return [...mask].flatMap(([name, child]) =>
    child === null ? [name] : maskPaths(child).map((path) => `${name}.${path}`),
  );
}

type OwnMask = Map<string, OwnMask | null>;

function readList(tokens: string[]): OwnMask {
  const mask: OwnMask = new Map();
  do {
    const name = tokens.shift();
    if (name === undefined || !/^[\w*]+$/u.test(name)) throw new ServiceError(`fields 写法不对 (invalid field mask)`);
    mergeField(mask, name, readBelow(tokens));
  } while (tokens[0] === ',' && tokens.shift());
  return mask;
}

function readBelow(tokens: string[]): OwnMask | null {
  if (tokens[0] === '/' || tokens[0] === '.') {
    tokens.shift();
    const name = tokens.shift() ?? '';
    return new Map([[name, readBelow(tokens)]]);
  }
  if (tokens[0] !== '(') return null;
  tokens.shift();
  const mask = readList(tokens);
  if (tokens.shift() !== ')') throw new ServiceError('fields 写法不对 (unbalanced brackets in field mask)');
  return mask;
}

/** `a.b,a.c` names two fields of one object. */
function mergeField(mask: OwnMask, name: string, child: OwnMask | null): void {
  const known = mask.get(name);
  if (!known || child === null) {
    if (known !== null) mask.set(name, child);
    return;
  }
  for (const [below, grandchild] of child) mergeField(known, below, grandchild);
}
