/** What the office truly may say of each indicator: known, partly known, unknown, nobody's duty, or asked of nobody. */
import { add, compare, over, spelled, subtract, times, total, whole, type Fraction } from './fractions';
import { leavesOf, termsIn } from './formulas';
import { printed } from './print-figure';
import type { Line } from '../world/rules';
import { isRead, lineMap, type Share, type Shares, type Why } from './shares';
import { tallyOf, type Tally, type TaskState } from './task-truth';
import { isTyped, type World } from '../world/world';

type State = 'known' | 'partial' | 'unknown' | 'not-applicable' | 'not-asked';

export interface Coverage {
  readonly asked: readonly string[];
  readonly given: readonly string[];
  readonly missing: readonly { readonly department: string; readonly whys: readonly Why[] }[];
}

/** What must be said of a line. Where several departments fill different parts of a rate, more than one state is right. */
export interface Figure {
  readonly line: Line;
  readonly states: readonly State[];
  readonly value: Fraction | null;
  /** Null: none; `open` where any number of a partly known rate of different departments will do. */
  readonly partial: Fraction | null | 'open';
  /** What a known rate, or one that a whole set of departments gives in part, was divided from. */
  readonly parts: { readonly numerator: Fraction; readonly denominator: Fraction } | null;
  readonly coverage: Coverage | null;
  /** Null where it is not known and so not fixed. */
  readonly text: string | null;
  readonly weak: boolean;
  /** Judged, and on the good side of its threshold. */
  readonly met: boolean;
}

const unjudged = { weak: false, met: false };

/** One figure per line, in the order of the 指标 sheet. */
export function figuresOf(world: World, shares: Shares, states: ReadonlyMap<string, TaskState>): readonly Figure[] {
  const lines = lineMap(world.lines);
  const tally = tallyOf(states);
  const dueTasks = completionCoverage(world, states);
  const isOpen = goesOn(world);
  return world.lines
    .map((line) => {
      if (line.isCompletion) return completion(line, tally, dueTasks);
      return isTyped(line) ? typedFigure(line, shares) : composed(line, { world, lines, shares });
    })
    .map((figure) => (isOpen && figure.line.fillsUp && !figure.line.lowIsGood ? { ...figure, weak: false } : figure));
}

/** Whether the year goes on behind the last day that is told of; a statistics' end in December is its end. */
export function goesOn({ asOf, cutoff }: Pick<World, 'asOf' | 'cutoff'>): boolean {
  const last = asOf < cutoff ? asOf : cutoff;
  return !(last.slice(5, 7) === '12' && (last === cutoff || last.endsWith('-31')));
}

/** Known where the state of all tasks that were due is; else the rate of the others, which is not judged. */
function completion(line: Line, { done, overdue, unreported, unclear }: Tally, coverage: Coverage): Figure {
  const due = done + overdue;
  const blank = { line, coverage, value: null, partial: null, parts: null, text: null, ...unjudged };
  const isWhole = unreported + unclear === 0;
  if (due === 0) return { ...blank, states: [isWhole ? 'not-applicable' : 'unknown'] };
  const parts = { numerator: whole(done), denominator: whole(due) };
  const value = over(whole(done * 100), whole(due));
  if (!isWhole) return { ...blank, states: ['partial'], partial: value };
  const text = printed(line, value, { ...parts, unit: '项', counted: true });
  return { ...blank, states: ['known'], value, parts, text, ...judgement(line, value, parts.denominator) };
}

/** Who leads the tasks that were due, and who said nothing of them that can be read. */
function completionCoverage({ tasks, departments }: World, states: ReadonlyMap<string, TaskState>): Coverage {
  const due = tasks.filter(({ id }) => ['done', 'overdue', 'unreported', 'unclear'].includes(states.get(id) ?? ''));
  const asked = [...new Set(due.map(({ lead }) => lead))];
  const whyOf = (lead: string): Why => {
    const department = departments.find(({ name }) => name === lead);
    if (department === undefined || department.book === 'missing') return 'no-file';
    return isRead(department) ? 'blank' : 'not-read';
  };
  const missing = asked.flatMap((department) => {
    const own = due.filter(({ lead }) => lead === department).map(({ id }) => states.get(id));
    const why = whyOf(department);
    const whys = own.flatMap((state): Why[] => {
      if (state === 'unclear') return [why === 'not-read' ? why : 'refused'];
      return state === 'unreported' ? [why] : [];
    });
    return whys.length === 0 ? [] : [{ department, whys }];
  });
  const lacking = new Set(missing.map(({ department }) => department));
  return { asked, given: asked.filter((name) => !lacking.has(name)), missing };
}

function typedFigure(line: Line, shares: Shares): Figure {
  const own = shares.get(line.code) ?? [];
  const given = own.filter((share) => share.given !== null);
  const numbers = given.flatMap(({ given: one }) => (one === null || one === 'not-applicable' ? [] : [one]));
  const state = stateOf(own, given, numbers);
  const sum = numbers.length === 0 ? null : aggregated(line, numbers);
  const value = state === 'known' ? sum : null;
  return {
    line,
    states: [state],
    value,
    partial: state === 'partial' ? sum : null,
    parts: null,
    coverage: coverageOf(
      own.map(({ department }) => department),
      [own],
    ),
    text: value === null ? null : printed(line, value, null),
    ...(value === null ? unjudged : judgement(line, value, null)),
  };
}

function stateOf(own: readonly Share[], given: readonly Share[], numbers: readonly Fraction[]): State {
  if (own.length === 0) return 'not-asked';
  if (given.length === own.length) return numbers.length > 0 ? 'known' : 'not-applicable';
  return given.length > 0 ? 'partial' : 'unknown';
}

