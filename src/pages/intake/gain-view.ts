/** What the office would get of the workbook, and what is asked before. */
import type { JobAnswer } from '../../contract/answer';
import type { IntakeDetails, IntakeGain } from '../../contract/intake';
import { make, makeSection, makeTable } from '../parts/make-element';
import { levelCounts, problemGroups } from '../parts/show-problems';

/** Figures at a glance, and everything behind them folded. */
export function gainView({ gain }: IntakeDetails, { problems }: JobAnswer): HTMLElement {
  const { tasks, figures, records } = gain;
  const parts: readonly (readonly [string, string])[] = [
    ['任务', String(tasks.length)],
    ['指标', String(figures.length)],
    ...records.map(({ title, count }) => [title, String(count)] as const),
    ['问题', problems.length === 0 ? '0' : levelCounts(problems)],
  ];
  const list = make(
    'dl',
    { class: 'figures' },
    ...parts.map(([name, figure]) => make('div', {}, make('dt', {}, name), make('dd', {}, figure))),
  );
  return makeSection('会得到什么', list, ...taskPart(gain), ...figurePart(gain), ...problemPart(problems));
}

function taskPart({ tasks }: IntakeGain): readonly HTMLElement[] {
  if (tasks.length === 0) return [];
  const table = makeTable(
    '读到的任务',
    {
      编号: ({ code }: IntakeGain['tasks'][number]) => code,
      任务: ({ title }: IntakeGain['tasks'][number]) => title,
      状态: ({ status }: IntakeGain['tasks'][number]) => (status === '' ? '没有读到' : status),
    },
    tasks,
  );
  return [make('details', {}, make('summary', {}, `任务 ${String(tasks.length)} 项`), table)];
}

function figurePart({ figures }: IntakeGain): readonly HTMLElement[] {
  if (figures.length === 0) return [];
  const table = makeTable(
    '读到的指标',
    {
      编码: ({ code }: IntakeGain['figures'][number]) => code,
      指标: ({ title }: IntakeGain['figures'][number]) => title,
      值: ({ shown }: IntakeGain['figures'][number]) => shown,
    },
    figures,
  );
  return [make('details', {}, make('summary', {}, `指标 ${String(figures.length)} 个`), table)];
}

function problemPart(problems: JobAnswer['problems']): readonly HTMLElement[] {
  if (problems.length === 0) return [];
  const words = `全部问题（${levelCounts(problems)}）`;
  return [make('details', {}, make('summary', {}, words), problemGroups(problems))];
}

/** The doubts on how the workbook is read, or that there are none and nobody need do anything. */
export function questionsView({ questions, isKept, isPut, workbook, rules }: IntakeDetails): HTMLElement {
  const put = isPut === true ? '文件已放进“填报”。' : '';
  const notPut = isPut === false ? `“填报”里已有这个单位的表，没有替换；要用这一份，请自己放进去。` : '';
  if (questions.length === 0) {
    const words = isKept
      ? `已记下 ${workbook} 的读法，下次不用再问。${put}${notPut}`
      : `${workbook} 没有要确认的，不用再选什么。${rules.length > 0 ? `照记下的 ${String(rules.length)} 条读法读取。` : ''}`;
    return make(
      'div',
      { class: 'note good' },
      make('h2', {}, isKept ? '已记下' : '没有要确认的'),
      make('p', {}, words),
    );
  }
  const lead = isKept ? `已记下。${put}${notPut}还有这些没有定下来：` : '请在下面的表里点选，每改一处马上重读：';
  return make(
    'div',
    { class: 'note warn' },
    make('h2', {}, `要确认的 ${String(questions.length)} 处`),
    make('p', {}, lead),
    make(
      'ul',
      { class: 'asked' },
      ...questions.map(({ sheet, cell, reason }) =>
        make(
          'li',
          {},
          make('span', { class: 'place' }, [sheet, cell].filter((part) => part !== null).join('!')),
          reason,
        ),
      ),
    ),
  );
}
