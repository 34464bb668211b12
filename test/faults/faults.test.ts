/** One fault at a time, at every call of a run; then several and two runs at once. `npm run fuzz` does all of it. */
import { rmSync } from 'node:fs';
import { longIt } from '../long';
import { liveThrough } from './histories';
import { freshPlace, quickStore, readInputs, realStore, type OfficeStore } from './office-store';
import { makeSmallOffice } from './small-office';
import { survive, ways, type Way } from './survive';
import { sweep, sweepSlips } from './sweep';
import { sweepReports } from './sweep-reports';

const base = freshPlace();
let makeStore: () => OfficeStore;
beforeAll(async () => {
  await makeSmallOffice(base);
  const inputs = readInputs(base);
  makeStore = () => quickStore(base, inputs);
});
async function expectTold(make: () => OfficeStore, way: Way): Promise<void> {
  const { broken, unknown } = await survive(make, way, [{ hoursLater: 0, faults: [] }]);
  expect([broken, unknown]).toEqual([[], 0]);
}

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

it.each(ways)('without faults all are told once and nobody is asked anything (%s)', async (way) => {
  await expectTold(makeStore, way);
});

longIt.each(ways)('nor over real files (%s)', async (way) => {
  await expectTold(() => realStore(base), way);
});

it.each([3, 10, 17, 24])('a fault at call %i of a run is survived', async (at) => {
  const fault = { at, kind: 'killed after' } as const;
  const { broken, fired } = await survive(makeStore, '邮件', [{ hoursLater: 0, faults: [fault] }]);
  expect([broken, fired]).toEqual([[], 1]);
});

longIt.each([
  ['发件箱', ['throws after']],
  ['邮件', ['killed after']],
  ['定时', ['killed before']],
] as const)(
  'a fault at any call of a run is survived (%s: %j)',
  async (way, kinds) => {
    const { faults, injected } = await sweep(makeStore, way, kinds);
    expect(faults).toEqual([]);
    expect(injected).toBeGreaterThan(25 * kinds.length);
  },
  120_000,
);

it.each(ways)('what was registered wrongly is taken back, and nothing is sent by that (%s)', async (way) => {
  const { broken, unknown } = await survive(makeStore, way, [{ hoursLater: 0, faults: [], slip: [] }]);
  expect([broken, unknown]).toEqual([[], 0]);
});

longIt('a fault at any call of a wrong word, or of taking it back, is survived', async () => {
  const { faults, injected } = await sweepSlips(makeStore, '发件箱', ['killed after']);
  expect(faults).toEqual([]);
  expect(injected).toBeGreaterThan(10);
});

longIt('several faults, and a run that begins inside another, are survived', async () => {
  const { faults, unknown } = await liveThrough(makeStore, 1, 25);
  expect(faults).toEqual([]);
  expect(unknown).toBeGreaterThan(0);
});

longIt('a report is there whole or not at all, whatever call fails', () => {
  const { faults, injected, written, alone } = sweepReports(makeStore, ['killed after']);
  expect(faults).toEqual([]);
  expect([injected > 10, written > 0, written < injected]).toEqual([true, true, true]);
  // Killed between both versions once: the report is there, its public version is not, and the next run makes both.
  expect(alone).toBe(1);
});
