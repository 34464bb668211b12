/** A sample of `npm run fuzz`: mutated templates are refused with places or filled to sound documents. */
import { readdirSync, existsSync } from 'node:fs';
import { mutateDocx } from '../../../build/fuzz/mutate-docx.mjs';
import { fillDocument } from '../../../src/engine/word/fill-document';
import { longIt } from '../../long';
import { filesOfCase, readCase } from './fill-case';
import { outcomeFault } from './fuzz-outcome';

const root = 'test/cases/document';
const names = readdirSync(root).filter((name) => existsSync(`${root}/${name}/template.txt`));

longIt('fills or refuses each of a sample of mutated templates', () => {
  const counts = { filled: 0, refused: 0 };
  for (const [index, name] of names.entries()) {
    const { template, value } = readCase(name);
    const options = { name: '模板.docx', optionalFields: true, ...filesOfCase(name) };
    for (let seed = index * 1000; seed < index * 1000 + 12; seed++) {
      const mutated = mutateDocx(template, seed);
      const filled = fillDocument(mutated, value.model, value.dictionary, options);
      expect([name, seed, outcomeFault(mutated, filled)]).toEqual([name, seed, null]);
      counts[filled.bytes === null ? 'refused' : 'filled']++;
    }
  }
  expect(counts.filled).toBeGreaterThan(20);
  expect(counts.refused).toBeGreaterThan(50);
});
