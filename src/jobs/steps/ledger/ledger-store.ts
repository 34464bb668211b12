/** The ledger: opened under the lock from its journal and held against what else there is, written step by step. */
import type { JobAnswer } from '../../../contract/answer';
import { journalId, journalTitle, resultsName } from '../../../core/base/office-names';
import type { Problem } from '../../../core/base/problem';
import { bareName } from '../../../core/base/text';
import { rowsOfStep, type JournalStep, type JournalTip } from '../../../core/reminders/ledger/journal-row';
import { sealOf, type LedgerLine } from '../../../core/reminders/ledger/ledger';
import { ledgerFromGrid } from '../../../core/reminders/ledger/ledger-from-grid';
import type { LinesChange } from '../../../core/reminders/ledger/open-lines';
import {
  doubtOfPlace,
  markFrom,
  countHanded,
  type HighWater,
  type PlaceDoubt,
} from '../../../core/reminders/ledger/place-doubt';
import { readJournal, type ReadJournal } from '../../../core/reminders/ledger/read-journal';
import {
  doubtOfLines,
  doubtOfSheet,
  doubtOfStrays,
  inSheetOrder,
  isSameStep,
  straysIn,
  unwrittenSeal,
  type KeptSeal,
} from '../../../core/reminders/ledger/trust-ledger';
import type { Settings } from '../../../core/settings/settings';
import { hashOf } from '../../../google/digest';
import { markKeeper, readMark, renewIdentity, workplace, type KeepMark } from '../../../google/ledger/high-water';
import {
  addJournalSheet,
  readJournalSheet,
  writeJournalRows,
  type JournalSheet,
} from '../../../google/ledger/journal-sheet';
import { readOwnSheet, type OwnSheet } from '../../../google/ledger/own-sheet';
import { clock, keepState, readState } from '../../../google/run-guard';
import type { Workspace } from '../find-workspace';
import { refusedAnswer } from '../job-answer';
import { resultsBook } from './results-book';

/** A ledger as its journal tells it, and 催办记录 as it was last shown. */
export interface Ledger {
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly lines: readonly LedgerLine[];
  /** How many of them were, or may have been, handed over. */
  readonly handed: number;
  /** Mails in 发件箱 that no line names and that a person has taken note of. */
  readonly strays: number;
  /** `sheet` null where there is none yet; a journal that has not begun gets all lines with the first step. */
  readonly journal: { readonly sheet: JournalSheet | null; readonly tip: JournalTip; readonly hasBegun: boolean };
  readonly shown: ShownSheet;
  /** Whether this is the workspace this computer knows; nothing may be written while a person has not said so. */
  readonly place: { readonly doubt: PlaceDoubt | null; readonly mark: HighWater | null; readonly keep: KeepMark };
  /** The last run was ended while it wrote a step, which never happened. */
  readonly isTorn: boolean;
}

/** 催办记录: the line `n` stands `n` rows below `firstRow` (from 0); `sheet` null where there is none. */
export interface ShownSheet {
  readonly sheet: OwnSheet | null;
  readonly firstRow: number;
  readonly lines: readonly LedgerLine[];
}

/** A ledger that cannot be trusted: lines are missing or were changed, or sheet or journal are gone. */
export interface DamagedLedger {
  readonly damage: readonly Problem[];
  /** What can be read all the same; null when a line cannot. */
  readonly rest: Ledger | null;
}

const stateName = 'ledger';

/** What was read of a ledger. */
interface FoundLedger {
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly shown: ShownSheet;
  readonly sheet: JournalSheet | null;
  readonly mails: ReadonlySet<string>;
}

