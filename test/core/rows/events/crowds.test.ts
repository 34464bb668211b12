/** How many people an event can have: each side of the bounds, and what a clerk is asked beyond them. */
import { crowdDoubt } from '../../../../src/core/rows/events/crowds';

it.each([
  [2, 4000, null],
  [2, 4001, '平均每场超过2000人次（2场次、4001人次）'],
  [12, 12, null],
  [12, 8, '人次 8 少于场次 12'],
  [0, 300, null],
  [null, 9000, null],
  [2, null, null],
])('%s events with %s people', (events, people, reason) => {
  const told = { level: 'doubt', expected: '请核对场次和人次是否填反或多写了零' };
  const doubt = crowdDoubt(events, people, 2000);
  if (reason === null) expect(doubt).toBeNull();
  else expect(doubt).toMatchObject({ ...told, reason });
});
