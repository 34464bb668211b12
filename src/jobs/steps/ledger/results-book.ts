/** The program's own workbook. */
import { resultsName } from '../../../core/base/office-names';
import { createSpreadsheet } from '../../../google/folders';
import type { OwnWorkbook } from '../../../google/workbooks';
import type { Workspace } from '../find-workspace';

/** 结果, which is made when there is none: to be asked once in a run. */
export function resultsBook({ results, root }: Pick<Workspace, 'results' | 'root'>): OwnWorkbook {
  return results ?? { id: createSpreadsheet(resultsName, root), name: resultsName };
}
