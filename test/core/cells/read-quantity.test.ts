import fc from 'fast-check';
import { anyText } from '../../any-text';
import { readQuantity } from '../../../src/core/cells/read-quantity';
import { cellOf, dateCell, errorCell, percentCell, type CellInput } from '../grid-builder';
import { contextOf, read } from './reading';
import { rounds } from '../../rounds';

const reading = (input: CellInput, unit: string | null = '场'): readonly unknown[] =>
  read(readQuantity, contextOf('填报值', { unit }), input);
const exactly = (value: number): unknown => ({ value, applies: true, qualifier: '' });
const about = (value: number, qualifier: string): unknown => ({ value, applies: true, qualifier });

describe('plain numbers', () => {
  it.each<[CellInput, string | null, number]>([
    [12, '场', 12],
    ['12场次', '场', 12],
    ['12 场', '场', 12],
    ['12次', '场次', 12],
    ['１２', '场', 12],
    ['1,200', '份', 1200],
    ['1，200', '份', 1200],
    ['1 200', '份', 1200],
    ['3次（其中集中学习2次）', '次', 3],
    ['共12场', '场', 12],
    ['12场。', '场', 12],
    ['8名', '人', 8],
    ['4.5', '学时', 4.5],
    [4.5, '学时', 4.5],
    ['900人次', '人次', 900],
    ['0', '件', 0],
    ['7', null, 7],
    [1e15, '场', 1e15],
    ['1000000000000000', '场', 1e15],
    [`3次（${'甲'.repeat(196)}）`, '次', 3],
  ])('%j in %s', (input, unit, value) => {
    expect(reading(input, unit)).toEqual([exactly(value)]);
  });
});

describe('another number in brackets behind one', () => {
  it.each([
    [
      '20台（损坏3台）',
      'doubt 填报值“20台（损坏3台）”括号里的话像是要减去，按 20 计，没有减。请核对，只写应当计入的数',
    ],
    ['20台(报废三台)', 'doubt 填报值“20台(报废三台)”括号里的话像是要减去，按 20 计，没有减。请核对，只写应当计入的数'],
    ['20①', 'note 填报值“20①”括号里的数没有读取，按 20 计。要填报的请填在它自己的格里'],
    ['２０台²', 'note 填报值“２０台²”括号里的数没有读取，按 20 计。要填报的请填在它自己的格里'],
    ['20（上期18）', 'note 填报值“20（上期18）”括号里的数没有读取，按 20 计。要填报的请填在它自己的格里'],
    ['20台（上期十八台）', 'note 填报值“20台（上期十八台）”括号里的数没有读取，按 20 计。要填报的请填在它自己的格里'],
  ])('%s is told', (text, says) => {
    expect(reading(text, '台')).toEqual([exactly(20), says]);
  });

  it.each(['20台（其中新购3台）', '20（台）', '20台（截至12月31日）', '20台（含借用2台）'])('%s is not', (text) => {
    expect(reading(text, '台')).toEqual([exactly(20)]);
  });
});

describe('Chinese numerals and 万 are read and noted', () => {
  it.each([
    ['三次', '次', 3, '是汉字数字，按 3 计。请核对，建议写成阿拉伯数字'],
    ['十二', '次', 12, '是汉字数字，按 12 计。请核对，建议写成阿拉伯数字'],
    ['六十', '学时', 60, '是汉字数字，按 60 计。请核对，建议写成阿拉伯数字'],
    ['一百二十', '次', 120, '是汉字数字，按 120 计。请核对，建议写成阿拉伯数字'],
    ['一千零五', '份', 1005, '是汉字数字，按 1005 计。请核对，建议写成阿拉伯数字'],
    ['12万', '人次', 120000, '按 120000 计。请核对'],
    ['1.2亿', '人次', 120000000, '按 120000000 计。请核对'],
  ])('%s', (text, unit, value, says) => {
    expect(reading(text, unit)).toEqual([exactly(value), `note 填报值“${text}”${says}`]);
  });
});

