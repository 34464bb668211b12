/** Compiles a call of a helper: the name, the number of arguments and their types are checked before anything runs. */
import type { AST } from '@handlebars/parser';
import type { Surroundings, Typed } from './typed';
import { isPath } from './handlebars-ast';
import { Arguments, sourcesOf, type Helper, type Param, type ParamType, type Services } from './helpers/helper';
import { helpersByName } from './helpers/helpers-by-name';
import { isList, isTraced, traced, type Field, type Model } from './model';
import { nearest } from '../../core/base/nearest';
import { isMissing, type Evaluate, type Found } from './run';
import { fieldNames, itemField, ownField } from './scope';

/** A call as parsed, in a tag of its own or in brackets. */
export interface CallNode {
  readonly path: AST.Expression;
  readonly params: readonly AST.Expression[];
  readonly hash: AST.Hash | readonly AST.HashPair[] | undefined;
}

type Compile = (node: AST.Expression, around: Surroundings) => Typed | null;

interface NamedArgument {
  readonly name: string;
  readonly value: Typed;
}

/** The typed closure, or null after a mistake was reported. */
export function compileCall(node: CallNode, around: Surroundings, compile: Compile): Typed | null {
  const helper = findHelper(node.path, around);
  const args = node.params.map((param) => compile(param, around));
  const pairs = pairsOf(node.hash);
  const named = pairs.map(({ key, value }) => ({ name: key, value: compile(value, around) }));
  if (helper === null) return null;
  const whole = args.filter((arg) => arg !== null);
  const wholeNamed = named.filter((arg): arg is NamedArgument => arg.value !== null);
  if (whole.length < args.length || wholeNamed.length < named.length) return null;
  if (!checkCount(helper, whole.length, around) || !checkNamed(helper, wholeNamed, around)) return null;
  if (!checkTypes(helper, whole, around) || !checkService(helper, around)) return null;
  return {
    field: resultOf(helper, whole),
    id: '',
    literal: null,
    evaluate: caller(helper, whole, { named: wholeNamed, services: around.services }),
    helper: nameOf(helper),
    ...(helper.special && { special: true }),
  };
}

function resultOf({ result }: Helper, args: readonly Typed[]): Field {
  if (typeof result === 'string') return { type: result, help: '' };
  const literals = args.slice(1).map(({ literal }) => (typeof literal === 'string' ? literal : null));
  return result(
    args.map(({ field }) => field),
    literals,
  );
}

function checkService(helper: Helper, around: Surroundings): boolean {
  if (helper.needs === undefined || around.services[helper.needs] !== undefined) return true;
  around.report('helper-unavailable', `里的函数“${nameOf(helper)}”这里用不了：没有工作日历`, '请改用模型里的字段');
  return false;
}

function pairsOf(hash: CallNode['hash']): readonly AST.HashPair[] {
  if (hash === undefined) return [];
  return 'pairs' in hash ? hash.pairs : hash;
}

function findHelper(path: AST.Expression, around: Surroundings): Helper | null {
  const name = isPath(path) ? path.original : '';
  const helper = isPath(path) && path.parts.length === 1 ? helpersByName.get(name) : undefined;
  if (helper) return helper;
  if (name === 'lookup' || name === 'log') {
    around.report('helper-refused', `里的“${name}”不支持`, '请直接写出字段');
    return null;
  }
  const near = nearest(name, [...helpersByName.keys()]);
  const expected = near === null ? '请改用清单里的函数；只印一个字段时后面不要再写别的' : `是不是想写“${near}”`;
  around.report('helper-unknown', `里没有叫“${name}”的函数`, expected);
  return null;
}

function checkCount(helper: Helper, count: number, around: Surroundings): boolean {
  const least = helper.params.filter((param) => param.optional !== true).length;
  const most = helper.rest === undefined ? helper.params.length : Infinity;
  if (count >= least && count <= most) return true;
  const wanted =
    least === most
      ? String(least)
      : most === Infinity
        ? `至少 ${String(least)}`
        : `${String(least)} 到 ${String(most)}`;
  around.report(
    'helper-arguments',
    `里的函数“${nameOf(helper)}”要 ${wanted} 个参数，写了 ${String(count)} 个`,
    helper.help,
  );
  return false;
}

function checkNamed(helper: Helper, named: readonly NamedArgument[], around: Surroundings): boolean {
  const known = helper.named ?? [];
  const odd = named.find(
    (arg) => !known.some((param) => param.name === arg.name && accepts(param.type, arg.value.field)),
  );
  if (odd !== undefined) {
    around.report('helper-arguments', `里的函数“${nameOf(helper)}”不能用“${odd.name}=…”`, helper.help);
    return false;
  }
  return known.every(({ name, choices }) => {
    const given = named.find((arg) => arg.name === name)?.value.literal;
    if (given === undefined || !choices || choices.some((choice) => choice === given)) return true;
    const reason = `里的函数“${nameOf(helper)}”的“${name}=”只能写 ${choices.join('、')}`;
    around.report('helper-arguments', reason, helper.help);
    return false;
  });
}

function nameOf(helper: Helper): string {
  return helper.names[0] ?? '';
}

function checkTypes(helper: Helper, args: readonly Typed[], around: Surroundings): boolean {
  const param = (index: number): Param => helper.params[index] ?? { name: '其余', type: helper.rest ?? 'any' };
  const wrong = args.findIndex((arg, index) => param(index).type !== 'field' && !accepts(param(index).type, arg.field));
  if (wrong >= 0) {
    const reason = `里的函数“${nameOf(helper)}”第 ${String(wrong + 1)} 个参数要${typeWords[param(wrong).type]}`;
    around.report('helper-arguments', reason, helper.help);
    return false;
  }
  return checkPair(helper, args, around) && checkField(helper, args, around);
}

