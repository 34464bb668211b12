/** Tests in full: the laws with all their samples, from one seed after the other, and the tests that take long. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proveTests } from './jest-run.mjs';

export function proveLaws(from, count) {
  const files = filesWith(/\bfc\.(?:assert|sample)\(/u);
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

export function proveLong() {
  const files = filesWith(/\blongIt\b/u);
  return { ...proveTests(files, { NIANBAO_WHOLE: '0' }), more: `${files.length} files of tests` };
}

function filesWith(mark) {
  return readdirSync('test', { recursive: true })
    .map((name) => join('test', name))
    .filter((path) => path.endsWith('.test.ts') && mark.test(readFileSync(path, 'utf8')));
}

function sum(numbers) {
  return numbers.reduce((total, one) => total + one, 0);
}
