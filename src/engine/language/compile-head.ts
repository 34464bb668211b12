/** Compiles the head of a block: its condition or list, and the context its body gets. */
import { compileExpression } from './compile-expression';
import { memberPath } from './derived-list';
import { helpersByName } from './helpers/helpers-by-name';
import type { Field } from './model';
import { isMissing, isTrue, leafValue, spend, type Evaluate, type Found, type Frame, type Step } from './run';
import { isList, isTraced } from './model';
import { fieldNames, itemField, ownField, type Scope, type ScopeParam } from './scope';
import { tagProblem, type BlockWord, type Tag } from './tag';
import type { Surroundings, Typed } from './typed';

/** Makes a block's step out of its body and of what runs otherwise. */
export type Head = (body: Step, otherwise: Step) => Step;

export interface CompiledHead {
  readonly head: Head;
  /** The scope of the body. */
  readonly inner: Scope;
}

const nothing: Field = { type: 'record', help: '', fields: {} };

/** The head of an opening tag or of an `else if …`. After a reported mistake the head does nothing. */
export function compileHead(tag: Tag, around: Surroundings): CompiledHead {
  const { call } = tag;
  const word = tag.word ?? 'unless';
  const argument = call?.params[0];
  if (call === null) return broken(word, around.scope);
  if (argument === undefined || call.params.length > 1) {
    around.report(
      'block-arguments',
      `要写一个${word === 'each' ? '列表' : '条件或字段'}，写了 ${String(call.params.length)} 个`,
      example(word, around.scope),
    );
    return broken(word, around.scope);
  }
  if (call.hash.length > 0) around.report('block-arguments', '里不能用“名称=值”', example(word, around.scope));
  const typed = compileExpression(argument, around);
  if (typed === null || !checkParams(word, call.blockParams, around)) return broken(word, around.scope);
  return tag.inverse ? inverseHead(typed, tag, around) : heads[word](typed, tag, around);
}

/** `{{^名称}}` stands for what is missing, false or an empty list; `{{^if …}}` as `unless` does, `{{^unless …}}` as `if`. */
function inverseHead({ evaluate }: Typed, { word }: Tag, { scope }: Surroundings): CompiledHead {
  const test = word === null ? isSomething : isTrue;
  return { head: choose(evaluate, word === 'unless', test), inner: scope };
}

function isSomething(model: Found['model']): boolean {
  if (isMissing(model)) return isTrue(model);
  return isList(model) ? model.length > 0 : leafValue(model) !== false;
}

/** With a field there is, where the scope has one of the kind. */
function example(word: BlockWord, { field }: Scope): string {
  const kind = word === 'each' ? 'list' : word === 'with' ? 'record' : null;
  const real = fieldNames(field).find((name) => kind === null || ownField(field, name)?.type === kind);
  return `请写成 {{#${word} ${real ?? (word === 'each' ? '列表' : '字段')}}}`;
}

/** After a mistake in `each` or `with` nothing is known of the body's context, and its names are not judged. */
function broken(word: BlockWord, scope: Scope): CompiledHead {
  const unknown: Scope = { ...scope, up: scope, unknown: true, transparent: false, loop: word === 'each', params: [] };
  return { head: (body) => body, inner: word === 'if' || word === 'unless' ? scope : unknown };
}

function checkParams(word: BlockWord, names: readonly string[], around: Surroundings): boolean {
  const most = { if: 0, unless: 0, each: 2, with: 1 }[word];
  if (names.length > most) {
    around.report(
      'block-parameters',
      most === 0 ? '不能用“as |…|”' : `的“as |…|”里最多写 ${String(most)} 个名称`,
      example(word, around.scope),
    );
    return false;
  }
  const taken = names.find((name) => helpersByName.has(name) || name === 'this');
  if (taken === undefined) return true;
  around.report('block-parameters', `里的“as |${taken}|”与函数同名`, '请换一个名称');
  return false;
}

type Make = (typed: Typed, tag: Tag, around: Surroundings) => CompiledHead;

