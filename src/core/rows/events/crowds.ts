/** How many people an event can have. */
import { plain } from '../../base/decimal';
import type { Problem } from '../../base/problem';

/**
 * What is odd about so many people at so many events, null when nothing is or one of both is not known exactly. More than
 * `most` at one event: probably a zero too many.
 */
export function crowdDoubt(
  events: number | null,
  people: number | null,
  most: number,
): Pick<Problem, 'code' | 'level' | 'reason' | 'expected'> | null {
  if (events === null || people === null || events === 0) return null;
  if (people < events) {
    return doubt('fewer-people-than-events', `人次 ${plain(people)} 少于场次 ${plain(events)}`);
  }
  if (people / events <= most) return null;
  return doubt('crowd-too-large', `平均每场超过${String(most)}人次（${plain(events)}场次、${plain(people)}人次）`);
}

function doubt(code: string, reason: string): Pick<Problem, 'code' | 'level' | 'reason' | 'expected'> {
  return { code, level: 'doubt', reason, expected: '请核对场次和人次是否填反或多写了零' };
}
