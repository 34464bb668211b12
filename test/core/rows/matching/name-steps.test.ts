/** Steps of the work in names of figures. */
import { stepsReader } from '../../../../src/core/rows/matching/name-steps';

const stepsOf = stepsReader({ caseSteps: ['转办/转送', '办结/结案', '待', '不'], noSteps: ['接待', '不动产'] });

it.each([
  ['已转送的信访件', ['转办/转送']],
  ['转办后待结案的信访', ['转办/转送', '待', '办结/结案']],
  ['接待法律咨询', []],
  ['接待后待办结的不动产纠纷', ['待', '办结/结案']],
  ['不受理的不动产纠纷', ['不']],
])('%s says %j', (name, steps) => {
  expect([...stepsOf(name)]).toEqual(steps);
});
