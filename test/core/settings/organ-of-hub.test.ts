/** The kind of organ a hub belongs to, by its setting and by its names. */
import { problemText } from '../../../src/core/base/problem';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { editions } from '../../edition';
import { settingsGrid } from '../office-builder';

const street = {
  town: '柳行街道',
  partyName: '中共任城区柳行街道工作委员会',
  governmentName: '任城区人民政府柳行街道办事处',
  superior: '区委、区政府',
};

function read(more: Parameters<typeof settingsGrid>[0]) {
  const { value, problems } = settingsFromGrids([settingsGrid(more)], editions, '2023-03-01');
  return {
    value,
    organ: value?.edition.organ,
    says: problems.map((problem) => `${problem.level} ${problemText(problem)}`),
  };
}

it('is what the setting says', () => {
  const { organ, says } = read({ ...street, organKind: '街道' });
  expect(organ).toMatchObject({ kind: '街道', above: '区', words: { 党委: '党工委', 依法治办: '依法治区办' } });
  expect(says).toEqual([]);
});

it('is read from the names where the setting is blank, which is noted', () => {
  const { organ, says } = read(street);
  expect(organ?.kind).toBe('街道');
  expect(says).toEqual([
    expect.stringMatching(/^note 总表\.xlsx 设置!B\d+：机关类型没有填，按“任城区人民政府柳行街道办事处”看作街道。/u),
  ]);
});

it('is a town without a word where names show one, or nothing', () => {
  expect(read({})).toMatchObject({ organ: { kind: '镇', above: '县' }, says: [] });
  expect(read({ town: '某处', partyName: '某处', governmentName: '某处' })).toMatchObject({
    organ: { kind: '镇' },
    says: [],
  });
});

it('names that show another kind are asked about', () => {
  const { organ, says } = read({ ...street, organKind: '镇' });
  expect(organ?.kind).toBe('镇');
  expect(says).toEqual([expect.stringContaining('机关类型是“镇”，“任城区人民政府柳行街道办事处”却像是街道')]);
});

it('a county is not named over the organ of a district', () => {
  const { value, says } = read({ ...street, organKind: '街道', superior: '县委、县政府' });
  expect([value?.superior, value?.edition.organ.above]).toEqual(['', '区']);
  expect(says).toEqual([
    expect.stringMatching(/^error .*上级党委政府写的是“县委、县政府”，机关的全称里上级却是区，没有采用/u),
  ]);
});

it('a level that nothing tells is nowhere guessed, and told as a mistake', () => {
  const nameless = {
    town: '柳行街道',
    partyName: '柳行街道党工委',
    governmentName: '柳行街道办事处',
    organKind: '街道',
  };
  const { organ, says } = read({ ...nameless, superior: '' });
  expect(organ).toMatchObject({ above: '', words: { 依法治办: '依法治【待补：上级】办', 法治区域: '法治区域' } });
  expect(says).toEqual([expect.stringMatching(/^error .*都看不出上级是哪一级，提到上级的地方写“【待补：上级】”/u)]);
  expect(read({ ...nameless, superior: '市委、市政府' })).toMatchObject({ organ: { above: '市' }, says: [] });
  expect(read({ ...street, organKind: '街道', superior: '' }).says).toEqual([]);
});

it('a bureau bears the level in its own name', () => {
  const bureau = { town: '丙旗水务局', partyName: '中共丙旗水务局党组', governmentName: '丙旗水务局', organKind: '局' };
  expect(read({ ...bureau, superior: '' })).toMatchObject({ organ: { above: '旗' }, says: [] });
});

it('any level the full names hold may be the superior', () => {
  const names = { partyName: '中共济宁市嘉祥县某镇委员会', governmentName: '济宁市嘉祥县某镇人民政府' };
  expect(read({ ...names, superior: '市委、市政府' })).toMatchObject({ organ: { above: '市' }, says: [] });
  expect(read({ ...names, superior: null })).toMatchObject({ organ: { above: '县' }, says: [] });
});

it('the office may call things otherwise', () => {
  const { value, says } = read({ wordings: '各级上级＝市、区；党的会议=无\n成员单位＝各部门、各管区' });
  expect(says).toEqual([]);
  expect(value?.edition.organ.words).toMatchObject({ 各级上级: '市、区', 成员单位: '各部门、各管区' });
  expect(value?.current).toMatchObject({ 党的会议: '' });
});

it.each(['依法治办', '依法县办＝某某', '依法治办＝{{年度}}', '依法治办＝'])(
  'a line of 用词 like “%s” is told',
  (line) => {
    const { value, says } = read({ wordings: line });
    expect(value?.edition.organ.words['依法治办']).toBe('依法治县办');
    expect(says).toEqual([expect.stringContaining(`用词“${line}”看不懂，没有采用`)]);
  },
);
