/** Which indicator a row, a line or a header of a department's own table means: by its code, its name, or what departments call it. */
import { inMapping, mappingName } from '../../base/mapping';
import { oncePer } from '../../base/once-per';
import type { Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import { rowOfPlace } from '../../base/taken';
import { clipped, endOf, nameKey } from '../../base/text';
import type { CellWords, RowWords, SaidWords, UnitWords } from '../../cells/readings';
import { isUnit, unitFits } from '../../cells/units';
import type { Edition } from '../../edition/edition';
import type { Settings } from '../../settings/settings';
import { isNumbering } from '../../tables/other-rows/row-signs';
import { linesAsked } from '../asked-indicators';
import { finderOf } from '../by-key';
import { unknownCode } from '../indicator-lines';
import type { Column } from '../../tables/sheet';
import type { Department, PlacedIndicator, Rows } from '../rows';
import { ownOnly } from './other-subjects';
import { enoughParts, isSameDeed, partsMatcher, partsReader } from './name-parts';
import { isOtherStep, isPart, isStepBefore } from './name-steps';
import { knownNames, likenessProblem, matcherOf, sure, type Answer, type Candidate, type RowMatch } from './row-match';
import { titleForms } from './similarity';

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
): (text: string, unit: string, around: readonly string[]) => Answer<PlacedIndicator> {
  const [called, near] = [codesOf(indicators), new Set(asked)];
  const matcher = (isNear: (line: PlacedIndicator) => boolean): ReturnType<typeof matcherOf<PlacedIndicator>> =>
    matcherOf(() => namesOf(edition)(indicators), { isOpen: () => true, isNear, mapping: columnMapping });
  const all = (): readonly Candidate<PlacedIndicator>[] => candidatesOf(edition)(indicators);
  const [named, others] = [matcher((line) => near.has(line)), matcher((line) => !near.has(line))];
  const { units, rows } = edition.declared.words;
  const deeds = deedWords(edition.declared.words);
  const partsOf = partsReader(rows);
  const isAlike = (text: string, unit: string, { item, certainty }: Found): boolean =>
    !(isPart(text) && certainty < nearlyNamed) &&
    mayCount(item.unit, unit, units) &&
    isSameDeed(text, candidateOf(item, edition), partsOf) &&
    !isOtherStep(text, candidateOf(item, edition), rows) &&
    !goesOn(text, candidateOf(item, edition), deeds);
  /** What others are asked for must be as good as named, and counted in its unit. */
  const amongOthers = (text: string, unit: string): Answer<PlacedIndicator>['matched'] => {
    const said = nameKey(unit) || (unitBehind.exec(nameKey(text).slice(0, longestName))?.[0].slice(1, -1) ?? '');
    const { matched } = isUnit(said, units) ? others(text) : { matched: null };
    const isSure = (matched?.certainty ?? 0) >= nearlyNamed;
    return matched !== null && isSure && isAlike(text, said, matched) ? matched : null;
  };
  const byParts = partsMatcher(() => candidatesOf(edition)(asked), enoughParts, rows);
  const byAllParts = partsMatcher(all, 1, rows);
  const byPartsOfAny = (text: string): Answer<PlacedIndicator> | null => byParts(text) ?? byAllParts(text);
  const turnedName = (text: string, around: readonly string[]): Answer<PlacedIndicator> | null => {
    const bare = shorn(text, named, edition);
    if (bare !== null) return bare;
    const names = partsOf(text).turned;
    return wholeNamed([...names, ...around.flatMap((one) => names.map((name) => one + name))], named);
  };
  return (text, unit, around) => {
    const byCode = called(text);
    if (byCode !== null) return { matched: { item: byCode, certainty: 1, by: 'name' }, hint: null };
    const exact = named(text);
    if (exact.matched !== null && exact.matched.by !== 'likeness') return exact;
    const turned = turnedName(text, around);
    const { matched, hint } = turned ?? ownOnly(text, byPartsOfAny(text) ?? plainly(text, exact, edition), all());
    if (matched !== null && isAlike(text, unit, matched)) return { matched, hint: null };
    const other = turned === null ? amongOthers(text, unit) : null;
    return { matched: other, hint: other === null ? (matched?.item ?? hint) : null };
  };
}