/** Reads journal and sheet and holds them against each other and 发件箱. Throws when one cannot be read. */
export function openLedger(workspace: Workspace, settings: Settings): Ledger | DamagedLedger {
  const shown = readShown(workspace, settings);
  const journal = readWritten(workspace);
  if ('damage' in shown) return { damage: shown.damage, rest: null };
  const { texts = [], sheet = null } = journal ?? {};
  const facts = { workspace, settings, shown, sheet, mails: mailsHandedOver(workspace) };
  const found = readJournal(texts, hashOf);
  if (found === null) return withoutJournal(facts);
  return 'damagedRow' in found ? withBrokenJournal(facts, found.damagedRow, texts.length) : withJournal(facts, found);
}

/** A new ledger, or one of former versions, which stands in its sheet alone. */
function withoutJournal(facts: FoundLedger): Ledger | DamagedLedger {
  const kept = readState(stateName) as KeptSeal | null;
  const strays = kept !== null && 'strays' in kept ? kept.strays : 0;
  const ledger = placed({ ...bareLedger(facts, 0), strays }, null);
  return trusted(ledger, doubtOfLines(rowsShown(facts.shown), { kept, mails: facts.mails, hash: hashOf }));
}

/** What is written next stands below all that is there. */
function withBrokenJournal(facts: FoundLedger, row: number, rows: number): Ledger | DamagedLedger {
  const reason = `催办流水第 ${String(row)} 行与前后对不上，有行被增删或改动过`;
  return trusted(placed(bareLedger(facts, rows), null), reason);
}

function withJournal(facts: FoundLedger, found: ReadJournal): Ledger | DamagedLedger {
  const { shown, sheet, mails } = facts;
  const { strays, tip, isTorn } = found;
  const changed = doubtOfSheet(rowsShown(shown), found.shown, hashOf);
  // Where the sheet is gone the journal knows better; where it was changed a person may have meant it.
  const isChanged = changed !== null && shown.sheet !== null;
  const lines = isChanged ? shown.lines : inSheetOrder(found.lines, shown.lines);
  const journal = { sheet, tip, hasBegun: true };
  const ledger = { ...bareLedger(facts, 0), lines, handed: countHanded(lines), strays, isTorn, journal };
  return trusted(placed(ledger, found), changed ?? doubtOfStrays(found.lines, strays, mails));
}

function bareLedger({ workspace, settings, shown, sheet }: FoundLedger, rows: number): Omit<Ledger, 'place'> {
  const journal = { sheet, tip: { rows, chain: '' }, hasBegun: false };
  const { lines } = shown;
  return { workspace, settings, lines, handed: countHanded(lines), strays: 0, journal, shown, isTorn: false };
}

function rowsShown({ sheet, lines }: ShownSheet): readonly LedgerLine[] | null {
  return sheet && lines;
}

function placed(ledger: Omit<Ledger, 'place'>, found: ReadJournal | null): Ledger {
  const mark = markFrom(readMark(ledger.workspace));
  const { tip = { rows: 0, chain: '' }, chains = new Set<string>() } = found ?? {};
  const doubt = doubtOfPlace(mark, { tip, chains, lines: found?.lines ?? ledger.lines });
  return { ...ledger, place: { doubt, mark, keep: markKeeper(ledger.workspace) } };
}

function readShown({ results }: Workspace, settings: Settings): ShownSheet | { readonly damage: readonly Problem[] } {
  const { ledger } = settings.edition.sheets;
  const read = results && readOwnSheet(results.id, results.name, ledger.title);
  if (!read) return { sheet: null, firstRow: 0, lines: [] };
  const found = ledgerFromGrid(read.grid, ledger);
  return 'damage' in found ? found : { sheet: read.sheet, ...found };
}

function readWritten({ isOnDrive, results }: Workspace): ReturnType<typeof readJournalSheet> {
  if (!isOnDrive) return readJournalSheet(journalId, journalTitle);
  return results && readJournalSheet(results.id, journalTitle);
}

/** The lines of a trusted ledger with what its journal has for 说明, not what people wrote into the sheet. */
export function linesOfJournal({ workspace, lines }: Ledger): readonly LedgerLine[] {
  const found = readJournal(readWritten(workspace)?.texts ?? [], hashOf);
  return found !== null && 'lines' in found ? found.lines : lines;
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
  return numbersOf(outbox);
}

