/** The workbook 列对应: how departments' own workbooks are read, one row a rule, which the office may change. */
import type { ColumnsOf } from '../edition/shapes';
import type { Settings } from '../settings/settings';
import { subjectText, type Rule } from '../tables/rules/rule';
import type { RowContent } from './cell-content';
import type { SheetDraft } from './draft';
import { workbookHeading } from './heading';
import { tabColours } from './styles';
import { tableSheet } from './table-sheet';

/** The whole sheet; the rule `n` (from 0) stands in row `frozenRows + n`, null leaves the row blank. */
export function rulesDraft(
  settings: Pick<Settings, 'edition' | 'town' | 'sample'>,
  rules: readonly (Rule | null)[],
): SheetDraft {
  const { keptRules } = settings.edition.sheets;
  return tableSheet(keptRules, {
    heading: workbookHeading(settings.edition.name, { ...settings, reportYear: null })(keptRules.title),
    tabColour: tabColours.office,
    rows: rules.map(rowOf),
  });
}

function rowOf(rule: Rule | null): RowContent<ColumnsOf<'keptRules'>> {
  if (rule === null) return {};
  const { department, sheet, as, ground } = rule;
  return { department, sheet, name: subjectText(rule), as, ground };
}
