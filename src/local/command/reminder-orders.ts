/** The orders of `remind` and `ledger` from what was typed. */
import type { LedgerOrder, RemindOrder } from '../../contract/orders';
import { Refusal } from '../../core/base/refusal';
import type { Options } from './options';

/** `{ dryRun, asOf, channel }`; with --smtp mails leave the computer, else they become files. */
export function remindOrder(options: Options): RemindOrder {
  const channel = options.smtp === undefined ? '发件箱' : '邮件';
  return { dryRun: options['dry-run'] === true, asOf: options['as-of'] ?? null, channel };
}

/** `{ settle, accept, all }`. Throws a refusal for a decision that cannot be read. */
export function ledgerOrder(options: Options): LedgerOrder {
  const accept = options.accept === true;
  if (accept && options.settle !== undefined) throw new Refusal('--accept 和 --settle 请分两次运行');
  const settle = options.settle === undefined ? null : decision(options.settle);
  return { settle, accept, all: options.all === true };
}

function decision(given: string): LedgerOrder['settle'] {
  const parts = /^(.+)[=＝](已发|未发)$/u.exec(given.trim());
  if (!parts) throw new Refusal('--settle 应写成 通知编号=已发 或 通知编号=未发，如 2022-12-30-司法所-1a2b3c4d=已发');
  return { mail: parts[1]?.trim() ?? '', to: parts[2] === '已发' ? 'sent' : 'queued' };
}
