/** What an edition says in an organ names other bodies, never the organ itself as one of them. */
import type { Edition } from '../../../src/core/edition/edition';
import { starterContents } from '../../../src/core/sheets/hub-contents';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import { editions, ruleOfLaw, workSafety } from '../../edition';
import { settingsGrid } from '../office-builder';

/** Bodies that an organ may be: 县司法局, 依法治区办, 市安全生产委员会. */
const body =
  /[县区市旗]委?依法治[县区市旗]办|依法治[县区市旗]办|[县区市旗]\p{Script=Han}{2,12}?(?:局|(?<!工作|管理)委员会(?:办公室)?)|机构编制部门/gu;
/** Names of organs whose office does the work of the body, too. */
const seats: Readonly<Record<string, RegExp>> = { 司法局: /司法局$|依法治.办$/u };

function open(name: string, kind: string, above: string, names: readonly string[] = []): Edition {
  const edition = editions.open(name, { kind, above, own: {}, names });
  if (edition === null) throw new Error(`no edition ${name}`);
  return edition;
}

/** Every text that ends up in a report, a hub or a notice. */
function saidIn(edition: Edition): readonly string[] {
  const { settings, tasks, indicators, weakAreas } = starterContents(edition, 2026);
  const { weaknesses, deadlines, organ, sheets } = edition;
  const helps = Object.values(sheets.settings.columns).map(({ help }) => help);
  const all: readonly unknown[] = [settings, tasks, indicators, weakAreas, weaknesses, deadlines, organ.words, helps];
  return all.map((one) => JSON.stringify(one));
}

function bodiesIn(edition: Edition): readonly string[] {
  return [...new Set(saidIn(edition).flatMap((text) => [...text.matchAll(body)].map(([found]) => found)))];
}

const all = [ruleOfLaw, workSafety].flatMap(({ name, organs }) =>
  organs.flatMap(({ kind, above }) => above.map((level) => ({ name, kind, level }))),
);

it('bodies are found at all', () => {
  expect(bodiesIn(open(ruleOfLaw.name, '局', '县'))).toEqual(expect.arrayContaining(['县司法局', '依法治县办']));
  expect(bodiesIn(open(workSafety.name, '局', '区'))).toEqual(expect.arrayContaining(['区应急管理局']));
});

it.each(all)('$name, $kind below $level: whichever body it is, it does not meet itself', ({ name, kind, level }) => {
  const met = bodiesIn(open(name, kind, level)).flatMap((one) => {
    const own = open(name, kind, level, [`某某${one}`]);
    const [, seat = null] = Object.entries(seats).find(([end]) => one.endsWith(end)) ?? [];
    const strangers = bodiesIn(own);
    return strangers.filter((other) => other === one || seat?.test(other)).map((other) => `${one}: ${other}`);
  });
  expect(met).toEqual([]);
});

it.each([
  ['嘉祥县司法局', '上级依法治办和上级司法行政机关'],
  ['嘉祥县应急管理局', '依法治县办、县司法局等部门'],
])('%s keeps in touch with %s', (governmentName, others) => {
  const lines = { organKind: '局', town: governmentName.slice(2), partyName: '', governmentName };
  const { value } = settingsFromGrids([settingsGrid(lines)], editions, '2026-12-01');
  expect(value?.edition.organ.words.法治指导部门).toBe(others);
});

it.each([
  ['县委、县司法局', 'addressee', '县委'],
  ['县司法局', 'cc', ''],
  ['市司法局、县财政局', 'cc', '市司法局、县财政局'],
  ['嘉祥县司法局', 'superior', ''],
] as const)('“%s” as %s: the organ itself is left out and told', (typed, field, used) => {
  const names = { town: '县司法局', partyName: '中共嘉祥县司法局党组', governmentName: '嘉祥县司法局' };
  const lines = { ...names, organKind: '局', [field]: typed };
  const { value, problems } = settingsFromGrids([settingsGrid(lines)], editions, '2026-12-01');
  expect(value?.[field]).toBe(used);
  const told = problems.filter(({ code }) => code === 'organ-itself').map(({ actual }) => actual);
  expect(told).toEqual(used === typed ? [] : [typed]);
});
