/** The history week by week: the last run of each counts, and a week without a run is a gap and no zero. Pure. */
import type { Snapshot } from '../../contract/history';

export interface Week {
  /** Its Monday, `2022-12-26`. */
  readonly day: string;
  /** The last run of the week; null without one. */
  readonly snapshot: Snapshot | null;
}

const dayLength = 86_400_000;

/** From the first week with a run to the last. */
export function weeksOf(history: readonly Snapshot[]): readonly Week[] {
  const sorted = [...history].sort((one, other) => (one.day < other.day ? -1 : 1));
  const byWeek = new Map(sorted.map((snapshot) => [mondayOf(snapshot.day), snapshot]));
  const [first, ...others] = byWeek.keys();
  if (first === undefined) return [];
  const last = others[others.length - 1] ?? first;
  const weeks: Week[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 7 * dayLength) {
    const day = textOf(at);
    weeks.push({ day, snapshot: byWeek.get(day) ?? null });
  }
  return weeks;
}

function mondayOf(day: string): string {
  const at = Date.parse(day);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  return textOf(at - weekday * dayLength);
}

function textOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
