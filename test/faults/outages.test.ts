/** An outage is told as one: no department is told that it did not report. `npm run fuzz -- outages` tries every text. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { longIt } from '../long';
import { freshPlace, quickStore, readInputs, type OfficeStore } from './office-store';
import { allOutages, failures, liveThroughOutage, sweepOutages } from './outages';
import { makeSmallOffice } from './small-office';

const base = freshPlace();
let makeStore: () => OfficeStore;
beforeAll(async () => {
  await makeSmallOffice(base);
  const inputs = readInputs(base);
  makeStore = () => quickStore(base, inputs);
});
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

longIt('whatever cannot be read, and whoever asks, nobody is told what is not so', async () => {
  const chosen = failures.filter((failure, index) => index % 4 === 3 || failure === null);
  const { faults, injected, falseMails } = await sweepOutages(makeStore, allOutages(chosen));
  expect(faults).toEqual([]);
  expect(falseMails).toBe(0);
  expect(injected).toBeGreaterThan(80);
});

it('the judge sees a mail that says what is not so', async () => {
  const outage = { target: 'one workbook', call: 'remind', failure: 'Empty response' } as const;
  const gone = (folder: string): void => {
    rmSync(join(folder, '填报/财政所.xlsx'));
  };
  const { broken, falseMails } = await liveThroughOutage(makeStore, outage, gone);
  expect(falseMails).toBe(1);
  expect(broken).toContain('czs@town.example is told that it did not report');
});
