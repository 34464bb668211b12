/**
 * Judges what became of an office by what can be seen from outside: the mails that left it, the sheet 催办记录, what the last
 * run listed for people, and the files. It uses nothing of the program.
 */
import type { Received } from './office-store';
import type { Expected } from './small-office';

/** What is looked at once the office has come to rest. */
export interface Aftermath {
  readonly mails: readonly Received[];
  /** Texts of the sheet, row by row; null when there is none. */
  readonly sheet: readonly (readonly string[])[] | null;
  /** Numbers and states that the last run listed for a person. */
  readonly listed: readonly { readonly mail: string; readonly state: string }[];
  /** Whether a fault fell where nobody can know any more what became of a mail. */
  readonly mayBeUnknown: boolean;
  /** Mails are files: then the file itself tells. */
  readonly isOutbox: boolean;
}

/** What was broken, in words; empty when all promises were kept. */
export function brokenPromises(after: Aftermath, expected: readonly Expected[]): readonly string[] {
  const told = after.mails.flatMap((mail) => itemsIn(mail).map((item) => `${mail.to} ${item}`));
  const lines = linesOf(after.sheet);
  return [
    ...twice(told),
    ...expected.flatMap((item) => brokenItem(item, lines, told, after)),
    ...strangers(told, expected),
    ...lines.filter(({ state }) => state === '发送中').map(({ key }) => `${key} is still 发送中`),
    ...badFiles(after),
  ];
}

/** `A-01 红3` or `A-02 蓝` for each numbered line of a mail. */
function itemsIn({ text }: Received): readonly string[] {
  let group = '';
  return text.split('\n').flatMap((line) => {
    group = /^【(.*?)】/u.exec(line)?.[1] ?? group;
    const subject = /^\d+．.*?（([A-Z]-\d\d)）/u.exec(line)?.[1];
    if (subject === undefined) return [];
    const red = /督办〔\d{4}〕\S+-(红\d)号/u.exec(line)?.[1];
    return [`${subject} ${red ?? words[group] ?? group}`];
  });
}

const words: Readonly<Partial<Record<string, string>>> = { 滞后: '黄', 临近: '蓝' };

/** Promise 1. */
function twice(told: readonly string[]): readonly string[] {
  return told.filter((item, index) => told.indexOf(item) !== index).map((item) => `${item} was mailed twice`);
}

interface Line {
  readonly key: string;
  readonly state: string;
  readonly reason: string;
  readonly mail: string;
}

function linesOf(sheet: Aftermath['sheet']): readonly Line[] {
  const head = sheet?.findIndex((row) => row.includes('收件角色')) ?? -1;
  const headers = sheet?.[head] ?? [];
  return (sheet ?? []).slice(head + 1).flatMap((row) => {
    const cell = (header: string): string => row[headers.indexOf(header)] ?? '';
    if (cell('状态') === '') return [];
    const key = ['单位', '事项', '到期日', '级别', '收件角色'].map(cell).join(' ');
    return [{ key, state: cell('状态'), reason: cell('说明'), mail: cell('通知编号') }];
  });
}

/** Promises 2 and 3: the line says what really happened, and what nobody knows is shown to a person. */
function brokenItem(
  { department, subject, due, level, role, to }: Expected,
  lines: readonly Line[],
  told: readonly string[],
  after: Aftermath,
): readonly string[] {
  const key = [department, subject, due, level, role].join(' ');
  const own = lines.filter((line) => line.key === key);
  const [line] = own;
  if (line === undefined || own.length > 1) return [`${key} has ${String(own.length)} lines`];
  const count = told.filter((item) => item === `${to ?? ''} ${subject} ${level}`).length;
  const seen = `${key} is ${line.state}, mailed ${String(count)} times`;
  if (to === null) return line.state === '待发' && line.reason === '无邮箱' ? [] : [`${seen}, without a mailbox`];
  if (line.state === (after.isOutbox ? '已写入发件箱' : '已发')) return count === 1 ? [] : [seen];
  if (line.state !== '状态不明') return [`${seen}: ${line.reason}`];
  const isListed = after.listed.some(({ mail, state }) => mail === line.mail && state === '状态不明');
  return [
    ...(isListed ? [] : [`${seen}, and nobody is told`]),
    ...(after.isOutbox ? [`${seen}, though the file tells`] : []),
    ...(after.mayBeUnknown ? [] : [`${seen}, though no fault explains it`]),
  ];
}

function strangers(told: readonly string[], expected: readonly Expected[]): readonly string[] {
  const known = expected.map(({ to, subject, level }) => `${to ?? ''} ${subject} ${level}`);
  return told.filter((item) => !known.includes(item)).map((item) => `${item} was mailed for no reason`);
}

/** Promise 4: every file is a whole mail, under its own number. */
function badFiles({ mails, isOutbox }: Aftermath): readonly string[] {
  if (!isOutbox) return [];
  return mails.flatMap(({ file, text, to, attachments }) => {
    const number = /通知编号：(\S+)\s*$/u.exec(text)?.[1] ?? '';
    const papers = new Set(text.match(/督办〔\d{4}〕\S+?号/gu) ?? []).size;
    const isWhole = file === `${number}.eml` && to !== '' && attachments.length === papers;
    return isWhole ? [] : [`${file} is no whole mail`];
  });
}
