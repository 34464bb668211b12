/** The way from a page of this computer to what the local server does beside the jobs. */
import type { FilesAnswer, FilesOrder } from '../../contract/local-files';
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

/** A page of a server that was started anew since: its address is no longer one. */
const stalePage = '这一页是程序上次启动时打开的，已经过时，没有执行。请用现在显示的地址重新打开。';

/** The same for the files of the office's folder. */
export function callFiles(order: FilesOrder): Promise<FilesAnswer> {
  return post('files', order) as Promise<FilesAnswer>;
}

/** Sends an order to an address of the local server. Rejected with a text for the clerk, also where the server ends meanwhile. */
export async function post(address: string, order: object): Promise<unknown> {
  const { status, answer } = await request(address, JSON.stringify(order)).catch(() => {
    throw new Refusal(
      '程序已经停止，没有得到结果；已经写好的文件不受影响。请再双击“法治年报”打开，或者再运行 nianbao start 或 serve，用新的地址。',
    );
  });
  if (status === 404) throw new Refusal(stalePage);
  if (answer.value === undefined) throw new Refusal(answer.error ?? '程序没有回答');
  return answer.value;
}

interface LocalAnswer {
  readonly status: number;
  readonly answer: { readonly value?: unknown; readonly error?: string };
}

async function request(address: string, body: string): Promise<LocalAnswer> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(address, { method: 'POST', headers, body });
  const { status } = response;
  return { status, answer: status === 404 ? {} : ((await response.json()) as LocalAnswer['answer']) };
}
