/** Compiles the tags of one document or text, in reading order: what each prints, and how each block chooses or repeats. */
import type { Problem } from '../../core/base/problem';
import { compileCall } from './compile-call';
import { compileExpression } from './compile-expression';
import { compileHead, type Head } from './compile-head';
import type { Call } from './plain-call';
import type { Services } from './helpers/helper';
import { isPath } from './handlebars-ast';
import { helpersByName } from './helpers/helpers-by-name';
import { matchBlocks, type Block } from './match-blocks';
import type { Dictionary, Field } from './model';
import { printStep } from './print-step';
import { spend, type Step } from './run';
import { ownField, rootScope, type Scope } from './scope';
import { shortened } from './read-tag';
import { tagProblem, type Tag } from './tag';
import type { Surroundings, Typed } from './typed';
import { callOf } from './whole-name';

/** What a tag does. A `else` without head is the last branch; `none` prints nothing (a comment). */
export type Action =
  /** `own`: what it prints brings runs of its own. `helper`: the first name of the helper it calls, empty for a field. */
  | { readonly kind: 'print'; readonly step: Step; readonly own: boolean; readonly helper: string }
  | { readonly kind: 'open'; readonly head: Head; readonly loop: boolean }
  | { readonly kind: 'else'; readonly head: Head | null }
  | { readonly kind: 'close' }
  | { readonly kind: 'none' };

/** One action per tag. They may be used only when there is no problem. */
export interface CompiledTags {
  readonly actions: readonly Action[];
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
  /** What is no mistake and yet worth a look: fields that the data do not have. */
  readonly notices: readonly Problem[];
  /** Number of an opening or else tag → the scope of what follows it. */
  readonly scopes: ReadonlyMap<number, Scope>;
  /** The scope of what stands in no block. */
  readonly root: Scope;
}

export interface CompileOptions {
  readonly services?: Services | undefined;
  /** True: a field that the data lack is missing where a block's head names it, and no mistake. */
  readonly optionalFields?: boolean | undefined;
  /** Where the tags of a text that stands apart (a note) belong to, when it is not the outermost context. */
  readonly within?: Scope | undefined;
  /** Takes the fields of the dictionary that are named. */
  readonly used?: Set<Field> | undefined;
}

/** Checks every tag against the dictionary, also in branches that will not run, and compiles it. */
export function compileTags(
  tags: readonly Tag[],
  dictionary: Dictionary,
  { services = {}, optionalFields = false, within, used }: CompileOptions = {},
): CompiledTags {
  const { blocks, problems } = matchBlocks(tags);
  const root = within ?? rootScope(dictionary);
  if (problems.some((problem) => problem.code.startsWith('limit-')))
    return { actions: [], blocks, problems, notices: [], scopes: new Map(), root };
  const compiler: Compiler = {
    scope: root,
    absent: new Set(),
    outer: [],
    problems: [...problems],
    notices: new Map(),
    lenient: problems.length > 0,
    services,
    optionalFields,
    isApart: within !== undefined,
    used: used ?? null,
  };
  const scopes = new Map<number, Scope>();
  const actions = tags.map((tag, number) => {
    const action = compileTag(tag, compiler);
    if (tag.kind === 'open' || tag.kind === 'else') scopes.set(number, compiler.scope);
    return action;
  });
  return { actions, blocks, problems: compiler.problems, notices: [...compiler.notices.values()], scopes, root };
}

interface Compiler {
  scope: Scope;
  /** Fields that the heads of the blocks around were found to lack. */
  absent: ReadonlySet<string>;
  /** What was known around the open blocks, outermost first. */
  readonly outer: Pick<Compiler, 'scope' | 'absent'>[];
  readonly problems: Problem[];
  readonly notices: Map<string, Problem>;
  readonly lenient: boolean;
  readonly services: Services;
  readonly optionalFields: boolean;
  readonly isApart: boolean;
  readonly used: Set<Field> | null;
}

const none: Action = { kind: 'none' };

function compileTag(tag: Tag, compiler: Compiler): Action {
  switch (tag.kind) {
    case 'value':
      return compileValueTag(tag, compiler);
    case 'open':
      compiler.outer.push({ scope: compiler.scope, absent: compiler.absent });
      return { kind: 'open', head: openHead(tag, compiler), loop: tag.word === 'each' && !tag.inverse };
    case 'else':
      compiler.scope = compiler.outer[compiler.outer.length - 1]?.scope ?? compiler.scope;
      return { kind: 'else', head: tag.word && openHead(tag, compiler) };
    case 'close':
      Object.assign(compiler, compiler.outer.pop());
      return { kind: 'close' };
    case 'escaped':
      return { kind: 'print', step: printText(tag.text), own: false, helper: '' };
    case 'comment':
    case 'broken':
      return none;
  }
}

