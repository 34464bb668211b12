/** The sheet 催办记录 of the workbook 结果. */
import type { ColumnsOf } from '../edition/shapes';
import type { Settings } from '../settings/settings';
import type { RowContent } from './cell-content';
import type { SheetDraft } from './draft';
import { workbookHeading } from './heading';
import { tabColours } from './styles';
import { tableSheet } from './table-sheet';

const stateColours = {
  待发: 'blue',
  发送中: 'yellow',
  已写入发件箱: 'blue',
  已发: 'green',
  失败: 'red',
  状态不明: 'red',
  已取消: 'grey',
  已被取代: 'grey',
} as const;

/** The whole sheet; the line `n` (from 0) stands in row `headRows + n`. */
export function ledgerDraft(
  settings: Pick<Settings, 'edition' | 'town' | 'reportYear' | 'sample'>,
  rows: readonly RowContent<ColumnsOf<'ledger'>>[],
): SheetDraft {
  const { ledger } = settings.edition.sheets;
  return tableSheet(ledger, {
    heading: workbookHeading(settings.edition.name, settings)(ledger.title),
    tabColour: tabColours.program,
    rows,
    colours: { state: stateColours },
  });
}
