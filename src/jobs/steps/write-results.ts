/** Writes 汇总, 核对 and 运行记录 into the program's own workbook 结果. */
import { programSheets } from '../../core/sheets/program-sheets';
import type { WrittenFile } from '../../contract/answer';
import { resultsName } from '../../core/base/office-names';
import type { Problem } from '../../core/base/problem';
import type { WorkbookDraft } from '../../core/sheets/draft';
import { resultsDraft } from '../../core/sheets/results-draft';
import { createSpreadsheet } from '../../google/folders';
import { tellProgress } from '../../google/run-guard';
import { fillNewWorkbook, replaceSheets } from '../../google/workbooks';
import type { ResultsDraft } from './draft-results';
import type { Workspace } from './find-workspace';
import { failureWords } from '../../core/base/failure-words';

/** What was written, and what is wrong when it could not be. */
export interface Written {
  readonly files: readonly WrittenFile[];
  readonly problems: readonly Problem[];
}

/**
 * Replaces the program's sheets; `late` is what went wrong while the other files were written. A workbook that cannot be
 * written is a problem and no exception: what the run found, and the report it wrote, are told all the same.
 */
export function writeResults(workspace: Workspace, draft: ResultsDraft, late: readonly Problem[]): Written {
  tellProgress('保存汇总和核对');
  const sheets = resultsDraft({ ...draft, problems: [...draft.problems, ...late] });
  try {
    return { files: [save(workspace, sheets, programSheets(draft.settings.edition))], problems: [] };
  } catch (error) {
    return { files: [], problems: [unwritten(workspace.results?.name ?? resultsName, failureWords(error))] };
  }
}

function save({ results, root }: Workspace, sheets: WorkbookDraft, own: readonly string[]): WrittenFile {
  if (results) {
    replaceSheets(results, sheets, own);
    return { what: 'results', name: results.name, id: results.id };
  }
  const id = createSpreadsheet(resultsName, root);
  fillNewWorkbook(id, sheets);
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