function compileValueTag(tag: Tag, compiler: Compiler): Action {
  const around = surroundings(tag, compiler);
  const call = callOf(tag, around);
  const typed = call && compileValue(call, around);
  if (!typed) return none;
  return { kind: 'print', step: printStep(typed, tag), own: typed.special === true, helper: typed.helper ?? '' };
}

function surroundings(tag: Tag, compiler: Compiler): Surroundings {
  return {
    scope: compiler.scope,
    lenient: compiler.lenient,
    services: compiler.services,
    isApart: compiler.isApart,
    use: (field) => compiler.used?.add(field),
    depth: 0,
    optional: {
      allowed: compiler.optionalFields && (tag.kind === 'open' || tag.kind === 'else'),
      known: compiler.absent,
      missing: (key, name, hint) => {
        compiler.absent = new Set([...compiler.absent, key]);
        const reason = `标签“${shortened(tag.text)}”里的字段“${name}”数据里没有，按没有数据处理`;
        const notice: Problem = { ...tagProblem(tag, 'field-absent', reason, hint), level: 'note' };
        if (!compiler.notices.has(key)) compiler.notices.set(key, notice);
      },
    },
    report: (code, reason, expected) => {
      compiler.problems.push(tagProblem(tag, code, `标签“${shortened(tag.text)}”${reason}`, expected));
    },
  };
}

/** Prints words of the template itself. */
function printText(text: string): Step {
  return ({ run }) => {
    if (spend(run)) run.output.print(text);
  };
}

function openHead(tag: Tag, compiler: Compiler): Head {
  const around = surroundings(tag, compiler);
  const { head, inner } = compileHead({ ...tag, call: callOf(tag, around) }, around);
  compiler.scope = inner;
  return head;
}

/** A name alone is a field; a name with arguments, or in brackets, is a helper. */
function compileValue(call: Call, around: Surroundings): Typed | null {
  const calls = isCall(call, around.scope);
  if (calls && reportClash(call, around)) return null;
  const typed = calls ? compileCall(call, around, compileExpression) : compileField(call, around);
  if (typed === null) return null;
  if (typed.field.type !== 'list' && typed.field.type !== 'record') return typed;
  const list = typed.field.type === 'list';
  const expected = list ? '请用 {{#each …}} 逐项印出，或者用 {{顿号 …}} 连起来' : '请写到其中的一个字段';
  around.report('value-composite', list ? '是一个列表，不能直接印出' : '是一条记录，不能直接印出', expected);
  return null;
}

/** A name with arguments, or the name of a helper that has none: `{{分页}}`. A field of that name goes before. */
function isCall(call: Call, scope: Scope): boolean {
  if (call.params.length > 0 || call.hash.length > 0) return true;
  if (!isPath(call.path) || helpersByName.get(call.path.original)?.params.length !== 0) return false;
  return !isOwnName(scope, call.path.original);
}

/** Whether the data have the name where the tag stands; data that may be anything do not say so. */
function isOwnName(scope: Scope, name: string): boolean {
  if (scope.field.type !== 'any' && ownField(scope.field, name) !== null) return true;
  for (let each: Scope | null = scope; each; each = each.up)
    if (each.params.some((one) => one.name === name)) return true;
  return false;
}

/** A helper without arguments whose name the data have further out: nobody can say which is meant. */
function reportClash({ path }: Call, around: Surroundings): boolean {
  const name = isPath(path) ? path.original : '';
  if (helpersByName.get(name)?.params.length !== 0) return false;
  let up = '';
  for (let each: Scope = around.scope; each.up; each = each.up) {
    if (!each.transparent) up += '../';
    if (each.up.field.type === 'any' || ownField(each.up.field, name) === null) continue;
    around.report(
      'name-clash',
      `里的“${name}”既是函数，又是外面一层数据里的字段`,
      `要印字段请写成 {{${up}${name}}}，要用函数请给字段改个名称`,
    );
    return true;
  }
  return false;
}

function compileField(call: Call, around: Surroundings): Typed | null {
  const { path } = call;
  if (isPath(path) || path.type === 'SubExpression') return compileExpression(path, around);
  around.report('tag-syntax', '里只有一个固定的值', '固定的文字请直接写在模板里，不要写成标签');
  return null;
}
