/** The festivals deadlines are set by: 春节前, 国庆前. */
import { makeDay, type Day } from '../base/day';

/** First day of the lunar year as month × 100 + day, from 2019 on. */
const springFestivals = [
  ...[205, 125, 212, 201, 122, 210, 129, 217, 206, 126],
  ...[213, 203, 123, 211, 131, 219, 208, 128, 215, 204],
];
const firstYear = 2019;

/** Festival → its day in the year, null outside the years known. 元旦 as a limit is the New Year that ends the year. */
const festivals: Readonly<Record<string, (year: number) => Day | null>> = {
  春节: springFestival,
  国庆: (year) => makeDay(year, 10, 1),
  五一: (year) => makeDay(year, 5, 1),
  元旦: (year) => makeDay(year + 1, 1, 1),
};

/** The names, for use in a pattern. */
export const festivalNames = Object.keys(festivals).join('|');

/** The day a festival begins in the year of the plan; null when unknown. */
export function festivalDay(name: string, year: number): Day | null {
  return festivals[name]?.(year) ?? null;
}

/** First day of the lunar year, known for 2019–2038. */
function springFestival(year: number): Day | null {
  const monthDay = springFestivals[year - firstYear];
  return monthDay === undefined ? null : makeDay(year, Math.floor(monthDay / 100), monthDay % 100);
}
