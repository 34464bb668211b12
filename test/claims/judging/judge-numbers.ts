/** Every number of a sentence beside the office's truth: by the noun it stands beside, else as one of the numbers of the office. */
import { compare, over, spelled, subtract, times, total, whole, type Fraction } from '../../offices/truth/fractions';
import { printed } from '../../offices/truth/print-figure';
import { goesOn, type Figure } from '../../offices/truth/figures';
import type { Line } from '../../offices/world/rules';
import { judged, together, type Verdict } from '../../offices/verdict';
import { nounsOfLaw, nounsOfOwn, nounsOfSafety, nounsOfTasks } from './nouns';
import { judgeTrend } from './judge-trend';
import { isReached, type Truth } from './truth';

/** A number of a sentence with what it is said of: a code of a figure, a count of tasks. */
export interface Told {
  readonly code: string;
  /** Digits with their unit: `12件`, `3件中1件`, `86.8%`. */
  readonly digits: string;
  /** 注明不含: the number is said to lack somebody. */
  readonly isMarked: boolean;
  /** Where the digits begin in the sentence. */
  readonly at: number;
}

interface Found extends Told {
  readonly length: number;
}

/** What the numbers of the sentence are said of. */
export function toldIn(sentence: string, truth: Truth): readonly Told[] {
  const known = toldOf(truth).get(sentence) ?? readNumbers(sentence, truth);
  toldOf(truth).set(sentence, known);
  return known;
}

const toldOf = onceFor(() => new Map<string, readonly Told[]>());

/** Of two nouns before a number the one that takes in more words has it. */
function readNumbers(sentence: string, truth: Truth): readonly Told[] {
  if (!/\d/u.test(sentence)) return [];
  const best = new Map<number, Found>();
  for (const { pattern, code, word } of patternsFor(truth)) {
    if (!sentence.includes(word)) continue;
    for (const match of sentence.matchAll(pattern)) {
      const [all = '', digits = ''] = match;
      const at = match.index + all.length - digits.length;
      const isMarked = sentence.slice(at + digits.length).startsWith('（不含');
      const found = { code, digits, isMarked, at, length: all.length };
      if (isOfKind(digits, code, truth) && found.length > (best.get(at)?.length ?? 0)) best.set(at, found);
    }
  }
  return [...best.values()].sort((a, b) => a.at - b.at);
}

/** A share in percent is none of a noun that is counted. */
function isOfKind(digits: string, code: string, { figures }: Truth): boolean {
  const unit = figures.get(code)?.line.unit;
  return unit === undefined || unit === '%' || !digits.endsWith('%');
}

interface Noun {
  readonly pattern: RegExp;
  readonly code: string;
  /** What a sentence must hold for the pattern to be in it. */
  readonly word: string;
}

/** Looked up once for an office: they are many, and each sentence is held against all. */
const patternsFor = onceFor((truth): readonly Noun[] => {
  const after = numberAfter(truth);
  return nounsFor(truth).map(([words, code]) => ({
    ...{ pattern: patternOf(words + after), code },
    word: longestIn(words.replaceAll(/\([^)]*\)\??|\[[^\]]*\]\*?/gu, ' ')),
  }));
});

function longestIn(words: string): string {
  return words.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

const compiled = new Map<string, RegExp>();

/** Made once for all offices: an expression that was used often is a quick one. */
function patternOf(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source, 'gu');
  compiled.set(source, known);
  return known;
}

function onceFor<T>(make: (truth: Truth) => T): (truth: Truth) => T {
  const made = new WeakMap<Truth, T>();
  return (truth) => {
    const known = made.get(truth) ?? make(truth);
    made.set(truth, known);
    return known;
  };
}

