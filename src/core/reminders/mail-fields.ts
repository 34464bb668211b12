/** What the templates 催办通知 may name. */
import type { ModelRecord } from '../../engine/fill';
import { longDay } from '../base/day';
import type { Settings } from '../settings/settings';
import {
  mostUrgentFirst,
  otherSubjects,
  type DueItem,
  type PlaceOf,
  type ReceiverRole,
  type ReminderLevel,
} from './due-item';
import type { Mail } from './mail';
import { orderNumber } from './order-document';
import { safeLine } from './safe-text';
import { officeName } from './office-name';

interface GroupWords {
  readonly levels: readonly ReminderLevel[];
  /** Only what is called so; all of the levels when not given. */
  readonly subject?: string;
  readonly word: string;
  readonly asks: string;
  readonly colour: string;
}

/**
 * The groups of a mail, most urgent first: the word of the subject line, what is asked for, the colour in HTML. An item stands
 * in the first it fits.
 */
const groups: readonly GroupWords[] = [
  {
    levels: ['红3', '红2', '红1'],
    word: '逾期',
    asks: '已过完成时限，要尽快办结。',
    colour: '#b3261e',
  },
  {
    levels: ['缺报'],
    subject: otherSubjects.monthly,
    word: '未更新',
    asks: '填报表没有按月更新，要更新内容和封面的填报日期。',
    colour: '#b3261e',
  },
  { levels: ['缺报'], word: '缺报', asks: '还没有可用的填报表，要尽快报送。', colour: '#b3261e' },
  {
    levels: ['黄'],
    word: '滞后',
    asks: '落后于时间进度，没有报进展，或者状态读不明白，要加快推进并报告进展。',
    colour: '#9a6700',
  },
  { levels: ['蓝'], word: '临近', asks: '完成时限快到了，要按时办结。', colour: '#1f5fbf' },
  {
    levels: ['数据存疑'],
    subject: otherSubjects.unread,
    word: '没有读到',
    asks: '程序没有读到这些填报表，要先排除原因；这不是缺报。',
    colour: '#5f6368',
  },
  {
    levels: ['数据存疑'],
    subject: otherSubjects.figures,
    word: '未报数据',
    asks: '没有填报表报送这些数据，要报送填报表。',
    colour: '#5f6368',
  },
  {
    levels: ['数据存疑'],
    word: '数据存疑',
    asks: '填报的内容有疑问或者没有填全，要在原填报表里核实、更正、补填。',
    colour: '#5f6368',
  },
];

/** One group with its items, in the order of the ladder; what was planned for two roles of one person stands once. */
export interface ItemGroup {
  readonly word: string;
  readonly asks: string;
  readonly colour: string;
  readonly items: readonly DueItem[];
}

/** The groups that have items. */
export function groupItems(items: readonly DueItem[], placeOf?: PlaceOf): readonly ItemGroup[] {
  const seen = new Set<string>();
  const once = items.filter((item) => seen.size < seen.add(sameMatter(item)).size);
  return groups.flatMap((group) => {
    const own = once.filter((item) => groups.find((one) => isIn(one, item)) === group);
    const { word, asks, colour } = group;
    return own.length === 0 ? [] : [{ word, asks, colour, items: mostUrgentFirst(own, placeOf) }];
  });
}

function isIn({ levels, subject }: GroupWords, { key }: DueItem): boolean {
  return levels.includes(key.level) && (subject ?? key.subject) === key.subject;
}

function sameMatter({ key: { department, subject, due, level } }: DueItem): string {
  return JSON.stringify([department, subject, due, level]);
}

/** The fields of one mail. */
export function mailData({ number, items }: Mail, groupsOfMail: readonly ItemGroup[], settings: Settings): ModelRecord {
  const isFor = (...roles: ReceiverRole[]): boolean => items.every(({ key }) => roles.includes(key.role));
  const isInside = isFor('办公室');
  return {
    示例: settings.sample,
    ...officeName(settings),
    日期: longDay(settings.today),
    编号: number,
    主题: subjectOf(groupsOfMail, settings),
    领导: isFor('分管领导', '主要领导'),
    内部: isInside,
    派出: items.every(({ isOutpost }) => isOutpost),
    无表: !isInside && items.every(({ isFormless }) => isFormless),
    只缺报: items.every(({ key }) => key.level === '缺报' && key.subject === otherSubjects.workbook),
    件数: groupsOfMail.reduce((sum, group) => sum + group.items.length, 0),
    分组: groupsOfMail.map(({ word, asks, colour, items: own }) => ({
      级别: word,
      个数: own.length,
      说明: asks,
      颜色: colour,
      事项: own.map(itemData),
    })),
  };
}

function itemData(item: DueItem, index: number): ModelRecord {
  return {
    序号: index + 1,
    标题: safeLine(item.title, 80),
    内容: safeLine(item.text),
    督办单: item.order === null ? '' : orderNumber(item),
  };
}

/** `【…】逾期2项、临近3项（2022-12-31）` with the edition's name: nothing a department typed stands in it. */
export function subjectOf(groupsOfMail: readonly ItemGroup[], { today, edition }: Settings): string {
  const counts = groupsOfMail.map(({ word, items }) => `${word}${String(items.length)}项`);
  return `【${edition.name}】${counts.join('、')}（${today}）`;
}
