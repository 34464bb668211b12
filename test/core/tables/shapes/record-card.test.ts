/** One event as a form of labels and values: it is one record, or none at all. */
import { recordCard } from '../../../../src/core/tables/shapes/record-card';
import { publicityTable, reading2022, trainingTable } from '../../../edition';
import { sheetOf } from '../other-rows/sheet-text';

const card = `法治宣传活动登记卡
活动名称 | 宪法宣传 | 活动时间 | 2022-12-04
活动地点 | 广场 | 参加人数 | 80
活动内容 | 发放读本 | |`;

function cardIn(text: string): readonly string[] | null {
  const found = recordCard(sheetOf(text, { sheet: '12.4' }), [trainingTable, publicityTable], reading2022.declared);
  if (found === null) return null;
  const [labels = [], values = []] = found.grid.rows;
  return [found.table.title, ...labels.map((label, at) => `${label?.shown ?? ''}=${values[at]?.shown ?? ''}`)];
}

it('each label has the value to its right, and each cell is told where it stands', () => {
  expect(cardIn(card)).toEqual(['普法明细', '主题=宪法宣传', '日期=2022-12-04', '地点或村=广场', '受众人次=80']);
  const found = recordCard(sheetOf(card, { sheet: '12.4' }), [publicityTable], reading2022.declared);
  expect(found?.grid.shaped.origins?.[1]?.[1]).toEqual({ row: 1, column: 3 });
  expect(found?.grid.shaped.problems.map(({ code, place }) => `${code} ${place.cell ?? ''}`)).toEqual([
    'cells-outside A4',
  ]);
});

describe('several on one sheet', () => {
  const one = (topic: string, day: string): string =>
    `活动名称 | ${topic} | 活动时间 | ${day}\n活动地点 | 广场 | 参加人数 | 80`;
  const rowsIn = (text: string): readonly string[] => {
    const { grid } = recordCard(sheetOf(text, { sheet: '普法活动' }), [publicityTable], reading2022.declared) ?? {};
    return (grid?.rows.slice(1) ?? []).map((cells) => Array.from(cells, (cell) => cell?.shown ?? '').join('|'));
  };
  const listedIn = (text: string): readonly unknown[] | undefined =>
    recordCard(sheetOf(text, { sheet: '普法活动' }), [publicityTable], reading2022.declared)?.grid.shaped.problems.map(
      ({ place }) => place.cell,
    );
  const [first, second] = [one('宪法', '2022-12-04'), one('禁毒', '2022-06-26')];

  it('each begins where labels come again, also without a title', () => {
    expect(rowsIn(`${first}\n${second}`)).toEqual(['宪法|2022-12-04|广场|80', '禁毒|2022-06-26|广场|80']);
  });

  it('each begins below its title, with a label the one above does not have, too', () => {
    const short = first.replace('活动地点 | 广场 | ', '');
    expect(rowsIn(`登记卡（一）\n${short}\n登记卡（二）\n${second.split('\n').reverse().join('\n')}`)).toEqual([
      '宪法|2022-12-04|80|',
      '禁毒|2022-06-26|80|广场',
    ]);
  });

  it('stand beside each other, too', () => {
    const [[a, b], [c, d]] = [first, second].map((text) => text.split('\n')) as [string[], string[]];
    const beside = `普法活动登记卡一 | | | | 普法活动登记卡二\n${a ?? ''} | ${c ?? ''}\n${b ?? ''} | ${d ?? ''}`;
    const found = recordCard(sheetOf(beside, { sheet: 'Sheet1' }), [publicityTable], reading2022.declared);
    expect(found?.grid.rows.slice(1).map(([topic]) => topic?.shown)).toEqual(['宪法', '禁毒']);
  });

  it('one that nobody filled is none, and a row that stands twice is listed', () => {
    const blank = '登记卡（二）\n活动名称 | | 活动时间 |\n参加人数 | | 活动地点 |';
    expect(rowsIn(`${first}\n${blank}`)).toEqual(['宪法|2022-12-04|广场|80']);
    expect(listedIn(`${first}\n${blank}`)).toEqual([]);
    const twice = `${first}\n活动地点 | 礼堂\n${second}`;
    expect(rowsIn(twice)).toEqual(['宪法|2022-12-04|广场|80', '禁毒|2022-06-26|广场|80']);
    expect(listedIn(twice)).toEqual(['A3']);
  });

  it('each begins with the first label of the first, though the one above has none of its labels', () => {
    const [two, three] = [
      '活动时间 | 2022-06-26 | 活动地点 | 礼堂\n是否牵头 | 是',
      '活动名称 | 禁毒 | 参加人数 | 50\n场次 | 1',
    ];
    expect(rowsIn(`${first}\n登记卡（二）\n${two}\n登记卡（三）\n${three}`)).toEqual([
      '宪法|2022-12-04|广场|80||',
      '|2022-06-26|礼堂||是|',
      '禁毒|||50||1',
    ]);
  });

  it('a label that stands twice begins none, and is listed', () => {
    const text = '活动名称 | 宪法 | 参加人数 | 80\n受教育人数 | 90 | 活动时间 | 2022-12-04';
    expect(rowsIn(text)).toEqual(['宪法|80|2022-12-04']);
  });

  it('only the first is read where nobody knows to which of two cards rows belong', () => {
    const mixed = second.split('\n').reverse().join(' | 主办单位 | 司法所\n');
    expect(rowsIn(`${first}\n${mixed}`)).toEqual(['宪法|2022-12-04|广场|80']);
  });
});

it.each([
  ['without the day that each record must have', card.replace('活动时间', '备注')],
  ['with two labels', '法治宣传活动\n活动名称 | 宪法\n活动时间 | 2022-12-04'],
  ['that no title says the kind of', card.replace('法治宣传活动登记卡', '登记卡')],
  ['all in one row, as a header stands', '法治宣传活动\n活动名称 | 说明 | 活动时间 | 说明 | 参加人数 | 说明'],
  ['with values below the labels', '法治宣传活动\n活动名称 | 活动时间\n宪法 | 2022-12-04\n参加人数 |\n80 |'],
])('none %s', (_, text) => {
  expect(cardIn(text)).toBeNull();
});
