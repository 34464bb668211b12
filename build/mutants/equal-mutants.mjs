/** The mutants that are shown to change nothing a user could see: build/mutants/equal.tsv. */
import { readFileSync } from 'node:fs';

/** Lines of file, function, change and the argument or input that shows it equal; one without a reason is refused. */
export function readEqualMutants(text = readFileSync(new URL('equal.tsv', import.meta.url), 'utf8')) {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [path, within, change, why] = line.split('\t');
      if (!why) throw new Error(`build/mutants/equal.tsv: expected file, function, change, why: ${line}`);
      return { path, within, change, why };
    });
}

/** Whether one of the lines is about this mutant. */
export function isNamedEqual(equal, { path, within, change }) {
  return equal.some((one) => one.path === path && one.within === within && one.change === change);
}
