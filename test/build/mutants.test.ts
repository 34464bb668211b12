/** The mutation run, over a program of a few lines: what is killed, what survives, what has no end, what nobody reaches. */
import { execFileSync } from 'node:child_process';
import { longDescribe, longIt } from '../long';

interface Told {
  readonly unusable: readonly string[];
  readonly fates: Readonly<Record<string, { readonly fate: string; readonly by: string; readonly isEndless: boolean }>>;
}

longDescribe('a mutation run', () => {
  let { unusable, fates }: Told = { unusable: [], fates: {} };
  beforeAll(() => {
    const told = execFileSync(process.execPath, ['test/build/mutate-fee.mjs'], { encoding: 'utf8' });
    ({ unusable, fates } = JSON.parse(told) as Told);
  });

  it('a change that a test notices is killed by it', () => {
    expect(fates['days > 10 → days <= 10']).toMatchObject({
      fate: 'killed',
      by: expect.stringMatching(/^test\/fee\.test\.ts › costs nothing at once: /u) as string,
    });
    expect(fates['sum += 2 → sum -= 2']).toMatchObject({ fate: 'killed', isEndless: false });
  });

  it('a constant that the first test has evaluated is one of those behind it, too', () => {
    expect(fates['31 → (31 + 1)']).toMatchObject({
      fate: 'killed',
      by: expect.stringMatching(/^test\/limits\.test\.ts › are those of a month: /u) as string,
    });
  });

  it('a change at a border where no test looks survives, and one nobody runs is not reached', () => {
    expect(fates['days > 10 → days >= 10']?.fate).toBe('survived');
    expect(fates['rest(); → (removed)']?.fate).toBe('survived');
    expect(fates['pause(); → (removed)']?.fate).toBe('unreached');
    expect(fates['7 → (7 + 1)']?.fate).toBe('unreached');
  });

  it('a loop without end is found by its steps', () => {
    expect(fates['left -= 1 → left += 1']).toMatchObject({ fate: 'killed', isEndless: true });
  });

  it('a test that fails in any case, or only without those before it, kills nothing', () => {
    expect(unusable).toEqual(['test/fee.test.ts › fails without a mutant']);
    expect(Object.values(fates).filter(({ by }) => by.includes('needs the first one'))).toEqual([]);
  });

  it('types, keys and codes are left as they are', () => {
    expect(Object.keys(fates).filter((change) => /late|none|amount/u.test(change.split(' → ')[0] ?? ''))).toEqual([]);
  });
});

longIt('what is named equal or harmful by hand still stands in the program, with its reason', () => {
  const named = JSON.parse(
    execFileSync(process.execPath, ['test/build/named-mutants.mjs'], { encoding: 'utf8' }),
  ) as Readonly<Record<'staleReasons' | 'refusals', readonly unknown[]> & Record<'rules' | 'brokenRules', number>>;
  expect(named.staleReasons).toEqual([]);
  expect(named.brokenRules).toBe(named.rules);
  expect(named.refusals).toEqual([
    expect.stringContaining('expected file, function, change, why'),
    expect.stringContaining('expected file, function, from, to, rule'),
    expect.stringContaining('src/fee.ts feeFor: 0 times days > 9'),
  ]);
});
