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

it.each([
  ['without the day that each record must have', card.replace('活动时间', '备注')],
  ['that no title says the kind of', card.replace('法治宣传活动登记卡', '登记卡')],
  ['all in one row, as a header stands', '法治宣传活动\n活动名称 | 说明 | 活动时间 | 说明 | 参加人数 | 说明'],
  ['with values below the labels', '法治宣传活动\n活动名称 | 活动时间\n宪法 | 2022-12-04\n参加人数 |\n80 |'],
])('none %s', (_, text) => {
  expect(cardIn(text)).toBeNull();
});
