/** Fills a case folder of test/cases/document: `template.txt` (or a saved `template.docx`) with `data.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { problemText } from '../../../src/core/base/problem';
import { fillDocument, type Filled } from '../../../src/engine/word/fill-document';
import { describeData } from '../../../src/engine/language/dictionary-from-data';
import { templateFromText } from './case-template';

export interface FilledCase {
  readonly template: Uint8Array;
  readonly filled: Filled;
}

export function fillCase(name: string): FilledCase {
  const folder = `test/cases/document/${name}`;
  const saved = `${folder}/template.docx`;
  const template = existsSync(saved)
    ? readFileSync(saved)
    : templateFromText(readFileSync(`${folder}/template.txt`, 'utf8'));
  const { value, problems } = describeData(JSON.parse(readFileSync(`${folder}/data.json`, 'utf8')), 'data.json');
  if (value === null) throw new Error(problems.map(problemText).join('\n'));
  return { template, filled: fillDocument(template, value.model, value.dictionary, { name: '模板.docx' }) };
}
