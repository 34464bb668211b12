/** A sample of the departments' own ledgers: no cell is lost, and none is read as what it does not say. */
import { triedLedger } from './try-ledgers';

it.each(Array.from({ length: 40 }, (_, index) => index + 1))('the ledger of seed %d', (seed) => {
  expect(triedLedger(seed).faults).toEqual([]);
});
