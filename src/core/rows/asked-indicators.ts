/** Which lines of the 指标 sheet a unit is asked to fill in. */
import { oncePer } from '../base/once-per';
import { nameKey } from '../base/text';
import type { DetailSheet, Edition } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import { declaredLike } from './meanings';
import type { Department, Meanings } from './rows';

type Unit = Pick<Department, 'name' | 'aliases' | 'inGroup'>;

/** Whether the unit gives the line, in whichever of its sheets: by name, as one of the group, or as everybody. */
export function isAsked(unit: Unit, indicator: Indicator, edition: Edition): boolean {
  return isGiven(indicator, edition) && isMeant(calledOf(unit), askedOf(indicator), edition);
}

/** What is worked out from others is given by nobody. */
function isGiven(indicator: Indicator, edition: Edition): boolean {
  return indicator.kind !== 'rate' && indicator.numerator === null && !isLacking(indicator, edition);
}

/** What a line may call a unit by. */
interface Called extends Pick<Unit, 'inGroup'> {
  readonly names: readonly string[];
}

function isMeant(
  { names, inGroup }: Called,
  words: readonly string[],
  { words: { everybody, group } }: Edition,
): boolean {
  return words.some((word) => word === everybody || (inGroup && word === group) || names.includes(word));
}

/** The lines the unit gives, in their order. */
export function linesAsked<I extends Indicator>(indicators: readonly I[], unit: Unit, edition: Edition): readonly I[] {
  const { named, ofGroup, ofOthers } = unnamedLines(indicators)(edition);
  if (calledOf(unit).names.some((name) => named.has(name)))
    return indicators.filter((indicator) => isAsked(unit, indicator, edition));
  // They are lines of this list, which the compiler cannot follow.
  return (unit.inGroup ? ofGroup : ofOthers) as readonly I[];
}

/** The words that name who gives a line, and what the units give that none of them names: nearly all units of an office. */
const unnamedLines = oncePer((indicators: readonly Indicator[]) =>
  oncePer((edition: Edition) => {
    const linesOf = (inGroup: boolean): readonly Indicator[] =>
      indicators.filter(
        (indicator) => isGiven(indicator, edition) && isMeant({ names: [], inGroup }, askedOf(indicator), edition),
      );
    return { named: new Set(indicators.flatMap(askedOf)), ofGroup: linesOf(true), ofOthers: linesOf(false) };
  }),
);

const calledOf = oncePer(({ name, aliases, inGroup }: Unit): Called => ({
  names: [name, ...aliases].map(nameKey),
  inGroup,
}));
const askedOf = oncePer(({ filledBy }: Indicator) => filledBy.split(/[、，,；;/\n]/u).map(nameKey));

/** The organ has nothing of the kind: a bureau has no villages. */
function isLacking(indicator: Indicator, edition: Edition): boolean {
  const { lacks } = edition.organ;
  const code = lacks.length === 0 ? undefined : declaredLike(indicator, edition)?.code;
  return code !== undefined && lacks.includes(code);
}

/** Finds the units that give a line, each line worked out once. */
export function askedAmong<U extends Unit>(
  units: readonly U[],
  edition: Edition,
): (indicator: Indicator) => readonly U[] {
  const { everybody, group } = edition.words;
  // Most lines are those of single departments, which an office has or has not.
  const meaning = new Set([everybody, group, ...units.flatMap((unit) => calledOf(unit).names)]);
  const known = new Map<Indicator, readonly U[]>();
  return (indicator) => {
    const before = known.get(indicator);
    if (before !== undefined) return before;
    const words = isGiven(indicator, edition) ? askedOf(indicator).filter((word) => meaning.has(word)) : [];
    const asked = words.length === 0 ? [] : units.filter((unit) => isMeant(calledOf(unit), words, edition));
    known.set(indicator, asked);
    return asked;
  };
}

/** The same for the departments of an office, about which more than one ask: by `departments`, then by edition. */
export const askedDepartments = oncePer((departments: readonly Department[]) =>
  oncePer((edition: Edition) => askedAmong(departments, edition)),
);

const namesOf = oncePer((asked: readonly Pick<Unit, 'name'>[]) => new Set(asked.map(({ name }) => name)));

/**
 * Whose part of a line it is what the registers of a department tell (`asked`: who gives the line): the department's itself when it
 * gives the line, that of the one office that gives it for all, else nobody's.
 */
export function countedFor(asked: readonly Pick<Unit, 'name'>[], department: string): string | null {
  if (namesOf(asked).has(department)) return department;
  return asked.length === 1 ? (asked[0]?.name ?? null) : null;
}

/** Whether the workbook that is made for the unit has the sheet. */
export function isMadeFor({ inGroup }: Pick<Department, 'inGroup'>, { madeFor }: DetailSheet): boolean {
  return madeFor === 'all' || (madeFor === 'group' && inGroup);
}

/** The lines of a unit's 指标数据. Nothing is asked twice: what a form of its workbook gives is asked there. */
export function askedIndicators<I extends Indicator>(
  indicators: readonly I[],
  unit: Unit,
  edition: Edition,
  { codes }: Pick<Meanings, 'codes'>,
): readonly I[] {
  const forms = edition.details.filter((detail) => isMadeFor(unit, detail));
  const elsewhere = new Set(forms.flatMap(({ lines }) => lines.map(({ code }) => codes.get(code))));
  return linesAsked(indicators, unit, edition).filter(({ code }) => !elsewhere.has(code));
}
