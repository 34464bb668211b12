/** Whether mail may be sent to what somebody typed: one plain ASCII address in a cell, in an allowed domain. */

/** The address in lower case, or what is wrong with it (a few words, nothing of it repeated) and how to mend it. */
export type ReadMailbox = { readonly address: string } | { readonly problem: string; readonly suggestion: string };

const address = /^[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,}$/u;
/** What the form above lets pass and mail servers refuse, or programs take for an option. */
const misplaced = /\.\.|^[.-]|\.@|@-|-\.|\.-/u;
const longest = 254;
const example = '请填一个地址，如 office@example.cn';

interface Flaw {
  readonly found: RegExp;
  readonly problem: string;
  readonly suggestion: string;
}

/** What makes anything else in the cell pointless to look at; the first that is found is told. */
const foreign: readonly Flaw[] = [
  { found: /[\r\n]/u, problem: '邮箱里有换行', suggestion: '请只留一个地址，写在一行里' },
  {
    found: /["'<>()“”‘’《》（）:：\\]/u,
    problem: '邮箱里有引号、括号或冒号',
    suggestion: '请只写地址本身，不带姓名和符号',
  },
  {
    found: /[@＠].*[@＠]|[,;，；、/|].*\S/u,
    problem: '一格里不止一个邮箱',
    suggestion: '一格只填一个，请只留单位公用的一个',
  },
  { found: /^\+?[\d\s－-]{7,}$/u, problem: '填的像是电话号码', suggestion: '请填邮箱地址，电话填在“电话”列' },
  { found: /^[^@＠]*$/u, problem: '填的不是邮箱地址', suggestion: example },
];

/** Slips of the hand; all that are found are told together. */
const slips: readonly Flaw[] = [
  { found: /＠/u, problem: '“@”是全角', suggestion: '把“＠”改为半角“@”' },
  { found: /[。.．，,；;、]$/u, problem: '末尾多了标点', suggestion: '去掉末尾的标点' },
  { found: /\S\s+\S/u, problem: '中间有空格', suggestion: '去掉空格' },
  {
    found: /[^\u0021-\u007e\s＠](?!$)|[^\u0021-\u007e\s＠。．，；、]$/u,
    problem: '有汉字或全角字符',
    suggestion: '只用半角字母、数字和符号',
  },
];

/** `domains`: in lower case; an address may also be in a domain below one of them. Empty: any. */
export function readMailbox(text: string, domains: readonly string[]): ReadMailbox {
  const typed = text.trim();
  const known = foreign.find(({ found }) => found.test(typed));
  if (known !== undefined) return { problem: known.problem, suggestion: known.suggestion };
  const made = slips.filter(({ found }) => found.test(typed));
  if (made.length > 0) {
    const all = (part: 'problem' | 'suggestion'): string => made.map((slip) => slip[part]).join('，');
    return { problem: `邮箱${all('problem')}`, suggestion: `请${all('suggestion')}` };
  }
  const lower = typed.toLowerCase();
  if (lower.length > longest || !address.test(lower) || misplaced.test(lower)) {
    return { problem: '邮箱的写法不对', suggestion: example };
  }
  if (isAllowed(lower, domains)) return { address: lower };
  return { problem: '邮箱的域名不在允许之列', suggestion: '请换一个邮箱，或者在“设置”的“邮箱域名”里加上它的域名' };
}

function isAllowed(mailbox: string, domains: readonly string[]): boolean {
  const domain = mailbox.slice(mailbox.indexOf('@') + 1);
  const allowed = domains.map((name) => name.replace(/^[@＠.]+/u, '')).filter((name) => name !== '');
  return allowed.length === 0 || allowed.some((name) => domain === name || domain.endsWith(`.${name}`));
}

/** As ledger and logs show a receiver: `sf***@*** #a1b2c3`, the digits from the hash of the whole address. */
export function maskedMailbox(mailbox: string, hash: (text: string) => string): string {
  const local = mailbox.slice(0, mailbox.indexOf('@'));
  return `${local.slice(0, local.length > 2 ? 2 : 1)}***@*** #${hash(mailbox).slice(0, 6)}`;
}

/** A cell of the mailbox column as problems quote it: its first characters, never an address or a number in full. */
export function maskedCell(text: string): string {
  const typed = text.trim();
  return typed === '' ? '' : `${Array.from(typed).slice(0, 2).join('')}***`;
}
