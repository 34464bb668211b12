/** Whether 催办记录 may be believed: a wrong line could send a mail twice, or never. */
import { isMailNumber } from '../mail';
import type { LedgerLine } from './ledger';
import { sealOf } from './ledger';

/**
 * The seal before and after the latest write: a run may have been ended between the two. It is kept before the sheet is
 * written, so that any other state of the sheet is somebody else's doing.
 */
export interface KeptSeal {
  readonly before: string;
  readonly after: string;
  /** Mails in 发件箱 that no line names and that a person has taken note of. */
  readonly strays: number;
}

/** The seal of a ledger that has no sheet. */
export const unwrittenSeal = 'none';

/** What the lines are held against; `outbox` holds the 通知编号 of every file in 发件箱. */
export interface LedgerWitness {
  readonly kept: KeptSeal | null;
  readonly outbox: ReadonlySet<string>;
  readonly hash: (text: string) => string;
}

/**
 * Why the lines cannot be trusted; null when they can. A backup put back whole has the seal of its day, but not the mails
 * since.
 */
export function doubtOfLines(lines: readonly LedgerLine[], { kept, outbox, hash }: LedgerWitness): string | null {
  if (kept === null) return '没有找到催办记录的校验码（.nianbao 文件夹或脚本属性丢失）';
  const seal = sealOf(lines, hash);
  if (kept.before !== seal && kept.after !== seal) return '催办记录有行被增删或改动过';
  const strays = straysIn(outbox, lines) - kept.strays;
  if (strays <= 0) return null;
  return `“发件箱”里有 ${String(strays)} 封通知不在催办记录里，催办记录像是以前的备份`;
}

/** Why there should be a sheet where there is none; null before the first run. After it, a sheet that is missing was taken away. */
export function doubtWithoutSheet({ kept, outbox }: Pick<LedgerWitness, 'kept' | 'outbox'>): string | null {
  if (kept?.before === unwrittenSeal || (kept === null && outbox.size === 0)) return null;
  return kept === null ? `“发件箱”里有 ${String(outbox.size)} 封通知，却没有工作表` : '工作表不见了';
}

/** How many mails in 发件箱 no line names; files that are no mails of the program do not count. */
export function straysIn(outbox: ReadonlySet<string>, lines: readonly LedgerLine[]): number {
  const named = new Set(lines.map(({ mail }) => mail.normalize('NFC')));
  return [...outbox].filter((mail) => isMailNumber(mail) && !named.has(mail)).length;
}
