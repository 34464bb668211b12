/** The history of the year: what a run found, in the few figures that are kept of it, as lines of JSON. Of several of one day the last one counts. */
import type { Snapshot } from '../../contract/history';
import { parseDay } from '../base/day';
import { historyTitle } from '../base/office-names';
import type { Problem, Result } from '../base/problem';
import { undatedTasks } from '../findings/completion';
import type { Findings } from '../findings/findings';

/** A snapshot with what it is of: the 报告年度, and when in China it was taken (`2022-12-31 08:05:10`). */
interface HistoryLine {
  readonly year: number;
  readonly at: string;
  readonly snapshot: Snapshot;
}

/** The town's figures and each department's tasks on the day the findings are judged by; a figure that is not known is null. */
export function snapshotOf(findings: Findings, problems: readonly Problem[]): Snapshot {
  const { asOf, tally, tasks, byDepartment, indicators } = findings;
  const { done, due, overdue, unreported, unclear } = tally;
  return {
    ...{ day: asOf, done, due, overdue },
    unknown: unreported + unclear + undatedTasks(tasks).length,
    problems: problems.filter(({ level }) => level !== 'note').length,
    departments: byDepartment.map((one) => ({ name: one.name, done: one.done, due: one.due, overdue: one.overdue })),
    figures: Object.fromEntries(indicators.map(({ indicator, value }) => [indicator.code, value])),
  };
}

/** Google keeps 50,000 characters in a cell. */
const charactersALine = 45_000;

/** Null for a snapshot that no cell can hold. */
export function historyLine(line: HistoryLine): string | null {
  const text = JSON.stringify(line);
  return text.length > charactersALine ? null : text;
}

/** The snapshots of a year, oldest first, one a day. Lines that cannot be read are told as one, and cost themselves alone. */
export function readHistory(texts: readonly string[], year: number): Result<readonly Snapshot[]> {
  const byDay = new Map<string, Snapshot>();
  const unread: number[] = [];
  for (const [index, text] of texts.entries()) {
    const line = parseLine(text);
    if (line === null) unread.push(index + 1);
    else if (line.year === year) byDay.set(line.snapshot.day, line.snapshot);
  }
  const value = [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
  const [first] = unread;
  return { value, problems: first === undefined ? [] : [unreadLines(first, unread.length, texts[first - 1])] };
}

/** Whether the latest line of that year and day says the same already. */
export function isKept(texts: readonly string[], year: number, snapshot: Snapshot): boolean {
  const kept = readHistory(texts, year).value.find(({ day }) => day === snapshot.day);
  return kept !== undefined && JSON.stringify(kept) === JSON.stringify(snapshot);
}

function unreadLines(row: number, count: number, text = ''): Problem {
  const rows = count === 1 ? `第 ${String(row)} 行读不懂` : `有${String(count)}行读不懂，从第 ${String(row)} 行起`;
  return {
    code: 'history-unread',
    level: 'note',
    place: { file: historyTitle, spot: `第 ${String(row)} 行` },
    actual: text.slice(0, 60),
    reason: `${historyTitle}${rows}，可能是运行在记录时中断，或者有人改动过，没有采用`,
    expected: '不影响报告和催办；看板的历史里没有那一次',
  };
}

function parseLine(text: string): HistoryLine | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read)) return null;
    const { year, at, snapshot } = read;
    const isWhole = isCount(year) && typeof at === 'string' && isRecord(snapshot) && isSnapshot(snapshot);
    return isWhole ? { year, at, snapshot } : null;
  } catch {
    return null;
  }
}

function isSnapshot(read: Readonly<Record<string, unknown>>): read is Readonly<Record<string, unknown>> & Snapshot {
  const { day, departments, figures } = read;
  const isDay = typeof day === 'string' && parseDay(day) !== null;
  const areCounts = ['done', 'due', 'unknown', 'overdue', 'problems'].every((name) => isCount(read[name]));
  const areFigures = isRecord(figures) && Object.values(figures).every((value) => value === null || isNumber(value));
  return isDay && areCounts && areFigures && Array.isArray(departments) && departments.every(isDepartment);
}

function isDepartment(read: unknown): boolean {
  if (!isRecord(read)) return false;
  const { name, done, due, overdue } = read;
  return typeof name === 'string' && [done, due, overdue].every(isCount);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}
