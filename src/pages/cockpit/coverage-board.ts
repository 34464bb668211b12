/** Who has not reported, what is blank, how well each workbook is filled in, and where the reminders stand. */
import type { Cockpit, CockpitDepartment, CockpitGap } from '../../contract/cockpit';
import { foldedTable } from './folded-table';
import { make, makeTable } from '../parts/make-element';
import { lackingBooks, noneLacking, usableBooks, workbookWords } from './workbook-words';

const meanings = {
  none: '没有交表',
  formless: '任务进展按汇总的表采用，其余没有报',
  refused: '交了，但是不能用',
  'not-read': '打不开，不知道交没交',
} as const;

export function coverageBoard({ departments, gaps }: Cockpit): HTMLElement {
  const lines = lackingBooks(departments).map(({ kind, word, own }) => {
    const names = own.map(({ name, why }) => (why === '' ? name : `${name}（${why}）`)).join('、');
    return make('li', {}, make('strong', {}, `${word} ${String(own.length)} 个`), `（${meanings[kind]}）：${names}`);
  });
  const usable = new Set(usableBooks(departments).map(({ name }) => name));
  const typed = gaps.filter(({ department }) => usable.has(department));
  const whole = usable.size === 0 ? '还没有可用的表，不知道哪些指标没有填。' : '交来的表里，要填的指标都填了。';
  return make(
    'section',
    { class: 'panel' },
    make('h2', {}, '交表和空缺'),
    lines.length === 0 ? make('p', {}, `${noneLacking(departments)}。`) : make('ul', { class: 'plain' }, ...lines),
    typed.length === 0 ? make('p', {}, whole) : gapTable(typed),
  );
}

function gapTable(gaps: readonly CockpitGap[]): HTMLElement {
  return makeTable(
    '交来的表里没有的数（空白不是零）',
    {
      单位: ({ department }: CockpitGap) => department,
      情况: ({ why, figures }: CockpitGap) => `${why} ${String(figures.length)} 项`,
      指标: ({ figures }: CockpitGap) => figures.slice(0, 6).join('、') + (figures.length > 6 ? '等' : ''),
    },
    gaps,
  );
}

export function qualityBoard({ departments }: Cockpit): HTMLElement {
  const own = departments
    .filter(({ workbook }) => workbook !== null)
    .sort((one, other) => other.problems.error - one.problems.error || other.problems.doubt - one.problems.doubt);
  const table = (): HTMLElement =>
    makeTable(
      '各单位的数据质量，错误多的在前',
      {
        单位: ({ name }: CockpitDepartment) => name,
        填报表: workbookWord,
        '指标（填了/要填）': ({ figures: { given, asked } }: CockpitDepartment) => `${String(given)}/${String(asked)}`,
        空白: ({ figures: { blank } }: CockpitDepartment) => String(blank),
        没有采用: ({ figures: { refused } }: CockpitDepartment) => String(refused),
        错误: ({ problems: { error } }: CockpitDepartment) => String(error),
        请核实: ({ problems: { doubt } }: CockpitDepartment) => String(doubt),
      },
      own,
    );
  const errors = own.filter(({ problems }) => problems.error > 0).length;
  const none = usableBooks(own).length === 0 ? '还没有可用的表' : '可用的表里没有错误';
  const words = errors === 0 ? none : `${String(errors)} 个单位的表里有错误`;
  return make(
    'section',
    { class: 'panel' },
    make('h2', {}, '数据质量'),
    make('p', {}, `${words}。`),
    foldedTable(table),
  );
}

function workbookWord({ workbook }: CockpitDepartment): string {
  return workbook === null ? '—' : workbookWords[workbook];
}

export function reminderBoard({ reminders: { states, why, due } }: Cockpit): HTMLElement {
  const told = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([word, count]) => `${word} ${String(count)} 条`)
      .join('，');
  const isNone = Object.keys(due).length === 0;
  const ledger =
    states === null
      ? `催办记录没有读到：${why}`
      : Object.keys(states).length === 0
        ? '催办记录还是空的。'
        : `催办记录：${told(states)}。`;
  return make(
    'section',
    { class: 'panel' },
    make('h2', {}, '催办'),
    make('p', {}, isNone ? '现在没有要催办的事项。' : `现在要催办的：${told(due)}。`),
    make('p', {}, ledger),
  );
}
