/** The way from the home page to the local server. */
import type { FolderList, OpenedWorkspace, StartList, StartOrder } from '../../contract/start';
import type { JobAnswer } from '../../contract/answer';
import { Refusal } from '../../core/base/refusal';

/** What each order is answered. */
interface StartAnswers {
  readonly list: StartList;
  readonly forget: StartList;
  readonly open: OpenedWorkspace;
  readonly create: OpenedWorkspace;
  readonly sample: OpenedWorkspace;
  readonly browse: FolderList;
  readonly show: object;
}

/** Rejected with a text for the clerk. */
export function callStart<D extends StartOrder['do']>(
  order: Extract<StartOrder, { readonly do: D }>,
): Promise<StartAnswers[D]> {
  return post('start', order) as Promise<StartAnswers[D]>;
}

/** How the workspace stands below this address, read from its workbooks; nothing is written. */
export async function lookInto(href: string): Promise<JobAnswer> {
  return JSON.parse(String(await post(`${href}run`, ['look', 'null', '']))) as JobAnswer;
}

async function post(address: string, body: object): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new Refusal('程序已经停止。请再双击“法治年报”打开，或者运行 nianbao start。');
  });
  const answer = (await response.json()) as { readonly value?: unknown; readonly error?: string };
  if (answer.value === undefined) throw new Refusal(answer.error ?? '程序没有回答');
  return answer.value;
}