describe('qualified numbers keep their qualifier', () => {
  it.each([
    ['约300人', '人', 300, '约'],
    ['300余人次', '人次', 300, '余'],
    ['近千人', '人', 1000, '近'],
    ['近两千人次', '人次', 2000, '近'],
    ['超700人次', '人次', 700, '超'],
    ['两万余人次', '人次', 20000, '余'],
    ['4万余人次', '人次', 40000, '余'],
    ['20余万人次', '人次', 200000, '余'],
    ['二十余场', '场', 20, '余'],
    ['200+', '人', 200, '余'],
    ['逾1000份', '份', 1000, '逾'],
    ['300人左右', '人', 300, '约'],
    ['50多场', '场', 50, '多'],
    ['百余场', '场', 100, '余'],
  ])('%s', (text, unit, value, qualifier) => {
    expect(reading(text, unit)).toEqual([
      about(value, qualifier),
      `note 填报值“${text}”是约数，按 ${String(value)} 计，不参与精确核对。有准确数的请填写准确数`,
    ]);
  });

  it('15余 and 约300余 are bad style', () => {
    expect(reading('15余场')).toEqual([
      about(15, '余'),
      'doubt 填报值“15余场”在准确到个位的数后又写约数，按 15 计。请改为准确数，或如 10余场',
    ]);
    expect(reading('约300余人', '人')).toEqual([
      about(300, '约'),
      'doubt 填报值“约300余人”重复使用约数词，按 300 计。请只用一个约数词，如 约300人',
    ]);
  });
});

describe('none, nothing and no such duty are three things', () => {
  it('a column without unit asks for a number alone', () => {
    expect(reading('若干', null)).toEqual([null, 'error 填报值“若干”没有具体数目。请填写一个数，如 12']);
  });

  it.each(['无', '无。', ' 没 有 ', '未发生', '未开展', '未产生'])('%s is 0, noted', (text) => {
    expect(reading(text)).toEqual([exactly(0), `note 填报值“${text.trim()}”按 0 计。没有此项职责的请填“不涉及”`]);
  });

  it.each([
    '22（其中未结2件）',
    '80（含接待群众后检查3次）',
    '152（不含暂扣类3项）',
    '1（未结）',
    '38（不含待签2份）',
    '38（另有2份待核）',
  ])('%s is as sure as any number', (text) => {
    expect(reading(text, null).join()).not.toContain('还不准');
  });

  it.each([
    '0（未统计）',
    '12件（待核）',
    '3(暂计)',
    '40（估计数）',
    '0（正在统计）',
    '0（上级尚在核对）',
    '20（初步）',
    '74（核实中）',
    '13（含2份存疑）',
    '13（有误）',
  ])('%s has a remark that it is none yet', (text) => {
    const [, says] = reading(text, null);
    expect(says).toMatch(/^doubt 填报值“.*”括号里的话说它还不准，按 \d+ 计。/u);
  });

  it('other remarks in brackets are no matter', () => {
    for (const text of ['3次（其中集中学习2次）', '5（含未成年人2名）']) expect(reading(text, null)).toHaveLength(1);
  });

  it('暂无 may be 0 so far, or not known yet', () => {
    expect(reading('暂无')).toEqual([
      exactly(0),
      'doubt 填报值“暂无”按 0 计。确实没有发生的请填 0；还没有统计出来的请先空着',
    ]);
  });

  it.each(['—', '-', '/', '不涉及', '不 涉及。', '不适用', '无此项职责', '无此职能', 'N/A', 'na', '——'])(
    '%s is no such duty',
    (text) => {
      expect(reading(text)).toEqual([{ value: null, applies: false, qualifier: '' }]);
    },
  );

  it('blank is nothing', () => {
    expect(reading(null)).toEqual([null]);
    expect(reading(' 　')).toEqual([null]);
  });
});

