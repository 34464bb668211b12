/** What is known about a block's context before anything is filled: which fields exist there. Mirrors the run's frames. */
import type { Dictionary, Field } from './model';

// Taken once: in a context made for a script, every look at a global is slow.
const { prototype } = Object;

/** A block parameter: `as |部门|`. */
export interface ScopeParam {
  readonly name: string;
  readonly field: Field;
  readonly id: string;
}

/** The context of a block and those around it; each scope has exactly one frame at run time. */
export interface Scope {
  readonly field: Field;
  /** Names the record this context is, so that `with this` is known to change nothing. */
  readonly id: string;
  readonly up: Scope | null;
  /** True when the context is the outer one again, which `../` does not count. */
  readonly transparent: boolean;
  readonly loop: boolean;
  /** True in a block whose head has a mistake: its fields are not known. */
  readonly unknown: boolean;
  readonly params: readonly ScopeParam[];
}

export function rootScope(dictionary: Dictionary): Scope {
  const field: Field = { type: 'record', help: '', fields: dictionary };
  return { field, id: '$', up: null, transparent: false, loop: false, unknown: false, params: [] };
}

/** The field of that name, by own key only; null when there is none. */
export function ownField(field: Field, name: string): Field | null {
  if (field.type === 'any') return field;
  if (field.type === 'list') return name === 'length' ? count : /^\d{1,6}$/u.test(name) ? field.of : null;
  if (field.type !== 'record' || !prototype.hasOwnProperty.call(field.fields, name)) return null;
  return field.fields[name] ?? null;
}

const count: Field = { type: 'number', help: '' };

/** The names that may follow here. */
export function fieldNames(field: Field): readonly string[] {
  return field.type === 'record' ? Object.keys(field.fields) : [];
}

/** What `this` is in a loop over the field: a list's items, or what all fields of a record have in common. */
export function itemField(field: Field): Field | null {
  if (field.type === 'list') return field.of;
  if (field.type === 'any') return field;
  if (field.type !== 'record') return null;
  const [first, ...others] = Object.values(field.fields);
  // What an empty record would hold nobody knows.
  if (first === undefined) return anything;
  return others.reduce<Field | null>((common, other) => common && commonField(common, other), first);
}

const anything: Field = { type: 'any', help: '' };

function commonField(left: Field, right: Field): Field | null {
  if (left.type === 'any') return right;
  if (right.type === 'any') return left;
  if (left.type === 'record' && right.type === 'record') return commonRecord(left.fields, right.fields);
  if (left.type === 'list' && right.type === 'list') {
    const of = commonField(left.of, right.of);
    return of && { type: 'list', help: '', of };
  }
  if (isBranch(left) || isBranch(right)) return null;
  return left.type === right.type ? left : { type: 'text', help: '' };
}

function isBranch(field: Field): boolean {
  return field.type === 'record' || field.type === 'list';
}

function commonRecord(left: Dictionary, right: Dictionary): Field {
  const fields: Record<string, Field> = {};
  for (const name of Object.keys(left)) {
    const mine = left[name];
    const other = ownField({ type: 'record', help: '', fields: right }, name);
    const common = mine && other && commonField(mine, other);
    if (common) fields[name] = common;
  }
  return { type: 'record', help: '', fields };
}
