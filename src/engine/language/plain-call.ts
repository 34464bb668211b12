/** Calls as most tags write them, read without the Handlebars parser, whose tables cost more than all the rest of a short template. */
import type { AST } from '@handlebars/parser';

/** The expression of one tag: what it names, its arguments, and the names after `as |…|`. */
export interface Call {
  readonly path: AST.Expression;
  readonly params: readonly AST.Expression[];
  readonly hash: readonly AST.HashPair[];
  readonly blockParams: readonly string[];
}

/** Where a path that nobody wrote in one piece stands. */
export const nowhere: AST.SourceLocation = { source: '', start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

/** A field's name as most tags have it: names of letters, digits and Chinese characters, joined by dots. */
const plainName = /^(?!(?:this|as|true|false|null|undefined|else)\b)[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*$/u;

/** Brackets, texts without escapes, whole numbers, and what may be a path. */
const token = /( *)(?:([()])|"([^"\\\n]*)"|(\d{1,15})(?![\w\u4e00-\u9fff.])|([\w\u4e00-\u9fff.]+))/uy;

/** A call in brackets, while it is read; null for the tag itself. */
interface OpenCall {
  readonly before: OpenCall | null;
  readonly parts: AST.Expression[];
}

/**
 * What the parser would give for `顿号 任务 "名称"` or, with the word of a block, for `if (有 部门.名称)`; null for all that is not
 * written in such a way.
 */
export function plainCall(inside: string, blockWord: string | null): Call | null {
  const parts = partsOf(inside);
  const [path, ...params] = parts ?? [];
  if (path?.type !== 'PathExpression') return null;
  const isOwnWord = blockWord === null || ((path as AST.PathExpression).original === blockWord && params.length > 0);
  return isOwnWord ? { path, params, hash: [], blockParams: [] } : null;
}

function partsOf(inside: string): readonly AST.Expression[] | null {
  let open: OpenCall = { before: null, parts: [] };
  let isApart = true;
  for (token.lastIndex = 0; token.lastIndex < inside.length;) {
    const found = token.exec(inside);
    if (found === null) return null;
    const [, spaces, bracket] = found;
    // What follows a value without a space is something else.
    if (bracket !== ')' && !isApart && spaces === '') return null;
    isApart = bracket === '(';
    if (bracket === '(') {
      open = { before: open, parts: [] };
      continue;
    }
    const part: AST.Expression | null = bracket === ')' ? callOf(open) : valueOf(found);
    if (bracket === ')') open = open.before ?? open;
    if (part === null) return null;
    open.parts.push(part);
  }
  return open.before === null ? open.parts : null;
}

/** What a closed bracket holds; null where none is open, or it is no call. */
function callOf({ before, parts }: OpenCall): AST.SubExpression | null {
  const [path, ...params] = parts;
  if (before === null || path?.type !== 'PathExpression') return null;
  return { type: 'SubExpression', path: path as AST.PathExpression, params, hash: noHash, loc: nowhere };
}

/** The parser gives none where none is written, whatever its types say. */
const noHash = undefined as unknown as AST.Hash;

function valueOf([, , , text, digits, path = '']: RegExpExecArray): AST.Expression | null {
  if (text !== undefined)
    return { type: 'StringLiteral', value: text, original: text, loc: nowhere } as AST.StringLiteral;
  if (digits === undefined) return plainPath(path);
  const value = Number(digits);
  return { type: 'NumberLiteral', value, original: value, loc: nowhere } as AST.NumberLiteral;
}

function plainPath(original: string): AST.PathExpression | null {
  const parts = original.split('.');
  const [head = '', ...tail] = parts;
  if (!parts.every((part) => plainName.test(part))) return null;
  return { type: 'PathExpression', data: false, depth: 0, parts, head, tail, original, loc: nowhere };
}