const typeWords: Readonly<Record<ParamType, string>> = {
  any: '一个值',
  scalar: '一个值，不能是列表或记录',
  ordered: '数字或日期',
  number: '数字',
  day: '日期',
  bool: '是否',
  text: '文字',
  list: '列表',
  field: '带引号的字段名',
};

const leaves = ['text', 'number', 'date', 'bool'] as const;
const acceptedTypes: Readonly<Record<ParamType, readonly Field['type'][]>> = {
  any: [...leaves, 'list', 'record'],
  scalar: leaves,
  ordered: ['number', 'date', 'text'],
  number: ['number'],
  day: ['date', 'text'],
  bool: ['bool'],
  text: ['text', 'date'],
  list: ['list'],
  field: [],
};

function accepts(type: ParamType, field: Field): boolean {
  return field.type === 'any' || acceptedTypes[type].includes(field.type);
}

/** Comparing a number with a text is always a mistake: it can never hold. */
function checkPair(helper: Helper, args: readonly Typed[], around: Surroundings): boolean {
  const [left, right] = args;
  if (helper.missing !== 'false' || !left || !right) return true;
  if (left.field.type === 'any' || right.field.type === 'any' || group(left.field) === group(right.field)) return true;
  const reason = `里比较的两边类型不同，一边是${groupWords[group(left.field)]}，一边是${groupWords[group(right.field)]}`;
  around.report('helper-arguments', reason, '数字不加引号，文字和日期要加引号');
  return false;
}

const groupWords = { number: '数字', bool: '是否', text: '文字' } as const;

function group(field: Field): keyof typeof groupWords {
  return field.type === 'number' || field.type === 'bool' ? field.type : 'text';
}

/** `求和 部门 "培训人次"`: the second argument must name a field of the list's records; without it the items are leaves. */
function checkField(helper: Helper, args: readonly Typed[], around: Surroundings): boolean {
  const item = args[0] ? itemField(args[0].field) : null;
  if (item === null) return true;
  for (const [at, param] of paramsFor(helper, args.length).entries()) {
    if (param.type !== 'field') continue;
    const name = args[at]?.literal;
    const leaf = leafAsked(item, name);
    if (!leaf || !accepts(param.leaf ?? 'scalar', leaf)) {
      reportField(helper, item, { name: name ?? null, around });
      return false;
    }
    around.use(leaf);
    if (helper.restLikeField === true && !checkRest(helper, leaf, { args: args.slice(at + 1), around })) return false;
  }
  return true;
}

/** The parameters of so many arguments, where further ones name fields as the last does. */
function paramsFor({ params, rest }: Helper, count: number): readonly Param[] {
  const last = params[params.length - 1];
  const more = rest === 'field' ? Math.max(0, count - params.length) : 0;
  return last ? [...params, ...Array<Param>(more).fill(last)] : params;
}

function leafAsked(item: Field, name: Typed['literal'] | undefined): Field | null {
  if (typeof name === 'string') return ownField(item, name);
  return name === undefined ? item : null;
}

/** `筛选 任务 "天数" "多"`: a number never equals a text. */
function checkRest(
  helper: Helper,
  leaf: Field,
  { args, around }: { readonly args: readonly Typed[]; readonly around: Surroundings },
): boolean {
  const odd = args.find(({ field }) => field.type !== 'any' && leaf.type !== 'any' && group(field) !== group(leaf));
  if (odd === undefined) return true;
  const reason = `里的函数“${nameOf(helper)}”比较的两边类型不同，一边是${groupWords[group(leaf)]}，一边是${groupWords[group(odd.field)]}`;
  around.report('helper-arguments', reason, '数字不加引号，文字和日期要加引号');
  return false;
}

interface FieldAsked {
  readonly name: string | number | boolean | null;
  readonly around: Surroundings;
}

function reportField(helper: Helper, item: Field, { name, around }: FieldAsked): void {
  const near = typeof name === 'string' ? nearest(name, fieldNames(item)) : null;
  const what = name === null ? '值' : `“${String(name)}”`;
  const reason = `里的函数“${nameOf(helper)}”取不到列表每一项的${what}`;
  around.report('helper-arguments', reason, near === null ? helper.help : `是不是想写"${near}"`);
}

interface Given {
  readonly named: readonly NamedArgument[];
  readonly services: Services;
}

function caller(helper: Helper, args: readonly Typed[], { named, services }: Given): Evaluate {
  return (frame) => {
    const found = args.map((arg) => arg.evaluate(frame));
    const extra = new Map(named.map((arg) => [arg.name, arg.value.evaluate(frame)]));
    const gap = helper.missing === 'run' ? undefined : found.find(({ model }) => isMissing(model));
    if (gap)
      return helper.missing === 'false' ? { model: false, path: '' } : { model: gapOf(gap.model), path: gap.path };
    for (const { model } of found) if (isList(model)) frame.run.steps += model.length;
    return withOrigin(helper.run(new Arguments(found, extra, services)), found);
  };
}

/** The answer carries the path of the first field it was made from, and the sources of all. */
function withOrigin(answer: ReturnType<Helper['run']>, found: readonly Found[]): Found {
  const path = found.find((each) => each.path !== '')?.path ?? '';
  if (isList(answer)) return { model: answer, path };
  const sources = found.flatMap(({ model }) => sourcesOf(model));
  if (sources.length === 0) return { model: answer, path };
  if (isTraced(answer)) return { model: { ...answer, sources: [...answer.sources, ...sources] }, path };
  return { model: traced(answer, String(answer), sources), path };
}

/** What comes of a helper that lacks an argument: a missing value, which says why where the argument does. */
function gapOf(model: Model | undefined): Model {
  return isTraced(model) && model.gap !== undefined ? model : null;
}
