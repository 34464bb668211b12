/** How the columns of the tables are read. */
import { matching, text } from './cells.mjs';

/** A column: the name of its value, how it is read, and what a blank cell means; none: it may not be blank. */
export const column = (as, read, blank) => ({ as, read, blank });

export const short = text(20);
export const long = text(200);
export const sentence = text(400);
export const passage = text(900);
export const key = matching(/^[a-z][A-Za-z]*$/u, 'a name of English letters');
export const code = matching(/^[A-Z]+\d+(\.\d+)*$/u, 'a code like C2 or C2.1');
export const lowCode = matching(/^[a-z]+(-[a-z]+)*$/u, 'small letters and -');
export const paperName = matching(/^[a-z]+(-[a-z0-9]+)*$/u, 'small letters, figures and -');
/** May name words that differ between organs: `已聘法律顾问{村}数`. */
export const indicatorName = matching(
  /^(?:[\p{Script=Han}A-Za-z0-9]|\{\p{Script=Han}{1,12}\}){1,30}$/u,
  'at most 30 Chinese characters, letters and figures',
);
export const claimName = matching(
  /^[\p{Script=Han}A-Za-z0-9]{1,20}$/u,
  'at most 20 Chinese characters, letters and figures',
);
export const sheetTitle = matching(/^[^[\]:*?/\\]{1,31}$/u, 'at most 31 characters, none of [ ] : * ? / \\');

/** What tells a row from the others of its table. */
export const by =
  (...names) =>
  (row) =>
    names.map((name) => String(row[name] ?? '')).join(' ');

/** Columns' types by the words of the tables. */
export const types = {
  文字: 'text',
  整数: 'integer',
  数量: 'quantity',
  百分比: 'percent',
  金额: 'money',
  日期: 'day',
  时限: 'deadline',
  选择: 'choice',
  是否: 'yesNo',
  状态: 'status',
  批准: 'approval',
  名单: 'names',
};

export function sameWords(words) {
  return Object.fromEntries(words.map((word) => [word, word]));
}

export function inverted(words) {
  return Object.fromEntries(Object.entries(words).map(([meaning, word]) => [word, meaning]));
}

/** A year stands for its first or its last day. */
const dayWhere = (ofYear) => (shown) => {
  const text = /^\d{4}$/u.test(shown) ? `${shown}-${ofYear}` : shown;
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(text) : NaN;
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return isDay ? { value: text } : { expected: 'a day like 2024-07-18, or a year' };
};
export const firstDay = dayWhere('01-01');
export const lastDay = dayWhere('12-31');
