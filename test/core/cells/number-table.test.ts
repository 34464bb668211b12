/** The numbers offices write, line by line: what each counts as in its column, and what is said of it, word for word. */
import { levelName } from '../../../src/core/base/problem';
import { readMoney } from '../../../src/core/cells/read-money';
import { readPercent } from '../../../src/core/cells/read-percent';
import { readQuantity } from '../../../src/core/cells/read-quantity';
import { cellOf, errorCell, percentCell, type CellInput } from '../grid-builder';
import { contextOf } from './reading';

const readers: Readonly<Record<string, typeof readQuantity>> = { 万元: readMoney, 元: readMoney, '%': readPercent };

/** `300余`, `不涉及`, `拒收` or `空`, then the sentences. */
function outcome(input: CellInput, unit: string): readonly string[] {
  const { value, remarks } = (readers[unit] ?? readQuantity)(cellOf(input), contextOf('填报值', { unit }));
  const isRefused = remarks.some(({ level }) => level === 'error');
  const told = value === null ? (isRefused ? '拒收' : '空') : value.applies ? '' : '不涉及';
  return [
    `${told}${String(value?.value ?? '')}${value?.qualifier ?? ''}`,
    ...remarks.map(({ level, reason, expected }) => `${levelName[level]} ${reason}。${expected}`),
  ];
}

/** A line of the table: what is typed under which unit, what it comes to, and what is said behind `填报值“…”`. */
type Line = readonly [typed: CellInput, unit: string, comesTo: string, says?: string];

const chinese = (value: string): string => `提示 是汉字数字，按 ${value} 计。请核对，建议写成阿拉伯数字`;
const counted = (value: string): string => `提示 按 ${value} 计。请核对`;
const about = (value: string): string => `提示 是约数，按 ${value} 计，不参与精确核对。有准确数的请填写准确数`;
const none = '提示 按 0 计。没有此项职责的请填“不涉及”';
const ask = '错误 分不清是比例还是百分数。请写明百分号，如 80%';
const failed = '错误 是公式错误或尚未算出的值。请改正公式，或直接填写内容';
const uncalculated = '错误 还没有结果。请重新计算并保存（用 WPS/Excel 打开后保存），或直接填写内容';
const vague = '错误 没有具体数目。请填写一个数，如 12次';
const letters = '错误 数字里混有字母。请检查是否把 l 当作 1、把 O 当作 0，改为如 12次';
const negative = '错误 是负数。请填写 0 或正数；没有发生的填 0';

function table(lines: readonly Line[]): void {
  const cases = lines.map(([typed, unit, comesTo, says = '']) => [typed, unit, comesTo, says] as const);
  it.each(cases)('%j in %s is %s', (typed, unit, comesTo, says) => {
    const sentence = says.replace(' ', ` 填报值“${cellOf(typed).shown}”`);
    expect(outcome(typed, unit)).toEqual(says === '' ? [comesTo] : [comesTo, sentence]);
  });
}

describe('accepted as typed', () => {
  table([
    ['12场次', '场次', '12'],
    ['12 场', '场次', '12'],
    ['12次', '场', '12'],
    ['１２', '次', '12'],
    ['1,200', '份', '1200'],
    ['1，200', '份', '1200'],
    ['1 200', '份', '1200'],
    ['三次', '次', '3', chinese('3')],
    ['十二', '次', '12', chinese('12')],
    ['一百二十', '次', '120', chinese('120')],
    ['3次（其中集中学习2次）', '次', '3'],
    ['12万', '人次', '120000', counted('120000')],
    ['1.2亿', '人次', '120000000', counted('120000000')],
    ["'12", '次', '12', counted('12')],
  ]);
});

describe('accepted with its qualifier', () => {
  table([
    ['二十余场', '场', '20余', about('20')],
    ['约300人', '人', '300约', about('300')],
    ['300余人次', '人次', '300余', about('300')],
    ['近千人', '人', '1000近', about('1000')],
    ['逾20万元', '万元', '20逾', about('20万元')],
    ['超700人次', '人次', '700超', about('700')],
    ['两万余人次', '人次', '20000余', about('20000')],
    ['4万余人次', '人次', '40000余', about('40000')],
    ['200+', '人', '200余', about('200')],
    ['将近300人', '人', '300近', about('300')],
    ['接近300人', '人', '300近', about('300')],
    ['大约300人', '人', '300约', about('300')],
    ['300人上下', '人', '300约', about('300')],
    ['300人以上', '人', '300余', about('300')],
    ['超过300人', '人', '300超', about('300')],
    ['300来人', '人', '300约', about('300')],
    ['至少300人', '人', '300至少', '提示 按至少 300 计，不参与精确核对。有准确数的请填写准确数'],
    ['5余', '场', '5余', about('5')],
    ['10余', '场', '10余', about('10')],
    ['近300人左右', '人', '300近', '请核实 重复使用约数词，按 300 计。请只用一个约数词，如 约300人'],
    ['15余', '场', '15余', '请核实 在准确到个位的数后又写约数，按 15 计。请改为准确数，或如 10余场'],
  ]);
});

