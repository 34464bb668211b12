/** Compiles the tags of one document or text, in reading order: what each prints, and how each block chooses or repeats. */
import type { Problem } from '../../core/base/problem';
import { compileCall } from './compile-call';
import { compileExpression } from './compile-expression';
import { compileHead, type Head } from './compile-head';
import type { Call } from './handlebars-ast';
import type { Services } from './helpers/helper';
import { isPath } from './handlebars-ast';
import { helpersByName } from './helpers/helpers-by-name';
import { matchBlocks, type Block } from './match-blocks';
import type { Dictionary } from './model';
import { printStep } from './print-step';
import type { Step } from './run';
import { rootScope, type Scope } from './scope';
import { shortened } from './read-tag';
import { tagProblem, type Tag } from './tag';
import type { Surroundings, Typed } from './typed';

/** What a tag does. A `else` without head is the last branch; `none` prints nothing (a comment). */
export type Action =
  /** `own`: what it prints brings runs of its own. */
  | { readonly kind: 'print'; readonly step: Step; readonly own: boolean }
  | { readonly kind: 'open'; readonly head: Head; readonly loop: boolean }
  | { readonly kind: 'else'; readonly head: Head | null }
  | { readonly kind: 'close' }
  | { readonly kind: 'none' };

/** One action per tag. They may be used only when there is no problem. */
export interface CompiledTags {
  readonly actions: readonly Action[];
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/** Checks every tag against the dictionary, also in branches that will not run, and compiles it. */
export function compileTags(tags: readonly Tag[], dictionary: Dictionary, services: Services = {}): CompiledTags {
  const { blocks, problems } = matchBlocks(tags);
  if (problems.some((problem) => problem.code.startsWith('limit-'))) return { actions: [], blocks, problems };
  const compiler: Compiler = {
    scope: rootScope(dictionary),
    outer: [],
    problems: [...problems],
    lenient: problems.length > 0,
    services,
  };
  const actions = tags.map((tag) => compileTag(tag, compiler));
  return { actions, blocks, problems: compiler.problems };
}

interface Compiler {
  scope: Scope;
  /** Scopes around the open blocks, outermost first. */
  readonly outer: Scope[];
  readonly problems: Problem[];
  readonly lenient: boolean;
  readonly services: Services;
}

const none: Action = { kind: 'none' };

function compileTag(tag: Tag, compiler: Compiler): Action {
  switch (tag.kind) {
    case 'value': {
      const typed = tag.call && compileValue(tag.call, surroundings(tag, compiler));
      return typed ? { kind: 'print', step: printStep(typed, tag), own: typed.special === true } : none;
    }
    case 'open':
      compiler.outer.push(compiler.scope);
      return { kind: 'open', head: openHead(tag, compiler), loop: tag.word === 'each' };
    case 'else':
      compiler.scope = compiler.outer[compiler.outer.length - 1] ?? compiler.scope;
      return { kind: 'else', head: tag.call && openHead(tag, compiler) };
    case 'close':
      compiler.scope = compiler.outer.pop() ?? compiler.scope;
      return { kind: 'close' };
    case 'comment':
    case 'broken':
      return none;
  }
}

function surroundings(tag: Tag, compiler: Compiler): Surroundings {
  return {
    scope: compiler.scope,
    lenient: compiler.lenient,
    services: compiler.services,
    depth: 0,
    report: (code, reason, expected) => {
      compiler.problems.push(tagProblem(tag, code, `标签“${shortened(tag.text)}”${reason}`, expected));
    },
  };
}

function openHead(tag: Tag, compiler: Compiler): Head {
  const { head, inner } = compileHead(tag, surroundings(tag, compiler));
  compiler.scope = inner;
  return head;
}

/** A name alone is a field; a name with arguments, or in brackets, is a helper. */
function compileValue(call: Call, around: Surroundings): Typed | null {
  const typed = isCall(call) ? compileCall(call, around, compileExpression) : compileField(call, around);
  if (typed === null) return null;
  if (typed.field.type !== 'list' && typed.field.type !== 'record') return typed;
  const list = typed.field.type === 'list';
  const expected = list ? '请用 {{#each …}} 逐项印出，或者用 {{顿号 …}} 连起来' : '请写到其中的一个字段';
  around.report('value-composite', list ? '是一个列表，不能直接印出' : '是一条记录，不能直接印出', expected);
  return null;
}

/** A name with arguments, or the name of a helper that has none: `{{分页}}`. */
function isCall(call: Call): boolean {
  if (call.params.length > 0 || call.hash.length > 0) return true;
  return isPath(call.path) && helpersByName.get(call.path.original)?.params.length === 0;
}

function compileField(call: Call, around: Surroundings): Typed | null {
  const { path } = call;
  if (isPath(path) || path.type === 'SubExpression') return compileExpression(path, around);
  around.report('tag-syntax', '里只有一个固定的值', '固定的文字请直接写在模板里，不要写成标签');
  return null;
}
