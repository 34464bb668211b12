import { readMoney } from '../../../src/core/cells/read-money';
import { readPercent } from '../../../src/core/cells/read-percent';
import { cellOf, percentCell, type CellInput } from '../grid-builder';
import { contextOf, read } from './reading';

const money = (input: CellInput, unit = '万元'): readonly unknown[] =>
  read(readMoney, contextOf('罚没金额', { unit }), input);
const percent = (input: CellInput): readonly unknown[] => read(readPercent, contextOf('完成率', { unit: '%' }), input);
const exactly = (value: number): unknown => ({ value, applies: true, qualifier: '' });

describe('money comes in 万元', () => {
  it.each<[CellInput, string, number]>([
    ['3.5万元', '万元', 3.5],
    ['3.5', '万元', 3.5],
    [3.5, '万元', 3.5],
    ['人民币3.5万元', '万元', 3.5],
    [28600, '元', 2.86],
    ['28,600元', '元', 2.86],
    ['0', '万元', 0],
    [10, '元', 0.001],
    [1e15, '元', 1e11],
  ])('%j under %s', (input, unit, value) => {
    expect(money(input, unit)).toEqual([exactly(value)]);
  });

  it.each([
    ['35000元', '万元', 3.5],
    ['136161元', '万元', 13.6161],
    ['28600元', '万元', 2.86],
    ['2.86万', '万元', 2.86],
    ['2.86万元', '元', 2.86],
    ['0.3亿元', '万元', 3000],
    ['￥35000', '万元', 3.5],
  ])('%s under %s is converted and noted', (text, unit, value) => {
    expect(money(text, unit)).toEqual([exactly(value), `note 罚没金额“${text}”按 ${String(value)}万元 计。请核对`]);
  });

  it('a qualifier is kept', () => {
    expect(money('逾20万元')).toEqual([
      { value: 20, applies: true, qualifier: '逾' },
      'note 罚没金额“逾20万元”是约数，按 20万元 计，不参与精确核对。有准确数的请填写准确数',
    ]);
  });

  it('a large one that is about right is asked about, and noted', () => {
    expect(money('约2000')).toEqual([
      { value: 2000, applies: true, qualifier: '约' },
      expect.stringMatching(/^doubt 罚没金额“约2000”没有写单位/u),
      expect.stringMatching(/^note 罚没金额“约2000”是约数，按 2000万元 计/u),
    ]);
  });

  it('1000 and more without a unit is asked about', () => {
    expect(money(35000)).toEqual([
      exactly(35000),
      'doubt 罚没金额“35000”没有写单位，按 35000万元 计。如果单位是元，请写成如 35000元',
    ]);
  });

  it('less than 10 元 is asked about: no fine is so small', () => {
    expect(money(9.99, '元')).toEqual([exactly(0.000999), expect.stringMatching(/^doubt 罚没金额“9.99”/u)]);
  });

  it.each<[CellInput, string]>([
    [1.5e15, '太大，不像是真实的数。请核对位数，如 12万元'],
    ['3.5万人', '的单位“人”与本栏单位“万元”不一致。请按本栏单位填写，如 12万元'],
    ['2-3万元', '是一个范围，不是一个数。请填写一个数，如 4万元'],
    [-1, '是负数。请填写 0 或正数；没有发生的填 0'],
  ])('%j is refused', (input, says) => {
    expect(money(input)).toEqual([null, `error 罚没金额“${cellOf(input).shown}”${says}`]);
  });
});

describe('percentages come as 0 to 100', () => {
  it.each<[CellInput, number]>([
    ['80%', 80],
    ['８０％', 80],
    ['80.5 %', 80.5],
    [percentCell(0.8), 80],
    [percentCell(1), 100],
    ['百分之八十', 80],
    ['百分之百', 100],
    ['百分之80.5', 80.5],
    [80, 80],
    ['80', 80],
    [0, 0],
    [100, 100],
  ])('%j', (input, value) => {
    expect(percent(input)).toEqual([exactly(value)]);
  });

  it.each<[CellInput, string]>([
    [0.8, '分不清是比例还是百分数。请写明百分号，如 80%'],
    [0.64, '分不清是比例还是百分数。请写明百分号，如 80%'],
    ['0.8', '分不清是比例还是百分数。请写明百分号，如 80%'],
    [1, '分不清是比例还是百分数。请写明百分号，如 80%'],
    [100.2, '超过100%。请填写0%至100%之间的数，如 80%'],
    ['100.5%', '超过100%。请填写0%至100%之间的数，如 80%'],
    [percentCell(1.002), '超过100%。请填写0%至100%之间的数，如 80%'],
    ['120%', '超过100%。请填写0%至100%之间的数，如 80%'],
    [-5, '是负数。请填写 0 或正数；没有发生的填 0'],
    ['已完成', '不是数。请填写一个数，如 12%'],
  ])('%j is refused', (input, says) => {
    expect(percent(input)).toEqual([null, `error 完成率“${cellOf(input).shown}”${says}`]);
  });

  it.each(['约百分之80', '百分之八成', '百分之120'])('%s is not used', (text) => {
    expect(percent(text)[0]).toBeNull();
  });

  it('约80% keeps its qualifier', () => {
    expect(percent('约80%')).toEqual([
      { value: 80, applies: true, qualifier: '约' },
      'note 完成率“约80%”是约数，按 80% 计，不参与精确核对。有准确数的请填写准确数',
    ]);
  });
});
