/** The sheet 催办记录 of the workbook 结果. */
import { ledgerTable } from '../catalogue/ledger-sheet';
import type { Settings } from '../settings/settings';
import type { RowContent } from './cell-content';
import type { SheetDraft } from './draft';
import { workbookHeading } from './heading';
import { tabColours } from './styles';
import { tableSheet } from './table-sheet';

const stateColours = {
  待发: 'blue',
  发送中: 'yellow',
  已发: 'green',
  失败: 'red',
  状态不明: 'red',
  已取消: 'grey',
  已被取代: 'grey',
} as const;

/** What the sheet is called. */
export const ledgerTitle = ledgerTable.title;

/** The whole sheet; the line `n` (from 0) stands in row `headRows + n`. */
export function ledgerDraft(
  { town, reportYear, sample }: Pick<Settings, 'town' | 'reportYear' | 'sample'>,
  rows: readonly RowContent<typeof ledgerTable.columns>[],
): SheetDraft {
  return tableSheet(ledgerTable, {
    heading: workbookHeading(town, String(reportYear), sample)(ledgerTable.title),
    tabColour: tabColours.program,
    rows,
    colours: { state: stateColours },
  });
}
