/** Writes 汇总, 核对 and 运行记录 into the program's own workbook 结果. */
import type { Problem } from '../core/base/problem';
import { departmentItems } from '../core/rows/department-items';
import type { WorkbookDraft } from '../core/sheets/draft';
import { noticesFromFindings } from '../core/reminders/notices-from-findings';
import { resultsDraft } from '../core/sheets/results-draft';
import { createSpreadsheet } from '../google/folders';
import { errorText, tellProgress } from '../google/run-guard';
import { fillNewWorkbook, replaceSheets } from '../google/workbooks';
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
  const notices = noticesFromFindings(findings);
  const reportName = report?.name ?? null;
  const draft = resultsDraft({ settings, findings, problems, departments, notices, reportName });
  try {
    return { files: [save(workspace, draft)], problems: [] };
  } catch (error) {
    return { files: [], problems: [unwritten(workspace.results?.name ?? resultsName, errorText(error))] };
  }
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
