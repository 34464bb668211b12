/** Whose fault a failed read is, by the words services and folders say it in, English or Chinese. */
import type { ReadFailure, ReadFault } from './read-failure';
import { errorText, isRefusal } from './refusal';
import { cellName } from './place';
import { serviceWords } from './service-words';
import { clipped, lostLetters } from './text';

/**
 * The first kind that knows the words is the one: a quota comes as a 403, like a missing right, and says so beside. Sources:
 * error texts of the Drive and Sheets services as reported in public, and those of the local services.
 */
const kinds: readonly (readonly [ReadFault, RegExp])[] = [
  [
    'service',
    /quota|rate ?limit|limit exceeded|too many (?:times|requests|concurrent)|timed?[ -]?out|deadline exceeded|unavailable|empty response|internal (?:server )?error|server error|backend ?error|bad gateway|try again|service \w+ failed|has not been used in project|not configured|\b(?:429|50\d)\b(?!行)|配额|限额|过于频繁|次数过多|当天|一天内|超时|不可用|服务器|空响应|内部错误|稍后|没有回应|未启用/iu,
  ],
  [
    'access',
    /not found|could be found|is missing|permission|not have access|access denied|forbidden|authori[sz]|authenticat|insufficient|login required|\b40[134]\b(?!行)|找不到|未找到|没有[^，。]{0,15}权限|权限不足|无权|授权|拒绝访问|不存在/iu,
  ],
  [
    'file',
    /超过 ?\d+ ?MB|not supported for this document|invalid|parse range|corrupt|damaged|password|encrypt|too large|无法读取|没有读取|损坏|加密|密码|无效|不是有效|不是 \.|空文件|旧版|含有宏|解析范围|不支持|超出|不正常|字符|链接/iu,
  ],
];

const leads: Readonly<Record<ReadFault, string>> = {
  service: '服务没有给出内容',
  access: '文件找不到或没有权限',
  file: '文件不能作为表格打开',
};

/** What is asked of a person in the words of Google's consoles says more than whose fault it is. */
const causes: readonly (readonly [string, RegExp])[] = [
  ['没有启用所需的 Google API', /has not been used in project|is disabled\. Enable it/iu],
  ['还没有授权', /required permissions:|insufficient (?:authentication )?scopes|authorization is required/iu],
];

/**
 * What was thrown by a read of the file `name`. Words nobody knows are the service's: then nothing is concluded about the
 * file. The file's own name, and what stands between quotation marks, say nothing of the kind.
 */
export function failureOf(error: unknown, name = ''): ReadFailure {
  const said = errorText(error);
  // A refusal that begins with the file speaks of what is in it; names of sheets may stand there, which hold any words.
  const isOfContent = isRefusal(error) && said.startsWith(`${name} `);
  const fault = isOfContent ? 'file' : faultOf(said, name);
  return { fault, why: reasonOf(serviceWords(error), leads[fault]) };
}

function faultOf(said: string, name = ''): ReadFault {
  const words = said
    .split(name)
    .join('')
    .replace(/“[^“”]*”/gu, '');
  return kinds.find(([, known]) => known.test(words))?.[0] ?? 'service';
}

/** What is Chinese is for the clerk as it is; the rest stands behind words that are. */
function reasonOf(quoted: string, lead: string): string {
  if (/\p{Script=Han}{4}/u.test(quoted)) return quoted.replace(/[。.]$/u, '');
  const cause = causes.find(([, known]) => known.test(quoted))?.[0] ?? lead;
  return quoted === '' ? cause : `${cause}（${quoted.replace(/\.$/u, '')}）`;
}

const leadsOfCalls: Readonly<Record<ReadFault, string>> = {
  service: '服务没有照办',
  access: '没有权限，或者找不到',
  file: '服务不接受这个内容',
};

/** What is told of anything that was thrown, Chinese and without a full stop: a refusal in its own words. */
export function failureWords(error: unknown): string {
  return isRefusal(error) ? errorText(error) : reasonOf(serviceWords(error), leadsOfCalls[faultOf(errorText(error))]);
}

/** Whether what was thrown says so: the one way to decide by the words of a service, which themselves stay here. */
export function says(error: unknown, words: RegExp): boolean {
  return words.test(errorText(error));
}

/** Used up until tomorrow: no second try on the same day can mend it. */
const untilTomorrow = /for one day|daily limit|当天|一天内/iu;

/** Whether a second try would end alike. */
export function isLasting(error: unknown): boolean {
  return failureOf(error).fault !== 'service' || says(error, untilTomorrow);
}

/** Whether the service says that something is not there, or not for this account. */
export function isOutOfReach(error: unknown): boolean {
  return failureOf(error).fault === 'access';
}

/** What is said of a table whose characters a charset has lost: nothing brings them back, and nothing is read from the rest; null of any other. */
export function lostLettersText<T>(
  rows: readonly (readonly T[])[],
  textOf: (cell: T) => string | undefined,
): string | null {
  const lost = lostLetters(rows, textOf);
  if (lost === null) return null;
  const where = `${cellName(lost.row, lost.column)} 的“${clipped(lost.text.trim(), 12)}”`;
  return `里的汉字都成了“?”或乱码（如 ${where}），保存时已经丢失，没有读取，请从原来的表另存为 .xlsx，或者另存为 UTF-8 编码的 .csv`;
}
