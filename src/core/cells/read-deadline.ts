/** Reads a deadline as offices write it: one day, a recurring list, or without end. */
import { addDays, dayParts, lastDayOfMonth, makeDay, type Day } from '../base/day';
import type { Cell } from '../base/grid';
import { withoutEnd } from '../base/text';
import { checkedDay, dateText, dayByKind, dayRefusal, periodShown, writtenDay } from './day-words';
import { festivalDay, festivalNames } from './festivals';
import type { Deadline, ReadContext, Reading } from './readings';
import { recurringDays } from './recurring';
import { nothingRead, refused, remark, type RemarkCode } from './remarks';

/** What a pattern makes of its match: a deadline with remarks in words, or the code of a refusal. */
type Outcome = { readonly value: Deadline; readonly says: readonly (readonly [RemarkCode, string])[] } | RemarkCode;

type Pattern = readonly [RegExp, (groups: Groups, context: DeadlineContext) => Outcome];
type Groups = Readonly<Record<string, string | undefined>>;

/** `issuedOn`: the day the task was given out (起始), from which 即日起 counts. */
export interface DeadlineContext extends ReadContext {
  readonly issuedOn?: Day | null;
}

const year = String.raw`(?:(?<year>\d{4})年?)?`;
const to = '(?:-|—|–|~|至|到)+';
/** After a period 之前 and 以前 mean its last day; only after a single day does 之前 leave the day out. */
const by = '(?:前|之前|以前|之内|以内|内|止)?';
/** No deadline is longer; a report pasted into the cell is not searched for one. */
const longest = 60;
const lastDay = '(?:底|末)';
/** Words of work without end, 长期 or the like among them; 全年 alone is a limit, 全年坚持 is none. */
const endless =
  /^(?=.*(?:长期|常年|持续|常态|经常)|全年.)(?:(?:全年|长期|常年|持续|经常性?|常态化?|坚持|推进|开展|实施|进行|落实|管理|保持|工作|有效),?)+$/u;

/** Tried in order; the first that matches the whole text decides. Single days come before all of them. */
const patterns: readonly Pattern[] = [
  [endless, ongoing],
  [/^([-—/]+|无|待定|每学期.*|无期限|不定期)$/u, () => ({ value: { kind: 'ongoing' }, says: [['deadline-open', '']] })],
  [/^每(?!学期)(?<rule>年.+|[^、,;和]+)$/u, recurring],
  [new RegExp(`^${year}(?<month>\\d{1,2})月份?${lastDay}${by}$`, 'u'), monthEnd],
  [/^(?<year>\d{4})[-./](?<month>\d{1,2})$/u, monthWithoutDay],
  [new RegExp(`^${year}(?<month>\\d{1,2})月份?内?$`, 'u'), monthWithoutDay],
  [new RegExp(`^${year}\\d{1,2}月份?(以前|之前|前)$`, 'u'), () => 'deadline-before-month'],
  [new RegExp(`^${year}(?<month>\\d{1,2})月(?<third>[上中下])旬${by}$`, 'u'), thirdOfMonth],
  [new RegExp(`^${year}第?(?<quarter>[一二三四1-4])季度${lastDay}?${by}$`, 'u'), quarterEnd],
  [new RegExp(`^${year}(?<half>[上下])半年${lastDay}?${by}$`, 'u'), halfEnd],
  [new RegExp(`^(?:(?<year>\\d{4})年?度?|本年度?|当年|年)(?:底|末|内|终)${by}$`, 'u'), yearEnd],
  [new RegExp(`^${year}全年${by}$|^本年度?$|^当年$`, 'u'), yearEnd],
  [/^(?<year>\d{4})年度?$/u, yearEnd],
  [
    new RegExp(`^${year}(?<from>\\d{1,2})月?${to}(?<endYear>\\d{4}年)?(?<month>\\d{1,2})月${lastDay}?${by}$`, 'u'),
    months,
  ],
  // bounded: tried on texts up to `longest`
  [new RegExp(`^(?<first>[^至到~—–]+日?)${to}(?<second>[^至到~—–]+)$`, 'u'), span],
  [/^(即日起?|立行立改|立即(整改|办理|落实)?|即知即改)$/u, immediate],
  [new RegExp(`^${year}(?<festival>${festivalNames})(节|假期)?(之前|以前|前)$`, 'u'), beforeFestival],
  [/^(已|基本)?(完成|办结|销号)$|^(推进中|进行中|未启动|逾期|滞后)$/u, () => 'deadline-status'],
  // bounded: tried on texts up to `longest`
  [/(按|根据|视).*(要求|情况|通知|部署|安排)|尽快|尽早|抓紧|近期|适时|及时/u, () => 'deadline-vague'],
  [/^(本月|当月|月)(底|末|中|初).*|^\d{1,2}日前?$/u, () => 'deadline-vague'],
  [/^\D+(前|后|期间)$/u, () => 'deadline-event'],
];

