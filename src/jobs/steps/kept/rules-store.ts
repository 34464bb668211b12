/** The workbook of rules, 列对应: how departments' own workbooks are read, as it was confirmed. */
import type { JobAnswer, WrittenFile } from '../../../contract/answer';
import { rulesName } from '../../../core/base/office-names';
import { cellOf } from '../../../core/base/place';
import type { Result } from '../../../core/base/problem';
import { keptRules } from '../../../core/rows/rules/kept-rules';
import type { Settings } from '../../../core/settings/settings';
import { rulesDraft } from '../../../core/sheets/rules-draft';
import { ruleKey, type PlacedRule, type Rule } from '../../../core/tables/rules/rule';
import { rulesKey } from '../../../google/drive/known-files';
import type { Workspace } from '../find-workspace';
import { readKept, saveKept, type ChangedRow } from './kept-book';

/** The rules as they are kept, or why nothing can be read: without them figures would be lost that were there before. */
export function readRules(
  { rules }: Pick<Workspace, 'rules'>,
  settings: Settings,
): Result<readonly PlacedRule[]> | JobAnswer {
  if (rules === null) return { value: [], problems: [] };
  const read = readKept(rules, {
    name: rulesName,
    why: '各单位的台账怎样读记在里面',
    remedy: '请修好或者移走它（移走后，各单位自己的台账要重新确认读法）',
  });
  return 'exit' in read ? read : keptRules(read.grids, read.file, settings);
}

/** What was confirmed, and the rules it makes useless. */
export interface Confirmed {
  readonly rules: readonly Rule[];
  readonly outdated: readonly Rule[];
}

/** Only rows on the same things are written anew, useless ones are blanked. Throws where it cannot be written. */
export function saveRules(workspace: Workspace, settings: Settings, confirmed: Confirmed): WrittenFile {
  const book = {
    ...{ name: rulesName, key: rulesKey, what: 'rules' as const, sheet: settings.edition.sheets.keptRules },
    draft: (rules: readonly (Rule | null)[]) => rulesDraft(settings, rules),
  };
  // Of two on the same thing the later one was meant, as where it takes the place of a row.
  const own = new Map(confirmed.rules.map((rule) => [ruleKey(rule), rule]));
  const useless = new Set(confirmed.outdated.map(ruleKey));
  return saveKept(workspace, workspace.rules, book, (grid, first) => {
    const kept = grid === null ? [] : keptRules([grid], grid.workbook, settings).value;
    return changedRows(kept, first, { own, useless });
  });
}

function changedRows(
  kept: readonly PlacedRule[],
  first: number,
  { own, useless }: { readonly own: ReadonlyMap<string, Rule>; readonly useless: ReadonlySet<string> },
): readonly ChangedRow<Rule>[] {
  const rewritten = kept.flatMap((rule): readonly ChangedRow<Rule>[] => {
    const row = cellOf(rule.place.cell ?? '')?.row ?? 0;
    const line = own.get(ruleKey(rule));
    if (line !== undefined) return line.as === rule.as ? [] : [{ row, line }];
    return useless.has(ruleKey(rule)) ? [{ row, line: null }] : [];
  });
  const present = new Set(kept.map(ruleKey));
  const added = [...own.values()].filter((rule) => !present.has(ruleKey(rule)));
  return [...rewritten, ...added.map((line, at) => ({ row: first + at, line }))];
}
