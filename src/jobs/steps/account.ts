/** Which account runs, and what is said where it may be another than the person believes. */
import type { JobAnswer } from '../../contract/answer';
import type { AccountDetails } from '../../contract/orders';
import { maskedMailbox } from '../../core/reminders/mailbox';
import { hashOf } from '../../google/digest';
import { currentUser } from '../../google/run-guard';

/** The account as it may be shown; empty where there are none. */
export function shownAccount(): string {
  const user = currentUser();
  return user === '' ? '' : maskedMailbox(user, hashOf);
}

/** Tells a page which account its jobs run as: `details` is the address, which nobody sees but the person it belongs to. */
export function tellAccount(): JobAnswer {
  const details: AccountDetails = { account: currentUser() };
  return { exit: 0, text: shownAccount(), files: [], problems: [], summary: null, details };
}

/** A sentence for a call that was refused for want of rights; empty where there are no accounts. */
export function otherLogins(): string {
  const account = shownAccount();
  if (account === '') return '';
  return `现在运行的账号是 ${account}；浏览器里登录了几个 Google 账号的，多半是用了另一个账号，请退出其他账号，或者在无痕窗口里只登录这一个再试。`;
}
