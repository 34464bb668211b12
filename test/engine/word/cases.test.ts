/** Each folder of test/cases/document is one rule: a template in readable text, data, and the text that must come out. */
import { readdirSync } from 'node:fs';
import { problemText } from '../../../src/core/base/problem';
import { expectText } from '../../workspace/expected-text';
import type { Filled } from '../../../src/engine/word/fill-document';
import { openZip, type ZipFile } from '../../../src/local/base/zip';
import { readPart } from './docx-builder';
import { fillCase } from './fill-case';
import { expectSound } from './ooxml-check';
import { shownObjects } from './shown-objects';

const unpacked = (filled: Filled): object => ({ ...filled, bytes: filled.bytes && openZip(filled.bytes).map(partOf) });
const partOf = ({ name, read }: ZipFile): readonly [string, Buffer] => [name, read()];

it.each(readdirSync('test/cases/document').sort())('%s', (name) => {
  const { template, filled, filledAgain } = fillCase(name);
  const { bytes, text, problems } = filled;
  const told = problems.map((problem) => `${bytes === null ? '拒绝' : '提示'}：${problemText(problem)}`);
  const objects = bytes === null || name.startsWith('saved-by') ? [] : shownObjects(bytes);
  expectText(`document/${name}/expected.txt`, [...text, ...told, ...objects].join('\n'));
  // A filler packs long parts in a way of its own.
  expect(filledAgain.map(unpacked)).toEqual([unpacked(filled), unpacked(filled)]);
  if (bytes === null) return;
  expectSound(template, bytes);
  // A backslash before a tag makes text of it.
  if (!readPart(template).includes('\\{{')) expect(readPart(bytes)).not.toMatch(/[{｛]{2}|[}｝]{2}/u);
});
