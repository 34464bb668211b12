/** 比上年增加2次, 与上年持平: what a figure is beside that of last year, in the numbers that are printed of both. */
import { compare, fixed, plain, spelled, subtract, type Fraction } from '../../offices/truth/fractions';
import { goesOn, type Figure } from '../../offices/truth/figures';
import { rateDigits } from '../../offices/truth/print-figure';
import { judged, type Verdict } from '../../offices/verdict';
import type { Told } from './judge-numbers';
import type { Truth } from './truth';

/** The change that stands right after a number is that number's. */
export function judgeTrend(sentence: string, told: readonly Told[], truth: Truth): readonly Verdict[] {
  return told.flatMap(({ code, digits, at }) => {
    const after = sentence.slice(at + digits.length);
    const [, found] = /^(?:（不含[^）]*）)?，?(比上年[^，。；、]+|与上年持平)/u.exec(after) ?? [];
    if (found === undefined || code.startsWith('任务 ')) return [];
    const now = truth.figures.get(code);
    const isOfLess = now?.line.fillsUp === true && goesOn(truth.world);
    const wanted = isOfLess ? 'nothing: a part of the year' : changeOf(now, truth.lastYear.get(code));
    return [judged('change since last year', sentence, found === wanted, `${code} ${found}`, wanted)];
  });
}

function changeOf(now: Figure | undefined, last: Figure | undefined): string {
  if (now?.value == null || last?.value == null || last.states.length > 1) return 'nothing known of last year';
  const change = subtract(asPrinted(now, now.value), asPrinted(last, last.value));
  if (change.above === 0n) return '与上年持平';
  const size = change.above < 0n ? { ...change, above: -change.above } : change;
  const { unit } = now.line;
  return `比上年${change.above > 0n ? '增加' : '减少'}${plain(size, 2)}${unit === '%' ? '个百分点' : unit}`;
}

function asPrinted({ line }: Figure, value: Fraction): Fraction {
  if (compare(value, spelled('0')) < 0) return value;
  return spelled(line.kind === '比率' || line.unit === '%' ? rateDigits(line, value) : fixed(value, 2));
}