function nounsFor({ world, plan }: Truth): readonly (readonly [string, string])[] {
  const names = world.lines.map(({ name, code }) => [name.replaceAll(/[{}()[\]]/gu, String.raw`\$&`), code] as const);
  const usual = plan.edition === 'rule-of-law' ? nounsOfLaw : nounsOfSafety;
  return [
    ...names,
    ...usual,
    ...nounsOfOwn,
    ...nounsOfTasks.map(([words, count]) => [words, `任务 ${count}`] as const),
  ];
}

function unitsOf({ world }: Truth): string {
  const units = [...new Set([...world.lines.map(({ unit }) => unit), '项', '个', '%'])];
  return units
    .filter((unit) => unit !== '')
    .sort((a, b) => b.length - a.length)
    .join('|');
}

function numberAfter(truth: Truth): string {
  const unit = `(?:${unitsOf(truth)})`;
  const link = '(?:按\\p{L}数计为|为|有|是|达到|达|共|的|只有|仅|的只有|的共)?';
  return `${link}((?:\\d+(?:\\.\\d+)?${unit}中)?\\d+(?:\\.\\d+)?${unit})`;
}

/** Each number with a noun is that figure; each other one is a number that somebody gave. */
export function judgeNumbers(sentence: string, truth: Truth): Verdict {
  const told = toldIn(sentence, truth);
  return together([
    ...told.map((one) =>
      one.code.startsWith('任务 ') ? judgeCount(one, sentence, truth) : judgeFigure(one, sentence, truth),
    ),
    ...strangers(sentence, told, truth),
    ...rateVerdicts(sentence, told, truth),
    ...judgeTrend(sentence, told, truth),
    ...judgedCount(sentence, truth),
    ...tooLarge(sentence),
  ]);
}

function judgeCount({ code, digits }: Told, sentence: string, { tally, world }: Truth): Verdict {
  if (code === '任务 rate') {
    const due = tally.done + tally.overdue;
    const wanted = due === 0 ? 'no rate' : rateText(whole(tally.done), whole(due));
    return judged('number of tasks', sentence, digits === wanted || digits.includes('中'), digits, wanted);
  }
  const counts: Readonly<Record<string, number>> = {
    ...tally,
    due: tally.done + tally.overdue,
    total: world.tasks.length,
    leads: new Set(world.tasks.map(({ lead }) => lead)).size,
  };
  const name = code.slice('任务 '.length);
  const wanted = `${String(counts[name])}${name === 'leads' ? '个' : '项'}`;
  return judged('number of tasks', sentence, digits === wanted, `${code} ${digits}`, wanted);
}

function judgeFigure({ code, digits, isMarked }: Told, sentence: string, { figures }: Truth): Verdict {
  const figure = figures.get(code);
  if (figure === undefined || figure.states.length > 1) return together([]);
  const wanted = isMarked ? partialText(figure) : (figure.text ?? 'not known');
  if (wanted === null) return together([]);
  const about = `${code} ${figure.line.name} ${digits}${isMarked ? '（不含…）' : ''}`;
  return judged('number', sentence, digits === wanted, about, wanted);
}

/** 数据齐全的…项: the figures that have a threshold and are known. */
function judgedCount(sentence: string, truth: Truth): readonly Verdict[] {
  const { figures, world } = truth;
  const [all = '', count = ''] = /数据齐全的(\d+)项/u.exec(sentence) ?? [];
  // What the year still fills up is judged once it is full.
  const isPending = ({ code, fillsUp, lowIsGood }: Line): boolean =>
    fillsUp && !lowIsGood && goesOn(world) && !isReached(truth, code);
  const own = [...figures.values()].filter(({ line }) => line.threshold !== '' && !isPending(line));
  const known = own.filter(
    ({ line, states, parts }) =>
      states.length === 1 &&
      states[0] === 'known' &&
      (parts === null || compare(parts.denominator, whole(line.minSample)) >= 0),
  ).length;
  const open = own.filter(({ states }) => states.length > 1).length;
  const holds = all === '' || (Number(count) >= known && Number(count) <= known + open);
  return [judged('number of judged figures', sentence, holds, count, String(known)), lackingCount(sentence, truth)];
}

