/** How many people an event can have. */
import { plain } from '../base/decimal';

/** More than a town's largest square holds: probably a zero too many. */
const mostPeople = 2000;

/** What is odd about so many people at so many events, null when nothing is or one of both is not known exactly. */
export function crowdDoubt(
  events: number | null,
  people: number | null,
): { readonly code: string; readonly reason: string } | null {
  if (events === null || people === null || events === 0) return null;
  if (people < events) {
    return { code: 'fewer-people-than-events', reason: `人次 ${plain(people)} 少于场次 ${plain(events)}` };
  }
  if (people / events <= mostPeople) return null;
  return {
    code: 'crowd-too-large',
    reason: `平均每场超过${String(mostPeople)}人次（${plain(events)}场次、${plain(people)}人次）`,
  };
}
