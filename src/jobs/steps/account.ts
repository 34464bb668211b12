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

/** What is said to a person for whom the script does not see what it made for another. */
export function unseenText(): string {
  return [
    '看不到云端硬盘里的工作文件夹“法治年报”（或其中的“填报”），什么都没有写。',
    '本程序只看得见它以您的名义建立的文件。请由当初点“初始化”的人来运行，先点一次“建立部门填报表”；',
    '文件夹被移走或删除的，请先移回原处；都办不到的，点“初始化”，按提示另建工作文件夹。',
    otherLogins(),
  ].join('\n');
}
