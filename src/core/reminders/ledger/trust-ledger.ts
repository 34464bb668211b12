/** Whether 催办记录 may be believed: a wrong line could send a mail twice, or never. */
import { keyText } from '../due-item';
import { isMailNumber } from '../mail';
import { sealOf, type LedgerLine } from './ledger';
import type { ReadJournal } from './read-journal';

/**
 * What is kept beside the ledger of a workspace. `isJournalled`: the journal holds the ledger; where it is missing it was lost. The
 * rest is of a ledger that stands in its sheet alone, as it did in former versions: the seals before and after the latest write,
 * and the mails in 发件箱 that no line names and that a person has taken note of.
 */
export type KeptSeal =
  { readonly isJournalled: true } | { readonly before: string; readonly after: string; readonly strays: number };

/** The seal of a ledger that has no sheet. */
export const unwrittenSeal = 'none';

const changedText = '催办记录有行被增删或改动过';
const lostText = '催办流水不见了（.nianbao 文件夹或“结果”里的隐藏工作表丢失）';

/** What the lines are held against; `mails` holds the 通知编号 of every file in 发件箱. */
export interface LedgerWitness {
  readonly kept: KeptSeal | null;
  readonly mails: ReadonlySet<string>;
  readonly hash: (text: string) => string;
}

/** Why the lines of a sheet without a journal cannot be trusted; null when they can. `lines` null: there is no sheet. */
export function doubtOfLines(lines: readonly LedgerLine[] | null, { kept, mails, hash }: LedgerWitness): string | null {
  if (kept !== null && 'isJournalled' in kept) return lostText;
  if (lines === null) return doubtWithoutSheet(kept, mails);
  if (kept === null) return '没有找到催办记录的校验码（.nianbao 文件夹或脚本属性丢失）';
  const seal = sealOf(lines, hash);
  if (kept.before !== seal && kept.after !== seal) return changedText;
  return doubtOfStrays(lines, kept.strays, mails);
}

/** Null before the first run. After it, a sheet that is missing was taken away. */
function doubtWithoutSheet(
  kept: Extract<KeptSeal, { readonly before: string }> | null,
  mails: ReadonlySet<string>,
): string | null {
  if (kept?.before === unwrittenSeal || (kept === null && mails.size === 0)) return null;
  return kept === null ? `“发件箱”里有 ${String(mails.size)} 封通知，却没有工作表` : '工作表不见了';
}

/**
 * Why a sheet is not what the journal says was shown in it; null when it is. `shown` null: there is no sheet.
 */
export function doubtOfSheet(
  shown: readonly LedgerLine[] | null,
  seals: ReadJournal['shown'],
  hash: (text: string) => string,
): string | null {
  const isNew = seals.before === unwrittenSeal;
  if (shown === null && !isNew) return '工作表不见了';
  const seal = shown === null || (isNew && shown.length === 0) ? unwrittenSeal : sealOf(shown, hash);
  return seals.before === seal || seals.after === seal ? null : changedText;
}

/** What a backup of the records has against it: mails that went out since. `known`: those a person has taken note of. */
export function doubtOfStrays(lines: readonly LedgerLine[], known: number, mails: ReadonlySet<string>): string | null {
  const strays = straysIn(mails, lines) - known;
  if (strays <= 0) return null;
  return `“发件箱”里有 ${String(strays)} 封通知不在催办记录里，催办记录像是以前的备份`;
}

/** How many mails in 发件箱 no line names; files that are no mails of the program do not count. */
export function straysIn(mails: ReadonlySet<string>, lines: readonly LedgerLine[]): number {
  const named = new Set(lines.map(({ mail }) => mail.normalize('NFC')));
  return [...mails].filter((mail) => isMailNumber(mail) && !named.has(mail)).length;
}

/**
 * The lines of the journal, first as people have sorted them in the sheet, then those it does not show yet. What stands in 说明
 * is the sheet's while the line has not changed since: people write remarks there.
 */
export function inSheetOrder(lines: readonly LedgerLine[], shown: readonly LedgerLine[]): readonly LedgerLine[] {
  const byKey = new Map(lines.map((line) => [keyText(line.key), line] as const));
  const sorted = shown.flatMap((line) => {
    const text = keyText(line.key);
    const known = byKey.get(text);
    byKey.delete(text);
    return known === undefined ? [] : [isSameStep(line, known) ? line : known];
  });
  return [...sorted, ...byKey.values()];
}

/** Whether the two differ in 说明 at most. */
export function isSameStep(one: LedgerLine, other: LedgerLine): boolean {
  return one === other || factsOf(one) === factsOf(other);
}

function factsOf(line: LedgerLine): string {
  return JSON.stringify([
    ...[keyText(line.key), line.state, line.receiver, line.mail, line.hash, line.channel, line.queuedOn],
    ...[line.claimedOn, line.attempts, line.changedAt, line.by],
  ]);
}