type Found = NonNullable<Answer<PlacedIndicator>['matched']>;

/** A number that is counted must be plainly what it is: 学法活动 says all of 普法活动 but what makes it that. */
function plainly(text: string, answer: Answer<PlacedIndicator>, edition: Edition): Answer<PlacedIndicator> {
  const { matched } = answer;
  if (matched === null) return answer;
  const { names, usages } = candidateOf(matched.item, edition);
  const { neutral } = edition.declared.words.said;
  const isSaid = matched.certainty >= sure && [...names, ...usages].some((name) => saysAll(text, name, neutral));
  return isSaid ? answer : { matched: null, hint: matched.item };
}

/** The indicator whose name one of these is, told as what is like it; null where none is. */
function wholeNamed(
  texts: readonly string[],
  named: (text: string) => Answer<PlacedIndicator>,
): Answer<PlacedIndicator> | null {
  for (const text of new Set(texts)) {
    const { matched } = text.length < shortest ? { matched: null } : named(text);
    if (matched !== null && matched.by !== 'likeness')
      return { matched: { ...matched, certainty: nearlySure, by: 'likeness' }, hint: null };
  }
  return null;
}

/** What only others are asked for is no less like its name. */
const nearlyNamed = 0.9;

const candidatesOf = oncePer((edition: Edition) =>
  oncePer((lines: readonly PlacedIndicator[]) => lines.map((line) => candidateOf(line, edition))),
);

const codesOf = oncePer((indicators: Rows['indicators']) => finderOf(indicators, ({ code }) => [code]));

const namesOf = oncePer((edition: Edition) =>
  oncePer((indicators: Rows['indicators']) =>
    knownNames(candidatesOf(edition)(indicators), titleForms(edition.declared.words.rows)),
  ),
);

function candidateOf(item: PlacedIndicator, { indicators, details }: Edition): Candidate<PlacedIndicator> {
  const columns: readonly (Column | undefined)[] = details.flatMap(({ sheet, lines }) =>
    lines.flatMap(({ field, code }) => (code === item.means ? sheet.columns[field] : [])),
  );
  const inForms = columns.flatMap((column) =>
    column === undefined ? [] : [column.header, ...column.synonyms, ...column.usages],
  );
  const known = indicators.find(({ code }) => code === item.means);
  const names = [item.name, ...(known === undefined ? [] : [known.name, ...known.synonyms])];
  return { item, key: item.code, names, usages: [...names.map(bareName), ...(known?.usages ?? []), ...inForms] };
}

/** Whether all characters of the name stand in the text but those that say nothing. */
function saysAll(text: string, name: string, neutral: readonly string[]): boolean {
  return Array.from(name).every((sign) => text.includes(sign) || neutral.includes(sign) || !/\p{L}/u.test(sign));
}

/** Whether the text begins as a name of the indicator and goes on to something its names do not say: 执法人员慰问 is no 执法人员. */
function goesOn(
  text: string,
  { names, usages }: Candidate<PlacedIndicator>,
  { doneIn, formOf, neutral }: DeedWords,
): boolean {
  const name = nameKey(text).slice(0, longestName).replace(remarkBehind, '');
  const [form, known] = [formOf(name.slice(doneIn(name).length)), [...names, ...usages].map(formOf)];
  const rests = known.flatMap((one) => (one !== '' && form.startsWith(one) ? [form.slice(one.length)] : []));
  const isNeutral = (rest: string): boolean => Array.from(rest).every((sign) => neutral.includes(sign));
  return rests.length > 0 && !rests.some((rest) => isNeutral(rest) || known.some((one) => one.includes(rest)));
}

