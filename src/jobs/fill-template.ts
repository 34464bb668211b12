/** Fills any template from any JSON; the fields are those the data have. */
import type { JobAnswer, WrittenFile } from '../contract/answer';
import type { FieldsOrder, FillOrder } from '../contract/orders';
import { fieldLines, fillDocument, type Filled, parseData } from '../engine/fill';
import { readTextFile, saveFile, wordType } from '../google/folders';
import { gzip } from '../google/blobs';
import { tellProgress } from '../google/run-guard';
import { filesInFolder } from './steps/find-pictures';
import { problemsAnswer, refusedAnswer } from './steps/job-answer';
import { tryReadFile } from './steps/read-file';
import { failureWords } from '../core/base/failure-words';
import { downloadFile } from '../google/drive/download';

/** Writes the filled document, and the trace when it is asked for. A template or data with mistakes write nothing. */
export function fillTemplate(order: FillOrder): JobAnswer {
  const { template, data, output } = order;
  if (output.id === template.id) return refusedAnswer('输出文件就是模板本身，没有覆盖。请换一个输出文件名。');
  tellProgress('读取');
  const bytes = tryReadFile(template, downloadFile);
  if (typeof bytes === 'string') return refusedAnswer(bytes);
  const text = tryReadFile(data, (id) => ({ text: readTextFile(id) }));
  if (typeof text === 'string') return refusedAnswer(text);
  const described = parseData(text.text, data.name);
  if (described.value === null) return refusedAnswer('数据有错误，没有成文，什么都没有写。', described.problems);
  tellProgress('成文');
  const { model, dictionary } = described.value;
  return write(
    order,
    fillDocument(bytes, model, dictionary, {
      name: template.name,
      gzip,
      trace: order.trace !== null,
      optionalFields: true,
      ...filesInFolder(order.pictures),
    }),
  );
}

function write({ output, trace }: FillOrder, { bytes, trace: entries, problems }: Filled): JobAnswer {
  if (bytes === null) {
    return { ...problemsAnswer(2, '模板有错误，没有成文，什么都没有写。', problems), files: [] };
  }
  tellProgress('保存');
  const files: WrittenFile[] = [];
  try {
    files.push({ what: 'document', name: output.name, id: saveFile(output, bytes, wordType) });
    if (trace) {
      const json = `${JSON.stringify(entries, null, 2)}\n`;
      files.push({ what: 'trace', name: trace.name, id: saveFile(trace, json, 'application/json') });
    }
  } catch (error) {
    return { ...refusedAnswer(failureWords(error)), exit: files.length > 0 ? 1 : 2, files };
  }
  const exit = problems.some(({ level }) => level === 'error') ? 1 : 0;
  return { ...problemsAnswer(exit, `已写入：${files.map(({ name }) => name).join('、')}`, problems), files };
}

/** The fields of a JSON, as they are written into a template. Exit 0 with a line for each field; 2 when the file is no such JSON. Writes nothing. */
export function listDataFields({ data }: FieldsOrder): JobAnswer {
  const text = tryReadFile(data, (id) => ({ text: readTextFile(id) }));
  if (typeof text === 'string') return refusedAnswer(text);
  const { value, problems } = parseData(text.text, data.name);
  if (value === null) return refusedAnswer('数据有错误。', problems);
  return problemsAnswer(0, fieldLines(value.dictionary).join('\n'), problems);
}
