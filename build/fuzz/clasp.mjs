/** All that may stand in the way of a push, of which the tests try a sample. */
import { proveTests } from './jest-run.mjs';

export function proveClasp() {
  return proveTests(['test/push/push-situations']);
}
