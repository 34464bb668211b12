/** A mutation run over a program of a few lines, whose tests are known; prints what became of each mutant as JSON. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleTests, copyProgram, testFiles } from '../../build/mutants/copy-program.mjs';
import { findMutants } from '../../build/mutants/find-mutants.mjs';
import { coverTests, tryMutant, unusableTests } from '../../build/mutants/mutation-run.mjs';
import { makeRunner } from '../../build/mutants/test-runner.mjs';

const given = {
  'src/fee.ts': `
    interface Fee { readonly code: 'late' | 'none'; readonly amount: number }
    export function feeFor(days: number): Fee {
      if (days > 10) return { code: 'late', amount: twice(days) };
      else if (days === -1) pause();
      else rest();
      return { code: 'none', amount: 0 };
    }
    function twice(days: number): number {
      let sum = 0;
      for (let left = days; left > 0; left -= 1) {
        sum += 2;
      }
      return sum;
    }
    function pause(): void {}
    function rest(): void {}
    export function unused(): number { return 7; }
  `,
  'src/limits.ts': `export const mostDays = 31;`,
  'test/limits.test.ts': `
    let limits;
    const given = () => (limits ??= require('../src/limits'));
    it('are there', () => {
      expect(given()).toBeDefined();
    });
    it('are those of a month', () => {
      expect(given().mostDays).toBe(31);
    });
  `,
  'test/fee.test.ts': `
    import { feeFor } from '../src/fee';
    let asked = 0;
    it('costs nothing at once', () => {
      asked += 1;
      expect(feeFor(1)).toEqual({ code: 'none', amount: 0 });
    });
    describe('late', () => {
      it.each([[12, 24], [20, 40]])('%i days cost %i', (days, amount) => {
        expect(feeFor(days).amount).toBe(amount);
      });
    });
    it('needs the first one', () => {
      feeFor(2);
      expect(asked).toBe(1);
    });
    const longIt = process.env.NIANBAO_LONG === '1' ? it : it.skip;
    longIt.each([[5]])('takes its time over %i days', (days) => {
      expect(feeFor(days).code).toBe('none');
    });
    it('fails without a mutant', () => {
      expect(feeFor(1).amount).toBe(1);
    });
  `,
};

const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
for (const [path, text] of Object.entries(given)) {
  mkdirSync(dirname(join(folder, 'given', path)), { recursive: true });
  writeFileSync(join(folder, 'given', path), text);
}
const copy = join(folder, 'copy');
const all = { mutantsOf: findMutants, choose: (found) => found };
const { chosen: mutants } = copyProgram({ root: join(folder, 'given'), folder: copy, ...all });
const bundled = await bundleTests(copy, testFiles(copy, ['test']), mutants);
const runner = makeRunner({ folder: copy, count: mutants.length, number: 0 });
const covered = await coverTests({ folder: copy, bundled, runners: [runner], memory: join(folder, 'memory') });
const alone = new Map();
const outcomes = new Map();
const fates = {};
for (const mutant of mutants) {
  const { fate, by, isEndless } = await tryMutant(mutant, { covered, bundled, runner, alone, outcomes, seconds: 60 });
  fates[mutant.change] = { fate, by, isEndless: isEndless === true };
}
runner.end();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify({ unusable: unusableTests(covered), fates }));
process.exit();
