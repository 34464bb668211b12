/** The sheets the program keeps in its own workbook 结果: a workbook that holds one of them is the program's. */
import { historyTitle, journalTitle } from '../base/office-names';
import type { Edition } from '../edition/edition';

/** The hidden sheet of workbooks as they were last read. */
export const snapshotTitle = '快照';

/** Their titles in an edition. */
export function programSheets({ sheets }: Edition): readonly string[] {
  const { tallyResults, taskResults, indicatorResults, areaResults, problemResults, departmentProblems } = sheets;
  const { checkLetters, reminderList, feedbackResults, publicResults, runs, ledger, selfCheck } = sheets;
  const results = [tallyResults, taskResults, indicatorResults, areaResults, problemResults, departmentProblems];
  return [
    ...[...results, checkLetters, reminderList, feedbackResults, publicResults, runs, ledger, selfCheck].map(
      ({ title }) => title,
    ),
    snapshotTitle,
    journalTitle,
    historyTitle,
  ];
}
