/** The edge to the Handlebars parser: one tag in, its expression out, with the node types told apart. */
import { parse, type AST } from '@handlebars/parser';

/** The expression of one tag: what it names, its arguments, and the names after `as |…|`. */
export interface Call {
  readonly path: AST.Expression;
  readonly params: readonly AST.Expression[];
  readonly hash: readonly AST.HashPair[];
  readonly blockParams: readonly string[];
}

/** Parses a plain tag's inside as a value (`名称`) or as a block's head (`#each 部门`); null when the grammar refuses it. */
export function parseCall(inside: string, blockWord: string | null): Call | null {
  const source = blockWord === null ? `{{${inside}}}` : `{{#${inside}}}{{/${blockWord}}}`;
  try {
    const [statement, ...others] = parse(source).body;
    if (statement === undefined || others.length > 0) return null;
    if (isMustache(statement)) return call(statement.path, statement, []);
    return isBlock(statement) ? call(statement.path, statement, statement.program.blockParams) : null;
  } catch {
    return null;
  }
}

/** The whole text as statements, with Handlebars' rules for white space applied; null when the grammar refuses it. */
export function parseText(source: string): readonly AST.Statement[] | null {
  try {
    return parse(source).body;
  } catch {
    return null;
  }
}

function call(
  path: AST.Expression,
  rest: { readonly params: AST.Expression[]; readonly hash: AST.Hash | undefined },
  blockParams: readonly string[] | undefined,
): Call {
  return { path, params: rest.params, hash: rest.hash?.pairs ?? [], blockParams: blockParams ?? [] };
}

function isMustache(node: AST.Node): node is AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

export function isBlock(node: AST.Node): node is AST.BlockStatement {
  return node.type === 'BlockStatement';
}

export function isContent(node: AST.Node): node is AST.ContentStatement {
  return node.type === 'ContentStatement';
}

export function isPath(node: AST.Node): node is AST.PathExpression {
  return node.type === 'PathExpression';
}

export function isSubExpression(node: AST.Node): node is AST.SubExpression {
  return node.type === 'SubExpression';
}

/** A text, number or yes/no written in the tag. */
export function isLiteral(node: AST.Node): node is AST.StringLiteral | AST.NumberLiteral | AST.BooleanLiteral {
  return node.type === 'StringLiteral' || node.type === 'NumberLiteral' || node.type === 'BooleanLiteral';
}
