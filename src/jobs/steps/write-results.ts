/** Writes 汇总, 核对 and 运行记录 into the program's own workbook 结果. */
import type { Problem } from '../../core/base/problem';
import { departmentItems, type DepartmentItems } from '../../core/rows/department-items';
import type { WorkbookDraft } from '../../core/sheets/draft';
import { checkLetter, checkNotes } from '../../core/reminders/check-notes';
import { noticesFromFindings } from '../../core/reminders/notices-from-findings';
import { resultsDraft, type ResultsInput } from '../../core/sheets/results-draft';
import { textAsset } from '../../google/assets';
import { createSpreadsheet } from '../../google/folders';
import { errorText, tellProgress } from '../../google/run-guard';
import { fillNewWorkbook, replaceSheets } from '../../google/workbooks';
import { resultsName, type Workspace } from './find-workspace';
import type { WrittenFile } from './job-answer';
import type { Office } from './read-office';

/** What was written, and what is wrong when it could not be. */
export interface WrittenResults {
  readonly files: readonly WrittenFile[];
  readonly problems: readonly Problem[];
}

/**
 * Replaces the program's sheets; `report` is the report this run wrote, null when it wrote none. A workbook that cannot be
 * written is a problem and no exception: what the run found, and the report it wrote, are told all the same.
 */
export function writeResults(office: Office, problems: readonly Problem[], report: WrittenFile | null): WrittenResults {
  tellProgress('保存汇总和核对');
  const { workspace, settings, findings, rows } = office;
  const departments = departmentItems(problems, rows);
  const notices = noticesFromFindings(findings, rows.departments);
  const reportName = report?.name ?? null;
  const letters = lettersOf(office, departments);
  const draft = resultsDraft({ settings, findings, problems, departments, letters, notices, reportName });
  try {
    return { files: [save(workspace, draft)], problems: [] };
  } catch (error) {
    return { files: [], problems: [unwritten(workspace.results?.name ?? resultsName, errorText(error))] };
  }
}

/** 核对通知: the text to copy for each department that has something to put right. */
function lettersOf({ settings, rows, findings }: Office, items: readonly DepartmentItems[]): ResultsInput['letters'] {
  const template = textAsset('text-check-note');
  return checkNotes({ settings, rows, findings, items })
    .filter((note) => note.items.length > 0)
    .map((note) => ({
      department: note.department,
      count: note.items.length,
      text: checkLetter(note, settings, template),
    }));
}

function save({ results, root }: Workspace, draft: WorkbookDraft): WrittenFile {
  if (results) {
    replaceSheets(results.id, results.name, draft);
    return { what: 'results', name: results.name, id: results.id };
  }
  const id = createSpreadsheet(resultsName, root);
  fillNewWorkbook(id, draft);
  return { what: 'results', name: resultsName, id };
}

function unwritten(file: string, why: string): Problem {
  return {
    code: 'results-unwritten',
    level: 'error',
    place: { file },
    actual: '',
    reason: `汇总和核对没有保存：${why}`,
    expected: '排除原因后再运行一次',
  };
}
