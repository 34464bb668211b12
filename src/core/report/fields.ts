/** Everything a template may name: the fields of the report, each declared once for dictionary and model. */
import type { Edition } from '../edition/edition';
import type { Dictionary } from '../../engine/fill';
import { areaSummaryFields } from './area-fields';
import { dictionaryOf, type Declarations } from './declare';
import type { Rows } from '../rows/rows';
import { indicatorFields } from './indicator-fields';
import { narrativeFields } from './narrative-fields';
import { ownSectionFields } from './own-section-fields';
import { paperFields } from './paper-fields';
import type { ReportInput } from './report-input';
import { sentenceFields } from './sentence-fields';
import { sourceDictionary } from './source-fields';
import { taskSummaryFields } from './task-fields';

/**
 * The fields found in the findings. The edition's indicators keep their fields when the office's list leaves them out:
 * they are then missing values, and the template's conditions drop their sentences.
 */
export function findingFields(
  { indicators: own }: Pick<Rows, 'indicators'>,
  edition: Edition,
): Declarations<ReportInput> {
  return {
    ...paperFields(edition),
    ...indicatorFields([...edition.indicators, ...own]),
    ...taskSummaryFields(edition),
    ...areaSummaryFields(edition),
  };
}

/** What templates are checked against: every field, with the indicators of the office's own list. */
export function fieldsOfReport(rows: Pick<Rows, 'indicators'>, edition: Edition): Dictionary {
  return {
    ...dictionaryOf(findingFields(rows, edition)),
    ...dictionaryOf(narrativeFields(edition)),
    ...dictionaryOf(sentenceFields(edition)),
    ...dictionaryOf(ownSectionFields(edition)),
    ...sourceDictionary,
  };
}
