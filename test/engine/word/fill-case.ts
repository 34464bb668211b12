/**
 * Fills a case folder of test/cases/document: `template.txt` (or a saved `template.docx`) with `data.json`; beside them pictures,
 * a line in `pictures.txt` for each (name, width, height, colour), and other documents, `name.docx.txt`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { problemText } from '../../../src/core/base/problem';
import { documentFiller } from '../../../src/engine/word/document-filler';
import { fillDocument, type Filled } from '../../../src/engine/word/fill-document';
import { parseData } from '../../../src/engine/language/data/parse-data';
import type { FillOptions } from '../../../src/engine/word/fill-options';
import type { Dictionary, ModelRecord } from '../../../src/engine/language/model';
import { outgoingTemplate } from './outgoing-template';
import { png } from './png';

export interface FilledCase {
  readonly template: Uint8Array;
  readonly filled: Filled;
  /** By one filler, after a document without any value. */
  readonly filledAgain: readonly Filled[];
}

export function fillCase(name: string): FilledCase {
  const { template, value } = readCase(name);
  const options = { name: '模板.docx', optionalFields: true, ...filesOfCase(name) };
  const again = documentFiller(template, options);
  return {
    template,
    filled: fillDocument(template, value.model, value.dictionary, options),
    filledAgain: [{}, value.model, value.model].map((model) => again(model, value.dictionary)).slice(1),
  };
}

interface ReadCase {
  readonly template: Uint8Array;
  readonly value: { readonly model: ModelRecord; readonly dictionary: Dictionary };
}

/** The template and the data of a case. */
export function readCase(name: string): ReadCase {
  const folder = `test/cases/document/${name}`;
  const saved = `${folder}/template.docx`;
  const template = existsSync(saved)
    ? new Uint8Array(readFileSync(saved))
    : outgoingTemplate(readFileSync(`${folder}/template.txt`, 'utf8'));
  const { value, problems } = parseData(readFileSync(`${folder}/data.json`, 'utf8'), 'data.json');
  if (value === null) throw new Error(problems.map(problemText).join('\n'));
  return { template, value };
}

/** What lies beside a template. */
export function filesOfCase(name: string): Pick<FillOptions, 'picture' | 'document'> {
  const folder = `test/cases/document/${name}`;
  const pictures = picturesIn(folder);
  return {
    picture: (path) => pictures.get(path) ?? null,
    document: (path) => documentIn(`${folder}/${path}.txt`),
  };
}

function picturesIn(folder: string): ReadonlyMap<string, Uint8Array> {
  const list = `${folder}/pictures.txt`;
  const lines = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
  return new Map(
    lines.map((line) => {
      const [name = '', width, height, colour] = line.split(' ');
      return [name, png(Number(width), Number(height), colour)];
    }),
  );
}

function documentIn(path: string): Uint8Array | null {
  return existsSync(path) ? outgoingTemplate(readFileSync(path, 'utf8')) : null;
}
