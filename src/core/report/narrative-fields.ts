/** Extra paragraphs the office writes for a section of the report (综述素材), with figures filled in. */
import type { Problem, Result } from '../base/problem';
import type { Edition } from '../edition/edition';
import type { IndicatorFinding } from '../findings/findings';
import type { Narrative } from '../rows/rows';
import { tracedGap, type Traced } from '../../engine/fill';
import { record, text, texts, words, type Declarations, type Declaration } from './declare';
import { fillOwnText, type OwnTextWords } from './own-text';

/** A paragraph ready to print. */
export interface NarrativeParagraph {
  readonly section: string;
  readonly words: Traced;
}

/** The field 素材: paragraphs by section; and under its own name each section that must not be missing, a gap unless somebody wrote it. */
export function narrativeFields({ sections }: Edition): Declarations<readonly NarrativeParagraph[]> {
  const bySection = sections.narratives.map((section): [string, Declaration<readonly NarrativeParagraph[]>] => [
    section,
    texts<readonly NarrativeParagraph[]>(`写进“${section}”的段落`, (paragraphs) =>
      paragraphs.filter((paragraph) => paragraph.section === section).map((paragraph) => paragraph.words),
    ),
  ]);
  const required = sections.required.map((section): [string, Declaration<readonly NarrativeParagraph[]>] => [
    section,
    text<readonly NarrativeParagraph[]>(`“${section}”的全部段落连成一段；没有人写时印成待补`, (paragraphs) =>
      joined(paragraphs.filter((paragraph) => paragraph.section === section)),
    ),
  ]);
  return {
    ...Object.fromEntries(required),
    素材: record('“综述素材”表里的段落，按报告章节；条件不成立的不在其中', Object.fromEntries(bySection)),
  };
}

function joined(paragraphs: readonly NarrativeParagraph[]): Traced {
  if (paragraphs.length === 0) return tracedGap('没有人写', []);
  const content = paragraphs.map(({ words: said }) => said.text).join('');
  return { ...words(content), sources: paragraphs.flatMap(({ words: said }) => said.sources) };
}

/**
 * The paragraphs whose condition holds (the named indicator has a value, of some departments at least), in the office's order. A paragraph with a
 * mistake in its tags is left out and reported at its cell.
 */
export function paragraphsFromNarratives(
  narratives: readonly Narrative[],
  indicators: readonly IndicatorFinding[],
  vocabulary: OwnTextWords,
): Result<readonly NarrativeParagraph[]> {
  const told = [...narratives]
    .sort((left, right) => left.order - right.order)
    .map((narrative) => paragraphFrom(narrative, indicators, vocabulary));
  return { value: told.flatMap(({ value }) => value), problems: told.flatMap(({ problems }) => problems) };
}

function paragraphFrom(
  narrative: Narrative,
  indicators: readonly IndicatorFinding[],
  vocabulary: OwnTextWords,
): Result<readonly NarrativeParagraph[]> {
  const { section, text, condition, place } = narrative;
  const named = indicators.find(({ indicator }) => indicator.name === condition);
  if (condition !== '' && named === undefined) return { value: [], problems: [conditionUnknown(narrative)] };
  if (named !== undefined && !isReported(named)) return { value: [], problems: [] };
  const filled = fillOwnText(text, place, vocabulary);
  return {
    value: filled.value === null ? [] : [{ section, words: filled.value }],
    problems: filled.problems,
  };
}

/** Some departments' numbers are enough to say that it was done. */
function isReported({ value, partial }: IndicatorFinding): boolean {
  return value !== null || partial?.value != null;
}

function conditionUnknown({ condition, place }: Narrative): Problem {
  return {
    code: 'narrative-condition-unknown',
    level: 'error',
    place,
    actual: condition,
    reason: `条件“${condition}”不是指标名称，这一段没有写进报告`,
    expected: '请填“指标”表里的名称，或者留空',
  };
}
