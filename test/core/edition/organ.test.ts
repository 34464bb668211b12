/** What a hub, its workbooks and its report say in each kind of organ. */
import { termsOf } from '../../../src/core/findings/formula';
import { hubDraft } from '../../../src/core/sheets/hub-draft';
import { starterContents } from '../../../src/core/sheets/hub-contents';
import { organNamed } from '../../../src/core/settings/organ-of-hub';
import type { Edition } from '../../../src/core/edition/edition';
import { editions, ruleOfLaw, workSafety } from '../../edition';
import { bodyOf, sheetOf } from '../sheets/draft-grid';

function inOrgan(text: string, { name } = ruleOfLaw): Edition {
  const choice = organNamed(text, ruleOfLaw);
  const edition = choice && editions.open(name, choice);
  if (edition === null) throw new Error(`no organ ${text}`);
  return edition;
}

const kinds = ruleOfLaw.organs.flatMap(({ kind, above }) => above.map((level) => ({ kind, level })));
const all = kinds.flatMap(({ kind, level }) =>
  [ruleOfLaw, workSafety].map((edition) => ({ kind, level, edition, name: edition.name })),
);

it.each(all)('$kind below $level, $name: no word is left open, no header stands twice', ({ kind, level, edition }) => {
  const opened = editions.open(edition.name, { kind, above: level, own: {} });
  const { publicRules } = opened ?? edition;
  // Braces of patterns are numbers of signs.
  const said = publicRules.filter(({ finds }) => finds !== 'pattern');
  const texts = { ...(opened ?? edition), publicRules: said, wordRules: [], organs: [], titles: [] };
  const open = JSON.stringify(texts).match(/(?<!\{)\{[^{}":]{1,12}\}(?!\})/gu) ?? [];
  expect(open.filter((one) => one !== '{实际}')).toEqual([]);
  for (const { columns } of Object.values(texts.sheets)) {
    const headers = Object.values(columns).map(({ header }: { header: string }) => header);
    expect(new Set(headers).size).toBe(headers.length);
    expect(headers.filter((header) => header.length > 20 || header === '')).toEqual([]);
  }
});

const foreign: Readonly<Record<string, RegExp>> = { 镇: /街道|区级|区委|区安全/u, 街道: /乡村|各村|镇级|县级预案/u };
const below = all.filter(({ kind, level }) => (kind === '镇' && level === '县') || (kind === '街道' && level === '区'));

it.each(below)('$kind below $level, $name: deadlines, tasks and notes name no other organ', ({ kind, level, name }) => {
  const opened = editions.open(name, { kind, above: level, own: {} });
  const { tasks = [], deadlines = [] } = opened ?? {};
  const said = [...tasks.flatMap(({ title, measure }) => [title, measure]), ...deadlines.map(({ fact }) => fact)];
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter((text) => foreign[kind]?.test(text))).toEqual([]);
});

it.each(ruleOfLaw.organs.map(({ kind }) => kind))('%s: a new hub names only what it holds', (kind) => {
  const { departments, tasks, indicators, settings } = starterContents(inOrgan(kind), 2026);
  const codes = new Set<unknown>(indicators.map(({ code }) => code));
  const numbers = Object.values(inOrgan(kind).sheets.settings.columns).map(({ header }: { header: string }) => header);
  const named = indicators.flatMap(({ numerator, denominator }) =>
    [numerator, denominator].flatMap((formula) =>
      typeof formula === 'string' && formula !== '' ? termsOf(formula).map(({ name }) => name) : [],
    ),
  );
  expect(named.filter((name) => !codes.has(name) && !numbers.includes(name) && !/^\d+$/u.test(name))).toEqual([]);
  const units = departments.map(({ name }) => name);
  expect(tasks.filter(({ lead }) => !units.includes(lead)).map(({ id }) => id)).toEqual([]);
  expect(tasks.filter(({ indicator }) => indicator !== '' && !codes.has(indicator)).map(({ id }) => id)).toEqual([]);
  const words = ['各单位', '执法单位', '程序计算', ...units];
  const strangers = indicators
    .flatMap(({ filledBy }) => (typeof filledBy === 'string' ? filledBy : '').split('、'))
    .filter((one) => !words.includes(one));
  expect([...new Set(strangers)]).toEqual([]);
  expect(settings.organKind).toBe(kind);
});

it.each([
  ['镇', '镇名', '党委全称', '政府全称', '行政村数', '县委、县政府', '镇里'],
  ['乡', '乡名', '党委全称', '政府全称', '行政村数', '县委、县政府', '乡里'],
  ['街道', '街道名称', '党工委全称', '办事处全称', '社区数', '区委、区政府', '街道'],
  ['开发区', '开发区名称', '党工委全称', '管委会全称', '社区数', '市委、市政府', '管委会'],
] as const)('the settings of a hub of a %s', (kind, town, party, government, villages, superior, us) => {
  const edition = inOrgan(kind);
  const lines = bodyOf(sheetOf(hubDraft(edition), '设置'));
  const labels = lines.map(([label]) => String(label).replace('*', ''));
  expect(labels).toEqual(expect.arrayContaining([town, party, government, villages]));
  expect(lines.find(([label]) => label === '上级党委政府')?.[1]).toBe(superior);
  expect(edition.words.us).toBe(us);
});

it('a bureau is asked nothing of villages', () => {
  const contents = starterContents(inOrgan('局'), 2026);
  const lines = bodyOf(sheetOf(hubDraft(inOrgan('局')), '设置')).map(([label]) => String(label).replace('*', ''));
  expect(lines).toEqual(expect.arrayContaining(['单位简称', '党组全称', '局全称']));
  expect(lines.filter((label) => /村|社区/u.test(label))).toEqual([]);
  const village = contents.indicators.filter(({ name }) => /村|社区/u.test(typeof name === 'string' ? name : ''));
  expect(village).toEqual([]);
});

it.each([
  ['街道', '街道', '区'],
  ['街道办', '街道', '区'],
  ['嘉祥县大张楼镇', '镇', '县'],
  ['济宁市任城区某某街道', '街道', '区'],
  ['曲阜市某某乡', '乡', '市'],
  ['某某区城镇管理局', '局', '区'],
  ['某某经济开发区', '开发区', '市'],
])('%s is a %s below a %s', (text, kind, above) => {
  expect(organNamed(text, ruleOfLaw)).toEqual({ kind, above, own: {} });
});

it('of anything else nothing is guessed', () => {
  expect(organNamed('某某公司', ruleOfLaw)).toBeNull();
});

it('the usual organ of an edition is its own', () => {
  expect([ruleOfLaw.organ.kind, workSafety.organ.kind]).toEqual(['镇', '街道']);
});

it.each([
  ['镇', '乡镇', '地点或村'],
  ['乡', '乡镇', '地点或村'],
  ['街道', '街道', '地点或社区'],
  ['局', '部门', '地点'],
  ['开发区', '开发区', '地点或社区'],
])('%s: the basis of a standard and the forms speak of %s and %s', (kind, follows, place) => {
  const edition = inOrgan(kind);
  const bases = starterContents(edition, 2026).indicators.flatMap(({ basis }) =>
    typeof basis === 'string' ? [basis] : [],
  );
  const following = bases.flatMap((basis) => /，(\S{2,3})参照(?:执行)?）/u.exec(basis)?.[1] ?? []);
  expect(following.length).toBeGreaterThan(1);
  expect(new Set(following)).toEqual(new Set([follows]));
  const headers = edition.details.flatMap(({ sheet }) => Object.values(sheet.columns).map(({ header }) => header));
  expect(headers.filter((header) => header.startsWith('地点'))).toEqual([place]);
});

/** A province's rule is law there alone: an office of that province writes it into 依据 itself. */
const provinces =
  /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门/u;

it.each(all)('$kind below $level, $name: nothing that is law in one province alone', ({ kind, level, name }) => {
  const opened = editions.open(name, { kind, above: level, own: {} });
  // The words by which names of persons and places are told are no rules.
  const texts = { ...opened, publicRules: [] };
  expect(provinces.exec(JSON.stringify(texts))?.[0] ?? '').toBe('');
});

it.each(all)(
  '$kind below $level, $name: the examples of full names are of its kind and level',
  ({ kind, level, name }) => {
    const opened = editions.open(name, { kind, above: level, own: {} });
    const { partyName, governmentName, town } = opened?.sheets.settings.columns ?? ruleOfLaw.sheets.settings.columns;
    const examples = [partyName, governmentName, town].map(({ help }) => /“([^“”]*)”/u.exec(help)?.[1] ?? '');
    const levels = examples.flatMap((example) =>
      [...example.matchAll(/××([县区市旗])(?=人民|××)/gu)].map(([, one]) => one),
    );
    expect(levels).toEqual(levels.map(() => level));
    expect(examples.every((example) => example.includes('××') && example.includes(kind))).toBe(true);
  },
);
