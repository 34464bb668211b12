/** A person's word that was wrong, taken back: the lines are open again, and another word of a person decides. */
import { parted } from '../../base/groups';
import { isMailNumber } from '../mail';
import { keyText } from '../due-item';
import type { LedgerLine, Moment } from './ledger';
import { movedLine, saidSent, saidUnsent, type MailFiles } from './ledger-steps';

/** By what is judged whether it was a person's word. */
export interface TakeBackWitness extends MailFiles {
  /** The lines as the journal has them: into 说明 of the sheet people write what they like. */
  readonly told: readonly LedgerLine[];
}

/**
 * sent or queued by a person's word → written where the file lies in 发件箱, else unknown: nothing goes out by that. What a
 * server took, or the folder 已发 holds, stays sent: then why, and nothing is changed. `which` as in `settle`.
 */
export function takeBack(
  lines: readonly LedgerLine[],
  which: string | readonly string[],
  { told, outbox, taken }: TakeBackWitness,
  moment: Moment,
): readonly LedgerLine[] | string {
  const keys = new Set(typeof which === 'string' ? [] : which);
  const meant = lines.filter(
    ({ key, mail }) => mail !== '' && (typeof which === 'string' ? mail === which : keys.has(keyText(key))),
  );
  const own = new Set(meant.map(({ key }) => keyText(key)));
  const words = new Map(
    told.flatMap((line) => (own.has(keyText(line.key)) ? [[keyText(line.key), wordOf(line)] as const] : [])),
  );
  const [given, others] = parted(meant, ({ key, state }) => words.get(keyText(key)) === state);
  const handed = others.find(({ state }) => state === 'sent');
  if (handed) return `${handed.mail} 不是人工登记的：邮件服务器已经收下，不能改为没有发。`;
  const lying = given.find(({ mail }) => taken.has(mail));
  if (lying)
    return `${lying.mail} 的文件（副本）在发件箱的“已发”里，算作已发。误移进去、其实没有发的，先把文件移回发件箱，再撤回。`;
  if (given.length === 0) return '没有人工登记的记录。运行 nianbao ledger --all 可以看到编号。';
  const open = new Set(given);
  return lines.map((line) => (open.has(line) ? movedLine(line, reopened(line, outbox), moment) : line));
}

function reopened({ mail, channel }: LedgerLine, outbox: MailFiles['outbox']): Partial<LedgerLine> {
  const isFile = channel === '发件箱' && isMailNumber(mail) && outbox.has(mail);
  return { state: isFile ? 'written' : 'unknown', reason: '人工撤回登记' };
}

/** The state a line is in by a person's word; null where it is in its state by the program's, which sends no file. */
function wordOf({ state, reason, channel }: LedgerLine): 'sent' | 'queued' | null {
  if (state === 'sent' && (channel === '发件箱' || reason.startsWith(saidSent))) return state;
  return state === 'queued' && reason.startsWith(saidUnsent) ? state : null;
}

/** The keys of what was registered as sent last of all mails for 发件箱; one registration has one moment. `told` as above. */
export function lastSettled(told: readonly LedgerLine[]): readonly string[] {
  const said = told.filter(
    (line) => line.channel === '发件箱' && line.state === 'sent' && line.reason.startsWith(saidSent),
  );
  const last = said.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), '');
  return said.filter(({ changedAt }) => changedAt === last).map(({ key }) => keyText(key));
}
