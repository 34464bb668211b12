/** A sample of `npm run fuzz`: mutated templates are refused with places or filled to sound documents. */
import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { mutateDocx } from '../../../build/fuzz/mutate-docx.mjs';
import { fillDocument } from '../../../src/engine/word/fill-document';
import { describeData } from '../../../src/engine/language/data/dictionary-from-data';
import { templateFromText } from './case-template';
import { outcomeFault } from './fuzz-outcome';

const root = 'test/cases/document';
const names = readdirSync(root).filter((name) => existsSync(`${root}/${name}/template.txt`));

it('fills or refuses each of a sample of mutated templates', () => {
  const counts = { filled: 0, refused: 0 };
  for (const [index, name] of names.entries()) {
    const template = templateFromText(readFileSync(`${root}/${name}/template.txt`, 'utf8'));
    const { value } = describeData(JSON.parse(readFileSync(`${root}/${name}/data.json`, 'utf8')), 'data.json');
    if (value === null) throw new Error(name);
    for (let seed = index * 1000; seed < index * 1000 + 12; seed++) {
      const mutated = mutateDocx(template, seed);
      const filled = fillDocument(mutated, value.model, value.dictionary, { name: '模板.docx' });
      expect([name, seed, outcomeFault(mutated, filled)]).toEqual([name, seed, null]);
      counts[filled.bytes === null ? 'refused' : 'filled']++;
    }
  }
  expect(counts.filled).toBeGreaterThan(20);
  expect(counts.refused).toBeGreaterThan(50);
});
