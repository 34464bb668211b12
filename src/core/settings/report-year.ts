/** Which year a new workspace is for. */
import { dayParts, type Day } from '../base/day';

/** The report of a year is submitted before 1 March of the next and published before 1 April: until then work belongs to it. */
export function reportYearOn(today: Day): number {
  const { year, month } = dayParts(today);
  return month <= 3 ? year - 1 : year;
}