const remarkBehind = /\([^()]*\)$/u;

/** The words of what is done with a thing, and how names are compared. */
interface DeedWords extends Pick<RowWords, 'stepsBefore' | 'steps'>, Pick<SaidWords, 'neutral' | 'counts'> {
  /** What stands before a name and is no part of it: 办理法律援助. */
  readonly doneIn: (text: string) => string;
  readonly formOf: (text: string) => string;
}

const deedWords = oncePer(({ rows: words, said: { neutral, counts } }: CellWords): DeedWords => {
  const lead = ['其中:', '其中', '本年度', '年度', '本年', '全年', '累计', '共', ...words.doings, ...words.stepsBefore];
  const end = (text: string, at: number): number => {
    const word = lead.find((one) => text.startsWith(one, at));
    return word === undefined ? at : end(text, at + word.length);
  };
  return { ...words, neutral, counts, doneIn: (text) => text.slice(0, end(text, 0)), formOf: titleForms(words) };
});

/** The unit in brackets. */
const unitBehind = /\([^()]{1,6}\)$/u;

/** Sure enough that a note will do. */
const nearlySure = 0.95;

/**
 * The indicator that the name without such words means, where its unit is the one the words count in, or only a hint where it is of
 * another step; null where they say nothing.
 */
function shorn(
  text: string,
  named: (text: string) => Answer<PlacedIndicator>,
  edition: Edition,
): Answer<PlacedIndicator> | null {
  const deeds = deedWords(edition.declared.words);
  const key = nameKey(text).slice(0, longestName);
  const done = deeds.doneIn(key);
  const whole = key.replace(unitBehind, '').slice(done.length);
  const counted = endOf(whole, deeds.counts);
  const told = (bare: string): PlacedIndicator | null => {
    const { matched } = bare.length < shortest || bare === key ? { matched: null } : named(bare);
    return matched === null || matched.by === 'likeness' || !isCountedSo(matched.item, counted) ? null : matched.item;
  };
  const item = told(whole) ?? told(whole.slice(0, whole.length - counted.length));
  if (item === null) return null;
  return isStepBefore(candidateOf(item, edition), done, deeds)
    ? { matched: { item, certainty: nearlySure, by: 'likeness' }, hint: null }
    : { matched: null, hint: item };
}

function isCountedSo({ unit }: PlacedIndicator, counted: string): boolean {
  return counted.includes('件') ? unit.includes('件') : !counted.includes('次') || /[次场]/u.test(unit);
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
  /** What stands above it and may be a part of its name: a heading, the figure it is one of. */
  readonly around?: readonly string[];
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
  const asked = linesAsked(indicators, department, edition);
  const called = codesOf(indicators);
  const find = indicatorFinder({ indicators, asked }, settings);
  return ({ code, name, unit, around = [] }, cells) => {
    const byCode = called(code);
    if (byCode !== null) return { indicator: byCode, match: null, problems: [] };
    if (code !== '' && !isNumbering(code)) {
      return { indicator: null, match: null, problems: cells ? unknownCode(cells.code, indicators) : [] };
    }
    const { matched, hint } = name === '' ? { matched: null, hint: null } : find(name, unit, around);
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
  if (code.value !== null && name.value === null) return unknownCode(code, indicators);
  const shown = clipped(name.shown.trim(), 30);
  return [
    {
      code: 'figure-unmatched',
      level: 'doubt',
      place: name.place,
      actual: name.shown.trim(),
      reason: `${shown === '' ? '没有写是哪项指标' : `“${shown}”对不上总表的指标`}，这一行没有采用`,
      expected:
        hint === null
          ? '不用填报的不用管；要填报的，请写上指标编码'
          : `是否指 ${hint.code} ${hint.name}？是的，请写上指标编码，或者${inMapping(`认作：${mappingName(shown)}＝${hint.code}`)}`,
      covers: rowOfPlace(name.place),
    },
  ];
}