/**
 * The deadline; days count inclusively (6月30日前 is due on the 30th). What has no year is of the report's year, noted;
 * 之前 leaves out its own day (as 3月1日之前 in the reporting rule does), which is listed for a look.
 */
export function readDeadline(cell: Cell, context: DeadlineContext): Reading<Deadline> {
  const byKind = dayByKind(cell, context);
  if (byKind !== null) return dated(cell, context, byKind);
  const text = plainText(cell);
  if (text === '') return nothingRead;
  if (text.length > longest) return refused('deadline-unreadable', cell, context);
  const outcome = dayOutcome(text, context) ?? patternOutcome(text, context);
  if (typeof outcome === 'string') return refused(outcome, cell, context);
  return { value: outcome.value, remarks: outcome.says.map(([code, detail]) => remark(code, cell, context, detail)) };
}

/** A date cell: its day, or the end of the month or the year that is all it shows. */
function dated(cell: Cell, context: DeadlineContext, { value, remarks }: Reading<Day>): Reading<Deadline> {
  const period = periodShown(cell);
  if (value === null || period === null) return { value: value === null ? null : single(value), remarks };
  const { year, month } = dayParts(value);
  const due = lastDayOfMonth(year, period === 'year' ? 12 : month);
  const note = period === 'month' ? [remark('deadline-month-end', cell, context, due)] : [];
  return { value: single(due), remarks: [...remarks, ...note] };
}

/** The text without what says nothing of the day: 于…, …完成, （含）. */
function plainText(cell: Cell): string {
  return withoutEnd(dateText(cell), /[。;,]/u)
    .replace(/\((含|含当日|包括当日)\)$/u, '')
    .replace(/^(于|在|截至|截止到?)/u, '')
    .replace(/(?<=[\d月日号底末前内旬年度])(全部|全面)?(完成|办结|结束)(任务)?$/u, '');
}

/** One day with or without 前, 以前 (inclusive) or 之前 (exclusive); null when the text is no day. */
function dayOutcome(text: string, context: DeadlineContext): Outcome | null {
  const [, words = '', tail = ''] = /^(.*?)(之前|以前|前|止|内|截止)?$/u.exec(text) ?? [];
  const written = writtenDay(words);
  if (written === null) return null;
  const day = checkedDay(written, context.reportYear);
  if (day === 'day-missing' || day === 'day-too-far') return day;
  if (tail === '之前') return { value: single(addDays(day, -1)), says: [['deadline-exclusive', addDays(day, -1)]] };
  return { value: single(day), says: written.year === null ? [['year-assumed', day]] : [] };
}

function patternOutcome(text: string, context: DeadlineContext): Outcome {
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return read(match.groups ?? {}, context);
  }
  const several = severalDays(text, context);
  if (several !== null) return several;
  const refusal = dayRefusal(text);
  return refusal === 'day-unreadable' ? 'deadline-unreadable' : refusal;
}

