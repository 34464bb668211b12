/** Helpers that give yes or no. A comparison with a missing value is always false. */
import type { Arguments, Helper, Param } from './helper';
import { isMissing, isTrue, leafValue } from '../run';
import { isList, isTraced, type Model } from '../model';

const twoScalars: readonly Param[] = [
  { name: '左', type: 'scalar' },
  { name: '右', type: 'scalar' },
];
const twoOrdered: readonly Param[] = [
  { name: '左', type: 'ordered' },
  { name: '右', type: 'ordered' },
];

export const comparisonHelpers: readonly Helper[] = [
  compare(['等于', 'eq'], twoScalars, '两个值相同：{{#if (等于 状态 "已完成")}}', (order) => order === 0),
  compare(['不等于', 'ne'], twoScalars, '两个值不同：{{#if (不等于 状态 "已取消")}}', (order) => order !== 0),
  compare(['大于', 'gt'], twoOrdered, '左边大于右边：{{#if (大于 逾期数 0)}}', (order) => order > 0),
  compare(['小于', 'lt'], twoOrdered, '左边小于右边：{{#if (小于 完成率 0.9)}}', (order) => order < 0),
  compare(['不小于', 'gte'], twoOrdered, '左边大于或等于右边：{{#if (不小于 人数 2)}}', (order) => order >= 0),
  compare(['不大于', 'lte'], twoOrdered, '左边小于或等于右边：{{#if (不大于 人数 2)}}', (order) => order <= 0),
  logic(['且', 'and'], '全部成立：{{#if (且 有逾期 (大于 逾期数 3))}}', (args) => all(args).every(isTrue)),
  logic(['或', 'or'], '至少一个成立：{{#if (或 有逾期 有延期)}}', (args) => all(args).some(isTrue)),
  {
    names: ['非', 'not'],
    params: [{ name: '条件', type: 'any' }],
    result: 'bool',
    missing: 'run',
    help: '条件不成立：{{#if (非 有逾期)}}',
    run: (args) => !isTrue(args.model(0)),
  },
  presence(['有'], '有内容（0 和“否”也算有）：{{#if (有 参加人数)}}', true),
  presence(['空'], '没有内容：{{#if (空 参加人数)}}', false),
  {
    names: ['是否'],
    params: [{ name: '值', type: 'bool' }],
    result: 'text',
    missing: 'gap',
    help: '印成“是”或“否”：{{是否 已公开}}',
    run: (args) => (args.value(0) === true ? '是' : '否'),
  },
];

function compare(
  names: readonly string[],
  params: readonly Param[],
  help: string,
  holds: (order: number) => boolean,
): Helper {
  return {
    names,
    params,
    result: 'bool',
    missing: 'false',
    help,
    run: (args) => holds(order(args.value(0), args.value(1))),
  };
}

/** Days are texts like 2022-06-30, so the order of texts is their order. */
function order(left: ReturnType<typeof leafValue>, right: ReturnType<typeof leafValue>): number {
  if (left === right) return 0;
  return left !== null && right !== null && left < right ? -1 : 1;
}

function logic(names: readonly string[], help: string, run: (args: Arguments) => boolean): Helper {
  return { names, params: [{ name: '条件', type: 'any' }], rest: 'any', result: 'bool', missing: 'run', help, run };
}

function all(args: Arguments): readonly (Model | undefined)[] {
  return Array.from({ length: args.count }, (_, index) => args.model(index));
}

function presence(names: readonly string[], help: string, wanted: boolean): Helper {
  return {
    names,
    params: [{ name: '值', type: 'any' }],
    result: 'bool',
    missing: 'run',
    help,
    run: (args) => hasContent(args.model(0)) === wanted,
  };
}

function hasContent(model: Model | undefined): boolean {
  if (isMissing(model)) return isTraced(model) && model.gap !== undefined;
  return isList(model) ? model.length > 0 : leafValue(model) !== '';
}
