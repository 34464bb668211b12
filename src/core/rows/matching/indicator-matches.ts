/** Which indicator a row, a line or a header of a department's own table means: by its code, its name, or what departments call it. */
import { inMapping, mappingName } from '../../base/mapping';
import { oncePer } from '../../base/once-per';
import type { Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import { rowOfPlace } from '../../base/taken';
import { clipped, nameKey } from '../../base/text';
import type { UnitWords } from '../../cells/readings';
import { isUnit, unitFits } from '../../cells/units';
import type { Edition } from '../../edition/edition';
import type { Settings } from '../../settings/settings';
import { isNumbering } from '../../tables/other-rows/row-signs';
import { isAsked } from '../asked-indicators';
import { finderOf } from '../by-key';
import { unknownCode } from '../indicator-lines';
import type { Department, PlacedIndicator, Rows } from '../rows';
import { knownNames, likenessProblem, matcherOf, type Answer, type Candidate, type RowMatch } from './row-match';
import { titleForm } from './similarity';

/** The lines there are, and those of them the department is asked for. */
interface Known extends Pick<Rows, 'indicators'> {
  readonly asked: readonly PlacedIndicator[];
}

/**
 * Finds the indicator that people mean by a code or a name. `unit` is what stands beside the name, empty where nothing does: an
 * indicator in other units is never meant. Likeness is asked of the department's own lines only.
 */
function indicatorFinder(
  { indicators, asked }: Known,
  { edition, columnMapping }: Pick<Settings, 'edition' | 'columnMapping'>,
): (text: string, unit: string) => Answer<PlacedIndicator> {
  const called = codesOf(indicators);
  const near = new Set(asked);
  const matcher = (isNear: (line: PlacedIndicator) => boolean): ReturnType<typeof matcherOf<PlacedIndicator>> =>
    matcherOf(() => namesOf(edition)(indicators), { isOpen: () => true, isNear, mapping: columnMapping });
  const [named, others] = [matcher((line) => near.has(line)), matcher((line) => !near.has(line))];
  const { units } = edition.declared.words;
  const isAlike = (text: string, unit: string, item: PlacedIndicator): boolean =>
    mayCount(item.unit, unit, units) &&
    (text.match(deeds) ?? []).every((deed) => item.name.includes(deed)) &&
    !goesOn(text, candidateOf(item, edition));
  /** What others are asked for must be as good as named, and counted in its unit. */
  const amongOthers = (text: string, unit: string): Answer<PlacedIndicator>['matched'] => {
    const { matched } = others(text);
    const said = nameKey(unit) || (unitBehind.exec(nameKey(text).slice(0, longestName))?.[0].slice(1, -1) ?? '');
    const isSure = (matched?.certainty ?? 0) >= nearlyNamed && isUnit(said, units);
    return matched !== null && isSure && isAlike(text, said, matched.item) ? matched : null;
  };
  return (text, unit) => {
    const byCode = called(text);
    if (byCode !== null) return { matched: { item: byCode, certainty: 1, by: 'name' }, hint: null };
    const exact = named(text);
    if (exact.matched !== null && exact.matched.by !== 'likeness') return exact;
    const bare = shorn(text, named);
    const { matched, hint } = bare ?? exact;
    if (matched !== null && isAlike(text, unit, matched.item)) return { matched, hint: null };
    const other = bare === null ? amongOthers(text, unit) : null;
    return { matched: other, hint: other === null ? (matched?.item ?? hint) : null };
  };
}

/** What only others are asked for is no less like its name. */
const nearlyNamed = 0.9;

const codesOf = oncePer((indicators: Rows['indicators']) => finderOf(indicators, ({ code }) => [code]));

const namesOf = oncePer((edition: Edition) =>
  oncePer((indicators: Rows['indicators']) => knownNames(indicators.map((line) => candidateOf(line, edition)))),
);

function candidateOf(item: PlacedIndicator, { indicators }: Edition): Candidate<PlacedIndicator> {
  const known = indicators.find(({ code }) => code === item.means);
  const names = [item.name, ...(known === undefined ? [] : [known.name, ...known.synonyms])];
  return { item, key: item.code, names, usages: [...names.map(bareName), ...(known?.usages ?? [])] };
}

/** What may stand behind a name and leaves it what it is: 行政检查工作情况. */
const neutral = /^[情况工作活动数据合小总计量人名件次场份项个金额案事]*$/u;

/** Whether the text begins as a name of the indicator and goes on to something its names do not say: 执法人员慰问 is no 执法人员. */
function goesOn(text: string, { names, usages }: Candidate<PlacedIndicator>): boolean {
  const form = titleForm(nameKey(text).slice(0, longestName).replace(remarkBehind, '').replace(done, ''));
  const known = [...names, ...usages].map(titleForm);
  const rests = known.flatMap((one) => (one !== '' && form.startsWith(one) ? [form.slice(one.length)] : []));
  return rests.length > 0 && !rests.some((rest) => neutral.test(rest) || known.some((one) => one.includes(rest)));
}

const remarkBehind = /\([^()]*\)$/u;

/** What is done with a thing, before its name: 办理法律援助. */
const done = /^(?:其中:?|本年|全年|累计|共|组织|开展|办理|受理|完成|作出|实施)+/u;
/** How it is counted, behind its name, and the unit in brackets. */
const counting = /(?:案件(?:总?数|数量)?|事项数?|总?件数|总?次数|数量|总?数)$/u;
const unitBehind = /\([^()]{1,6}\)$/u;

/** What is done with a paper or a case later: 规范性文件报备 is no 制定. */
const deeds = /报备|备案|清理|公示|评查|废止|纠错|败诉|撤销|免罚|考试|修改|整改|回复/gu;

/** Sure enough that a note will do. */
const nearlySure = 0.95;

/** A step of a thing before its name, and names that tell one: 完成人民调解 is not what was 受理, 受理处罚案件 is no 决定. */
const stepBefore = /办理|受理|完成|作出/u;
const stepWithin = /受理|收案|立案|申请|应|转办|准予|不予|决定|结|成功|答复|整改/u;

/**
 * The indicator that the name without such words means, where its unit is the one the words count in, or only a hint where it is of
 * another step; null where they say nothing.
 */
function shorn(text: string, named: (text: string) => Answer<PlacedIndicator>): Answer<PlacedIndicator> | null {
  const key = nameKey(text).slice(0, longestName);
  const whole = key.replace(unitBehind, '').replace(done, '');
  const [counted = ''] = counting.exec(whole) ?? [];
  const told = (bare: string): PlacedIndicator | null => {
    const { matched } = bare.length < shortest || bare === key ? { matched: null } : named(bare);
    return matched === null || matched.by === 'likeness' || !isCountedSo(matched.item, counted) ? null : matched.item;
  };
  const item = told(whole) ?? told(whole.slice(0, whole.length - counted.length));
  if (item === null) return null;
  return isSameStep(item, done.exec(key)?.[0] ?? '')
    ? { matched: { item, certainty: nearlySure, by: 'likeness' }, hint: null }
    : { matched: null, hint: item };
}

function isCountedSo({ unit }: PlacedIndicator, counted: string): boolean {
  return counted.includes('件') ? unit.includes('件') : !counted.includes('次') || /[次场]/u.test(unit);
}

function isSameStep({ name }: PlacedIndicator, before: string): boolean {
  const [taken = ''] = stepBefore.exec(before) ?? [];
  return taken === '' || name.includes(taken) || !stepWithin.test(name);
}

const longestName = 60;

/** 行政检查次数 is called 行政检查. */
function bareName(name: string): string {
  const bare = name.replace(/(?:次数|件数|份数|人数|场次|总数|条数|个数|数|金额)$/u, '');
  return bare.length < shortest ? name : bare;
}

const shortest = 4;

function mayCount(own: string, typed: string, units: UnitWords): boolean {
  const unit = nameKey(typed);
  const isMoney = [own, unit].every((one) => one === '元' || one === '万元');
  return isMoney || !isUnit(unit, units) || unitFits(unit, own, units);
}

/** What a row says of its indicator; empty for nothing. */
export interface NamedBy {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
}

/** Where the row says so. */
interface NamingCells {
  readonly code: Named;
  readonly name: Named;
}

interface Named {
  readonly value: string | null;
  readonly shown: string;
  readonly place: Place;
}

/** The indicator of a row, and how it was found where its code did not tell. */
interface IndicatorOfRow {
  readonly indicator: PlacedIndicator | null;
  readonly match: RowMatch | null;
  readonly problems: readonly Problem[];
}

/**
 * Finds the indicator of each row of a department's table: by its code, or by its name where it has none or only the number of
 * the row. Without `cells` only the indicator is of interest.
 */
export function indicatorOfRows(
  department: Department,
  { indicators }: Pick<Rows, 'indicators'>,
  settings: Settings,
): (said: NamedBy, cells?: NamingCells) => IndicatorOfRow {
  const { edition } = settings;
  const asked = indicators.filter((line) => isAsked(department, line, edition));
  const called = codesOf(indicators);
  const find = indicatorFinder({ indicators, asked }, settings);
  return ({ code, name, unit }, cells) => {
    const byCode = called(code);
    if (byCode !== null) return { indicator: byCode, match: null, problems: [] };
    if (code !== '' && !isNumbering(code)) {
      return { indicator: null, match: null, problems: cells ? unknownCode(cells.code, indicators) : [] };
    }
    const { matched, hint } = name === '' ? { matched: null, hint: null } : find(name, unit);
    if (cells === undefined) return { indicator: matched?.item ?? null, match: null, problems: [] };
    if (matched === null) return { indicator: null, match: null, problems: strangeRow(cells, hint, indicators) };
    const { item, certainty, by } = matched;
    const sheet = edition.sheets.figures.title;
    const { place, shown: written } = cells.name;
    const about = { kind: 'indicator', department: department.name, sheet, place, written } as const;
    const match: RowMatch = { ...about, takenAs: item.code, name: item.name, certainty, by };
    return { indicator: item, match, problems: likenessProblem(match) };
  };
}

/** A figure that may be nobody's: departments count more than they are asked for. */
function strangeRow(
  { code, name }: NamingCells,
  hint: PlacedIndicator | null,
  indicators: Rows['indicators'],
): readonly Problem[] {
  if (name.value === null) return unknownCode(code, indicators);
  const shown = clipped(name.shown.trim(), 30);
  return [
    {
      code: 'figure-unmatched',
      level: 'doubt',
      place: name.place,
      actual: name.shown.trim(),
      reason: `“${shown}”对不上总表的指标，这一行没有采用`,
      expected:
        hint === null
          ? '不用填报的不用管；要填报的，请写上指标编码'
          : `是否指 ${hint.code} ${hint.name}？是的，请写上指标编码，或者${inMapping(`认作：${mappingName(shown)}＝${hint.code}`)}`,
      covers: rowOfPlace(name.place),
    },
  ];
}