/** 另有…项指标的数据不齐全: those that have a threshold and are not known of all. */
function lackingCount(sentence: string, { figures }: Truth): Verdict {
  const [all = '', count = ''] = /另有(\d+)项指标的数据不齐全/u.exec(sentence) ?? [];
  const judgedOnes = [...figures.values()].filter(({ line }) => line.threshold !== '');
  const isLacking = (state: string): boolean => state === 'partial' || state === 'unknown';
  const least = judgedOnes.filter(({ states }) => states.every(isLacking)).length;
  const most = judgedOnes.filter(({ states }) => states.some(isLacking)).length;
  const holds = all === '' || (Number(count) >= least && Number(count) <= most);
  return judged('number of figures that lack some', sentence, holds, count, `${String(least)} to ${String(most)}`);
}

/** Null where any number will do. */
function partialText({ line, partial, states }: Figure): string | null {
  if (!states.includes('partial')) return 'not partly known';
  if (partial === 'open' || partial === null || line.kind === '比率') return null;
  return printed(line, partial, null);
}

/** A number that stands beside no noun we know is at least a number of the office, in that unit. */
function strangers(sentence: string, told: readonly Told[], truth: Truth): readonly Verdict[] {
  const known = numbersOf(truth);
  const named = new Set(told.flatMap(({ digits }) => digits.match(/\d+(?:\.\d+)?(?:[^\d中]+|%)/gu) ?? []));
  const numbers = plainText(sentence, truth).matchAll(new RegExp(`\\d+(?:\\.\\d+)?(?:${unitsOf(truth)})?`, 'gu'));
  return [...numbers]
    .map(([number]) => number)
    .filter((number) => !named.has(number))
    .map((number) => judged('number nobody gave', sentence, known.has(number), number, 'a number of the office'));
}

/** Without years, days, names of laws and of tasks, and the standards that sentences name. */
function plainText(sentence: string, { world }: Truth): string {
  const names = [...world.tasks.map(({ title }) => title)].sort((a, b) => b.length - a.length);
  return names
    .reduce((text, name) => text.replaceAll(name, ''), sentence)
    .replaceAll(/数据齐全的\d+项/gu, '')
    .replaceAll(/\d+项指标|其中\d+项的数据还需要核实/gu, '')
    .replaceAll(/《[^》]*》|（\d{4}[^）]*）/gu, '')
    .replaceAll(/(?:\d{4}年)?1至\d+月|\d{4}年(?:\d+月(?:\d+日)?)?|\d+月\d+日/gu, '')
    .replaceAll(
      /(?:满|不少于|达到|低于|高于|不高于|规定的|要求的|目标|标准)\d+(?:\.\d+)?(?:%|学时|个|次|名|台|场次)?/gu,
      '',
    )
    .replaceAll(/（不含[^）]*）/gu, '')
    .replaceAll(/比上年(?:增加|减少)[^，。；、]+/gu, '');
}

const numbersOf = onceFor(({ figures, tally, world }): ReadonlySet<string> => {
  const own = [...figures.values()].flatMap((figure): readonly string[] => {
    const some = figure.partial === 'open' ? null : figure.partial;
    const parts = figure.parts === null ? [] : [figure.parts.numerator, figure.parts.denominator];
    const unit = figure.line.unit;
    return [
      ...(figure.text?.match(/\d+(?:\.\d+)?(?:[^\d中]+|%)?/gu) ?? []),
      ...(some === null ? [] : [printed(figure.line, some, null)]),
      ...parts.map((part) => `${printed({ kind: '数量', unit: '' }, part, null)}${unit}`),
      ...(figure.line.threshold === '' ? [] : [`${figure.line.threshold}${unit}`]),
    ];
  });
  const pending = [
    ['C10.1', 'C10.2'],
    ['C11.3', 'C11.1'],
    ['C11.3+C11.4', 'C11.1'],
  ].flatMap(([all = '', settled = '']) => leftOf(figures, all, settled));
  const counts = Object.values(tally).map((count) => `${String(count)}项`);
  const settings = [...world.numbers.values()].flatMap((number) => [`${String(number)}个`, `${String(number)}家`]);
  const bySection = world.rules.sections.map(
    (section) => `${String(world.tasks.filter((task) => task.section === section).length)}项`,
  );
  return new Set([...own, ...pending, ...counts, ...settings, ...bySection, `${String(world.tasks.length)}项`]);
});

