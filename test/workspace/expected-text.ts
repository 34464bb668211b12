/** Golden texts: compared in tests, renewed by `UPDATE_EXPECTED=1 npm test` and read in review. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run-command';

/** Demands that the text equals `test/cases/<name>`. */
export function expectText(name: string, text: string): void {
  const path = join(root, 'test/cases', name);
  if (process.env.UPDATE_EXPECTED === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text.trimEnd()}\n`);
  }
  expect(text.trimEnd()).toBe(readFileSync(path, 'utf8').trimEnd());
}
