/** The ledger in the program's own workbook: opened under the lock, checked against its seal, written line by line. */
import type { JobAnswer } from '../../contract/answer';
import { resultsName } from '../../core/base/office-names';
import type { Problem } from '../../core/base/problem';
import { bareName } from '../../core/base/text';
import { sealOf, type LedgerLine } from '../../core/reminders/ledger/ledger';
import { ledgerFromGrid, ledgerRow } from '../../core/reminders/ledger/ledger-from-grid';
import {
  doubtOfLines,
  doubtWithoutSheet,
  straysIn,
  unwrittenSeal,
  type KeptSeal,
} from '../../core/reminders/ledger/trust-ledger';
import type { Settings } from '../../core/settings/settings';
import { ledgerDraft } from '../../core/sheets/ledger-draft';
import { programSheets } from '../../core/sheets/program-sheets';
import { hashOf } from '../../google/digest';
import { createSpreadsheet } from '../../google/folders';
import { addOwnSheet, readOwnSheet, writeOwnRows, type OwnSheet } from '../../google/own-sheet';
import { keepState, readState } from '../../google/run-guard';
import type { Workspace } from './find-workspace';
import { refusedAnswer } from './job-answer';

/** A ledger as it stands: `sheet` null before the first line was ever written. */
export interface Ledger {
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly sheet: OwnSheet | null;
  /** Row (from 0) of the first line. */
  readonly firstRow: number;
  readonly lines: readonly LedgerLine[];
  /** Mails in 发件箱 that no line names and that a person has taken note of. */
  readonly strays: number;
}

/** A ledger that cannot be trusted: lines are missing or were changed, or the sheet is gone. */
export interface DamagedLedger {
  readonly damage: readonly Problem[];
  /** What can be read all the same; null when a line cannot. */
  readonly rest: Ledger | null;
}

const stateName = 'ledger';

/** Reads the sheet and holds it against the seal and 发件箱. Throws when the workbook cannot be read. */
export function openLedger(workspace: Workspace, settings: Settings): Ledger | DamagedLedger {
  const witness = { kept: readState(stateName) as KeptSeal | null, outbox: mailsInOutbox(workspace), hash: hashOf };
  const { results } = workspace;
  const { ledger: sheet } = settings.edition.sheets;
  const read = results && readOwnSheet(results.id, results.name, sheet.title);
  if (!read) {
    const rest: Ledger = { workspace, settings, sheet: null, firstRow: 0, lines: [], strays: 0 };
    return trusted(rest, doubtWithoutSheet(witness));
  }
  const found = ledgerFromGrid(read.grid, sheet);
  if ('damage' in found) return { damage: found.damage, rest: null };
  const strays = witness.kept?.strays ?? 0;
  return trusted({ workspace, settings, sheet: read.sheet, strays, ...found }, doubtOfLines(found.lines, witness));
}

function trusted(ledger: Ledger, doubt: string | null): Ledger | DamagedLedger {
  return doubt === null ? ledger : { damage: [damaged(ledger, doubt)], rest: ledger };
}

/** Nothing is sent by a ledger one cannot trust; says how to put it right. */
export function refuseDamaged({ damage }: DamagedLedger): JobAnswer {
  const lead = [
    '催办记录已损坏，没有发送任何邮件，什么都没有写。',
    '请用版本历史或备份恢复“结果”和 .nianbao 文件夹；不能恢复的，核对后运行 nianbao ledger --accept，以现状为准：',
    '没有发出记录的事项会列为“状态不明”，由人逐项确认是否已发，程序不会自行重发。',
  ].join('\n');
  return refusedAnswer(lead, damage);
}

/** 通知编号 of every file in 发件箱. */
export function mailsInOutbox({ outbox }: Workspace): ReadonlySet<string> {
  return new Set(outbox.filter(({ name }) => /\.eml$/iu.test(name)).map(({ name }) => bareName(name)));
}

/** Makes the lines durable: once this has returned they stand. Throws when they may not. */
export function saveLedger(ledger: Ledger, lines: readonly LedgerLine[]): Ledger {
  const { settings, sheet } = sheetFor(ledger);
  const changed = lines.flatMap((line, index) => (line === ledger.lines[index] ? [] : [{ line, index }]));
  if (changed.length === 0 && ledger.sheet !== null) return ledger;
  keepSeal(ledger, sealOf(ledger.lines, hashOf), sealOf(lines, hashOf));
  const draft = ledgerDraft(
    settings,
    changed.map(({ line }) => ledgerRow(line)),
  );
  const firstRow = ledger.sheet === null ? draft.frozenRows : ledger.firstRow;
  const changes = changed.map(({ index }, at) => ({
    row: firstRow + index,
    cells: draft.rows[draft.frozenRows + at] ?? [],
  }));
  return { ...ledger, sheet: writeOwnRows(sheet, draft, changes), firstRow, lines };
}

/** Takes these lines for the truth, whatever the seal and 发件箱 said. */
export function acceptLedger(ledger: Ledger, lines: readonly LedgerLine[]): Ledger {
  const seen = { ...ledger, strays: straysIn(mailsInOutbox(ledger.workspace), lines) };
  if (seen.sheet !== null) keepSeal(seen, sealOf(seen.lines, hashOf), sealOf(seen.lines, hashOf));
  return saveLedger(seen, lines);
}

/** An empty sheet is made and sealed before the first line: without lines nothing can have been sent. */
function sheetFor(ledger: Ledger): { readonly settings: Settings; readonly sheet: OwnSheet } {
  const { workspace, settings, sheet } = ledger;
  if (sheet !== null) return { settings, sheet };
  keepSeal(ledger, unwrittenSeal, sealOf([], hashOf));
  const { results, root } = workspace;
  const target = results ?? { id: createSpreadsheet(resultsName, root), name: resultsName };
  return { settings, sheet: addOwnSheet(target, ledgerDraft(settings, [{}]), programSheets(settings.edition)) };
}

function keepSeal({ strays }: Ledger, before: string, after: string): void {
  keepState(stateName, { before, after, strays } satisfies KeptSeal);
}

function damaged({ workspace: { results }, settings }: Ledger, reason: string): Problem {
  const sheet = settings.edition.sheets.ledger.title;
  return {
    code: 'ledger-damaged',
    level: 'error',
    place: { file: results?.name ?? resultsName, sheet },
    actual: '',
    reason,
    expected: '请恢复，或者核对后以现状为准',
  };
}
