/** The laws of the tests with all their samples, from one seed after the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proveTests } from './jest-run.mjs';

export function proveLaws(from, count) {
  const files = filesWithLaws('test');
  const rounds = Array.from({ length: count }, (_, index) => from + index).map((seed) => ({
    seed,
    ...proveTests(files, { FC_SEED: String(seed) }),
  }));
  return {
    injected: sum(rounds.map(({ injected }) => injected)),
    survived: sum(rounds.map(({ survived }) => survived)),
    faults: rounds.flatMap(({ seed, faults }) => faults.map((fault) => `seed ${seed}: ${fault}`)),
    more: `${files.length} files of tests`,
  };
}

function filesWithLaws(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.test.ts') && /\bfc\.(?:assert|sample)\(/u.test(readFileSync(path, 'utf8')));
}

function sum(numbers) {
  return numbers.reduce((total, one) => total + one, 0);
}
