/** Sentences the office writes for its indicators (报告句模板), and what is said where an indicator has no value. */
import type { Problem, Result } from '../base/problem';
import type { Edition } from '../edition/edition';
import type { IndicatorFinding } from '../findings/findings';
import type { Rows } from '../rows/rows';
import type { Traced } from '../../engine/fill';
import { record, texts, type Declarations, type Declaration } from './declare';
import { isTold } from './indicator-fields';
import { fillOwnText, type OwnTextWords } from './own-text';
import { bare } from './wording';

/** A sentence ready to print, with its full stop. */
export interface Sentence {
  readonly area: string;
  readonly words: Traced;
}

type OwnIndicator = Rows['indicators'][number];

/** The field 指标句: sentences by area. */
export function sentenceFields({ areas }: Edition): Declarations<readonly Sentence[]> {
  const byArea = areas.map(({ area }): [string, Declaration<readonly Sentence[]>] => [
    area,
    texts<readonly Sentence[]>(`“${area}”类指标的报告句，各带句号`, (sentences) =>
      sentences.filter((sentence) => sentence.area === area).map((sentence) => sentence.words),
    ),
  ]);
  return {
    指标句: record('“指标”表里的报告句模板，按薄弱类别；没有数据的指标不在其中', Object.fromEntries(byArea)),
  };
}

/**
 * The sentences of the indicators that have something to say, or lack departments and say so, in the order of the 指标 sheet. A sentence with a mistake in its tags
 * is left out and reported at its cell.
 */
export function sentencesFromIndicators(
  indicators: readonly OwnIndicator[],
  findings: readonly IndicatorFinding[],
  vocabulary: OwnTextWords,
): Result<readonly Sentence[]> {
  const byCode = new Map(findings.map((finding) => [finding.indicator.code, finding]));
  const told = indicators
    .filter((indicator) => isSaid(indicator, byCode.get(indicator.code)))
    .map((indicator) => sentenceFrom(indicator, vocabulary));
  return { value: told.flatMap(({ value }) => value), problems: told.flatMap(({ problems }) => problems) };
}

/** A count of none is no achievement: only a sentence that has other words for it is said. */
function isSaid({ sentence, kind }: OwnIndicator, found: IndicatorFinding | undefined): boolean {
  if (found === undefined || !isTold(found)) return false;
  return (
    (found.value ?? found.partial?.value) !== 0 ||
    kind === 'rate' ||
    kind === 'flag' ||
    /\{\{\s*(?:else|否则)/u.test(sentence)
  );
}

/** One note for each indicator without a value of which the office wants to be told (无数据时＝提示). */
export function missingIndicators(
  indicators: readonly OwnIndicator[],
  findings: readonly IndicatorFinding[],
): readonly Problem[] {
  const missing = new Set(
    findings.filter(({ value, applies }) => applies && value === null).map(({ indicator }) => indicator.code),
  );
  return indicators.filter(({ onEmpty, code }) => onEmpty === 'note' && missing.has(code)).map(missingNote);
}

function sentenceFrom(
  { sentence, sentencePlace, place, area }: OwnIndicator,
  vocabulary: OwnTextWords,
): Result<readonly Sentence[]> {
  if (sentence === '') return { value: [], problems: [] };
  const { value, problems } = fillOwnText(sentence, sentencePlace ?? place ?? { file: '总表.xlsx' }, vocabulary);
  if (value === null) return { value: [], problems };
  const text = `${bare(value.text)}。`;
  return { value: [{ area, words: { ...value, value: text, text } }], problems };
}

function missingNote({ code, name, filledBy, numerator, denominator, place }: OwnIndicator): Problem {
  const parts = [numerator, denominator].filter((formula) => formula !== null).join('、');
  return {
    code: 'indicator-empty',
    level: 'note',
    place: place ?? { file: '总表.xlsx' },
    actual: '',
    reason: `指标 ${code}“${name}”没有数据，报告里没有写`,
    expected: parts === '' ? `请${filledBy || '有关单位'}填报` : `由程序用 ${parts} 算出，请有关单位补齐这些数据`,
  };
}
