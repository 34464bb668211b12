/** What cannot all be so of a paper: what its department says, what the office noted, and how the matter stands. */
import { longDay, type Day } from '../../base/day';
import type { Problem } from '../../base/problem';
import { taskStateWords } from '../../base/state-words';
import type { FeedbackRow } from '../../rows/rows';
import type { Read } from '../../tables/read-row';
import type { Settings } from '../../settings/settings';
import type { Findings } from '../findings';
import type { PaperMatter } from './matters';
import type { RegisterRow } from './register-rows';

type Row = Pick<FeedbackRow, 'place' | 'code'>;
/** What is said of one paper, by its department and by the office. */
export interface Said {
  readonly own: FeedbackRow | null;
  readonly entry: RegisterRow | null;
}

type DayField = 'signedOn' | 'rectifyOn';

/** The day that counts: the office's where it noted one. */
export function saidDay(said: Said, field: DayField): Day | null {
  return dayRead(said, field)?.value ?? null;
}

function dayRead({ own, entry }: Said, field: DayField): Read<Day> | null {
  return entry !== null && entry[field].value !== null ? entry[field] : (own?.[field] ?? null);
}

/** A paper of which a sheet speaks in two rows. */
export function twice(row: Row, before: Row): Problem {
  const reason = `反馈编号“${row.code}”有两行（另见 ${before.place.cell ?? ''}），按这一行`;
  return doubt(row.code, row.place, { code: 'feedback-twice', reason, expected: '请删去多余的行' });
}

function doubt(actual: string, place: Problem['place'], said: Pick<Problem, 'code' | 'reason' | 'expected'>): Problem {
  return { ...said, level: 'doubt', place, actual };
}

/** What the doubts are judged by; `open`: cells the department still has to put right. */
interface Judged {
  readonly open: number;
  readonly findings: Pick<Findings, 'asOf'>;
  readonly settings: Pick<Settings, 'today' | 'edition'>;
}

/** All doubts of a paper, each at the cell it is of. */
export function doubtsOf(said: Said, matter: PaperMatter, judged: Judged): readonly Problem[] {
  const told: Problem[] = [];
  const tell: Tell = ({ place }, code, reason, expected) => {
    told.push(
      doubt(said.own?.code ?? said.entry?.code ?? '', place, { code, reason: `${matter.code}：${reason}`, expected }),
    );
  };
  tellDays(said, judged, tell);
  tellSettled(said, matter, judged, tell);
  tellPassed(said, matter, judged, tell);
  return told;
}

type Tell = (at: { readonly place: Problem['place'] }, code: string, reason: string, expected: string) => void;

function tellDays(said: Said, { settings, findings }: Judged, tell: Tell): void {
  const { today, edition } = settings;
  const [signed, rectify] = [dayRead(said, 'signedOn'), dayRead(said, 'rectifyOn')];
  if (signed !== null && isAfter(signed, today))
    tell(signed, 'feedback-day', `签收日期 ${dayText(signed)} 还没有到`, '请核对签收日期');
  if (isCalledSettled(said) && rectify !== null && isAfter(rectify, findings.asOf)) {
    const reason = `${settledWords(said, edition)}填了“是”，整改日期 ${dayText(rectify)} 还没有到`;
    tell(rectify, 'feedback-day', reason, '请核对整改日期');
  }
  tellTwoDays(said, edition, tell);
}

function isAfter({ value }: Read<Day>, day: Day): boolean {
  return value !== null && value > day;
}

function dayText({ value }: Read<Day>): string {
  return value === null ? '' : longDay(value);
}

function tellTwoDays({ own, entry }: Said, { sheets }: Judged['settings']['edition'], tell: Tell): void {
  if (own === null || entry === null) return;
  for (const field of ['signedOn', 'rectifyOn'] as const) {
    const [typed, noted] = [own[field], entry[field]];
    if (typed.value === null || noted.value === null || typed.value === noted.value) continue;
    const { header } = sheets.feedback.columns[field];
    const reason = `${header}单位填的是 ${dayText(typed)}，办公室登记的是 ${dayText(noted)}，按办公室登记的`;
    tell(noted, 'feedback-two-days', reason, '请核对，改正另一处');
  }
}

/** `“申请销号”`, or `“销号”` where only the office says so. */
function settledWords({ own }: Said, { sheets }: Judged['settings']['edition']): string {
  const { header } =
    own?.closed.value === true ? sheets.feedback.columns.closed : sheets.feedbackRegister.columns.settled;
  return `“${header}”`;
}

function tellSettled({ own, entry }: Said, matter: PaperMatter, { settings, open }: Judged, tell: Tell): void {
  const { feedback, feedbackRegister } = settings.edition.sheets;
  const asks = own?.closed.value === true ? own : null;
  if (asks !== null && asks.reply + (entry?.reply ?? '') === '') {
    const reason = `“${feedback.columns.closed.header}”填了“是”，没有写反馈情况`;
    tell(asks.closed, 'feedback-unanswered', reason, '请写明怎样办结的');
  }
  const words = [
    ...(own === null ? [] : [[own.closed, feedback.columns.closed.header] as const]),
    ...(entry === null ? [] : [[entry.settled, feedbackRegister.columns.settled.header] as const]),
  ];
  for (const [read, header] of words) {
    const clash = clashOf(read.value, matter, open);
    if (clash !== null) tell(read, 'feedback-differs', `“${header}”填了${clash.reason}`, clash.expected);
  }
}

const remedy = '办结的请在“任务进展”填已完成和完成日期，没有办结的';

/** The day by which it was to be put right is over, nobody calls it settled, and it is not. */
function tellPassed(said: Said, { found, due }: PaperMatter, { findings, open }: Judged, tell: Tell): void {
  const day = dayRead(said, 'rectifyOn');
  if (day?.value == null || day.value >= findings.asOf || isCalledSettled(said)) return;
  const isOpen = found === null ? open > 0 : found.due === due && found.state === 'overdue';
  if (!isOpen) return;
  const still = found === null ? `核对后还有${String(open)}处要处理` : '任务按“任务进展”仍是逾期';
  const expected = `${remedy}另定整改日期`;
  tell(
    day,
    'feedback-passed',
    `整改日期 ${longDay(day.value)} 已过，${still}`,
    found === null ? '请按核对单改好填报表' : expected,
  );
}

function isCalledSettled({ own, entry }: Said): boolean {
  return own?.closed.value === true || entry?.settled.value === true;
}

/** What is wrong with what is called settled, and what to do; null where it fits or nothing was said. */
function clashOf(
  closed: boolean | null,
  { found, due }: PaperMatter,
  open: number,
): Pick<Problem, 'reason' | 'expected'> | null {
  if (closed === null) return null;
  if (found === null) {
    const reason = `“是”，核对后还有${String(open)}处要处理`;
    return closed && open > 0 ? { reason, expected: '请按核对单改好填报表，或者改为“否”' } : null;
  }
  if (found.due !== due) return null;
  const isDone = found.state === 'done';
  if (!closed) return isDone ? { reason: '“否”，任务在“任务进展”里已完成', expected: '请核对哪一处是对的' } : null;
  if (isDone || found.state === 'cancelled') return null;
  const reason = `“是”，任务按“任务进展”是${taskStateWords[found.state]}，没有因此记作完成`;
  return { reason, expected: `${remedy}改为“否”` };
}