describe('what is not one clear number is refused', () => {
  const one = '请填写一个数，如 12次';
  it.each<[CellInput, string]>([
    ['3-5次', '是一个范围，不是一个数。请填写一个数，如 4次'],
    ['３～５', '是一个范围，不是一个数。请填写一个数，如 4次'],
    ['三至五次', '是一个范围，不是一个数。请填写一个数，如 4次'],
    ['若干', `没有具体数目。${one}`],
    ['多次', `没有具体数目。${one}`],
    ['大量', `没有具体数目。${one}`],
    ['三五次', `没有具体数目。${one}`],
    ['十几次', `没有具体数目。${one}`],
    ['12+3', '是算式，不是一个数。请填写合计数，如 15次'],
    ['12场、300人', '含有两个数。本格只填一个数，如 4次，其余填入各自的栏'],
    ['４场，900人次', '含有两个数。本格只填一个数，如 4次，其余填入各自的栏'],
    ['12 34', '含有两个数。本格只填一个数，如 4次，其余填入各自的栏'],
    ['l2', '数字里混有字母。请检查是否把 l 当作 1、把 O 当作 0，改为如 12次'],
    ['1O', '数字里混有字母。请检查是否把 l 当作 1、把 O 当作 0，改为如 12次'],
    ['O', '数字里混有字母。请检查是否把 l 当作 1、把 O 当作 0，改为如 12次'],
    ['−3', '是负数。请填写 0 或正数；没有发生的填 0'],
    [-3, '是负数。请填写 0 或正数；没有发生的填 0'],
    ['达标', `不是数。${one}`],
    ['见附件', '没有数，只指向别处。请直接填写数，如 12次，出处写在备注栏'],
    ['300人', '的单位“人”与本栏单位“次”不一致。请按本栏单位填写，如 12次'],
    ['80%', `是百分数，本栏应填数量。${one}`],
    [percentCell(0.8), `是百分数，本栏应填数量。${one}`],
    ['1.2.3', `不是能识别的数。${one}`],
    [errorCell('#N/A'), '是公式错误或尚未算出的值。请改正公式，或直接填写内容'],
    [errorCell('#REF!'), '是公式错误或尚未算出的值。请改正公式，或直接填写内容'],
    ['#DIV/0!', '是公式错误或尚未算出的值。请改正公式，或直接填写内容'],
    [dateCell('2022-03-05'), '已被表格软件变成日期。请把单元格格式改为“常规”后重新填写'],
    [true, '是逻辑值。请改填文字或数'],
  ])('%j', (input, says) => {
    expect(reading(input, '次')).toEqual([null, `error 填报值“${cellOf(input).shown}”${says}`]);
  });

  it('人 and 人次 are different units', () => {
    expect(reading('300人', '人次')[0]).toBeNull();
    expect(reading('300人次', '人')[0]).toBeNull();
  });

  it('a pasted page costs no time', () => {
    expect(reading(`3${',、'.repeat(20_000)}`)[0]).toBeNull();
    expect(reading('('.repeat(30_000))[0]).toBeNull();
  });

  it.each<[CellInput, string, string]>([
    [2.5, '件', ''],
    ['2.5份', '份', ''],
    ['约28.5件次', '件次', ''],
    ['0.00125万人次', '人次', ''],
    [{ kind: 'number', value: 28.4, shown: '28' }, '名', '（格内的数是 28.4）'],
  ])('%j is no number of %s', (input, unit, kept) => {
    expect(reading(input, unit)).toEqual([
      null,
      `error 填报值“${cellOf(input).shown}”${kept}不是整数，没有采用。请填写整数，如 12${unit}`,
    ]);
  });

  it.each([
    [0.1 * 3 * 10, '件', 3],
    [2.5, '学时', 2.5],
    ['1.5万份', '份', 15_000],
  ])('%j %s is %s', (input, unit, value) => {
    expect(reading(input, unit)[0]).toEqual(exactly(value));
  });
});

it('reads every whole number back, as digits, grouped, full-width and with its unit', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), (value) => {
      const grouped = value.toLocaleString('en-US');
      const wide = Array.from(String(value), (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
      for (const text of [String(value), grouped, wide, `${String(value)}人次`, ` ${grouped} 人次`]) {
        expect(reading(text, '人次')).toEqual([exactly(value)]);
      }
    }),
  );
});

it('no text at all makes the reader throw, and a refusal always says why', () => {
  fc.assert(
    fc.property(fc.oneof(anyText(), fc.stringMatching(/^[0-9一二十百万余约近场人次元%.,+\-至、 ]{0,12}$/u)), (text) => {
      const [value, ...remarks] = reading(text);
      const blank = text.normalize('NFKC').replace(/[\s。\p{Cc}\p{Cf}\uFFFE\uFFFF]/gu, '') === '';
      expect(value !== null || blank || remarks.some((said) => String(said).startsWith('error'))).toBe(true);
    }),
    { numRuns: rounds(1200) },
  );
});

