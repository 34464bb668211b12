/** Each folder of test/cases/document is one rule: a template in readable text, data, and the text that must come out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { problemText } from '../../../src/core/base/problem';
import { fillDocument } from '../../../src/core/document/fill-document';
import { describeData } from '../../../src/core/template/dictionary-from-data';
import { expectText } from '../../workspace/expected-text';
import { templateFromText } from './case-template';
import { readPart } from './docx-builder';
import { expectSound } from './ooxml-check';

const root = 'test/cases/document';

function readTemplate(folder: string): Uint8Array {
  const saved = `${folder}/template.docx`;
  return existsSync(saved) ? readFileSync(saved) : templateFromText(readFileSync(`${folder}/template.txt`, 'utf8'));
}

it.each(readdirSync(root).sort())('%s', (name) => {
  const folder = `${root}/${name}`;
  const template = readTemplate(folder);
  const { value, problems: faults } = describeData(
    JSON.parse(readFileSync(`${folder}/data.json`, 'utf8')),
    'data.json',
  );
  if (value === null) throw new Error(faults.map(problemText).join('\n'));
  const { bytes, text, problems } = fillDocument(template, value.model, value.dictionary, { name: '模板.docx' });
  const told = problems.map((problem) => `${bytes === null ? '拒绝' : '提示'}：${problemText(problem)}`);
  expectText(`document/${name}/expected.txt`, [...text, ...told].join('\n'));
  if (bytes === null) return;
  expectSound(template, bytes);
  expect(readPart(bytes)).not.toMatch(/[{｛]{2}|[}｝]{2}/u);
});
