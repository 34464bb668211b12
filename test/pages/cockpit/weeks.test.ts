/** A year of runs week by week. */
import { bigCockpit } from '../../../build/bench-cockpit/big-cockpit.mjs';
import { weeksOf } from '../../../src/pages/cockpit/weeks';

const { history } = bigCockpit(1, 1, 52);

it('shows fifty-two weeks with those that had no run as gaps, in whatever order they come', () => {
  const weeks = weeksOf(history);
  expect(weeks).toHaveLength(52);
  expect(weeks.filter(({ snapshot }) => snapshot === null)).toHaveLength(52 - history.length);
  expect(weeksOf([...history].reverse())).toEqual(weeks);
  expect(weeks.every(({ day }) => new Date(day).getUTCDay() === 1)).toBe(true);
});

it('takes the last run of a week, over the turn of a year too', () => {
  const [one] = history;
  if (one === undefined) throw new Error('there is a snapshot');
  const runs = ['2022-12-26', '2023-01-01', '2022-12-30'].map((day) => ({ ...one, day }));
  expect(weeksOf(runs).map(({ day, snapshot }) => [day, snapshot?.day])).toEqual([['2022-12-26', '2023-01-01']]);
  expect(weeksOf([])).toEqual([]);
});
