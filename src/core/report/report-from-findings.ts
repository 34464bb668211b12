/** Makes the report's model: all that the template may print, each figure with the cells it came from. */
import type { Result } from '../base/problem';
import type { Findings } from '../findings/findings';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import type { ModelRecord } from '../../engine/fill';
import { dictionaryOf, modelOf } from './declare';
import { findingFields } from './fields';
import { narrativeFields, paragraphsFromNarratives } from './narrative-fields';
import { missingIndicators, sentenceFields, sentencesFromIndicators } from './sentence-fields';
import { blankSources } from './source-fields';
import { ownSectionFields } from './own-section-fields';
import { withTagsFilled } from './tags-in-texts';
import { titleText } from './title';

/** The model for `fieldsOfReport(rows)`; the problems are those of the office's own texts. */
export function reportFromFindings(findings: Findings, rows: Rows, settings: Settings): Result<ModelRecord> {
  const { edition } = settings;
  const fields = findingFields(rows, edition);
  const dictionary = dictionaryOf(fields);
  const typed = withTagsFilled({ model: modelOf(fields, { findings, rows, settings }), dictionary });
  const model = typed.value;
  const vocabulary = { model, dictionary };
  const paragraphs = paragraphsFromNarratives(rows.narratives, findings.indicators, vocabulary);
  const sentences = sentencesFromIndicators(rows.indicators, findings.indicators, vocabulary);
  const own = {
    ...modelOf(narrativeFields(edition), paragraphs.value),
    ...modelOf(sentenceFields(edition), sentences.value),
    ...modelOf(ownSectionFields(edition), { paragraphs: paragraphs.value, sentences: sentences.value }),
  };
  const missing = missingIndicators(rows.indicators, findings.indicators);
  return {
    value: { ...model, ...own, ...blankSources(false) },
    problems: [...typed.problems, ...paragraphs.problems, ...sentences.problems, ...missing],
  };
}

/** The title as a file is named by it; invented data says so. */
export function reportTitle(settings: Settings): string {
  return titleText(settings) + (settings.sample ? '（示例数据，纯属虚构）' : '');
}
