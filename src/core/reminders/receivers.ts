/** Where mail for a department, its leaders and the office goes, and which of their mailboxes cannot be used. */
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import type { Department, Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import type { DueItem, ReceiverRole } from './due-item';
import { maskedCell, readMailbox } from './mailbox';

/** A mailbox as typed and judged. */
interface Receiver extends Pick<DueItem, 'mailbox' | 'mailboxProblem'> {
  readonly place: Place;
}

/** The receiver of a role; of 承办单位 and 分管领导 that of the department. */
export type FindReceiver = (department: string, role: ReceiverRole) => Receiver;

/** A finder, and an error for each mailbox of an active department or of 设置 that holds what is no address. */
export function receiversOf({ departments }: Pick<Rows, 'departments'>, settings: Settings): Result<FindReceiver> {
  const problems: Problem[] = [];
  const judged = (text: string, place: Place): Receiver => {
    if (text === '') return { mailbox: null, mailboxProblem: '无邮箱', place };
    const read = readMailbox(text, settings.mailDomains);
    if ('address' in read) return { mailbox: read.address, mailboxProblem: '', place };
    problems.push(invalid(text, place, read));
    return { mailbox: null, mailboxProblem: `邮箱无效：${read.problem}`, place };
  };
  const own = (mailbox: Department['mailbox']): Receiver => judged(mailbox.value ?? mailbox.shown, mailbox.place);
  const active = departments.filter((department) => department.active);
  const byDepartment = new Map(active.map(({ name, mailbox }) => [name, own(mailbox)] as const));
  const leaders = new Map(active.map(({ name, leaderMailbox }) => [name, own(leaderMailbox)] as const));
  const file = departments[0]?.place.file ?? '总表.xlsx';
  const settingPlace = (field: 'officeMailbox' | 'headMailbox', label: string): Place =>
    settings.places[field] ?? { file, sheet: '设置', spot: label };
  const office = judged(settings.officeMailbox, settingPlace('officeMailbox', '办公室邮箱'));
  const head = judged(settings.headMailbox, settingPlace('headMailbox', '主要领导邮箱'));
  const nowhere: Receiver = { mailbox: null, mailboxProblem: '无邮箱', place: { file, sheet: '单位' } };
  const find: FindReceiver = (department, role) => {
    if (role === '办公室') return office;
    if (role === '主要领导') return head;
    return (role === '承办单位' ? byDepartment : leaders).get(department) ?? nowhere;
  };
  return { value: find, problems };
}

function invalid(
  text: string,
  place: Place,
  { problem, suggestion }: { readonly problem: string; readonly suggestion: string },
): Problem {
  const reason = `${problem}，不向它发送`;
  return { code: 'mailbox-invalid', level: 'error', place, actual: maskedCell(text), reason, expected: suggestion };
}

/** Once for each blank mailbox that somebody should have been written to. A leader's may be left blank, and is only noted. */
export function missingMailboxes(items: readonly DueItem[], find: FindReceiver): readonly Problem[] {
  const blank = new Map<Place, readonly [ReceiverRole, string]>();
  for (const { key, mailboxProblem } of items) {
    if (mailboxProblem === '无邮箱') blank.set(find(key.department, key.role).place, [key.role, key.department]);
  }
  return [...blank].map(([place, [role, department]]) => {
    const isLeader = role === '分管领导' || role === '主要领导';
    const whose = role === '承办单位' ? department : role === '分管领导' ? `${department}${role}` : role;
    return {
      code: 'mailbox-missing',
      level: isLeader ? 'note' : 'doubt',
      place,
      actual: '',
      reason: `${whose}没有邮箱，通知列入待发，发不出去`,
      expected: '请填写邮箱，或者用其他方式告知',
    };
  });
}
