/** The code by which a department speaks of a 督办单 or 核对单: it follows from the matter, so that a paper printed again bears the same. */
import type { Day } from '../../base/day';
import { nameKey } from '../../base/text';

/** `督2022-D-01-1130`: the task and the day it was due, which tells the periods of a task apart; whatever level it has risen to. */
export function orderCode(year: number, task: string, due: Day): string {
  const day = due.replace(/-/gu, '');
  return `督${String(year)}-${task.trim()}-${day.startsWith(String(year)) ? day.slice(4) : day.slice(2)}`;
}

/** `核2022-司法所`. */
export function checkCode(year: number, department: string): string {
  return `核${String(year)}-${department.trim()}`;
}

/** The year of a code as it was typed; null where it begins with none. */
export function codeYear(text: string): number | null {
  const [, year] = /^[督核]\D{0,3}(\d{4})/u.exec(text.normalize('NFKC').trim()) ?? [];
  return year === undefined ? null : Number(year);
}

/** By which codes are compared, whatever signs part them: 1-1 is not 11. */
export function codeKey(text: string): string {
  return nameKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** The same where somebody left the signs out. */
export function looseKey(text: string): string {
  return codeKey(text).replace(/-/gu, '');
}

/** The number of the paper itself, `督办〔2022〕D-01-红1号`, tells the task without the day. Its loose key; null for other texts. */
export function taskOfNumber(text: string): string | null {
  const [, task] = /^督办(\d{4}.+)红[1-3]号?$/u.exec(looseKey(text)) ?? [];
  return task === undefined ? null : `督${task}`;
}
