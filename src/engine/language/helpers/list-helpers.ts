/** Helpers that turn a list into one value. `field` picks one field of each record. */
import { divide, plain, round, sum } from '../../../core/base/decimal';
import { sourcesOf, type Answer, type Arguments, type Helper, type Param } from './helper';
import { isTraced, traced, type Model } from '../model';
import { isMissing, leafText, leafValue, member } from '../run';

const list: Param = { name: '列表', type: 'list' };
const field: Param = { name: '字段', type: 'field', optional: true };

const numberField: Param = { ...field, leaf: 'number' };

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
    params: [list, numberField],
    result: 'number',
    missing: 'gap',
    help: '把列表里的数加起来：{{求和 部门 "参加人次"}}',
    run: (args: Arguments): Answer => {
      const items = numbersIn(args);
      const total = sum(items.map((item) => Number(leafValue(item))));
      return withSources(total, items);
    },
  },
  extreme(['最大'], '列表里最大的数：{{最大 部门 "参加人次"}}', (value, best) => value > best),
  extreme(['最小'], '列表里最小的数：{{最小 部门 "参加人次"}}', (value, best) => value < best),
  {
    names: ['平均'],
    params: [list, numberField],
    result: 'number',
    missing: 'gap',
    help: '列表里有数据的数的平均数，一个也没有时印成待补：{{小数 (平均 部门 "学时") 1}}',
    run: (args: Arguments): Answer => {
      const items = numbersIn(args);
      const mean = divide(sum(items.map((item) => Number(leafValue(item)))), items.length);
      return mean === null ? nothing : traced(mean, plain(round(mean, 2)), items.flatMap(sourcesOf));
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
    names: ['分别'],
    params: [list],
    result: 'text',
    missing: 'gap',
    help: '两项以上印成“分别”，只有一项不印：{{分别 逾期任务}}是{{顿号 逾期任务 "名称"}}',
    run: (args: Arguments): string => (args.list(0).length > 1 ? '分别' : ''),
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

/** Of a list without numbers there is no greatest and no mean: a gap. */
const nothing: Answer = traced(null, '');

/** The item itself, with the text and sources it has. */
function extreme(names: readonly string[], help: string, better: (value: number, best: number) => boolean): Helper {
  return {
    names,
    params: [list, numberField],
    result: 'number',
    missing: 'gap',
    help,
    run: (args) => {
      const items = numbersIn(args);
      const best = items.reduce<Model | null>((found, item) => {
        return found === null || better(Number(leafValue(item)), Number(leafValue(found))) ? item : found;
      }, null);
      return best === null ? nothing : isTraced(best) ? best : withSources(Number(leafValue(best)), []);
    },
  };
}

function numbersIn(args: Arguments): readonly Model[] {
  return picked(args).filter((item) => typeof leafValue(item) === 'number');
}

/** The items, or one field of each; missing ones are left out. */
function picked(args: Arguments): readonly Model[] {
  const items = args.list(0).map((item) => (args.count > 1 ? member(item, args.text(1)) : item));
  return items.filter((item): item is Model => !isMissing(item));
}

function withSources(value: string | number, items: readonly Model[]): Answer {
  return traced(value, String(value), items.flatMap(sourcesOf));
}
