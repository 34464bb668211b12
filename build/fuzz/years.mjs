/** Years of reminding by bad clocks (test/core/reminders/bad-years.ts). */
import { importSources } from '../import-sources.mjs';

/** Lives through the years of these seeds. */
export async function proveYears(first, runs) {
  const { brokenByYear } = await importSources({ 'test/core/reminders/bad-years': 'brokenByYear' });
  const faults = [];
  for (let seed = first; seed < first + runs; seed++) {
    const broken = brokenByYear(seed);
    if (broken.length > 0) faults.push(`seed ${seed}: ${broken.join('; ')}`);
  }
  return { injected: runs, survived: runs - faults.length, faults, more: '' };
}
