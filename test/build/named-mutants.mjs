/** What build/mutants names by hand, held against the program of today; prints as JSON what does not stand there any more. */
import { readFileSync } from 'node:fs';
import { isNamedEqual, readEqualMutants } from '../../build/mutants/equal-mutants.mjs';
import { findMutants } from '../../build/mutants/find-mutants.mjs';
import { harmfulMutants, readHarm } from '../../build/mutants/harmful-mutants.mjs';

const [equal, harm] = [readEqualMutants(), readHarm()];
const made = pathsOf(equal).flatMap((path) => findMutants(path, readFileSync(path, 'utf8')));
const gone = { path: 'src/fee.ts', within: 'feeFor', from: 'days > 9', to: 'true', rule: 'late costs' };
console.log(
  JSON.stringify({
    staleReasons: equal.filter((one) => !made.some((mutant) => isNamedEqual([one], mutant))),
    rules: harm.length,
    brokenRules: pathsOf(harm).flatMap((path) => harmfulMutants(path, readFileSync(path, 'utf8'), harm)).length,
    refusals: [
      thrownBy(() => readEqualMutants('src/fee.ts\tfeeFor\tdays > 10 → true\t')),
      thrownBy(() => readHarm('src/fee.ts\tfeeFor\tdays > 10\ttrue\t')),
      thrownBy(() => harmfulMutants('src/fee.ts', 'function feeFor(days) { return days > 10; }', [gone])),
    ],
  }),
);

function pathsOf(lines) {
  return [...new Set(lines.map(({ path }) => path))];
}

function thrownBy(work) {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return error.message;
  }
}
