/** The sheets the program keeps in its own workbook 结果: a workbook that holds one of them is the program's. */
import { ledgerTable } from '../catalogue/ledger-sheet';
import * as results from '../catalogue/result-sheets';
import { selfCheckTable } from '../catalogue/self-check-sheet';

/** The hidden sheet of workbooks as they were last read. */
export const snapshotTitle = '快照';

export const programSheets: readonly string[] = [
  ...[...Object.values(results), ledgerTable, selfCheckTable].map(({ title }) => title),
  snapshotTitle,
];
