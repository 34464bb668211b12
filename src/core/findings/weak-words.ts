/**
 * Which words are said of an indicator that misses its threshold: the hub's line on it, else the hub's line on its area, else the
 * edition's. Words on an area are used only where they speak of nothing that is in order.
 */
import type { Place } from '../base/place';
import type { Edition, WeaknessWords } from '../edition/edition';
import { directoryOf, type Directory } from '../rows/department-names';
import type { Rows, WeakText } from '../rows/rows';
import type { Settings } from '../settings/settings';
import type { AreaFinding, IndicatorFinding, SaidPart, SaidText, SharedTexts, WeakItem } from './findings';

type Weak = Pick<AreaFinding, 'area' | 'weakIndicators'>;
type Words = Pick<AreaFinding, 'shared' | 'items'>;

const nothing: SaidText = { text: '', place: null };

/** All that words are chosen from. */
interface Ground {
  readonly edition: Edition;
  readonly directory: Directory;
  readonly ofIndicator: ReadonlyMap<string, WeakText>;
  readonly ofArea: ReadonlyMap<string, WeakText>;
  /** The edition's words by the code in the hub. */
  readonly declared: ReadonlyMap<string, WeaknessWords>;
  /** The edition's words on what is in order. */
  readonly inOrder: readonly WeaknessWords[];
}

/** The words of each of the areas. `found` are all that have weak indicators. */
export function wordsOfAreas(found: readonly Weak[], rows: Rows, settings: Settings): (area: Weak) => Words {
  const ground = groundOf(found, rows, settings);
  return ({ area, weakIndicators }) => {
    const problem = sharedText('problem', area, weakIndicators, ground);
    const cause = sharedText('cause', area, weakIndicators, ground);
    const action = sharedText('action', area, weakIndicators, ground);
    const shared = { problem, cause, action };
    return { shared, items: weakIndicators.map((finding) => itemOf(finding, shared, ground)) };
  };
}

/** A text on an area that is not used, and the indicator in order that it speaks of. */
export interface UnfitText {
  readonly text: string;
  readonly place: Place;
  readonly mark: string;
}

/** The texts of the 薄弱 sheet on the areas that are left out. */
export function unfitTexts(found: readonly Weak[], rows: Rows, settings: Settings): readonly UnfitText[] {
  const ground = groundOf(found, rows, settings);
  return found.flatMap(({ area }) => {
    const line = ground.ofArea.get(area);
    if (line === undefined) return [];
    return [line.problem, line.cause, line.action].flatMap((text) => {
      const mark = strangeMark(text, ground);
      return mark === null ? [] : [{ text, place: line.place, mark }];
    });
  });
}

function groundOf(found: readonly Weak[], { weakTexts, indicators, departments }: Rows, settings: Settings): Ground {
  const { edition, town } = settings;
  const means = new Map(indicators.map(({ code, means: meant }) => [code, meant]));
  const weak = new Set(found.flatMap(({ weakIndicators }) => weakIndicators.map(({ indicator }) => indicator.code)));
  const failed = new Set([...weak].map((code) => means.get(code) ?? null));
  const byCode = new Map(edition.weaknesses.map((words) => [words.code, words]));
  return {
    edition,
    directory: directoryOf(departments, town),
    ofIndicator: new Map(weakTexts.flatMap((line) => (line.indicator === null ? [] : [[line.indicator, line]]))),
    ofArea: new Map(weakTexts.flatMap((line) => (line.indicator === null ? [[line.area, line]] : []))),
    declared: new Map(
      [...means].flatMap(([code, meant]) => {
        const words = byCode.get(meant ?? '');
        return words === undefined ? [] : [[code, words]];
      }),
    ),
    inOrder: edition.weaknesses.filter(({ code }) => !failed.has(code)),
  };
}

/** A word in the text that speaks of an indicator in order. */
function strangeMark(text: string, { inOrder }: Ground): string | null {
  return inOrder.flatMap(({ marks }) => marks).find((mark) => text.includes(mark)) ?? null;
}