function aggregated({ aggregate }: Line, numbers: readonly Fraction[]): Fraction {
  if (aggregate === '合计' || aggregate === '牵头计') return total(numbers);
  return numbers.reduce((largest, one) => (compare(one, largest) > 0 ? one : largest));
}

interface Ground {
  readonly world: World;
  readonly lines: ReadonlyMap<string, Line>;
  readonly shares: Shares;
}

/** A rate or a sum of other lines: known when all its lines are, over departments that gave all of them when not. */
function composed(line: Line, ground: Ground): Figure {
  const leaves = leavesOf(line, ground.lines).map(({ code }) => ground.shares.get(code) ?? []);
  const strangers = leaves.flat().filter(({ why }) => why === 'no-department');
  const asked = [
    ...ground.world.departments.map(({ name }) => name).filter((name) => leaves.some((own) => asks(own, name))),
    ...new Set(strangers.map(({ department }) => department)),
  ];
  const coverage = coverageOf(asked, leaves);
  const whollyGiven = coverage.missing.length === 0;
  const figure = { line, coverage, value: null, partial: null, parts: null, text: null, ...unjudged };
  if (leaves.every((own) => own.length === 0)) return { ...figure, states: ['not-asked'] };
  if (leaves.some((own) => own.length === 0))
    return { ...figure, states: ['unknown', 'not-asked', 'partial'], partial: 'open' };
  if (whollyGiven) return { ...figure, ...known(line, evaluated(line, ground, asked)) };
  // The numbers of departments that fill different lines cannot rest on the same departments.
  const isOfOneSet = leaves.every((own) => own.length === asked.length);
  if (!isOfOneSet) return { ...figure, states: ['partial', 'unknown', 'not-applicable'], partial: 'open' };
  if (coverage.given.length === 0) return { ...figure, states: ['unknown'] };
  const some = evaluated(line, ground, coverage.given);
  if (some?.value == null) return { ...figure, states: ['partial', 'unknown', 'not-applicable'] };
  return { ...figure, states: ['partial'], partial: some.value, parts: some.parts };
}

interface Evaluated {
  readonly value: Fraction | null;
  readonly parts: Figure['parts'];
  readonly unit: string;
  readonly counted: boolean;
}

function known(line: Line, result: Evaluated | null): Partial<Figure> & Pick<Figure, 'states'> {
  if (result?.value == null) return { states: ['not-applicable'], parts: result?.parts ?? null };
  const { value, parts, unit, counted } = result;
  const text = printed(line, value, parts === null ? null : { ...parts, unit, counted });
  return { states: ['known'], value, parts, text, ...judgement(line, value, parts?.denominator ?? null) };
}

/** Null where nobody has such a duty; without a value where there is nothing to divide by. */
function evaluated(line: Line, ground: Ground, among: readonly string[]): Evaluated | null {
  const above = side(line.numerator, ground, among);
  if (line.kind !== '比率') return above === null ? null : { value: above, parts: null, unit: '', counted: false };
  const below = side(line.denominator, ground, among);
  if (above === null || below === null) return null;
  const parts = { numerator: above, denominator: below };
  const first = ground.lines.get(termsIn(line.numerator)[0]?.name ?? '');
  const about = { parts, unit: first?.unit ?? '', counted: first?.kind === '数量' };
  if (below.above === 0n) return { ...about, value: null };
  const scaled = line.unit === '%' ? times(above, whole(100)) : above;
  return { ...about, value: below.above < 0n ? null : over(scaled, below) };
}

/** One side of a formula; what does not apply counts 0, unless all of it does not. */
function side(formula: string, { world, lines, shares }: Ground, among: readonly string[]): Fraction | null {
  const terms = termsIn(formula).map((term) => ({ ...term, amount: amountOf(term.name, term.constant) }));
  const named = terms.filter(({ constant }) => !constant);
  if (named.length > 0 && named.every(({ amount }) => amount === null)) return null;
  return terms.reduce((sum, { minus, amount }) => (minus ? subtract : add)(sum, amount ?? whole(0)), whole(0));

  function amountOf(name: string, constant: boolean): Fraction | null {
    if (constant) return spelled(name);
    const setting = world.numbers.get(name);
    if (setting !== undefined) return whole(setting);
    const line = lines.get(name);
    if (line === undefined) throw new Error(`a formula names ${name}`);
    if (!isTyped(line)) return side(line.numerator, { world, lines, shares }, among);
    const numbers = (shares.get(name) ?? [])
      .filter(({ department }) => among.includes(department))
      .flatMap(({ given }) => (given === null || given === 'not-applicable' ? [] : [given]));
    return numbers.length === 0 ? null : aggregated(line, numbers);
  }
}

function asks(own: readonly Share[], name: string): boolean {
  return own.some(({ department }) => department === name);
}

/** Given by who gave all lines it is asked for. */
function coverageOf(asked: readonly string[], leaves: readonly (readonly Share[])[]): Coverage {
  const whysOf = (name: string): readonly Why[] =>
    leaves.flatMap((own) => own.flatMap(({ department, why }) => (department === name && why !== null ? [why] : [])));
  return {
    asked,
    given: asked.filter((name) => whysOf(name).length === 0),
    missing: asked.flatMap((department) => {
      const whys = whysOf(department);
      return whys.length === 0 ? [] : [{ department, whys }];
    }),
  };
}

/** Judged exactly; not below the smallest sample. */
function judgement(
  { threshold, lowIsGood, minSample }: Line,
  value: Fraction,
  denominator: Fraction | null,
): Pick<Figure, 'weak' | 'met'> {
  if (threshold === '' || (denominator !== null && compare(denominator, whole(minSample)) < 0)) return unjudged;
  const difference = compare(value, spelled(threshold));
  const weak = lowIsGood ? difference > 0 : difference < 0;
  return { weak, met: !weak };
}
