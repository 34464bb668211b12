/** Which rules are a workbook's, however many there are. */
import { mappedName } from '../../../../src/core/base/mapping';
import { directoryOf } from '../../../../src/core/rows/department-names';
import { ruledFiles, rulesOfFile } from '../../../../src/core/rows/rules/ruled-files';
import type { PlacedRule } from '../../../../src/core/tables/rules/rule';
import { publicityTable } from '../../../edition';
import { stepsOf } from '../../../steps';
import { gridOf } from '../../grid-builder';
import { settingsOf } from '../../office-builder';

const directory = directoryOf([], '某镇');
const settings = settingsOf();
const rule = (department: string, name: string): PlacedRule => ({
  ...{ department, sheet: '普法明细', kind: 'column', name, as: '主题', ground: '' },
  place: { file: '列对应.xlsx', sheet: '列对应', cell: 'A2' },
});
const header = Object.values(publicityTable.columns).map((column) => column.header);
const grid = gridOf([header], { sheet: '普法明细', workbook: '司法所.xlsx' });

it('those under each spelling of its name, as they stand', () => {
  const rules = [rule('司法所', '甲'), rule('财政所', '乙'), rule(' 司法所', '丙'), rule('司法所', '丁')];
  expect(rulesOfFile(rules, '司法所.xlsx', directory).map(({ name }) => name)).toEqual(['甲', '丙', '丁']);
});

it('of two entries of one name the first holds, in its sheet alone', () => {
  const entries = [
    { sheet: '甲', from: '名', to: '一' },
    { sheet: '乙', from: '名', to: '二' },
    { sheet: '甲', from: '名', to: '三' },
    { sheet: null, from: '名', to: '四' },
  ];
  const named = ['甲', '乙', null, '丙'].map((sheet) => mappedName(entries, sheet, '名'));
  expect(named).toEqual(['一', '二', '四', null]);
});

it.each([
  ['of the workbook', (at: number) => rule('司法所', `另列${String(at)}`)],
  ['of departments nobody knows', (at: number) => rule(`外${String(at)}`, '另列')],
])('a rule %s costs what it says, not all others', (_, make) => {
  const cost = (n: number): number => {
    const rules = Array.from({ length: n }, (__, at) => make(at));
    return stepsOf(() => {
      ruledFiles([{ file: '司法所.xlsx', grids: [grid] }], rules, { settings, directory: () => directory });
    });
  };
  cost(10);
  const once = cost(50);
  expect(cost(200) / once).toBeLessThan(5);
});
