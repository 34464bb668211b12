/** Drafts what goes into the program's own workbook 结果. */
import type { Problem } from '../../core/base/problem';
import { checkLetter, checkLetterFiller, checkNotes, type CheckNote } from '../../core/reminders/check-notes';
import { reminderList } from '../../core/reminders/reminder-list';
import { toldAreas } from '../../core/report/told-areas';
import { departmentItems } from '../../core/rows/department-items';
import type { Settings } from '../../core/settings/settings';
import { textPaper } from '../../google/assets';
import type { ResultsInput } from '../../core/sheets/results-draft';
import { findDue } from './find-due';
import type { Office } from './read-office';
import type { RenderedPublic } from './report/render-public';
import { publicChangeRows, unprintedText } from '../../core/report/public/public-change';

/** All that 结果 will say; what goes wrong with the program's own files is no department's, and is added when they are written. */
export interface ResultsDraft extends ResultsInput {
  /** What each department is told, from which its paper is made too. */
  readonly notes: readonly CheckNote[];
}

/** `reportName`: the report this run writes, null when it writes none; `forPublic`: what was done for the public version. */
export function draftResults(
  office: Office,
  problems: readonly Problem[],
  { reportName, forPublic }: { readonly reportName: string | null; readonly forPublic: RenderedPublic | null },
): ResultsDraft {
  const { settings, rows, findings, feedback } = office;
  const departments = departmentItems(problems, rows);
  const notes = checkNotes({ settings, rows, findings, items: departments });
  const letters = lettersOf(notes, settings);
  const reminders = reminderList(findDue(office).value, settings.edition).map((line) => ({ ...line }));
  const publicRows = forPublic === null ? null : publicChangeRows(forPublic.changes);
  const { value: areas } = toldAreas(findings, rows, settings);
  return {
    settings,
    findings,
    areas,
    problems,
    departments,
    notes,
    letters,
    reminders,
    feedback,
    reportName,
    publicRows,
    publicUnprinted: unprintedText(forPublic?.unprinted ?? 0),
  };
}

/** 核对通知: the text to copy for each department that has something to put right. */
function lettersOf(notes: readonly CheckNote[], settings: Settings): ResultsInput['letters'] {
  const fill = checkLetterFiller(textPaper(settings.edition.key, 'check-letter'));
  return notes
    .filter((note) => note.items.length > 0)
    .map((note) => ({
      department: note.department,
      count: note.items.length,
      text: checkLetter(note, settings, fill),
    }));
}
