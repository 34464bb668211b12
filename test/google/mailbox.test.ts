/** What became of a mail, by what the service says: only what surely was not sent may be sent again. */
import { quotaLeft, sendMail, type SendOutcome } from '../../src/google/mailbox';

const mail = {
  ...{ to: 'sfs@town.example', subject: '催办', text: '请办理。', html: '', attachments: [] },
  ...{ sender: '某镇党政办', replyTo: '' },
};
const sent: object[] = [];

/** The outcome where the service throws these words, or takes the mail. */
function outcomeOf(words: string | null, more: Partial<typeof mail> = {}): SendOutcome {
  const sendEmail = (given: object): void => {
    sent.push(given);
    if (words !== null) throw new Error(words);
  };
  Object.assign(globalThis, { MailApp: { sendEmail, getRemainingDailyQuota: () => 7 } });
  return sendMail({ ...mail, ...more });
}

beforeEach(() => {
  sent.length = 0;
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'MailApp');
});

it.each([
  ['Service invoked too many times for one day: email.', 'closed'],
  ['Limit Exceeded: Email Recipients Per Day.', 'closed'],
  ['You do not have permission to call MailApp.sendEmail', 'closed'],
  ['Authorization is required to perform that action.', 'closed'],
  ['一天内调用服务的次数过多：email。', 'closed'],
  ['您没有调用 MailApp.sendEmail 的权限', 'closed'],
  ['邮件未发出，现在也发不了别的：connect ECONNREFUSED', 'closed'],
  ['Invalid email: x', 'refused'],
  ['Limit Exceeded: Email Body Size.', 'refused'],
  ['邮件未发出：邮件服务器拒收：spam', 'refused'],
  ['邮件未发出，对方服务器请稍后再投：452 收件人已达上限', 'later'],
  ['不知道邮件发出没有：邮件线程没有回应', 'unknown'],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", 'unknown'],
  ['Exception: 服务器出错', 'unknown'],
  ['', 'unknown'],
] as const)('“%s” means %s, and the mail is handed over once', (words, outcome) => {
  expect([outcomeOf(words).outcome, sent.length]).toEqual([outcome, 1]);
});

it('why it was not sent is told once', () => {
  expect(outcomeOf('邮件未发出：邮件服务器拒收：spam').reason).toBe('邮件服务器拒收：spam');
  expect(outcomeOf('邮件未发出，现在也发不了别的：没有连上').reason).toBe('没有连上');
});

it('hands over what the mail has, and no empty address for answers and no empty page', () => {
  expect(outcomeOf(null)).toEqual({ outcome: 'sent', reason: '' });
  const plain = { to: mail.to, subject: '催办', body: '请办理。', attachments: [], name: '某镇党政办' };
  outcomeOf(null, { html: '<p>请办理。</p>', replyTo: 'office@town.example' });
  expect(sent).toEqual([plain, { ...plain, htmlBody: '<p>请办理。</p>', replyTo: 'office@town.example' }]);
  expect(quotaLeft()).toBe(7);
});
