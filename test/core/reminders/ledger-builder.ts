/** Due items, moments and lines of the ledger for tests. */
import { createHash } from 'node:crypto';
import { headRows } from '../../../src/core/sheets/table-sheet';
import type { Day } from '../../../src/core/base/day';
import { ledgerTable } from '../../edition';
import type { DueItem, ItemKey } from '../../../src/core/reminders/due-item';
import type { LedgerLine, Moment } from '../../../src/core/reminders/ledger/ledger';
import { ledgerRow } from '../../../src/core/reminders/ledger/ledger-from-grid';
import { planLedger } from '../../../src/core/reminders/ledger/plan-ledger';
import type { Grid } from '../../../src/core/base/grid';
import { gridOf } from '../grid-builder';

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function at(day: Day, by = '值班'): Moment {
  return { day, at: `${day} 08:00:00`, by };
}

function keyOf(more: Partial<ItemKey> = {}): ItemKey {
  const plain = {
    year: 2022,
    department: '司法所',
    subject: 'D-01',
    due: '2022-11-30',
    level: '红1',
    role: '承办单位',
  };
  return { ...(plain as ItemKey), ...more };
}

/** An item that can be mailed, unless `mailbox` is null. */
export function item(more: Partial<ItemKey> = {}, mailbox: string | null = 'sfs@town.example'): DueItem {
  return {
    key: keyOf(more),
    mailbox,
    mailboxProblem: mailbox === null ? '无邮箱' : '',
    isOutpost: false,
    isFormless: false,
    title: '任务',
    text: '请办理。',
    workingDaysLate: 0,
    order: null,
  };
}

/** The lines of items queued on the day. */
export function queued(items: readonly DueItem[], day: Day = '2022-12-01'): readonly LedgerLine[] {
  return planLedger([], items, at(day), false);
}

/** The sheet as it is written: heading, help, header, lines. */
export function ledgerGrid(lines: readonly LedgerLine[]): Grid {
  const fields = Object.keys(ledgerTable.columns) as (keyof typeof ledgerTable.columns)[];
  const head = [['标题'], [ledgerTable.help], Object.values(ledgerTable.columns).map(({ header }) => header)];
  if (head.length !== headRows) throw new Error('the head of a table has changed');
  const rows = lines.map(ledgerRow).map((row) => fields.map((field) => row[field]));
  return gridOf([...head, ...rows], { workbook: '结果.xlsx', sheet: '催办记录' });
}
