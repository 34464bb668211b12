/**
 * Each folder of test/cases/outgoing is something a template may carry that no document may: the template in readable text,
 * and what must come out of it – its text, and what is told of it. Whatever comes out is looked at by other means.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { problemText } from '../../../src/core/base/problem';
import { annotateTemplate } from '../../../src/engine/word/annotate-template';
import { fillDocument } from '../../../src/engine/word/fill-document';
import { describeData } from '../../../src/engine/language/data/dictionary-from-data';
import { expectText } from '../../workspace/expected-text';
import { expectSound } from './ooxml-check';
import { outgoingTemplate } from './outgoing-template';
import { faultsOfOutput } from './outgoing-oracle';

const data = { 甲: '司法所' };

it.each(readdirSync('test/cases/outgoing').sort())('%s', (name) => {
  const template = outgoingTemplate(readFileSync(`test/cases/outgoing/${name}/template.txt`, 'utf8'));
  const { value } = describeData(data, 'data.json');
  const { bytes, text, problems } = fillDocument(template, value!.model, value!.dictionary, { name: '模板.docx' });
  const told = problems.map((problem) => `${problem.level === 'error' ? '拒绝' : '提示'}：${problemText(problem)}`);
  expectText(`outgoing/${name}/expected.txt`, [...text, ...told].join('\n'));
  const check = annotateTemplate(template, value!.dictionary, { name: '模板.docx' });
  expect(check.problems).toEqual(problems);
  if (bytes === null) {
    expect(problems.some(({ level }) => level === 'error')).toBe(true);
    return;
  }
  const files = Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)] as const);
  expect(faultsOfOutput(files)).toEqual([]);
  expectSound(template, bytes);
  // Nothing is left to be told of what was made.
  const again = annotateTemplate(bytes, value!.dictionary, { name: '成文.docx' }).problems;
  expect(again.filter(({ code }) => code !== 'template-no-tags')).toEqual([]);
});
