/** Codes typed as numbers have lost their last digits in the spreadsheet. */
import { readText } from '../../../src/core/cells/read-text';
import { contextOf, read } from './reading';

it.each([
  [370123199001011000, '3.70123E+17'],
  [-6222020000000000000, '-6222020000000000000'],
])('a code of %d typed as a number is not used, and that is told', (value, shown) => {
  expect(read(readText, contextOf('编号'), { kind: 'number', value, shown })).toEqual([
    null,
    `error 编号“${shown}”是按数值录入的长号码，表格软件只保留前15位，后面的已经变成别的数字，没有采用。请把单元格格式设为“文本”，再重新录入号码`,
  ]);
});

it.each([
  ['370123199001011234', '370123199001011234'],
  [{ kind: 'number', value: 12345678901, shown: '12345678901' } as const, '12345678901'],
])('other codes are read as they are shown', (input, text) => {
  expect(read(readText, contextOf('编号'), input)).toEqual([text]);
});

it.each(['', ' ', '\u3000\n', '\u200B'])('%j is no text', (typed) => {
  expect(read(readText, contextOf('编号'), typed)).toEqual([null]);
});

it.each([
  ['印发年度法治政府建设要点', false],
  ['鍗板彂骞村害娉曟不鏀垮簻寤鸿瑕佺偣', true],
  ['开展锟斤拷检查', true],
  ['开展检查\uFFFD次', true],
  ['濮阳市濮阳县', false],
  ['某商店××', false],
  ['Ünïté café', false],
])('%s looks as if its characters were lost: %p', (typed, isLost) => {
  const says = `doubt 进展“${typed}”像是乱码，粘贴或保存时汉字变了，仍照原样采用。请对照原件重新填写`;
  expect(read(readText, contextOf('进展'), typed)).toEqual(isLost ? [typed, says] : [typed]);
});

it('line breaks of every system are one, and 2000 characters are not too many', () => {
  expect(read(readText, contextOf('进展'), ' 一\r\n二\r三 ')).toEqual(['一\n二\n三']);
  expect(read(readText, contextOf('进展'), '字'.repeat(2000))).toEqual(['字'.repeat(2000)]);
  expect(read(readText, contextOf('进展'), '字'.repeat(2001))[0]).toBeNull();
});
