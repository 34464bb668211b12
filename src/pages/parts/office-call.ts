/** The way from a page of this computer to what the local server does beside the jobs. */
import type { MailAnswerDetails, MailOrder, ScheduleOrder, ScheduleState } from '../../contract/schedule';
import { Refusal } from '../../core/base/refusal';

/** Rejected with a text for the clerk. */
export function callSchedule(order: ScheduleOrder): Promise<ScheduleState> {
  return post('schedule', order) as Promise<ScheduleState>;
}

/** The same for the mail server. */
export function callMail(order: MailOrder): Promise<MailAnswerDetails> {
  return post('mail', order) as Promise<MailAnswerDetails>;
}

/** Sends an order to an address of the local server. */
export async function post(address: string, order: object): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(order) }).catch(() => {
    throw new Refusal('程序已经停止。请再双击“法治年报”打开，或者运行 nianbao start。');
  });
  const answer = (await response.json()) as { readonly value?: unknown; readonly error?: string };
  if (answer.value === undefined) throw new Refusal(answer.error ?? '程序没有回答');
  return answer.value;
}
