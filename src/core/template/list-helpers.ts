/** Helpers that turn a list into one value. `field` picks one field of each record. */
import { sum } from '../base/decimal';
import { sourcesOf, type Answer, type Arguments, type Helper, type Param } from './helper';
import { traced, type Model } from './model';
import { isMissing, leafText, leafValue, member } from './run';

const list: Param = { name: '列表', type: 'list' };
const field: Param = { name: '字段', type: 'field', optional: true };

export const listHelpers: readonly Helper[] = [
  {
    names: ['个数', 'count'],
    params: [list],
    result: 'number',
    missing: 'gap',
    help: '列表有几项：{{个数 逾期任务}}',
    run: (args: Arguments): number => args.list(0).length,
  },
  {
    names: ['求和'],
    params: [list, field],
    result: 'number',
    missing: 'gap',
    help: '把列表里的数加起来：{{求和 部门 "培训人次"}}',
    run: (args: Arguments): Answer => {
      const items = picked(args).filter((item) => typeof leafValue(item) === 'number');
      const total = sum(items.map((item) => Number(leafValue(item))));
      return withSources(total, items);
    },
  },
  {
    names: ['顿号', 'join'],
    params: [list, field],
    named: [{ name: '分隔', type: 'text' }],
    result: 'text',
    missing: 'gap',
    help: '用顿号（或 分隔="；"）连起来：{{顿号 逾期任务 "名称"}}',
    run: (args: Arguments): Answer => {
      const items = picked(args);
      return withSources(items.map(leafText).join(args.named('分隔', '、')), items);
    },
  },
  {
    names: ['和'],
    params: [list, field],
    result: 'text',
    missing: 'gap',
    help: '连成“甲、乙和丙”：{{和 牵头部门 "名称"}}',
    run: (args: Arguments): Answer => {
      const items = picked(args);
      const texts = items.map(leafText);
      const head = texts.slice(0, -1).join('、');
      return withSources(head + (head === '' ? '' : '和') + (texts[texts.length - 1] ?? ''), items);
    },
  },
];

/** The items, or one field of each; missing ones are left out. */
function picked(args: Arguments): readonly Model[] {
  const items = args.list(0).map((item) => (args.count > 1 ? member(item, args.text(1)) : item));
  return items.filter((item): item is Model => !isMissing(item));
}

function withSources(value: string | number, items: readonly Model[]): Answer {
  return traced(value, String(value), items.flatMap(sourcesOf));
}