/** 通知编号 of every mail of which a copy says that a mail server took it. */
export function mailsTaken({ sent }: Workspace): ReadonlySet<string> {
  return numbersOf(sent);
}

function numbersOf(files: Workspace['outbox']): ReadonlySet<string> {
  return new Set(files.filter(({ name }) => /\.eml$/iu.test(name)).map(({ name }) => bareName(name)));
}

/** 通知编号 of every file, sent or not. */
export function mailsHandedOver({ outbox, sent }: Workspace): ReadonlySet<string> {
  return numbersOf([...outbox, ...sent]);
}

/**
 * Makes the lines durable: once this has returned they stand. Throws when they may not. What changed in 说明 alone is found
 * anew by every run. `change`: what is known to have changed since they were saved last.
 */
export function saveLedger(
  ledger: Ledger,
  lines: readonly LedgerLine[],
  { changed, handed }: LinesChange = changeOf(ledger.lines, lines),
): Ledger {
  const next = { ...ledger, lines, handed };
  if (!ledger.journal.hasBegun) return begin(next, sealOfShown(ledger.shown));
  return changed.length === 0 ? next : written(next, { do: 'lines', lines: changed });
}

function changeOf(before: readonly LedgerLine[], lines: readonly LedgerLine[]): LinesChange {
  const changed = lines.filter((line, index) => {
    const old = before[index];
    return old === undefined || !isSameStep(line, old);
  });
  return { changed, handed: countHanded(lines) };
}

/** The journal anew, with all lines as they stand; `seal` is that of the sheet as it is. */
function begin(ledger: Ledger, seal: string): Ledger {
  const { lines, strays } = ledger;
  const begun = written(ledger, { do: 'begin', strays, before: seal, after: seal, lines });
  if (!ledger.journal.hasBegun) keepState(stateName, { isJournalled: true } satisfies KeptSeal);
  return { ...begun, journal: { ...begun.journal, hasBegun: true } };
}

/** Takes these lines for the truth, whatever seals, marks and 发件箱 said. From here on the workspace goes on by itself. */
export function acceptLedger(ledger: Ledger, lines: readonly LedgerLine[]): Ledger {
  if (!ledger.workspace.isOnDrive) renewIdentity();
  const strays = straysIn(mailsHandedOver(ledger.workspace), lines);
  const place = { ...ledger.place, doubt: null, keep: markKeeper(ledger.workspace) };
  const accepted = { ...ledger, lines, handed: countHanded(lines), strays, place };
  return begin(accepted, sealOfShown(ledger.shown));
}

export function sealOfShown({ sheet, lines }: ShownSheet): string {
  return sheet === null ? unwrittenSeal : sealOf(lines, hashOf);
}

/**
 * The mark goes first: a run that is ended in between leaves a journal that ends as the mark says it did before. Once the step
 * stands the mark says so, before anything is done because of it: then a journal without the step is an old one.
 */
export function written(ledger: Ledger, step: JournalStep): Ledger {
  const { journal, workspace } = ledger;
  const { texts, tip } = rowsOfStep(journal.tip, step, hashOf);
  const sheet = journal.sheet ?? addJournalSheet(resultsBook(workspace).id, journalTitle);
  keepTips(ledger, journal.tip, tip);
  const grown = writeJournalRows(sheet, journal.tip.rows, texts);
  if (step.do !== 'shown') keepTips(ledger, tip, tip);
  return { ...ledger, journal: { ...journal, sheet: grown, tip } };
}

function keepTips({ workspace, handed, place: { keep } }: Ledger, before: JournalTip, after: JournalTip): void {
  const place = workspace.isOnDrive ? '' : workplace();
  const mark: HighWater = { before: before.chain, after: after.chain, handed, at: clock(), place };
  keep(JSON.stringify(mark));
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
