/**
 * Workbooks built by hand after those that offices publish: each cell is read as its case says, and a second file asks nothing. Some of
 * them; `npm run fuzz -- ledgers` takes all and prints their shares.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCase } from './read-case';
import { triedCase } from './try-case';

const folder = join(__dirname, 'books');
const books = [
  ...['信访台账', '复议应诉台账', '罚没分列', '两表一页'].map((name) => join('registers', name)),
  ...['执法数据半年报', '分季进展', '基本情况登记表', '持证花名册'].map((name) => join('tables', name)),
  ...['人员基本信息表', '分月培训台账', '城管案件台账', '季度执法统计表', '左右两表', '年度数据公示表', '活动登记卡']
    .concat('按单位落实情况表', '综治中心两台账', '镇任务分解表')
    .map((name) => join('offices', name)),
  ...['议定事项督办', '信访与调解'].map((name) => join('town', name)),
  ...['街道任务分解', '交办事项', '执法科台账'].map((name) => join('street', name)),
];
const [mostClicks, leastRight] = [3, 0.92];

it.each(books)('%s', (name) => {
  const tried = triedCase(readCase(readFileSync(join(folder, `${name}.txt`), 'utf8')));
  const { right, listed, wrong, lost, clicks, faults, secondAsks } = tried;
  expect(faults).toEqual([]);
  expect(secondAsks).toEqual([]);
  expect(clicks).toBeLessThanOrEqual(mostClicks);
  expect(right / (right + listed + wrong + lost)).toBeGreaterThanOrEqual(leastRight);
});
