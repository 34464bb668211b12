/** Finds what a path (`a.b`, `../a`, `this`, `@index`, a block parameter) means in its scope, and makes the closure for it. */
import type { AST } from '@handlebars/parser';
import type { Surroundings, Typed } from './typed';
import { memberPath } from './derived-list';
import { helpersByName } from './helpers/helpers-by-name';
import type { Field } from './model';
import { nearest } from '../../core/base/nearest';
import { member, type Found, type Frame, type Round } from './run';
import { fieldNames, ownField, type Scope } from './scope';

const forbidden = /^(?:__.*__|constructor|prototype)$/u;

/** A starting point: the frame that many steps up, or one of its block parameters. */
interface Start {
  readonly scope: Scope;
  readonly ups: number;
  /** Number of the block parameter, or -1 for the frame's own value. */
  readonly param: number;
  readonly field: Field;
  readonly id: string;
  readonly keys: readonly string[];
}

/** The typed closure, or null after a mistake was reported. */
export function resolvePath(path: AST.PathExpression, around: Surroundings): Typed | null {
  const keys = path.parts.filter((part) => typeof part === 'string');
  const bad = keys.find((key) => forbidden.test(key) || key.startsWith('#'));
  if (bad !== undefined || keys.length < path.parts.length) {
    around.report('name-refused', `里的“${bad ?? path.original}”是不允许的名称`, '请改用字段清单里的字段');
    return null;
  }
  if (path.data) return resolveData(path, keys, around);
  const start = startOf(path, keys, around);
  return start && follow(start, path, around);
}

function startOf(path: AST.PathExpression, keys: readonly string[], around: Surroundings): Start | null {
  const scoped = /^\.|^this\b/u.test(path.original);
  const param = scoped || path.depth > 0 ? null : findParam(around.scope, keys[0] ?? '');
  if (param) return { ...param, keys: keys.slice(1) };
  const target = (scoped ? null : outward(path, keys[0], around)) ?? climb(around.scope, path.depth);
  if (target) return { ...target, param: -1, field: target.scope.field, id: target.scope.id, keys };
  around.report('path-too-high', `里的“../”太多，外面没有这么多层`, '请减少“../”');
  return null;
}

function findParam(from: Scope, name: string): Omit<Start, 'keys'> | null {
  let ups = 0;
  for (let scope: Scope | null = from; scope; scope = scope.up) {
    const param = scope.params.findIndex((each) => each.name === name);
    const found = scope.params[param];
    if (found) return { scope, ups, param, field: found.field, id: found.id };
    ups++;
  }
  return null;
}

interface Climbed {
  readonly scope: Scope;
  readonly ups: number;
}

/** Of a text that stands apart from its place, as a note does: the nearest context that has the name; null for the own one. */
function outward(path: AST.PathExpression, name: string | undefined, { isApart, scope }: Surroundings): Climbed | null {
  if (!isApart || path.depth > 0 || name === undefined || ownField(scope.field, name) !== null) return null;
  let ups = 1;
  for (let at = scope.up; at; at = at.up, ups++) if (ownField(at.field, name) !== null) return { scope: at, ups };
  return null;
}

/** The scope `depth` contexts further out; transparent ones are passed without counting. */
function climb(from: Scope, depth: number): Climbed | null {
  let scope = from;
  let ups = 0;
  for (let left = depth; left > 0; ups++) {
    if (!scope.transparent) left--;
    if (scope.up === null) return null;
    scope = scope.up;
  }
  return { scope, ups };
}

function follow(start: Start, path: AST.PathExpression, around: Surroundings): Typed | null {
  if (start.scope.unknown && start.param < 0) return null;
  let field = start.field;
  for (const [index, key] of start.keys.entries()) {
    const next = ownField(field, key);
    if (next === null) {
      if (!isAbsent(start, index, field, { path, around })) return null;
      return { field: anything, id: '', literal: null, evaluate: walker(start) };
    }
    field = next;
    around.use(field);
  }
  const id = [start.id, ...start.keys].join('.');
  return { field, id, literal: null, evaluate: walker(start) };
}

function walker({ ups, param, keys }: Start): (frame: Frame) => Found {
  if (keys.some((key) => /^\d+$/u.test(key))) return itemWalker({ ups, param, keys });
  const tail = keys.join('.');
  const further = `.${tail}`;
  const only = keys.length === 1 ? tail : null;
  return (frame) => {
    const from = frameAt(frame, ups);
    const found = param < 0 ? from.found : (from.params[param] ?? from.found);
    if (keys.length === 0) return found;
    let model = only === null ? found.model : member(found.model, only);
    if (only === null) for (const key of keys) model = member(model, key);
    return { model, path: found.path === '' ? tail : found.path + further };
  };
}

/** A path through a list: an item that was picked out of another list has its path from there. */
function itemWalker({ ups, param, keys }: Pick<Start, 'ups' | 'param' | 'keys'>): (frame: Frame) => Found {
  return (frame) => {
    const from = frameAt(frame, ups);
    const found = param < 0 ? from.found : (from.params[param] ?? from.found);
    return keys.reduce<Found>((at, key) => ({ model: member(at.model, key), path: memberPath(at, key) }), found);
  };
}

function frameAt(frame: Frame, ups: number): Frame {
  let at = frame;
  for (let left = ups; left > 0 && at.up; left--) at = at.up;
  return at;
}

const anything: Field = { type: 'any', help: '' };

interface Asked {
  readonly path: AST.PathExpression;
  readonly around: Surroundings;
}

