/**
 * Fields named like headers of sheets: `完成率（%）`, `单价/元`, `姓 名`. The grammar takes no such names; where all that stands
 * in a tag is one of them, it is meant.
 */
import type { AST } from '@handlebars/parser';
import { nearest } from '../../core/base/nearest';
import { nowhere, type Call } from './plain-call';
import type { Field } from './model';
import { fieldNames, ownField, type Scope } from './scope';
import type { Fault, Tag } from './tag';
import type { Surroundings } from './typed';

/** What the tag calls: a field of that whole name, else what the grammar made of it; null after its fault was reported. */
export function callOf(tag: Tag, around: Surroundings): Call | null {
  const path = tag.name === '' ? null : findWhole(tag.name, around.scope);
  if (path !== null) return callWith(tag, path);
  if (tag.fault === null) return tag.call;
  around.report(tag.fault.code, tag.fault.reason, hintOf(tag.fault, around.scope));
  return null;
}

/** Brackets help only where there is such a field; else the nearest one that is. */
function hintOf({ odd, expected }: Fault, { field }: Scope): string {
  if (odd === undefined || field.type !== 'record' || ownField(field, odd) !== null) return expected;
  const near = nearest(odd, fieldNames(field));
  return near === null ? '没有这个名称的字段，请改用字段清单里的字段' : `是不是想写“${near}”`;
}

function callWith({ kind, call }: Tag, path: AST.PathExpression): Call {
  const blockParams = call?.blockParams ?? [];
  return kind === 'value'
    ? { path, params: [], hash: [], blockParams }
    : { path, params: [path], hash: [], blockParams };
}

/** The path of the name; `../` before it leads outwards as ever. */
function findWhole(name: string, from: Scope): AST.PathExpression | null {
  const [ups = ''] = /^(?:\.\.\/)*/u.exec(name) ?? [];
  const depth = ups.length / 3;
  let scope: Scope = from;
  for (let left = depth; left > 0;) {
    if (!scope.transparent) left--;
    if (scope.up === null) return null;
    scope = scope.up;
  }
  const parts = keysOf(scope.field, name.slice(ups.length));
  if (parts === null || parts.every((part) => /^[\w\u4e00-\u9fff]+$/u.test(part))) return null;
  const [head = '', ...tail] = parts;
  return { type: 'PathExpression', data: false, depth, parts: [...parts], head, tail, original: name, loc: nowhere };
}

/** The name as keys of records within records, the longest key first; null when there is no such field. */
function keysOf(field: Field, name: string): readonly string[] | null {
  if (field.type !== 'record' || name === '') return null;
  if (ownField(field, name) !== null) return [name];
  for (let at = name.lastIndexOf('.'); at > 0; at = name.lastIndexOf('.', at - 1)) {
    const inner = ownField(field, name.slice(0, at));
    const rest = inner && keysOf(inner, name.slice(at + 1));
    if (rest) return [name.slice(0, at), ...rest];
  }
  return null;
}
