/** What stands above the name of a figure: the heading of its part of the table, and what it is one of. */
import { namesAround } from '../../../../src/core/rows/matching/names-around';
import { gridOf } from '../../grid-builder';

const around = namesAround(
  gridOf([
    ['二、行政许可办理情况', null],
    ['申请数（件）', 12],
    ['其中：网上', 7],
    ['受理数', 11],
    ['三、行政检查', null],
    ['检查次数', 5],
    ['其中：网上', 3],
    ['合格', 2],
  ]),
);

it('is the heading, and of a part its whole without how that is counted', () => {
  expect(around('申请数（件）')).toEqual(['行政许可']);
  expect(around('受理数')).toEqual(['行政许可']);
  expect(around(' 合格 ')).toEqual(['行政检查']);
  expect(around('没有的')).toEqual([]);
});

it('is nothing of a name that stands below two of them', () => {
  expect(around('其中：网上')).toEqual([]);
});

it('of a part is what stands above it in its own column, the heading behind that', () => {
  const parts = namesAround(
    gridOf([
      ['二、行政许可办理情况', null, null],
      ['申请数（件）', 12, '处罚总数（起）'],
      ['其中：网上', 7, '其中：罚款'],
    ]),
  );
  expect(parts('其中：网上')).toEqual(['申请', '行政许可']);
  expect(parts('其中：罚款')).toEqual(['处罚', '行政许可']);
});
