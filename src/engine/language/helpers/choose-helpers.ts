/** Helpers that make a list out of a list: filter, sort, group, cut. The items keep their trace. */
import { derivedList } from '../derived-list';
import type { Arguments, Helper, Param } from './helper';
import type { Field, Model } from '../model';
import { isMissing, isTrue, leafText, leafValue, member, type Found } from '../run';

const list: Param = { name: '列表', type: 'list' };
const field: Param = { name: '字段', type: 'field' };
const anyField: Param = { ...field, optional: true };
const count: Param = { name: '几项', type: 'number' };

/** The same list again. */
const same = ([whole]: readonly Field[]): Field => whole ?? { type: 'list', help: '', of: { type: 'any', help: '' } };

export const chooseHelpers: readonly Helper[] = [
  {
    names: ['筛选', 'filter'],
    params: [list, field],
    rest: 'scalar',
    restLikeField: true,
    named: [{ name: '比较', type: 'text', choices: ['等于', '不等于', '大于', '小于', '不小于', '不大于'] }],
    result: same,
    missing: 'gap',
    help: '只留下字段等于某个值（可写几个值，也可写 比较="大于"）的项，不写值则留下字段成立的项：{{#each (筛选 任务 "状态" "逾期")}}{{名称}}{{/each}}',
    run: (args) => derivedList(args.items(0).filter((item) => isChosen(item, args))),
  },
  {
    names: ['排序', 'sort'],
    params: [list, anyField],
    named: [{ name: '顺序', type: 'text', choices: ['升', '降'] }],
    result: same,
    missing: 'gap',
    help: '按字段从小到大（顺序="降" 从大到小）排，没有数据的排在最后：{{#each (排序 部门 "完成率" 顺序="降")}}{{名称}}{{/each}}',
    run: (args) => derivedList(sorted(args)),
  },
  {
    names: ['去重', 'unique'],
    params: [list, anyField],
    result: same,
    missing: 'gap',
    help: '字段相同的只留下第一项：{{顿号 (去重 任务 "牵头单位") "牵头单位"}}',
    run: (args) => derivedList(firstOfEach(args).map(([first]) => first)),
  },
  {
    names: ['分组', 'group'],
    params: [list, field],
    result: ([whole], [name]) => groupsOf(whole, name ?? ''),
    missing: 'gap',
    help: '字段相同的归为一组，每组有 组名、项（列表）、个数：{{#each (分组 任务 "类别")}}{{组名}}：{{顿号 项 "名称"}}。{{/each}}',
    run: (args) =>
      firstOfEach(args).map((items): Model => {
        const name = member(items[0].model, args.text(1)) ?? null;
        return { 组名: name, 项: derivedList(items), 个数: items.length };
      }),
  },
  {
    names: ['前几', 'first'],
    params: [list, count],
    result: same,
    missing: 'gap',
    help: '只留下前几项：{{顿号 (前几 部门 3) "名称"}}',
    run: (args) => derivedList(args.items(0).slice(0, atLeast(args.number(1), 0))),
  },
  {
    names: ['分行', 'rows'],
    params: [list, count],
    result: (fields) => ({ type: 'list', help: '', of: same(fields) }),
    missing: 'gap',
    help: '每几项归成一行，一行里放几条记录：{{#each (分行 部门 2)}}{{#with this.[0]}}{{名称}}{{/with}}{{#with this.[1]}}{{名称}}{{/with}}{{/each}}',
    run: (args) => chunks(args.items(0), atLeast(args.number(1), 1)).map(derivedList),
  },
];

function atLeast(value: number, least: number): number {
  return Math.max(least, Math.trunc(value));
}

function groupsOf(whole: Field | undefined, name: string): Field {
  const of = whole?.type === 'list' ? whole.of : null;
  const key: Field = (of?.type === 'record' ? of.fields[name] : undefined) ?? { type: 'any', help: '' };
  const fields = { 组名: key, 项: same(whole ? [whole] : []), 个数: { type: 'number', help: '' } } as const;
  return { type: 'list', help: '', of: { type: 'record', help: '', fields } };
}

/** The value that decides about an item: one of its fields, or itself. */
function keyOf({ model }: Found, args: Arguments): Model | undefined {
  return args.count > 1 ? member(model, args.text(1)) : model;
}

function isChosen(item: Found, args: Arguments): boolean {
  const key = keyOf(item, args);
  if (args.count < 3) return isTrue(key);
  if (isMissing(key)) return false;
  const value = leafValue(key);
  const wanted = Array.from({ length: args.count - 2 }, (_, index) => args.value(index + 2));
  return comparisons[args.named('比较', '等于')]?.(value, wanted) ?? false;
}

type Leaf = ReturnType<typeof leafValue>;

const comparisons: Readonly<Record<string, (value: Leaf, wanted: readonly Leaf[]) => boolean>> = {
  等于: (value, wanted) => wanted.includes(value),
  不等于: (value, wanted) => !wanted.includes(value),
  大于: (value, wanted) => wanted.every((each) => order(value, each) > 0),
  小于: (value, wanted) => wanted.every((each) => order(value, each) < 0),
  不小于: (value, wanted) => wanted.every((each) => order(value, each) >= 0),
  不大于: (value, wanted) => wanted.every((each) => order(value, each) <= 0),
};

/** Days are texts like 2022-06-30, so the order of texts is their order. */
function order(left: Leaf, right: Leaf): number {
  if (left === right || left === null || right === null) return 0;
  return left < right ? -1 : 1;
}

/** Equal items stay in their order, also from great to small; missing ones come last. */
function sorted(args: Arguments): readonly Found[] {
  const sign = args.named('顺序', '升') === '降' ? -1 : 1;
  const keyed = args.items(0).map((item) => ({ item, key: leafValue(keyOf(item, args)) }));
  const known = keyed.filter(({ key }) => key !== null).sort((left, right) => sign * order(left.key, right.key));
  return [...known, ...keyed.filter(({ key }) => key === null)].map(({ item }) => item);
}

type Some = readonly [Found, ...Found[]];

/** The items with the same key, in the order in which each key comes first. */
function firstOfEach(args: Arguments): readonly Some[] {
  const groups = new Map<string, [Found, ...Found[]]>();
  for (const item of args.items(0)) {
    const key = keyOf(item, args);
    const name = `${typeof leafValue(key)} ${String(leafValue(key) ?? leafText(key))}`;
    const known = groups.get(name);
    if (known) known.push(item);
    else groups.set(name, [item]);
  }
  return [...groups.values()];
}

function chunks(items: readonly Found[], size: number): readonly (readonly Found[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, row) => items.slice(row * size, (row + 1) * size));
}