it.each([
  ['师生480人', 480],
  ['群众约200人', 200],
  ['干部、村民代表共62人', 62],
  ['学生及家长150余人', 150],
  ['每村群众30人', null],
  ['缺席人员3人', null],
  ['教师20人、学生300人', null],
  ['约定群众', null],
])('who came to an event may stand before how many: %s is %s', (text, value) => {
  const context = contextOf('受众人次', { unit: '人次', isEvent: true });
  expect(read(readQuantity, context, text)[0]?.value ?? null).toBe(value);
  expect(read(readQuantity, contextOf('检查次数', { unit: '次' }), text)[0]).toBeNull();
});

it.each([
  ['26家', 26],
  ['12户', 12],
  ['9处', 9],
  ['3个点位', 3],
  ['15家企业', 15],
  ['30余家', 30],
  ['11家次', 11],
  ['6户次', 6],
  ['9处隐患', null],
  ['12人', null],
  ['3份', null],
])('so many shops that were looked at are so many times: %s is %s', (text, value) => {
  const context = contextOf('检查次数', { unit: '次', isEvent: true });
  expect(read(readQuantity, context, text)[0]?.value ?? null).toBe(value);
});

it('what else was counted is told, and beside no event it is another unit', () => {
  const [, told = ''] = read(readQuantity, contextOf('次数', { unit: '次', isEvent: true }), '26家');
  expect(told).toMatch(/^note 次数“26家”按 26 计/u);
  // Persons at an event are those who came.
  expect(read(readQuantity, contextOf('受众人次', { unit: '人次', isEvent: true }), '480人')).toEqual([exactly(480)]);
  expect(read(readQuantity, contextOf('次数', { unit: '次', isEvent: true }), '26次')).toEqual([exactly(26)]);
  expect(read(readQuantity, contextOf('次数', { unit: '次' }), '26家')[0]).toBeNull();
  expect(read(readQuantity, contextOf('场次', { unit: '场次', isEvent: true }), '3个')[0]).toBeNull();
});

it.each([
  ['宣传单900份、读本60册', 960],
  ['折页1,200份，手册300本', 1500],
  ['900份宣传单和60册读本', 960],
  ['海报20份+单页1500份', 1520],
  ['海报50份；折页100余份', 150],
  ['共960份（宣传单900份、读本60册）', 960],
  ['宣传单900份、其中彩页200份', null],
  ['300份、200份', null],
  ['宣传单900份、宣传单60份', null],
  ['宣传单900份、横幅3条', null],
  ['宣传单900份、读本60册、横幅3条', null],
  ['宣传单900份、合计960份', null],
  ['应发900份、实发850份', null],
  ['宣传单900、读本60', null],
  ['宣传单900份、读本', null],
  ['宣传单900份、读本60册'.padEnd(60, '。'), 960],
  ['宣传单900份、读本60册'.padEnd(61, '。'), null],
])('things of one kind of unit are added up: %s is %s', (text, value) => {
  const context = contextOf('资料份数', { unit: '份', isEvent: true });
  const [quantity, told = ''] = read(readQuantity, context, text);
  expect(quantity?.value ?? null).toBe(value);
  if (value !== null && !text.startsWith('共')) expect(told).toMatch(/^doubt .*分几项写，按合计/u);
});

it.each(['人', '人次'])('persons of several kinds, who may be the same ones, are not added up: %s', (unit) => {
  const context = contextOf('参加人数', { unit, isEvent: true });
  expect(read(readQuantity, context, '干部30人、群众60人')[0]).toBeNull();
});

it.each([
  ['至少9，至多10', 9, 10],
  ['至少9名，不超过12名', 9, 12],
])('%s is known from both sides', (text, least, most) => {
  expect(reading(text, '名')[0]).toEqual({ value: least, applies: true, qualifier: '至少', atMost: most });
});

it.each([
  ['至少9名，至多10名', 'note 填报值“至少9名，至多10名”按至少 9 计，不参与精确核对。有准确数的请填写准确数'],
  ['至少2.5名，至多10名', 'error 填报值“至少2.5名，至多10名”不是整数，没有采用。请填写整数，如 12名'],
])('of %s is said %s', (text, says) => {
  expect(reading(text, '名')[1]).toBe(says);
});

it.each(['至少9名，至多10件', '至少9名，至多约10名', '至少若干，至多10名', '至少9名，至多9名'])(
  '%s is no count',
  (text) => {
    expect(reading(text, '名')[0]).toBeNull();
  },
);

it('an end that is no number, or below the other, is none', () => {
  expect([reading('至少9名，至多若干', '名')[0], reading('至少9，至多8', '名')[0]]).toEqual([null, null]);
});