/** `6月、11月底`, `6月底、12月底各1次`: each a deadline of its own, one after the other. */
function severalDays(text: string, context: DeadlineContext): Outcome | null {
  const [first = '', ...others] = text.replace(/各(?:开展|召开|组织)?[一1][次期场]$/u, '').split(/[、,;和]/u);
  if (others.length === 0) return null;
  const unit = /(?<=\d)月.*/u.exec(text)?.[0] ?? '';
  const parts = [first, ...others].map((part) => {
    const whole = /^\d+$/u.test(part) ? part + unit : part;
    const outcome = patternOutcome(whole, context);
    return typeof outcome === 'string' ? (dayOutcome(whole, context) ?? outcome) : outcome;
  });
  const [rule, last, ...more] = parts;
  if (rule !== undefined && last !== undefined && more.length === 0) {
    const ended = endedBy(rule, last);
    if (ended !== null) return ended;
  }
  const days = parts.flatMap((one) => (typeof one !== 'string' && one.value.kind === 'day' ? [one] : []));
  const due = days.flatMap(({ value }) => (value.kind === 'day' ? [value.due] : []));
  const isOrdered = due.length > others.length && due.every((day, index) => day > (due[index - 1] ?? ''));
  return isOrdered ? { value: { kind: 'recurring', due }, says: joinedSays(days.flatMap(({ says }) => says)) } : null;
}

/** `每半年1次，12月20日前`: the last of the periods ends with the day; 每季度末，10月 may as well be one more. */
function endedBy(rule: Outcome, last: Outcome): Outcome | null {
  if (typeof rule === 'string' || typeof last === 'string') return null;
  if (rule.value.kind !== 'recurring' || last.value.kind !== 'day') return null;
  const { due } = last.value;
  const before = rule.value.due.slice(0, -1);
  const end = rule.value.due[before.length] ?? '';
  if (due <= (before[before.length - 1] ?? '') || due > end) return null;
  const says = due.slice(0, 7) === end.slice(0, 7) ? 'deadline-last' : 'deadline-last-early';
  return { value: { kind: 'recurring', due: [...before, due] }, says: [...rule.says, [says, due]] };
}

/** What is said of the parts, once for each kind. */
function joinedSays(says: readonly (readonly [RemarkCode, string])[]): readonly (readonly [RemarkCode, string])[] {
  const of = (code: RemarkCode): readonly string[] => says.flatMap(([one, detail]) => (one === code ? [detail] : []));
  return [...new Set(says.map(([code]) => code))].map((code) => [code, of(code).join('、')]);
}

function single(due: Day, start: Day | null = null): Deadline {
  return { kind: 'day', due, start };
}

function ongoing(): Outcome {
  return { value: { kind: 'ongoing' }, says: [] };
}

function recurring(groups: Groups, context: DeadlineContext): Outcome {
  const rule = (groups.rule ?? '').replace(/(至少|不少于)?[一1]次$/u, '');
  if (rule.startsWith('年')) {
    // 每年底前 and 每年度 end with the year, 每年6月底前 within it.
    const rest = /^年(?:度?$|[底末内终])/u.test(rule) ? rule.replace(/^年度?$/u, '年底') : rule.slice(1);
    return dayOutcome(rest, context) ?? patternOutcome(rest, context);
  }
  const found = recurringDays(rule, context.reportYear);
  if (found === null) return 'deadline-unreadable';
  return {
    value: { kind: 'recurring', due: found.due },
    says: found.clamped ? [['deadline-clamped', '']] : [],
  };
}

/** The last day of a month, or any day given, with the note about a missing year. */
function inMonth(groups: Groups, context: DeadlineContext, month: number, dayOfMonth: number | null): Outcome {
  const written = { year: yearOf(groups), month, day: dayOfMonth ?? 1 };
  const day = checkedDay(written, context.reportYear);
  if (day === 'day-missing' || day === 'day-too-far') return day;
  const due = dayOfMonth === null ? lastDayOfMonth(written.year ?? context.reportYear, month) : day;
  return { value: single(due), says: written.year === null ? [['year-assumed', due]] : [] };
}

