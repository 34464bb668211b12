/** Long lines of the program on a terminal. */
import { columnsOf, foldedLines, foldedText } from '../../../src/local/command/fold-lines';

it('breaks a line between Chinese characters, never within a word or before a sign that closes', () => {
  expect(foldedLines('把年度报告report.docx发给，各单位', 12, '  ')).toEqual([
    '  把年度报告',
    '  report.docx',
    '  发给，各单',
    '  位',
  ]);
  expect(foldedLines('一二三四五，六', 10)).toEqual(['一二三四', '五，六']);
  expect(foldedLines('一二三D9）、六', 8)).toEqual(['一二三', 'D9）、六']);
});

it('leaves lines that fit as they are, and lets the others go on below their beginning', () => {
  const text = '短的一行\n  一二三四五六七八九十一二三四五六七八九十\n';
  expect(foldedText(text, 24)).toBe('短的一行\n  一二三四五六七八九十\n    一二三四五六七八九十\n');
});

it('counts two columns for a Chinese character and one for a Latin letter', () => {
  expect(columnsOf('第1版，ok')).toBe(9);
});