const heads: Readonly<Record<BlockWord, Make>> = {
  if: (typed, _, { scope }) => ({ head: choose(typed.evaluate, true), inner: scope }),
  unless: (typed, _, { scope }) => ({ head: choose(typed.evaluate, false), inner: scope }),
  with: compileWith,
  each: compileEach,
};

function choose(evaluate: Evaluate, wanted: boolean, holds = isTrue): Head {
  return (body, otherwise) => (frame) => {
    (holds(evaluate(frame).model) === wanted ? body : otherwise)(frame);
  };
}

function compileWith(typed: Typed, { call }: Tag, { scope, report }: Surroundings): CompiledHead {
  if (typed.field.type !== 'record' && typed.field.type !== 'any') {
    report('block-arguments', '里写的不是一条记录', '列表请用 {{#each …}}，条件请用 {{#if …}}');
    return broken('with', scope);
  }
  const inner: Scope = {
    field: typed.field,
    id: typed.id,
    up: scope,
    transparent: typed.id === scope.id,
    loop: false,
    unknown: false,
    params: scopeParams(call?.blockParams ?? [], [typed]),
  };
  const head: Head = (body, otherwise) => (frame) => {
    const found = typed.evaluate(frame);
    if (isTrue(found.model)) body({ run: frame.run, found, up: frame, round: null, params: [found] });
    else otherwise(frame);
  };
  return { head, inner };
}

function scopeParams(names: readonly string[], values: readonly Pick<Typed, 'field' | 'id'>[]): readonly ScopeParam[] {
  return names.map((name, index) => ({ name, field: values[index]?.field ?? nothing, id: values[index]?.id ?? '' }));
}

function compileEach(typed: Typed, tag: Tag, { scope, report }: Surroundings): CompiledHead {
  const item = itemField(typed.field);
  if (item === null) {
    report('block-arguments', '里写的不是列表', '只有列表能逐项重复，条件请用 {{#if …}}');
    return broken('each', scope);
  }
  const id = `${typed.id}.*`;
  const key: Field = { type: typed.field.type === 'list' ? 'number' : 'text', help: '' };
  const inner: Scope = {
    field: item,
    id: `${id}(${scope.id})`,
    up: scope,
    transparent: false,
    loop: true,
    unknown: false,
    params: scopeParams(tag.call?.blockParams ?? [], [
      { field: item, id },
      { field: key, id: '' },
    ]),
  };
  return { head: repeat(typed.evaluate, tag), inner };
}

function repeat(evaluate: Evaluate, tag: Tag): Head {
  return (body, otherwise) => (frame) => {
    const found = evaluate(frame);
    const entries = entriesOf(found);
    if (isMissing(found.model)) reportMissing(frame, found.path, tag);
    if (entries.length === 0) otherwise(frame);
    for (const [index, { key, model }] of entries.entries()) {
      if (!spend(frame.run)) return;
      const item: Found = { model, path: memberPath(found, key) };
      const round = { index, key, last: index === entries.length - 1 };
      body({ run: frame.run, found: item, up: frame, round, params: [item, { model: key, path: '' }] });
    }
  };
}

function reportMissing(frame: Frame, path: string, tag: Tag): void {
  const reason = `“${path}”没有数据，这一部分没有逐项印出`;
  frame.run.problems.push(tagProblem(tag, 'value-missing', reason, '请补上数据，或者在成文后手工填写'));
}

interface Entry {
  readonly key: string | number;
  readonly model: Found['model'];
}

function entriesOf({ model }: Found): readonly Entry[] {
  if (isList(model)) return model.map((item, key) => ({ key, model: item }));
  if (typeof model !== 'object' || model === null || isTraced(model)) return [];
  return Object.keys(model).map((key) => ({ key, model: model[key] }));
}

/** Runs the steps in order. */
export function sequence(steps: readonly Step[]): Step {
  const [first] = steps;
  if (first === undefined) return () => undefined;
  if (steps.length === 1) return first;
  return (frame: Frame) => {
    for (const step of steps) step(frame);
  };
}
