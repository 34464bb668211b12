/** What a job answered: in one word, in figures, in files, in problems. */
import type { JobAnswer } from '../../contract/answer';
import type { Summary } from '../../contract/summary';
import { taskStateWords, type TaskState } from '../../core/base/state-words';
import { missingCount, notCounted } from './figure-text';
import { make, makeSection } from './make-element';
import { fileList } from './show-files';
import { levelCounts, problemGroups } from './show-problems';

/** The answer from its headline to the last problem. */
export function answerView(answer: JobAnswer): HTMLElement {
  const { summary, problems, files } = answer;
  return make(
    'div',
    {},
    headline(answer),
    summary ? figuresView(summary) : null,
    fileList(files),
    problems.length === 0 ? null : makeSection(`要看的问题（${levelCounts(problems)}）`, problemGroups(problems)),
  );
}

const exitLooks = { 0: 'good', 1: 'warn', 2: 'bad' } as const;

/** One word on how it went, then the job's own words, but for what is shown below them anyway. */
export function headline(answer: JobAnswer): HTMLElement {
  const { exit, summary } = answer;
  const word = { 0: '完成', 1: '做完了，有需要人处理的地方', 2: '没有执行，什么都没有写' }[exit];
  const lines = summary ? [headText(summary)] : ownLines(answer);
  return make(
    'div',
    { class: `note ${exitLooks[exit]}` },
    make('h2', {}, word),
    ...lines.map((line) => make('p', {}, line)),
  );
}

/** The problems, which end the text, and the files, which stand in lines of their own, are shown below. */
function ownLines({ text, files }: JobAnswer): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => /^问题：(?:无$|错误 \d)/u.test(line));
  const own = end < 0 ? lines : lines.slice(0, end);
  const rest = own.filter((line) => !files.some(({ id, name }) => [id, name].includes(line.trim())));
  return rest.map((line) => line.replace(/^(已建立)：$/u, '$1下面的文件。'));
}

function headText({ town, year, asOf, sample }: Summary): string {
  return `${town}${String(year)}年度，核算日 ${asOf}${sample ? '（示例数据，纯属虚构）' : ''}`;
}

const shownStates: readonly TaskState[] = [
  'done',
  'overdue',
  'running',
  'unreported',
  'unclear',
  'deferred',
  'cancelled',
];

/** The tally as name and number; the rate only where something was due. */
function figuresView({ counts, ...departments }: Summary): HTMLElement {
  const figures: readonly (readonly [string, string])[] = [
    ['任务', String(counts.total)],
    ...shownStates.map((state) => [taskStateWords[state], String(counts[state])] as const),
    ['完成率', `${counts.rateText}${notCounted(counts)}`],
    ['缺报单位', missingCount(departments)],
  ];
  return make(
    'dl',
    { class: 'figures' },
    ...figures.map(([name, figure]) => make('div', {}, make('dt', {}, name), make('dd', {}, figure))),
  );
}
