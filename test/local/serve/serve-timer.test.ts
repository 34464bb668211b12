/** The timer of an open server, over a clock that the test moves. */
import { startServeTimer } from '../../../src/local/serve/serve-timer';

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(new Date(2026, 10, 30, 9, 0));
});
afterEach(() => {
  jest.useRealTimers();
});

it('fires a minute after the start and then each hour, only while the reminders are on, whatever became of the last run', () => {
  let isOn = false;
  const tick = jest.fn(() => Promise.reject(new Error('broken')));
  const timer = startServeTimer({ isOn: () => isOn, tick, first: 60_000, every: 3_600_000 });
  expect(timer.next()).toEqual(new Date(2026, 10, 30, 9, 1));
  jest.advanceTimersByTime(60_000);
  expect(tick).not.toHaveBeenCalled();
  expect(timer.next()).toEqual(new Date(2026, 10, 30, 10, 1));
  isOn = true;
  jest.advanceTimersByTime(2 * 3_600_000);
  expect(tick).toHaveBeenCalledTimes(2);
  timer.stop();
  jest.advanceTimersByTime(9 * 3_600_000);
  expect(tick).toHaveBeenCalledTimes(2);
});

it('lives on when the state of the reminders or the settings of mail cannot be read', () => {
  const damaged = (): never => {
    throw new Error('damaged');
  };
  const tick = jest.fn(() => Promise.resolve());
  const unread = startServeTimer({ isOn: damaged, tick, first: 60_000, every: 3_600_000 });
  const unset = startServeTimer({ isOn: () => true, tick: damaged, first: 60_000, every: 3_600_000 });
  expect(() => {
    jest.advanceTimersByTime(3_660_000);
  }).not.toThrow();
  expect(unread.next()).toEqual(new Date(2026, 10, 30, 11, 1));
  expect(unset.next()).toEqual(new Date(2026, 10, 30, 11, 1));
  expect(tick).not.toHaveBeenCalled();
  [unread, unset].forEach((timer) => {
    timer.stop();
  });
});
