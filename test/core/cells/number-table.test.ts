/** The numbers offices write, line by line: what each counts as in its column, and which remark it draws. */
import { readMoney } from '../../../src/core/cells/read-money';
import { readPercent } from '../../../src/core/cells/read-percent';
import { readQuantity } from '../../../src/core/cells/read-quantity';
import { cellOf, errorCell, percentCell, type CellInput } from '../grid-builder';
import { contextOf } from './reading';

const readers: Readonly<Record<string, typeof readQuantity>> = { 万元: readMoney, 元: readMoney, '%': readPercent };

/** `300余`, `不涉及`, `拒收` or nothing for blank, then the codes of the remarks. */
function outcome(input: CellInput, unit: string): string {
  const { value, remarks } = (readers[unit] ?? readQuantity)(cellOf(input), contextOf('填报值', { unit }));
  const codes = remarks.map(({ code }) => code);
  const isRefused = remarks.some(({ level }) => level === 'error');
  const told = value === null ? (isRefused ? '拒收' : '空') : value.applies ? '' : '不涉及';
  return [`${told}${String(value?.value ?? '')}${value?.qualifier ?? ''}`, ...codes].join(' ');
}

describe('accepted as typed', () => {
  it.each<[CellInput, string, string]>([
    ['12场次', '场次', '12'],
    ['12 场', '场次', '12'],
    ['12次', '场', '12'],
    ['１２', '次', '12'],
    ['1,200', '份', '1200'],
    ['1，200', '份', '1200'],
    ['1 200', '份', '1200'],
    ['三次', '次', '3 number-chinese'],
    ['十二', '次', '12 number-chinese'],
    ['一百二十', '次', '120 number-chinese'],
    ['3次（其中集中学习2次）', '次', '3'],
    ['12万', '人次', '120000 number-expanded'],
    ['1.2亿', '人次', '120000000 number-expanded'],
    ["'12", '次', '12 number-expanded'],
  ])('%j in %s is %s', (typed, unit, expected) => {
    expect(outcome(typed, unit)).toBe(expected);
  });
});

describe('accepted with its qualifier', () => {
  it.each([
    ['二十余场', '场', '20余 number-about'],
    ['约300人', '人', '300约 number-about'],
    ['300余人次', '人次', '300余 number-about'],
    ['近千人', '人', '1000近 number-about'],
    ['逾20万元', '万元', '20逾 number-about'],
    ['超700人次', '人次', '700超 number-about'],
    ['两万余人次', '人次', '20000余 number-about'],
    ['4万余人次', '人次', '40000余 number-about'],
    ['200+', '人', '200余 number-about'],
    ['15余', '场', '15余 number-about-odd'],
  ])('%s in %s is %s', (typed, unit, expected) => {
    expect(outcome(typed, unit)).toBe(expected);
  });
});

describe('money', () => {
  it.each<[CellInput, string, string]>([
    ['3.5万元', '万元', '3.5'],
    ['35000元', '万元', '3.5 money-converted'],
    [3.5, '万元', '3.5'],
    ['3.5', '万元', '3.5'],
    ['136161元', '万元', '13.6161 money-converted'],
    [1000, '万元', '1000 money-large'],
    [28_600, '元', '2.86'],
    [2.86, '元', '0.000286 money-small'],
  ])('%j in %s is %s', (typed, unit, expected) => {
    expect(outcome(typed, unit)).toBe(expected);
  });
});

describe('percentages', () => {
  it.each<[CellInput, string]>([
    ['80%', '80'],
    [percentCell(0.8), '80'],
    ['百分之八十', '80'],
    [80, '80'],
    ['85', '85'],
    [0.8, '拒收 percent-ask'],
    ['0.85', '拒收 percent-ask'],
    [1, '拒收 percent-ask'],
  ])('%j is %s', (typed, expected) => {
    expect(outcome(typed, '%')).toBe(expected);
  });
});

describe('nothing, none and no such duty', () => {
  it.each<[CellInput, string]>([
    ['0', '0'],
    ['无', '0 number-none'],
    ['没有', '0 number-none'],
    ['未发生', '0 number-none'],
    [null, '空'],
    ['—', '不涉及'],
    ['-', '不涉及'],
    ['/', '不涉及'],
    ['不涉及', '不涉及'],
    ['N/A', '不涉及'],
  ])('%j is %s', (typed, expected) => {
    expect(outcome(typed, '次')).toBe(expected);
  });
});

describe('refused with its reason', () => {
  it.each<[CellInput, string, string]>([
    ['3-5次', '次', 'number-range'],
    ['若干', '次', 'number-vague'],
    ['多次', '次', 'number-vague'],
    ['大量', '次', 'number-vague'],
    ['12+3', '次', 'number-sum'],
    ['12场、300人', '场', 'number-two'],
    ['l2', '次', 'number-letters'],
    ['O', '次', 'number-letters'],
    ['−3', '次', 'number-negative'],
    [-3, '次', 'number-negative'],
    [errorCell('#N/A'), '次', 'cell-error'],
    [errorCell('#REF!'), '次', 'cell-error'],
    ['#DIV/0!', '次', 'cell-error'],
    ['Loading...', '次', 'cell-error'],
    ['达标', '次', 'number-words'],
    ['见附件', '次', 'number-elsewhere'],
    ['300人', '人次', 'number-unit'],
    ['300人次', '人', 'number-unit'],
    ['9999999999999999', '次', 'number-too-large'],
    [1e21, '次', 'number-too-large'],
    [1e21, '万元', 'number-too-large'],
  ])('%j in %s: %s', (typed, unit, code) => {
    expect(outcome(typed, unit)).toBe(`拒收 ${code}`);
  });
});
