/** The ledger in the program's own workbook: opened under the lock, checked against its seal, written line by line. */
import { resultsName } from '../../core/base/office-names';
import type { Problem } from '../../core/base/problem';
import { ledgerFromGrid, ledgerRow } from '../../core/reminders/ledger/ledger-from-grid';
import { sealOf, type LedgerLine } from '../../core/reminders/ledger/ledger';
import { isMailNumber } from '../../core/reminders/mail';
import type { Settings } from '../../core/settings/settings';
import { ledgerDraft } from '../../core/sheets/ledger-draft';
import { programSheets } from '../../core/sheets/program-sheets';
import { hashOf } from '../../google/digest';
import { createSpreadsheet } from '../../google/folders';
import { addOwnSheet, readOwnSheet, writeOwnRows, type OwnSheet } from '../../google/own-sheet';
import { keepState, readState } from '../../google/run-guard';
import { bareName, type Workspace } from './find-workspace';
import type { JobAnswer } from '../../contract/answer';
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

/**
 * The seal before and after the latest write: a run may have been ended between the two. It is kept before the sheet is
 * written, so that any other state of the sheet is somebody else's doing.
 */
interface KeptSeal {
  readonly before: string;
  readonly after: string;
  readonly strays: number;
}

const stateName = 'ledger';
/** The seal of a ledger that has no sheet. */
const unwritten = 'none';

/**
 * Reads the sheet and compares it with the seal and with 发件箱: a backup put back whole has the seal of its day, but not the
 * mails since. Throws when the workbook cannot be read.
 */
export function openLedger(workspace: Workspace, settings: Settings): Ledger | DamagedLedger {
  const kept = readState(stateName) as KeptSeal | null;
  const { results } = workspace;
  const { ledger: sheet } = settings.edition.sheets;
  const read = results && readOwnSheet(results.id, results.name, sheet.title);
  if (!read) return ledgerWithoutSheet(workspace, settings, kept);
  const found = ledgerFromGrid(read.grid, sheet);
  if ('damage' in found) return { damage: found.damage, rest: null };
  const ledger: Ledger = { workspace, settings, sheet: read.sheet, strays: kept?.strays ?? 0, ...found };
  const reason = doubtOf(ledger, kept);
  return reason === null ? ledger : { damage: [damaged(workspace, sheet.title, reason)], rest: ledger };
}

/** Why the lines cannot be trusted; null when they can. */
function doubtOf({ workspace, lines, strays: known }: Ledger, kept: KeptSeal | null): string | null {
  if (kept === null) return '没有找到催办记录的校验码（.nianbao 文件夹或脚本属性丢失）';
  const seal = sealOf(lines, hashOf);
  if (kept.before !== seal && kept.after !== seal) return '催办记录有行被增删或改动过';
  const strays = straysOf(workspace, lines);
  if (strays <= known) return null;
  return `“发件箱”里有 ${String(strays - known)} 封通知不在催办记录里，催办记录像是以前的备份`;
}

/** Mails in 发件箱 that no line names; files that are no notices do not count. */
function straysOf(workspace: Workspace, lines: readonly LedgerLine[]): number {
  const named = new Set(lines.map(({ mail }) => mail.normalize('NFC')));
  return [...mailsInOutbox(workspace)].filter((mail) => isMailNumber(mail) && !named.has(mail)).length;
}

/** Before the first run there is none; after it, a sheet that is missing was taken away. */
function ledgerWithoutSheet(workspace: Workspace, settings: Settings, kept: KeptSeal | null): Ledger | DamagedLedger {
  const rest: Ledger = { workspace, settings, sheet: null, firstRow: 0, lines: [], strays: 0 };
  const sent = mailsInOutbox(workspace).size;
  if (kept?.before === unwritten || (kept === null && sent === 0)) return rest;
  const reason = kept === null ? `“发件箱”里有 ${String(sent)} 封通知，却没有工作表` : '工作表不见了';
  return { damage: [damaged(workspace, settings.edition.sheets.ledger.title, reason)], rest };
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
  return new Set(outbox.filter(({ name }) => /\.eml$/iu.test(name)).map((entry) => bareName(entry).normalize('NFC')));
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
  const seen = { ...ledger, strays: straysOf(ledger.workspace, lines) };
  if (seen.sheet !== null) keepSeal(seen, sealOf(seen.lines, hashOf), sealOf(seen.lines, hashOf));
  return saveLedger(seen, lines);
}

/** An empty sheet is made and sealed before the first line: without lines nothing can have been sent. */
function sheetFor(ledger: Ledger): { readonly settings: Settings; readonly sheet: OwnSheet } {
  const { workspace, settings, sheet } = ledger;
  if (sheet !== null) return { settings, sheet };
  keepSeal(ledger, unwritten, sealOf([], hashOf));
  const { results, root } = workspace;
  const target = results ?? { id: createSpreadsheet(resultsName, root), name: resultsName };
  return { settings, sheet: addOwnSheet(target, ledgerDraft(settings, [{}]), programSheets(settings.edition)) };
}

function keepSeal({ strays }: Ledger, before: string, after: string): void {
  keepState(stateName, { before, after, strays } satisfies KeptSeal);
}

function damaged({ results }: Workspace, title: string, reason: string): Problem {
  return {
    code: 'ledger-damaged',
    level: 'error',
    place: { file: results?.name ?? resultsName, sheet: title },
    actual: '',
    reason,
    expected: '请恢复，或者核对后以现状为准',
  };
}
