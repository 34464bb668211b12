/** An office with names of its own begins with a hub in which every task is led and every indicator asked of somebody. */
import { hubDraft } from '../../../src/core/sheets/hub-draft';
import { starterContents } from '../../../src/core/sheets/hub-contents';
import { nameMistakes, rolesOf, withDepartments, type RoleNames } from '../../../src/core/sheets/office-departments';
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import type { Rows } from '../../../src/core/rows/rows';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import type { Edition } from '../../../src/core/edition/edition';
import { editions, ruleOfLaw, workSafety } from '../../edition';
import { gridsOf } from './draft-grid';

/** The hub an office of these names begins with, read back. */
function hubOf(edition: Edition, names: RoleNames): { readonly rows: Rows; readonly errors: readonly string[] } {
  const contents = starterContents(withDepartments(edition, names), 2025);
  const needed = { town: '某镇', partyName: '甲', governmentName: '乙', villages: 3, enterprises: 3 };
  const hub = gridsOf(hubDraft(edition, { ...contents, settings: { ...contents.settings, ...needed } }));
  const { value: settings } = settingsFromGrids(hub, editions, '2026-01-02');
  if (settings === null) throw new Error('the settings could not be read');
  const { value, problems } = rowsFromGrids({ hub, departments: [] }, settings);
  const told = problems.filter(({ level, code }) => level === 'error' && code !== 'department-missing');
  return { rows: value, errors: told.map(({ reason }) => reason) };
}

describe.each([ruleOfLaw, workSafety])('$name', (edition) => {
  const all = Object.fromEntries(rolesOf(edition).map(({ role }, index) => [role, `第${String(index + 1)}科`]));

  it('asks every indicator and every task of somebody under names of which none is known', () => {
    const { rows, errors } = hubOf(edition, all);
    expect(errors).toEqual([]);
    expect(rows.departments.map(({ name }) => name)).toEqual(Object.values(all));
    expect(rows.tasks.every(({ lead }) => lead !== null && Object.values(all).includes(lead))).toBe(true);
    const isTyped = ({ kind, numerator }: Rows['indicators'][number]): boolean => kind !== 'rate' && numerator === null;
    const starters = edition.departments.map(({ name }) => name);
    for (const line of rows.indicators.filter(isTyped)) {
      expect([line.code, line.filledBy.split('、').filter((one) => starters.includes(one)), line.strangers]).toEqual([
        line.code,
        [],
        [],
      ]);
      expect(line.filledBy).not.toBe('');
    }
    expect(rows.indicators.length).toBe(edition.indicators.length);
  });

  it('begins as before where nothing is said', () => {
    expect(withDepartments(edition, {})).toEqual(edition);
  });
});

it('makes one department of roles that have one name, in the group if one of them is, and keeps the old names as aliases', () => {
  const { rows, errors } = hubOf(ruleOfLaw, { 综合: '综合执法局', 执法: '综合执法局', 教育: '无' });
  expect(errors).toEqual([]);
  expect(rows.departments[0]).toMatchObject({ name: '综合执法局', roles: ['综合', '执法'], inGroup: true });
  expect(rows.departments[0]?.aliases).toEqual(expect.arrayContaining(['党政办', '综合行政执法办', '执法办']));
  expect(rows.departments.map(({ name }) => name)).not.toContain('中心校');
  expect(rows.indicators.find(({ code }) => code === 'D10.1')?.filledBy).toBe('综合执法局、应急管理办、司法所');
  expect(rows.indicators.find(({ code }) => code === 'D11.1')?.help).toContain('由综合执法局汇总填报');
});

it('says what is wrong with the names', () => {
  expect(nameMistakes(ruleOfLaw, { 教育: '无', 司法: '法治办' })).toEqual([]);
  expect(nameMistakes(ruleOfLaw, { 法治: '法治办', 司法: '无', 执法: ' ' })).toEqual([
    expect.stringMatching(/^没有“法治”这个角色，可用：综合、司法、执法、/u),
    expect.stringMatching(/^角色“司法”不能写“无”：任务 A-01、.*由它承担$/u),
    '角色“执法”没有写单位名称',
  ]);
});
