/** One page in place of another, where pages are dialogs over the hub. */
import type { JobAnswer } from '../contract/answer';
import { pageTitles, showPage, type PageName } from '../google/dialogs';
import { refusedAnswer } from './steps/job-answer';

/** Opens the page of that name; one nobody knows is refused. */
export function openPage(name: string): JobAnswer {
  if (!isPage(name)) return refusedAnswer(`没有“${name}”这一页。请重新打开表格再试。`);
  showPage(name);
  return { exit: 0, text: '', files: [], problems: [], summary: null };
}

function isPage(name: string): name is PageName {
  return Object.keys(pageTitles).includes(name);
}
