/** Turns an expression into a closure, after checking every name and argument against what the scope knows. */
import type { AST } from '@handlebars/parser';
import { compileCall } from './compile-call';
import { isLiteral, isPath, isSubExpression } from './handlebars-ast';
import { maxDepth } from './limits';
import { resolvePath } from './resolve-path';
import type { Surroundings, Typed } from './typed';

/** The typed closure, or null after a mistake was reported. */
export function compileExpression(node: AST.Expression, around: Surroundings): Typed | null {
  if (isPath(node)) return resolvePath(node, around);
  if (isLiteral(node)) return literal(node.value);
  if (!isSubExpression(node)) {
    around.report('tag-syntax', '里不能用空值', '请用 (空 字段) 判断有没有内容');
    return null;
  }
  if (around.depth >= maxDepth) {
    around.report('limit-depth', `里函数套得太深，最多 ${String(maxDepth)} 层`, '请拆成几个标签');
    return null;
  }
  return compileCall(node, { ...around, depth: around.depth + 1 }, compileExpression);
}

function literal(value: string | number | boolean): Typed {
  const found = { model: value, path: '' };
  const type = typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'bool';
  return { field: { type, help: '' }, id: '', literal: value, evaluate: () => found };
}
