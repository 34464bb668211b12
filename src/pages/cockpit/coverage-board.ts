/** Who has not reported, what is blank, how well each workbook is filled in, and where the reminders stand. */
import type { Cockpit, CockpitDepartment, CockpitGap } from '../../contract/cockpit';
import { make, makeTable } from '../parts/make-element';

export function coverageBoard({ departments, gaps }: Cockpit): HTMLElement {
  const kinds = [
    ['缺报', 'none', '没有交表'],
    ['不能用', 'refused', '交了，但是不能用'],
    ['没有读到', 'not-read', '打不开，不知道交没交'],
  ] as const;
  const lines = kinds.flatMap(([word, kind, meaning]) => {
    const own = departments.filter(({ workbook }) => workbook === kind);
    if (own.length === 0) return [];
    const names = own.map(({ name, why }) => (why === '' ? name : `${name}（${why}）`)).join('、');
    return [make('li', {}, make('strong', {}, `${word} ${String(own.length)} 个`), `（${meaning}）：${names}`)];
  });
  const typed = gaps.filter(({ department }) =>
    departments.some(({ name, workbook }) => name === department && workbook === 'usable'),
  );
  return make(
    'section',
    { class: 'panel' },
    make('h2', {}, '交表和空缺'),
    lines.length === 0 ? make('p', {}, '各单位都已交表。') : make('ul', { class: 'plain' }, ...lines),
    typed.length === 0 ? make('p', {}, '交来的表里，要填的指标都填了。') : gapTable(typed),
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
  const table = makeTable(
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
  const words = errors === 0 ? '各单位的表里都没有错误' : `${String(errors)} 个单位的表里有错误`;
  const details = make('details', {}, make('summary', {}, '以表格查看'), table);
  return make('section', { class: 'panel' }, make('h2', {}, '数据质量'), make('p', {}, `${words}。`), details);
}

const workbookWords = { usable: '可用', none: '缺报', refused: '不能用', 'not-read': '没有读到' } as const;

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