function yearOf(groups: Groups): number | null {
  return groups.year === undefined ? null : Number(groups.year);
}

function monthEnd(groups: Groups, context: DeadlineContext): Outcome {
  return inMonth(groups, context, Number(groups.month), null);
}

/** 2022年6月: an office means the end of the month, but did not say so. */
function monthWithoutDay(groups: Groups, context: DeadlineContext): Outcome {
  const outcome = monthEnd(groups, context);
  if (typeof outcome === 'string' || outcome.value.kind !== 'day') return outcome;
  return { value: outcome.value, says: [['deadline-month-end', outcome.value.due]] };
}

function thirdOfMonth(groups: Groups, context: DeadlineContext): Outcome {
  const days: Readonly<Record<string, number>> = { 上: 10, 中: 20 };
  return inMonth(groups, context, Number(groups.month), days[groups.third ?? ''] ?? null);
}

function quarterEnd(groups: Groups, context: DeadlineContext): Outcome {
  const quarter = groups.quarter ?? '';
  return inMonth(groups, context, ('一二三四'.indexOf(quarter) + 1 || Number(quarter)) * 3, null);
}

function halfEnd(groups: Groups, context: DeadlineContext): Outcome {
  return inMonth(groups, context, groups.half === '上' ? 6 : 12, null);
}

/** 年底前, 全年, 2022年: the year itself is understood, so nothing is noted. */
function yearEnd(groups: Groups, context: DeadlineContext): Outcome {
  const outcome = inMonth(groups, context, 12, 31);
  return typeof outcome === 'string' ? outcome : { value: outcome.value, says: [] };
}

/** 2022年3—6月: start on the first day, due on the last, within one year. */
function months(groups: Groups, context: DeadlineContext): Outcome {
  const startYear = yearOf(groups) ?? context.reportYear;
  const endYear = groups.endYear === undefined ? startYear : Number.parseInt(groups.endYear, 10);
  const start = makeDay(startYear, Number(groups.from), 1);
  const end = monthEnd({ ...groups, year: String(endYear) }, context);
  if (typeof end === 'string' || end.value.kind !== 'day') return end;
  if (start === null) return 'day-missing';
  return spanning(start, end.value.due, groups.year === undefined);
}

/** 3月1日至6月30日, 2022.3.1-2022.6.30. */
function span(groups: Groups, context: DeadlineContext): Outcome {
  const first = writtenDay(groups.first ?? '');
  const second = writtenDay((groups.second ?? '').replace(/前$/u, ''));
  if (first === null || second === null) return 'deadline-unreadable';
  const start = checkedDay(first, context.reportYear);
  const due = checkedDay({ ...second, year: second.year ?? first.year }, context.reportYear);
  if (start === 'day-missing' || start === 'day-too-far') return start;
  if (due === 'day-missing' || due === 'day-too-far') return due;
  return spanning(start, due, first.year === null);
}

function spanning(start: Day, due: Day, yearless: boolean): Outcome {
  if (start > due || start.slice(0, 4) !== due.slice(0, 4)) return 'deadline-reversed';
  return { value: single(due, start), says: yearless ? [['year-assumed', `${start} 至 ${due}`]] : [] };
}

function immediate(_: Groups, context: DeadlineContext): Outcome {
  const issued = context.issuedOn ?? null;
  return issued === null ? 'deadline-no-start' : { value: single(issued), says: [['deadline-immediate', issued]] };
}

function beforeFestival(groups: Groups, context: DeadlineContext): Outcome {
  const name = groups.festival ?? '';
  // 2023年元旦前 ends 2022: the year written with 元旦 is the new one.
  const written = yearOf(groups);
  const planYear = written === null ? context.reportYear : written - (name === '元旦' ? 1 : 0);
  const first = festivalDay(name, planYear);
  if (first === null) return 'deadline-event';
  return { value: single(addDays(first, -1)), says: [['deadline-festival', addDays(first, -1)]] };
}