/** Whether the field is one that the data may leave out; else it is reported as a mistake. */
function isAbsent(start: Start, index: number, field: Field, asked: Asked): boolean {
  const { known, allowed, missing } = asked.around.optional;
  const name = start.keys.slice(0, index + 1).join('.');
  const key = `${start.scope.id} ${String(start.param)} ${name}`;
  if (known.has(key)) return true;
  // A record may lack a key; a list has no names, a value no fields.
  if (!allowed || field.type !== 'record' || isHelperAlone(asked.path)) {
    reportUnknown(start, index, field, asked);
    return false;
  }
  missing(key, asked.path.original, hintFor(start, index, field, asked));
  return true;
}

/** `{{#if 个数}}`: the arguments were forgotten. */
function isHelperAlone({ original, parts }: AST.PathExpression): boolean {
  return parts.length === 1 && helpersByName.has(original);
}

function hintFor(start: Start, index: number, field: Field, { path, around }: Asked): string {
  const key = start.keys[index] ?? '';
  const outer = index === 0 && path.depth === 0 && start.param < 0 ? findOuter(around.scope, key) : null;
  return hint(key, field, outer, start.keys.slice(0, index).join('.'));
}

function reportUnknown(start: Start, index: number, field: Field, { path, around }: Asked): void {
  const key = start.keys[index] ?? '';
  const outer = index === 0 && path.depth === 0 && start.param < 0 ? findOuter(around.scope, key) : null;
  if (outer !== null && around.lenient) return;
  const before = start.keys.slice(0, index).join('.');
  const where = before === '' ? '' : `“${before}”里`;
  const reason = `里的字段“${path.original}”不存在：${where}没有“${key}”`;
  around.report('field-unknown', reason, hint(key, field, outer, before));
}

/** How a field of an outer context would be written here; null when there is none of that name. */
function findOuter(scope: Scope, key: string): string | null {
  let prefix = '';
  for (let each = scope; each.up; each = each.up) {
    if (!each.transparent) prefix += '../';
    if (ownField(each.up.field, key)) return prefix + key;
  }
  return null;
}

function hint(key: string, field: Field, outer: string | null, before: string): string {
  if (outer !== null) return `是不是想写“${outer}”`;
  if (field.type === 'list') return '这是一个列表，请用 {{#each …}} 逐项取用';
  if (field.type !== 'record') return `“${before}”下面没有字段，请只写到“${before}”`;
  const deep = before === '' ? deepName(field, key) : null;
  if (deep !== null) return `是不是想写“${deep}”`;
  const near = nearest(key, fieldNames(field));
  if (near !== null) return `是不是想写“${before === '' ? '' : `${before}.`}${near}”`;
  if (helpersByName.has(key)) return `“${key}”是函数，后面要写上字段`;
  const names = fieldNames(field);
  if (names.length === 0 || names.length > mostNamed) return '请改用字段清单里的字段';
  return `这里的字段有：${names.map((name) => name.slice(0, 20)).join('、')}`;
}

/** Of more fields than these nobody reads the names in a sentence. */
const mostNamed = 12;

/** The path of a field of that very name inside a record further down: `指标.人均学时` for `人均学时`. */
function deepName(field: Field, key: string): string | null {
  for (const name of fieldNames(field)) {
    const inner = ownField(field, name);
    if (inner?.type !== 'record') continue;
    if (ownField(inner, key)) return `${name}.${key}`;
    const deeper = deepName(inner, key);
    if (deeper !== null) return `${name}.${deeper}`;
  }
  return null;
}

const dataFields: Readonly<
  Record<string, { readonly type: 'number' | 'text' | 'bool'; read: (round: Round) => Found }>
> = {
  index: { type: 'number', read: (round) => ({ model: round.index, path: '' }) },
  key: { type: 'text', read: (round) => ({ model: round.key, path: '' }) },
  first: { type: 'bool', read: (round) => ({ model: round.index === 0, path: '' }) },
  last: { type: 'bool', read: (round) => ({ model: round.last, path: '' }) },
};

function resolveData(path: AST.PathExpression, keys: readonly string[], around: Surroundings): Typed | null {
  const name = keys[0] ?? '';
  if (name === 'root' && path.depth === 0) return follow(rootStart(around.scope, keys.slice(1)), path, around);
  const data = Object.prototype.hasOwnProperty.call(dataFields, name) ? dataFields[name] : undefined;
  if (data === undefined || keys.length !== 1) {
    around.report('name-refused', `里的“${path.original}”不支持`, '只能用 @index、@key、@first、@last、@root');
    return null;
  }
  const ups = upsToLoop(around.scope, path.depth);
  if (ups === null) {
    around.report('data-outside-loop', `里的“${path.original}”只能写在 {{#each}} 里面`, '请移到循环里，或者删去');
    return null;
  }
  const evaluate = (frame: Frame): Found => {
    const round = frameAt(frame, ups).round;
    return round ? data.read(round) : { model: null, path: '' };
  };
  return { field: { type: data.type, help: '' }, id: '', literal: null, evaluate };
}

/** `@root`: the data as a whole, from however deep. */
function rootStart(from: Scope, keys: readonly string[]): Start {
  let scope = from;
  let ups = 0;
  for (; scope.up; ups++) scope = scope.up;
  return { scope, ups, param: -1, field: scope.field, id: scope.id, keys };
}

function upsToLoop(from: Scope, outer: number): number | null {
  let ups = 0;
  let left = outer;
  for (let scope: Scope | null = from; scope; scope = scope.up) {
    if (scope.loop && left-- === 0) return ups;
    ups++;
  }
  return null;
}
