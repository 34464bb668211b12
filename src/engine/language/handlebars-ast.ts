/** The edge to the Handlebars parser: one tag in, its expression out, with the node types told apart. */
import { parse, type AST } from '@handlebars/parser';
import { plainCall, type Call } from './plain-call';

/** Parses a plain tag's inside as a value (`名称`) or as a block's head (`#each 部门`); null when the grammar refuses it. */
export function parseCall(inside: string, blockWord: string | null): Call | null {
  return (
    plainCall(inside, blockWord) ?? callOf(blockWord === null ? `{{${inside}}}` : `{{#${inside}}}{{/${blockWord}}}`)
  );
}

const callOf = remembering(5000, (source): Call | null => {
  const [statement, ...others] = parsed(source) ?? [];
  if (statement === undefined || others.length > 0) return null;
  if (isMustache(statement)) return call(statement.path, statement, []);
  return isBlock(statement) ? call(statement.path, statement, statement.program.blockParams) : null;
});

/**
 * The same with what it gave before: templates name the same again and again, the versions of a report and the letters of a
 * run share theirs. Of at most `most` sources, so that no caller can fill the memory.
 */
function remembering<T>(most: number, make: (source: string) => T): (source: string) => T {
  const known = new Map<string, { readonly made: T }>();
  return (source) => {
    const before = known.get(source);
    if (before) return before.made;
    if (known.size >= most) known.clear();
    const made = make(source);
    known.set(source, { made });
    return made;
  };
}

/** The whole text as statements, with Handlebars' rules for white space applied; null when the grammar refuses it. */
export function parseText(source: string): readonly AST.Statement[] | null {
  return source.length > longestKept ? parsed(source) : parsedBefore(source);
}

const longestKept = 20_000;
const parsedBefore = remembering(20, parsed);

function parsed(source: string): readonly AST.Statement[] | null {
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
