/** What the cells of an office say about its public version: marks of secrecy anywhere, names in the columns for names. */
import type { Grid } from '../../../../src/core/base/grid';
import { ruleOfLaw } from '../../../edition';
import { sensitiveCells } from '../../../../src/core/report/public/sensitive-cells';
import { gridOf } from '../../grid-builder';

const sheet = (rows: readonly string[][], more: Partial<Omit<Grid, 'rows'>> = {}): Grid =>
  gridOf(rows, { workbook: '司法所.xlsx', sheet: '任务进展', ...more });
const look = (...grids: readonly Grid[]) => sensitiveCells(grids, ruleOfLaw.publicRules);

it('finds a mark in whatever cell, with its place', () => {
  expect(look(sheet([['编号'], ['', '机密★1年']])).marks).toMatchObject([
    { does: 'stop', actual: '机密', places: [{ file: '司法所.xlsx', sheet: '任务进展', cell: 'B2' }] },
  ]);
});

it('finds a mark under a merged cell, in the name of a sheet and in the name of a file', () => {
  const covered = [{ above: '标题', cells: [{ row: 0, column: 1, shown: '【秘密】' }] }];
  expect(look(sheet([['标题']], { covered })).marks).toMatchObject([{ places: [{ cell: 'B1' }] }]);
  expect(look(sheet([['甲']], { sheet: '涉密' })).marks).toMatchObject([{ places: [{ sheet: '涉密' }] }]);
  expect(look(sheet([['甲']], { workbook: '机密-司法所.xlsx' })).marks).toMatchObject([
    { places: [{ file: '机密-司法所.xlsx' }] },
  ]);
});

it('takes talk about secrecy for no mark', () => {
  expect(
    look(
      sheet([
        ['保密工作', '开展涉密人员培训2次'],
        ['是否涉密：否', '保守国家秘密'],
      ]),
    ).marks,
  ).toEqual([]);
});

it('knows names beside and below the words for them, and no posts or offices', () => {
  const office = sheet([
    ['单位', '负责人', '联系人'],
    ['司法所', '张大山', '综合岗'],
    ['财政所', '所长', '李小河'],
    ['填报人', '孙红'],
  ]);
  expect(look(office).names).toEqual(['张大山', '李小河', '孙红']);
});

it('knows the parties of a ledger, several names in a cell, and names with a post or a number beside them', () => {
  const ledger = sheet([
    ['序号', '当事人 *', '案由', '执法人员'],
    ['1', '陈大海', '违法占地', '何小云、吕青（高工）'],
    ['2', '某某公司', '无', '施明 13800138000'],
  ]);
  expect(look(ledger).names).toEqual(['陈大海', '何小云', '吕青', '施明']);
});

it('knows names that are spaced, and several that dashes, dots or strokes part', () => {
  const roster = sheet([
    ['当事人（姓名）', '执法人员1'],
    ['张\u3000三', '李大海－主任'],
    ['王 五、赵小六', '孙有才.冯小斤'],
    ['合计', '陈小春|陈大春'],
  ]);
  expect(look(roster).names).toEqual([
    ...['张三', '张\u3000三', '李大海', '王五', '赵小六', '王 五', '孙有才', '冯小斤', '陈小春', '陈大春'],
  ]);
});

it('knows rare surnames, and names of parts whatever they begin with', () => {
  const roster = sheet([['当事人'], ['乜大海'], ['买买提·艾合买提'], ['佴小云、古丽·艾力'], ['麦收']]);
  expect(look(roster).names).toEqual(['乜大海', '买买提·艾合买提', '佴小云', '古丽·艾力']);
});
