/** Writes 催办记录, the sheet in which people see the ledger: once a run, after all that was to be done. */
import { resultsName } from '../../../core/base/office-names';
import type { Problem } from '../../../core/base/problem';
import { sealOf } from '../../../core/reminders/ledger/ledger';
import { ledgerRow } from '../../../core/reminders/ledger/ledger-from-grid';
import { ledgerDraft } from '../../../core/sheets/ledger-draft';
import { tableRows } from '../../../core/sheets/table-sheet';
import { programSheets } from '../../../core/sheets/program-sheets';
import { hashOf } from '../../../google/digest';
import { addOwnSheet, writeOwnRows } from '../../../google/ledger/own-sheet';
import { failureWords } from '../../../core/base/failure-words';
import type { OwnWorkbook } from '../../../google/workbooks';
import { sealOfShown, written, type Ledger } from './ledger-store';
import { resultsBook } from './results-book';

/** A sheet that cannot be written is a problem and no exception: the journal has it all, and the next run shows it. */
export function showLedger(ledger: Ledger): readonly Problem[] {
  try {
    show(ledger);
    return [];
  } catch (error) {
    return [unshown(ledger, failureWords(error))];
  }
}

function show(ledger: Ledger): void {
  const { lines, shown, settings } = ledger;
  const changed = lines.flatMap((line, index) => (line === shown.lines[index] ? [] : [{ line, index }]));
  if (changed.length === 0 && shown.sheet !== null) return;
  const seal = sealOf(lines, hashOf);
  const told = announce(ledger, sealOfShown(shown), seal);
  const draft = ledgerDraft(settings, [{}]);
  const firstRow = shown.sheet === null ? draft.frozenRows : shown.firstRow;
  const rows = changed.map(({ line }) => ledgerRow(line));
  const changes = tableRows(settings.edition.sheets.ledger, rows).map((cells, at) => ({
    row: firstRow + (changed[at]?.index ?? 0),
    cells,
  }));
  if (shown.sheet !== null) {
    writeOwnRows(shown.sheet, draft, changes);
    return;
  }
  addOwnSheet(bookFor(told), draft, programSheets(settings.edition), changes);
  // From here on one that is missing was taken away.
  announce(told, seal, seal);
}

/** Tells the journal what the sheet is going to say: any other state of it is somebody else's doing. */
function announce(ledger: Ledger, before: string, after: string): Ledger {
  return written(ledger, { do: 'shown', before, after, lines: [] });
}

/** Where the journal is a sheet it stands in the same workbook, which may have been made a moment ago. */
function bookFor({ workspace, journal }: Ledger): OwnWorkbook {
  const { isOnDrive, results } = workspace;
  const made = isOnDrive && journal.sheet ? { id: journal.sheet.spreadsheet, name: resultsName } : null;
  return results ?? made ?? resultsBook(workspace);
}

function unshown({ workspace: { results }, settings }: Ledger, why: string): Problem {
  return {
    code: 'ledger-unshown',
    level: 'error',
    place: { file: results?.name ?? resultsName, sheet: settings.edition.sheets.ledger.title },
    actual: '',
    reason: `催办记录表没有更新：${why}`,
    expected: '已发、未发都记在催办流水里，没有丢；排除原因后再运行一次，会补上',
  };
}
