/** Lists the fields of a JSON, as they are written into a template. */
import type { JobAnswer } from '../contract/answer';
import type { FieldsOrder } from '../contract/orders';
import { fieldLines, parseData } from '../engine/fill';
import { readTextFile } from '../google/folders';
import { problemsAnswer, refusedAnswer } from './steps/job-answer';
import { tryReadFile } from './steps/read-file';

/** Exit 0 with a line for each field; 2 when the file is no such JSON. Writes nothing. */
export function listDataFields({ data }: FieldsOrder): JobAnswer {
  const text = tryReadFile(data, (id) => ({ text: readTextFile(id) }));
  if (typeof text === 'string') return refusedAnswer(text);
  const { value, problems } = parseData(text.text, data.name);
  if (value === null) return refusedAnswer('数据有错误。', problems);
  return problemsAnswer(0, fieldLines(value.dictionary).join('\n'), problems);
}
