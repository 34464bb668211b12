/** Writes 汇总, 核对 and 运行记录 into the program's own workbook 结果. */
import type { Problem } from '../core/base/problem';
import { resultsDraft } from '../core/sheets/results-draft';
import { createSpreadsheet } from '../google/folders';
import { tellProgress } from '../google/run-guard';
import { fillNewWorkbook, replaceSheets } from '../google/workbooks';
import type { WrittenFile } from './job-answer';
import type { Office } from './read-office';

/** Replaces the program's sheets; `report` is the report this run wrote, null when it wrote none. */
export function writeResults(office: Office, problems: readonly Problem[], report: WrittenFile | null): WrittenFile {
  tellProgress('保存汇总和核对');
  const { workspace, settings, findings } = office;
  const draft = resultsDraft({ settings, findings, problems, reportName: report?.name ?? null });
  const name = workspace.results?.name ?? '结果';
  if (workspace.results) {
    replaceSheets(workspace.results.id, draft);
    return { what: 'results', name, id: workspace.results.id };
  }
  const id = createSpreadsheet('结果', workspace.root);
  fillNewWorkbook(id, draft);
  return { what: 'results', name, id };
}