describe('money', () => {
  table([
    ['3.5万元', '万元', '3.5'],
    ['35000元', '万元', '3.5', counted('3.5万元')],
    [3.5, '万元', '3.5'],
    ['3.5', '万元', '3.5'],
    ['136161元', '万元', '13.6161', counted('13.6161万元')],
    ['￥3.5万元', '万元', '3.5'],
    ['￥ 28,600', '元', '2.86', counted('2.86万元')],
    ['28600元整', '元', '2.86', counted('2.86万元')],
    ['2千元', '万元', '0.2', counted('0.2万元')],
    ['3.5万', '元', '3.5', counted('3.5万元')],
    [999.99, '万元', '999.99'],
    [10, '元', '0.001'],
    [0, '元', '0'],
    [1000, '万元', '1000', '请核实 没有写单位，按 1000万元 计。如果单位是元，请写成如 35000元'],
    [28_600, '元', '2.86'],
    [2.86, '元', '0.000286', '请核实 没有写单位，按 2.86元 计。如果单位是万元，请写成如 2.86万元'],
  ]);
});

describe('percentages', () => {
  table([
    ['80%', '%', '80'],
    [percentCell(0.8), '%', '80'],
    ['百分之八十', '%', '80'],
    [80, '%', '80'],
    ['85', '%', '85'],
    [0.8, '%', '拒收', ask],
    ['0.85', '%', '拒收', ask],
    [1, '%', '拒收', ask],
    [1.01, '%', '1.01'],
    ['1%', '%', '1'],
    ['百分之一', '%', '1'],
    ['百分之百', '%', '100'],
    ['百分之约80', '%', '拒收', '错误 不是能识别的数。请填写一个数，如 12%'],
    ['百分之80左右', '%', '拒收', '错误 不是能识别的数。请填写一个数，如 12%'],
    ['80人', '%', '拒收', '错误 的单位“人”与本栏单位“%”不一致。请按本栏单位填写，如 12%'],
  ]);
});

describe('nothing, none and no such duty', () => {
  table([
    ['0', '次', '0'],
    ['无', '次', '0', none],
    ['没有', '次', '0', none],
    ['未发生', '次', '0', none],
    [null, '次', '空'],
    ['—', '次', '不涉及'],
    ['-', '次', '不涉及'],
    ['/', '次', '不涉及'],
    ['不涉及', '次', '不涉及'],
    ['N/A', '次', '不涉及'],
  ]);
});

describe('refused with its reason', () => {
  table([
    ['3-5次', '次', '拒收', '错误 是一个范围，不是一个数。请填写一个数，如 4次'],
    ['若干', '次', '拒收', vague],
    ['多次', '次', '拒收', vague],
    ['大量', '次', '拒收', vague],
    ['12+3', '次', '拒收', '错误 是算式，不是一个数。请填写合计数，如 15次'],
    ['12场、300人', '场', '拒收', '错误 含有两个数。本格只填一个数，如 4场，其余填入各自的栏'],
    ['l2', '次', '拒收', letters],
    ['O', '次', '拒收', letters],
    ['−3', '次', '拒收', negative],
    [-3, '次', '拒收', negative],
    [errorCell('#N/A'), '次', '拒收', failed],
    [errorCell('#REF!'), '次', '拒收', failed],
    ['#DIV/0!', '次', '拒收', failed],
    ['Loading...', '次', '拒收', uncalculated],
    [errorCell('公式未计算'), '次', '拒收', uncalculated],
    ['达标', '次', '拒收', '错误 不是数。请填写一个数，如 12次'],
    ['3次，详见台账', '次', '拒收', '错误 没有数，只指向别处。请直接填写数，如 12次，出处写在备注栏'],
    ['共-3次', '次', '拒收', negative],
    ['12×3', '次', '拒收', '错误 是算式，不是一个数。请填写合计数，如 15次'],
    ['12 和 13', '次', '拒收', '错误 含有两个数。本格只填一个数，如 4次，其余填入各自的栏'],
    ['12a', '次', '拒收', letters],
    ['数十次', '次', '拒收', vague],
    ['三五次', '次', '拒收', vague],
    ['百分之十二', '次', '拒收', '错误 是百分数，本栏应填数量。请填写一个数，如 12次'],
    ['1@2', '次', '拒收', '错误 不是能识别的数。请填写一个数，如 12次'],
    ['不少于3次', '次', '拒收', '错误 不是能识别的数。请填写一个数，如 12次'],
    ['见附件', '次', '拒收', '错误 没有数，只指向别处。请直接填写数，如 12次，出处写在备注栏'],
    ['300人', '人次', '拒收', '错误 的单位“人”与本栏单位“人次”不一致。请按本栏单位填写，如 12人次'],
    ['300人次', '人', '拒收', '错误 的单位“人次”与本栏单位“人”不一致。请按本栏单位填写，如 12人'],
    ['9999999999999999', '次', '拒收', '错误 太大，不像是真实的数。请核对位数，如 12次'],
    [1e15, '次', '1000000000000000'],
    ['1000000000000001', '次', '拒收', '错误 太大，不像是真实的数。请核对位数，如 12次'],
    [1e21, '次', '拒收', '错误 太大，不像是真实的数。请核对位数，如 12次'],
    [1e21, '万元', '拒收', '错误 太大，不像是真实的数。请核对位数，如 12万元'],
  ]);
});
