/** Who is meant by a shortened name: only where one department alone can be. */
import { directoryOf } from '../../../src/core/rows/department-names';
import type { Department } from '../../../src/core/rows/rows';

const directory = directoryOf(
  ['党政综合办', '党建工作办', '平安建设办', '综合行政执法队', '环境卫生科', '林业工作站', '农民政务办'].map(
    (name, index): Department => ({
      ...{ id: `D${String(index)}`, name, aliases: [], kind: '', inGroup: false, spreadsheet: null },
      ...{ active: name !== '林业工作站', roles: [], place: { file: '总表.xlsx' } },
      mailbox: { value: null, shown: '', place: { file: '总表.xlsx' } },
      leaderMailbox: { value: null, shown: '', place: { file: '总表.xlsx' } },
    }),
  ),
  '青石镇',
);

it.each([
  ['党政办', '党政综合办'],
  ['青石镇党政办', '党政综合办'],
  ['党政办公室', '党政综合办'],
  ['党建办', '党建工作办'],
  ['平安办', '平安建设办'],
  ['执法队', '综合行政执法队'],
  ['综合执法队', '综合行政执法队'],
  ['环卫科', '环境卫生科'],
  ['党办', null],
  ['环科', null],
  ['党工办', '党建工作办'],
  ['民政办', null],
  ['执法大队', null],
  ['县党建办', null],
  ['平安科', null],
  ['平安建设', null],
  ['林业站', null],
])('%s is %s', (name, meant) => {
  expect(directory.meant(name)?.name ?? null).toBe(meant);
  expect(directory.find(name)).toBeNull();
});

it('never where two fit', () => {
  const [first, second] = directory.departments;
  const two = [first, second].flatMap((one, index) =>
    one === undefined ? [] : { ...one, name: ['党政综合办', '党政监察办'][index] ?? '' },
  );
  expect(directoryOf(two, '').meant('党政办')).toBeNull();
});
