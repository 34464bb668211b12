/** Reads a ledger whose truth is known as a department's workbook; says how the account differs from the truth. */
import fc from 'fast-check';
import { rowsFromGrids } from '../../../../src/core/rows/rows-from-grids';
import { departmentGrids, hubGrids, settingsOf, taskRecord } from '../../office-builder';
import { randomLedger, type Ledger } from './random-ledger';

const settings = settingsOf();
const hub = hubGrids([taskRecord({})]);

/** What is wrong, or null. */
export function ledgerFault({ grid, truth, records }: Ledger, read: typeof rowsFromGrids): string | null {
  const others = departmentGrids('司法所', []).filter(({ sheet }) => !(sheet in records));
  const { value, accounts, problems } = read(
    { hub, departments: [{ file: grid.workbook, grids: [...others, grid] }] },
    settings,
  );
  const account = accounts.find(({ sheet }) => sheet === grid.sheet);
  const counted = account && { used: account.used, listed: account.listed, ...account.named, unread: account.unread };
  const filled = Object.entries(counted ?? {}).filter(([, count]) => count > 0);
  const seen = Object.fromEntries(filled.sort());
  const wanted = Object.fromEntries(Object.entries(truth).sort());
  const rows = Object.fromEntries(
    value.events.flatMap(({ detail, rows: own }) =>
      detail.sheet.title in records ? [[detail.sheet.title, own.length] as const] : [],
    ),
  );
  const unread = problems.filter(({ code, place }) => code === 'cell-unread' && place.sheet === grid.sheet).length;
  const faults = [
    ...(unread > 0 ? [`${String(unread)} cells told as not read`] : []),
    ...(JSON.stringify(seen) === JSON.stringify(wanted)
      ? []
      : [`cells ${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}`]),
    ...Object.entries(records).flatMap(([title, count]) =>
      rows[title] === count ? [] : [`${title}: ${String(rows[title])} rows, not ${String(count)}`],
    ),
  ];
  return faults.length === 0 ? null : faults.join('; ');
}

/** The same of the ledger of this seed, read by the reader as it is. @public Called by the fuzz script. */
export function ledgerFaultOf(seed: number): string | null {
  const [ledger] = fc.sample(randomLedger, { seed, numRuns: 1 });
  return ledger === undefined ? null : ledgerFault(ledger, rowsFromGrids);
}