/**
 * What the hub says of the area. Beside a line on one of the indicators it may still open the weakness; cause and measure are then
 * the indicators' own.
 */
function sharedText(part: SaidPart, area: string, weak: readonly IndicatorFinding[], ground: Ground): SaidText {
  const line = ground.ofArea.get(area);
  const text = line?.[part] ?? '';
  if (line === undefined || text === '' || strangeMark(text, ground) !== null) return nothing;
  const isOwn = weak.some(({ indicator }) => (ground.ofIndicator.get(indicator.code)?.[part] ?? '') !== '');
  return part !== 'problem' && isOwn ? nothing : { text, place: line.place };
}

const parts: readonly SaidPart[] = ['problem', 'cause', 'action'];

function itemOf(finding: IndicatorFinding, shared: SharedTexts, ground: Ground): WeakItem {
  const { code } = finding.indicator;
  const own = ground.ofIndicator.get(code);
  const declared = ground.declared.get(code);
  const covered = parts.filter((part) => isCovered(part, code, shared[part], ground));
  const cause = itemText('cause', finding, ground);
  return {
    finding,
    problem: itemText('problem', finding, ground),
    figures: firstSaid(own, own?.figures, declared?.figures),
    cause,
    action: itemText('action', finding, ground),
    covered,
    ...measureOf(finding, ground),
    isUnconfirmed: cause.text !== '' && cause.text === declared?.cause && !covered.includes('cause'),
  };
}

/** Who leads the measure and where it stands, as the line on the indicator says, or that on its area, or the edition. */
function measureOf({ indicator: { code, area } }: IndicatorFinding, ground: Ground): Pick<WeakItem, 'lead' | 'plan'> {
  const declared = ground.declared.get(code);
  const lines = [ground.ofIndicator.get(code), ground.ofArea.get(area)];
  const typed = lines.find((line) => line !== undefined && line.lead !== '')?.lead ?? '';
  const plans = [...lines, declared, areaWords(area, ground)].map((words) => words?.plan);
  return { lead: leadOf(typed, declared?.lead ?? '', ground.directory), plan: planOf(plans, ground.edition) };
}

function itemText(part: SaidPart, { indicator: { code, area } }: IndicatorFinding, ground: Ground): SaidText {
  const own = ground.ofIndicator.get(code);
  const words = areaWords(area, ground);
  const ofArea = part === 'cause' ? '' : (words?.[part] ?? '');
  return firstSaid(own, own?.[part], ground.declared.get(code)?.[part] ?? ofArea);
}

/** The words on the area speak of it too when they name it, or name no indicator at all; a line of its own comes before. */
function isCovered(part: SaidPart, code: string, { text }: SaidText, ground: Ground): boolean {
  if (text === '' || (ground.ofIndicator.get(code)?.[part] ?? '') !== '') return false;
  const names = ({ marks }: WeaknessWords): boolean => marks.some((mark) => text.includes(mark));
  const declared = ground.declared.get(code);
  return (declared !== undefined && names(declared)) || !ground.edition.weaknesses.some(names);
}

function areaWords(area: string, { edition }: Ground): Edition['areas'][number] | undefined {
  return edition.areas.find((words) => words.area === area);
}

function firstSaid(line: WeakText | undefined, typed: string | undefined, otherwise: string | undefined): SaidText {
  if (line !== undefined && typed !== undefined && typed !== '') return { text: typed, place: line.place };
  return { text: otherwise ?? '', place: null };
}

/** A department by its name in this office, a post as typed; the edition's department only where the office has it, none that reports no more. */
function leadOf(typed: string, declared: string, { find }: Directory): string {
  const found = find(typed === '' ? declared : typed);
  if (found !== null) return found.active ? found.name : '';
  return typed === declared ? '' : typed;
}

/** A measure without a section of its own goes to the first one, so that none is lost. */
function planOf(named: readonly (string | undefined)[], { sections: { plans } }: Edition): string {
  return named.find((plan) => plan !== undefined && plans.includes(plan)) ?? plans[0] ?? '';
}
