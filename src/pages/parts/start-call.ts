/** The way from the home page to the local server. */
import type { FolderList, OpenedWorkspace, StartList, StartOrder } from '../../contract/start';
import type { JobAnswer } from '../../contract/answer';
import { post } from './office-call';

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
