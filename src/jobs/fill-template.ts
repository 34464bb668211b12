/** Fills any template from any JSON; the fields are those the data have. */
import type { Problem } from '../core/base/problem';
import { problemText } from '../core/base/problem';
import { fillDocument, type Filled, parseData } from '../engine/fill';
import { problemLines } from '../core/report/summary';
import { readBytes, readText, saveFile, wordType, type FileTarget } from '../google/folders';
import { gzip } from '../google/gzip';
import { errorText, tellProgress } from '../google/run-guard';
import { picturesInFolder } from './steps/find-pictures';
import { refused, type JobAnswer, type WrittenFile } from './steps/job-answer';

/** A file that is read. */
export interface FileSource {
  readonly id: string;
  readonly name: string;
}

export interface FillOrder {
  readonly template: FileSource;
  readonly data: FileSource;
  readonly output: FileTarget;
  /** The folder of the pictures the template names. */
  readonly pictures: string;
  /** Where to write the trace as JSON; null for nowhere. */
  readonly trace: FileTarget | null;
}

/** Writes the filled document, and the trace when it is asked for. A template or data with mistakes write nothing. */
export function fillTemplate(order: FillOrder): JobAnswer {
  const { template, data, output } = order;
  if (output.id === template.id) return refused('输出文件就是模板本身，没有覆盖。请换一个输出文件名。');
  tellProgress('读取');
  const bytes = tryRead(template, readBytes);
  if (typeof bytes === 'string') return refused(bytes);
  const text = tryRead(data, (id) => ({ text: readText(id) }));
  if (typeof text === 'string') return refused(text);
  const described = parseData(text.text, data.name);
  if (described.value === null) return refused('数据有错误，没有成文，什么都没有写。', described.problems);
  tellProgress('成文');
  const { model, dictionary } = described.value;
  return write(
    order,
    fillDocument(bytes, model, dictionary, {
      name: template.name,
      gzip,
      trace: order.trace !== null,
      picture: picturesInFolder(order.pictures),
    }),
  );
}

/** What was read, or why it could not be. */
export function tryRead<T extends object>({ id, name }: FileSource, read: (id: string) => T): T | string {
  try {
    return read(id);
  } catch (error) {
    return `${name} 无法读取：${errorText(error)}`;
  }
}

function write({ output, trace }: FillOrder, { bytes, trace: entries, problems }: Filled): JobAnswer {
  if (bytes === null) {
    return { ...answer(2, '模板有错误，没有成文，什么都没有写。', problems), files: [] };
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
    return { ...refused(errorText(error)), exit: files.length > 0 ? 1 : 2, files };
  }
  const exit = problems.some(({ level }) => level === 'error') ? 1 : 0;
  return { ...answer(exit, `已写入：${files.map(({ name }) => name).join('、')}`, problems), files };
}

/** An answer that tells every problem, one line each. */
export function answer(exit: JobAnswer['exit'], lead: string, problems: readonly Problem[]): JobAnswer {
  const text = [lead, ...problems.map((problem) => `  ${problemText(problem)}`)].join('\n');
  return { exit, text, files: [], problems: problemLines(problems), summary: null };
}
