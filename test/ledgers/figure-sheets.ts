/** Figures: by the month or with indicators across, of the team, or a roster that is counted. */
import type { CellInput } from '../core/grid-builder';
import type { At, Draw, LedgerSheet, Truth } from './ledger-sheet';
import { numberSaid } from './said';
import { figures, figureWords, teamWords } from './words';

/** Months or quarters across, with a total that fits or does not. */
export function spread(draw: Draw): LedgerSheet {
  const words = figureWords;
  const parts = draw.of([
    Array.from({ length: 12 }, (_, index) => `${String(index + 1)}月`),
    ['一季度', '二季度', '三季度', '四季度'],
    ['第1季度', '第2季度', '第3季度'],
    ['上半年', '下半年'],
  ]);
  const hasTotal = draw.once(2);
  const header = [
    draw.of(words.code),
    draw.of(words.name),
    draw.of(words.unit),
    ...parts,
    ...(hasTotal ? [draw.of(words.total)] : []),
  ];
  const truth: Truth[] = [];
  const lines = figures.map(({ code, name, unit }, index): CellInput[] => {
    const row = index + 2;
    const values = parts.map(() => draw.below(9));
    const sum = values.reduce((before, one) => before + one, 0);
    const at = { row, column: 3 + parts.length - (hasTotal ? 0 : 1) };
    const cells = values.map((_, part) => ({ row, column: 3 + part }));
    truth.push({ cells: hasTotal ? [...cells, at] : cells, at, says: String(sum) });
    return [code, name, unit, ...values, ...(hasTotal ? [draw.once(3) ? sum + 1 : sum] : [])];
  });
  const merges = [{ startRow: 0, endRow: 1, startColumn: 0, endColumn: header.length }];
  return {
    shape: 'months across',
    title: draw.of(words.titles),
    rows: [['2022年主要指标统计表'], header, ...lines],
    merges,
    truth,
  };
}

/** Indicators across with one row, or with sub-units and a total below. */
export function across(draw: Draw): LedgerSheet {
  const named = figures.filter(({ name }) => name !== '');
  const units = draw.of([['执法办'], ['一中队', '二中队'], ['一中队', '二中队', '三中队']]);
  const header = ['单位', ...named.map(({ name, unit }) => (draw.once(2) ? `${name}（${unit}）` : name))];
  const rows = units.map((unit): CellInput[] => [unit, ...named.map(() => draw.below(50))]);
  const hasTotal = units.length > 1 && draw.once(2);
  const sums = named.map((_, index) => rows.reduce((sum, row) => sum + Number(row[index + 1]), 0));
  const truth = named.map((_, index): Truth => {
    const column = index + 1;
    const cells = rows.map((__, row) => ({ row: row + 1, column }));
    const first = { row: hasTotal ? rows.length + 1 : 1, column };
    return { cells, at: first, says: String(sums[index]) };
  });
  return {
    shape: 'indicators across',
    title: '执法数据统计表',
    rows: [header, ...rows, ...(hasTotal ? [['合计', ...sums]] : [])],
    merges: [],
    truth,
  };
}

const teamFields = ['quota', 'established', 'onDuty', 'certified', 'college', 'lawMajors'] as const;

/** The team down, across, or in pairs. */
export function team(draw: Draw): LedgerSheet {
  const title = draw.of(teamWords.titles);
  const labels = teamFields.map((field) => draw.of<string>(teamWords[field]));
  // Each is a part of the one before: figures that contradict each other are another matter.
  let most = 30;
  const values = labels.map(() => {
    const said = numberSaid(draw, '人', most);
    most = Number(said[1]);
    return said;
  });
  const told = (places: readonly At[]): readonly Truth[] =>
    places.map((at, index) => ({ cells: [at], at, says: values[index]?.[1] ?? '' }));
  const contents = values.map(([content]) => content);
  const shape = draw.of(['down', 'across', 'pairs'] as const);
  if (shape === 'down') {
    const rows = labels.map((label, index) => [label, contents[index] ?? null]);
    return { shape: 'form', title, rows, merges: [], truth: told(labels.map((_, row) => ({ row, column: 1 }))) };
  }
  if (shape === 'across') {
    const rows = [['执法队伍情况统计表（单位：人）'], ['单位', ...labels], ['执法办', ...contents]];
    const merges = [{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 7 }];
    return {
      shape: 'one row',
      title,
      rows,
      merges,
      truth: told(labels.map((_, index) => ({ row: 2, column: index + 1 }))),
    };
  }
  const rows = [0, 2, 4].map((first) =>
    [0, 1].flatMap((next) => [labels[first + next] ?? null, contents[first + next] ?? null]),
  );
  const places = labels.map((_, index) => ({ row: Math.floor(index / 2), column: index % 2 === 0 ? 1 : 3 }));
  return { shape: 'pairs', title, rows, merges: [], truth: told(places) };
}

/** One row a person: counted, by the header of what counts. */
export function roster(draw: Draw): LedgerSheet {
  const people = Array.from({ length: 3 + draw.below(6) }, () => ({
    licence: draw.of(['37A001', '37B002', '无', '']),
    school: draw.of(['本科', '大专', '研究生', '高中', '中专']),
    post: draw.of(['行政编制', '事业编制', '劳务派遣']),
  }));
  const rows = [
    ['序号', '姓名', '编制性质', '学历', '执法证号'],
    ...people.map(({ licence, school, post }, index) => [index + 1, `某${String(index)}`, post, school, licence]),
  ];
  const counted = (column: number, is: (one: (typeof people)[number]) => boolean): Truth => ({
    cells: people.map((_, index) => ({ row: index + 1, column })),
    at: { row: 0, column },
    says: String(people.filter(is).length),
  });
  return {
    shape: 'roster',
    title: draw.of(['执法队伍', '执法人员', '执法人员花名册', '人员花名册']),
    rows,
    merges: [],
    truth: [
      counted(1, () => true),
      counted(2, ({ post }) => post !== '劳务派遣'),
      counted(3, ({ school }) => ['本科', '大专', '研究生'].includes(school)),
      counted(4, ({ licence }) => licence.startsWith('37')),
    ],
  };
}
