/** What was done how often: joint events that two departments count, and promises of regularity that were not kept. */
import { plain } from '../../base/decimal';
import { placeText } from '../../base/place';
import type { Problem } from '../../base/problem';
import { nameKey } from '../../base/text';
import { cellIn, saidIn, textIn } from '../../rows/events/event-cells';
import type { EventList, EventRow } from '../../rows/rows';
import type { IndicatorFinding, TaskFinding } from '../findings';
import type { Town } from './town';

/**
 * One event, by day and topic, that two departments say they lead: it is counted twice.
 *
 * Two offices both list 国家宪法日宣传 of 12-04 with 是否牵头 是.
 */
export function jointEventTwice({ rows }: Town): readonly Problem[] {
  return rows.events.flatMap(twiceIn);
}

function twiceIn({ detail: { joint, day: dayField }, rows }: EventList): readonly Problem[] {
  if (joint === null || dayField === null) return [];
  const first = new Map<string, EventRow>();
  return inOrder(rows).flatMap((event): readonly Problem[] => {
    const [day, topic] = [textIn(event, dayField), textIn(event, joint.topic)];
    if (saidIn(event, joint.leads).value !== true || day === null || topic === null) return [];
    const key = `${day} ${nameKey(topic)}`;
    const other = first.get(key) ?? event;
    first.set(key, other);
    const { department } = event;
    if (other.department === department) return [];
    const leads = cellIn(event, joint.leads);
    const otherPlace = placeText(cellIn(other, joint.leads).place);
    return [
      {
        code: 'joint-event-twice',
        level: 'doubt',
        place: leads.place,
        actual: leads.shown,
        reason: `${day}“${topic}”${other.department}（${otherPlace}）和${department}都填了牵头，计了两次`,
        expected: '联合举办的只由一个单位填“是”，其余填“否”',
      },
    ];
  });
}

/** By department, so that the order of files decides nothing. */
function inOrder(events: readonly EventRow[]): readonly EventRow[] {
  return [...events].sort((a, b) => (a.department < b.department ? -1 : a.department > b.department ? 1 : 0));
}

/**
 * A task that recurs and is said to be done, while its indicator counts fewer occurrences.
 *
 * 每两月一次 done by the end of the year, and 5次: one of both is wrong.
 */
export function fewerThanPromised({ tasks, indicators, settings }: Town): readonly Problem[] {
  return tasks.flatMap(({ task, progress, state }): readonly Problem[] => {
    if (task.deadline?.kind !== 'recurring' || state !== 'done' || progress === null) return [];
    const found = indicators.find(({ indicator }) => indicator.code === task.indicator);
    const promised = task.deadline.due.filter((day) => day <= settings.cutoff).length;
    if (found === undefined || !isCountOfTimes(found) || found.value === null || found.value >= promised) return [];
    return [
      {
        code: 'fewer-than-promised',
        level: 'doubt',
        place: progress.status.place,
        actual: progress.status.shown,
        reason: `任务 ${task.id} 时限为“${task.dueText}”，应有${String(promised)}次，${found.indicator.name}只有 ${plain(found.value)}`,
        expected: '请核对任务状态和指标数据',
      },
    ];
  });
}

function isCountOfTimes({ indicator, qualifier }: IndicatorFinding): boolean {
  return indicator.kind === 'count' && ['次', '场', '场次'].includes(indicator.unit) && qualifier === '';
}

const aYear: readonly (readonly [words: RegExp, times: number])[] = [
  [/每(两|2|二)个?月/u, 6],
  [/每个?月/u, 12],
  [/每个?季度?/u, 4],
  [/每半年/u, 2],
];

/** The total told in a clause behind the one of the frequency; null without one. */
function countAfter(text: string, frequency: RegExp): number | null {
  const behind = text.slice(text.search(frequency)).replace(/^[^，。；]*/u, '');
  const count = /(?:共|累计|全年)[^，。；\d]{0,12}(\d+)\s*(?:次|场)/u.exec(behind)?.[1];
  return count === undefined ? null : Number(count);
}

/**
 * A report of progress that says how often and how many times, and the two do not agree.
 *
 * 每两月学法1次，全年共5次: six were due.
 */
export function frequencyAndCount({ tasks, settings }: Town): readonly Problem[] {
  if (!settings.cutoff.endsWith('-12-31')) return [];
  return tasks.flatMap(({ progress }: TaskFinding): readonly Problem[] => {
    const text = progress?.text ?? '';
    const said = aYear.find(([words]) => words.test(text));
    const count = said === undefined ? null : countAfter(text, said[0]);
    if (progress === null || said === undefined || count === null || count >= said[1]) return [];
    const promised = said[1];
    return [
      {
        code: 'frequency-and-count',
        level: 'doubt',
        place: progress.place,
        actual: text.slice(0, 30),
        reason: `任务 ${progress.taskId} 的进展情况写的频次一年应有${String(promised)}次，写的总数只有${String(count)}次`,
        expected: '请核对频次和次数',
      },
    ];
  });
}