/** 尚未审结: what is left when the settled cases are taken from all. */
function leftOf(figures: Truth['figures'], all: string, settled: string): readonly string[] {
  const values = [...all.split('+'), settled].map((code) => figures.get(code)?.value ?? null);
  const known = values.filter((value) => value !== null);
  const last = known.at(-1);
  if (known.length < values.length || last === undefined) return [];
  const left = subtract(total(known.slice(0, -1)), last);
  return left.above < 0n ? [] : [printed({ kind: '数量', unit: '件' }, left, null)];
}

/** A rate that stands after its parts is what they give: the last over the first, or what is left of it. */
function rateVerdicts(sentence: string, told: readonly Told[], { figures }: Truth): readonly Verdict[] {
  return told.flatMap(({ code, digits, at }, index) => {
    const figure = figures.get(code);
    if (figure?.line.unit !== '%' || !digits.endsWith('%')) return [];
    // The part is told in words: 均未公示，公示率0%.
    if (digits === '0%' && /(?:未|没有)[^，；]*，[^，；]*$/u.test(sentence.slice(0, at))) return [];
    const before = told
      .slice(0, index)
      .filter((one) => !one.digits.endsWith('%') && isPartOf(one.code, figure, figures));
    const numbers = before.flatMap((one) => numberIn(one.digits));
    if (numbers.length < 2) return [];
    const rates = numbers.flatMap((a) =>
      numbers.flatMap((b) => (compare(b, whole(0)) > 0 ? [rateText(a, b, figure.line.threshold)] : [])),
    );
    return [judged('rate of its parts', sentence, rates.includes(digits), digits, rates.join(' or '))];
  });
}

function isPartOf(code: string, { line }: Figure, figures: Truth['figures']): boolean {
  const formulas = `${line.numerator}+${line.denominator}`.split(/[+-]/u);
  const own = figures.get(code)?.line;
  return formulas.includes(code) || (own !== undefined && own.numerator !== '' && line.numerator === own.numerator);
}

function numberIn(digits: string): readonly Fraction[] {
  const [number] = /^\d+(?:\.\d+)?/u.exec(digits) ?? [];
  return number === undefined || digits.includes('中') ? [] : [spelled(number)];
}

function rateText(a: Fraction, b: Fraction, threshold = ''): string {
  return printed({ kind: '比率', unit: '%', threshold }, over(times(a, whole(100)), b), null);
}

/** No share is more than all; no part printed beside its whole is more than it. */
function tooLarge(sentence: string): readonly Verdict[] {
  const shares = [...sentence.matchAll(/(?<!(?:增加|增长|减少|下降|提高)(?:了)?)(?<![\d.])(\d+(?:\.\d+)?)%/gu)].map(
    ([all, digits = '']) =>
      judged('share above all', sentence, compare(spelled(digits), whole(100)) <= 0, all, 'at most 100%'),
  );
  const parts = [
    ...sentence.matchAll(/(\d+)(\p{L}+)中(\d+)\2/gu),
    ...sentence.matchAll(/应[^\d，。]{1,8}?(\d+)(\p{L})，(?!尚未|比上年|低于|不足|少于)[^\d，。]{1,8}(\d+)\2/gu),
  ];
  return [
    ...shares,
    ...parts.map(([all, of, , part]) =>
      judged('part above its whole', sentence, Number(part) <= Number(of), all, 'a part at most as large'),
    ),
  ];
}
