/** Lets the rules of a department's workbook hold for its sheets, and tells those that cannot. */
import type { Grid } from '../../base/grid';
import { groupsBy } from '../../base/groups';
import { leftOut, type Mapped, type SheetRules } from '../../base/mapping';
import { nearest } from '../../base/nearest';
import { oncePer } from '../../base/once-per';
import type { Problem } from '../../base/problem';
import { headerKey, nameKey } from '../../base/text';
import type { Declared } from '../declared';
import { titleKey } from '../usages/title-key';
import type { Column, Form, Table } from '../sheet';
import { leftWord, ruleKey, type PlacedRule } from './rule';
import { unfitRules } from './unfit-rules';

/** The sheets, and what is wrong with the rules. */
export interface RuledGrids {
  readonly grids: readonly Grid[];
  readonly problems: readonly Problem[];
}

/** The rules that can be understood, and why the others cannot. */
interface KnownRules {
  readonly rules: readonly PlacedRule[];
  readonly problems: readonly Problem[];
}

/**
 * The sheets with the rules of their workbook; what the office wrote in the hub (`grid.mapping`) goes first. A rule of a sheet,
 * column or word that nobody knows, a second one on the same thing and one that no longer fits are told at their place.
 */
export function withRules(grids: readonly Grid[], own: readonly PlacedRule[], declared: Declared): RuledGrids {
  if (own.length === 0) return { grids, problems: [] };
  const { rules, problems } = knownRules(own, declared);
  const bySheet = groupsBy(rules, ({ sheet }) => titleKey(sheet));
  return {
    grids: grids.map((grid) => {
      const here = bySheet.get(titleKey(grid.sheet)) ?? [];
      return here.length === 0 ? grid : ruledGrid(grid, here, declared);
    }),
    problems: [...problems, ...unfitRules(grids, rules)],
  };
}

function knownRules(own: readonly PlacedRule[], declared: Declared): KnownRules {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const rules = own.filter((rule) => {
    const key = ruleKey(rule);
    const problem = seen.has(key) ? ruleTwice(rule) : strangeRule(rule, own, declared);
    if (problem !== null) problems.push(problem);
    else seen.add(key);
    return problem === null;
  });
  return { rules, problems };
}

/** Why the rule names nothing that is declared; null where it does. */
function strangeRule(rule: PlacedRule, all: readonly PlacedRule[], declared: Declared): Problem | null {
  const { kind, as } = rule;
  if (kind === 'header') return headerRowOf(as) === null ? unknownIn(rule, '写法', ['第3行']) : null;
  if (kind === 'status') {
    const words = [...statusChoices(declared), ...sheetsMeant(rule, all, declared).flatMap(choicesIn)];
    return words.some((word) => nameKey(word) === nameKey(as)) ? null : unknownIn(rule, '词', words);
  }
  if (kind === 'row' || kind === 'shape' || as === leftWord) return null;
  if (kind === 'sheet') {
    const titles = declared.department.map(({ title }) => title);
    return titles.some((title) => titleKey(title) === titleKey(as)) ? null : unknownIn(rule, '工作表', titles);
  }
  const headers = sheetsMeant(rule, all, declared).flatMap(({ columns }) => headersOf(columns));
  return headers.some((header) => headerKey(header) === headerKey(as)) ? null : unknownIn(rule, '列', headers);
}

/** The declared sheets a rule's sheet may be: the confirmed one, or all where none was. */
function sheetsMeant(
  { sheet }: PlacedRule,
  all: readonly PlacedRule[],
  { department }: Declared,
): readonly (Table | Form)[] {
  const said = confirmedSheets(all).get(titleKey(sheet));
  const meant = department.filter(({ title }) => titleKey(title) === titleKey(said?.as ?? ''));
  return meant.length > 0 ? meant : department;
}

/** By sheet the first rule of what it is. */
const confirmedSheets = oncePer(
  (all: readonly PlacedRule[]): ReadonlyMap<string, PlacedRule> =>
    new Map(
      all
        .filter(({ kind }) => kind === 'sheet')
        .map((rule) => [titleKey(rule.sheet), rule] as const)
        .reverse(),
    ),
);

function headersOf(columns: Readonly<Record<string, Column>>): readonly string[] {
  return Object.values(columns).map(({ header }) => header);
}

/** The choices of its columns. */
function choicesIn({ columns }: Table | Form): readonly string[] {
  return Object.values<Column>(columns).flatMap(({ type, choices }) => (type === 'choice' ? choices : []));
}

/** The row (from 0) of `第3行`; null for anything else. */
function headerRowOf(text: string): number | null {
  const [, digits] = /^第?(\d{1,5})行?$/u.exec(nameKey(text)) ?? [];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits) - 1;
}

/** The words of states a rule may name, of each state the first. */
export function statusChoices({ words }: Declared): readonly string[] {
  return Object.values(words.statuses.meanings).flatMap(([first]) => first ?? []);
}

function statusWord(text: string, declared: Declared): string | null {
  return statusChoices(declared).find((word) => nameKey(word) === nameKey(text)) ?? null;
}

function ruledGrid(grid: Grid, rules: readonly PlacedRule[], declared: Declared): Grid {
  const of = (kind: PlacedRule['kind']): readonly PlacedRule[] => rules.filter((rule) => rule.kind === kind);
  const [sheet] = of('sheet');
  const title = declared.department.find((one) => titleKey(one.title) === titleKey(sheet?.as ?? ''))?.title;
  const names: readonly Mapped[] = title === undefined ? [] : [{ sheet: null, from: headerKey(grid.sheet), to: title }];
  const columns = of('column').flatMap((rule) => mappedColumns(rule, rules, declared));
  const said: SheetRules = {
    isLeft: sheet?.as === leftWord,
    headerRow: headerRowOf(of('header')[0]?.as ?? ''),
    rows: new Map(of('row').map(({ name, as }) => [headerKey(name), as])),
    statuses: new Map(of('status').map(({ name, as }) => [nameKey(name), statusWord(as, declared) ?? as])),
  };
  return { ...grid, mapping: [...(grid.mapping ?? []), ...names, ...columns], rules: said };
}

function mappedColumns(rule: PlacedRule, all: readonly PlacedRule[], declared: Declared): readonly Mapped[] {
  const { name, as } = rule;
  const from = headerKey(name);
  return sheetsMeant(rule, all, declared).flatMap(({ title, columns }) => {
    if (as === leftWord) return [{ sheet: title, from, to: leftOut }];
    const header = headersOf(columns).find((one) => headerKey(one) === headerKey(as));
    return header === undefined ? [] : [{ sheet: title, from, to: header }];
  });
}

function ruleTwice(rule: PlacedRule): Problem {
  return {
    code: 'rule-twice',
    level: 'error',
    place: rule.place,
    actual: rule.as,
    reason: `“${rule.sheet}”的“${rule.name === '' ? rule.sheet : rule.name}”写了两条，这一条没有采用`,
    expected: '请只留一条',
  };
}

function unknownIn({ place, as }: PlacedRule, what: string, names: readonly string[]): Problem {
  const similar = nearest(as, names);
  const all = [...new Set(names)];
  return {
    code: 'rule-unknown',
    level: 'error',
    place,
    actual: as,
    reason: `“当作”的“${as}”不是可用的${what}，这一条没有采用`,
    expected: `${similar === null ? '' : `是否指“${similar}”？`}可用：${all.slice(0, 40).join('、')}${what === '写法' ? '' : `、${leftWord}`}`,
  };
}
