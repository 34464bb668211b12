/** Fills a case folder of test/cases/document: `template.txt` (or a saved `template.docx`) with `data.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { problemText } from '../../../src/core/base/problem';
import { documentFiller } from '../../../src/engine/word/document-filler';
import { fillDocument, type Filled } from '../../../src/engine/word/fill-document';
import { parseData } from '../../../src/engine/language/data/parse-data';
import { outgoingTemplate } from './outgoing-template';

export interface FilledCase {
  readonly template: Uint8Array;
  readonly filled: Filled;
  /** By one filler, after a document without any value. */
  readonly filledAgain: readonly Filled[];
}

export function fillCase(name: string): FilledCase {
  const folder = `test/cases/document/${name}`;
  const saved = `${folder}/template.docx`;
  const template = existsSync(saved)
    ? readFileSync(saved)
    : outgoingTemplate(readFileSync(`${folder}/template.txt`, 'utf8'));
  const { value, problems } = parseData(readFileSync(`${folder}/data.json`, 'utf8'), 'data.json');
  if (value === null) throw new Error(problems.map(problemText).join('\n'));
  const options = { name: '模板.docx', optionalFields: true };
  const again = documentFiller(template, options);
  return {
    template,
    filled: fillDocument(template, value.model, value.dictionary, options),
    filledAgain: [{}, value.model, value.model].map((model) => again(model, value.dictionary)).slice(1),
  };
}
