/** Reads the JSON a template is filled with. */
import { textLimits } from '../../../core/base/limits';
import type { Problem, Result } from '../../../core/base/problem';
import { describeData, type DescribedData } from './dictionary-from-data';
import { readJson, type JsonFault } from './read-json';

/** The data with the fields found in them; null with a problem that says where, when the text is no such JSON. */
export function parseData(text: string, file: string): Result<DescribedData | null> {
  if (text.includes('\ufffd')) return unreadable(file, '', '不是 UTF-8 编码的文字', '请用 UTF-8 编码另存');
  if (text.length > textLimits.json) {
    return unreadable(file, '', '内容过长', `请拆成几份，每份不超过 ${String(textLimits.json / 1_000_000)} 百万个字`);
  }
  const source = text.replace(/^\ufeff/u, '');
  const reading = readJson(source);
  return reading.fault === null ? describeData(reading.data, file) : faulty(source, file, reading.fault);
}

function faulty(source: string, file: string, { kind, at, name }: JsonFault): Result<null> {
  const spot = at >= source.length ? '末尾' : spotOf(source, at);
  switch (kind) {
    case 'duplicate':
      return unreadable(
        file,
        spot,
        `字段“${name.slice(0, 60)}”在同一条记录里写了两次`,
        '请只留一个，或者改成不同的名称',
      );
    case 'depth':
      return unreadable(file, spot, '数据套得太深', '请减少层数');
    case 'syntax':
      return unreadable(file, spot, '不是完整的 JSON', '请检查引号、逗号和括号');
  }
}

/** `第 2 行第 5 字附近`. */
function spotOf(source: string, at: number): string {
  const before = source.slice(0, at).split('\n');
  const column = (before[before.length - 1] ?? '').length + 1;
  return `第 ${String(before.length)} 行第 ${String(column)} 字附近`;
}

function unreadable(file: string, spot: string, reason: string, expected: string): Result<null> {
  const place = spot === '' ? { file } : { file, spot };
  const problem: Problem = { code: 'data-unreadable', level: 'error', place, actual: '', reason, expected };
  return { value: null, problems: [problem] };
}
