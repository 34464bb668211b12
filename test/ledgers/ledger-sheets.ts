/** Sheets of a department's own ledger, drawn by chance, with what each of their cells says. */
import type { Merge } from '../../src/core/base/grid';
import { dateCell, type CellInput } from '../core/grid-builder';
import {
  caseWords,
  figures,
  figureWords,
  hosts,
  places,
  progressWords,
  publicityWords,
  teamWords,
  topics,
  trainingWords,
} from './words';

/** Row and column from 0. */
export interface At {
  readonly row: number;
  readonly column: number;
}

/** What cells say together, and where the program must tell it; null: no value may be taken, and a problem must say so. */
export interface Truth {
  readonly cells: readonly At[];
  readonly at: At;
  readonly says: string | null;
}

export interface LedgerSheet {
  readonly shape: string;
  readonly title: string;
  readonly rows: readonly (readonly CellInput[])[];
  readonly merges: readonly Merge[];
  readonly truth: readonly Truth[];
}

/** Chance: a number below the limit, and one of several. */
export interface Draw {
  readonly below: (limit: number) => number;
  readonly of: <T>(list: readonly T[]) => T;
  /** True in one case of so many. */
  readonly once: (of: number) => boolean;
}

/** What stands in a cell, and what it says. */
type Said = readonly [content: CellInput, says: string | null];

const two = (number: number): string => String(number).padStart(2, '0');

/** The same day as people write it; of ranges the first day counts, of ten days and months the last. */
function daySaid(draw: Draw): Said {
  const [month, day] = [draw.below(12) + 1, draw.below(26) + 1];
  const [m, d] = [String(month), String(day)];
  const iso = `2022-${two(month)}-${two(day)}`;
  const last = String(new Date(Date.UTC(2022, month, 0)).getUTCDate());
  return draw.of<Said>([
    [iso, iso],
    [dateCell(iso), iso],
    [`2022.${m}.${d}`, iso],
    [`2022年${m}月${d}日`, iso],
    [`2022/${m}/${d}`, iso],
    [`${m}月${d}日`, iso],
    [`${m}月${d}日至${String(day + 1)}日`, iso],
    [`2022年${m}月${d}日-${String(day + 2)}日`, iso],
    [`2022.${m}.${d}-${m}.${String(day + 1)}`, iso],
    [`2022年${m}月${d}日（周六）`, iso],
    [`2022年${m}月${d}日上午`, iso],
    [`22.${m}.${d}`, iso],
    [`${m}月上旬`, `2022-${two(month)}-10`],
    [`2022年${m}月下旬`, `2022-${two(month)}-${last}`],
    [`2022年${m}月`, `2022-${two(month)}-${last}`],
    ['2022-09-31', null],
    ['近期', null],
  ]);
}

function numberSaid(draw: Draw, unit: string, most = 40): Said {
  const number = draw.below(most) + 1;
  const text = String(number);
  const wide = text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return draw.of<Said>([
    [number, text],
    [number, text],
    [`${text}${unit}`, text],
    [text, text],
    [wide, text],
  ]);
}

function peopleSaid(draw: Draw): Said {
  const hundreds = String((draw.below(9) + 1) * 100);
  return draw.of<Said>([
    ...([
      [Number(hundreds), hundreds],
      [`${hundreds}余人`, hundreds],
      [`约${hundreds}人`, hundreds],
    ] as const),
    ...([
      [`近${hundreds}`, hundreds],
      [`${hundreds}人次`, hundreds],
      [`${hundreds}-900余`, null],
      ['若干', null],
    ] as const),
  ]);
}

function hoursSaid(draw: Draw): Said {
  return draw.of<Said>([
    ...([
      [4, '4'],
      ['8学时', '8'],
      ['半天', '4'],
      ['一天', '8'],
      ['一个半小时', '1.5'],
    ] as const),
    ...([
      ['4h', '4'],
      [3.5, '3.5'],
      ['2小时', '2'],
      ['8学时/人', '8'],
      ['3-4', null],
    ] as const),
  ]);
}

function yesSaid(draw: Draw): Said {
  return draw.of<Said>([
    ['是', 'true'],
    ['√', 'true'],
    ['否', 'false'],
    ['×', 'false'],
  ]);
}

function textSaid(draw: Draw, list: readonly string[]): Said {
  const text = draw.of(list);
  return [text, text];
}

/** One column of a list: how it is called, and what stands in it. */
interface ListColumn {
  readonly name: string;
  readonly said: () => Said;
  /** It is added up in a total below. */
  readonly isSummed?: true;
}

/** A list with a title, a column of numbers, a total, remarks and a column of one's own, or without. */
function listSheet(draw: Draw, shape: string, title: string, columns: readonly ListColumn[]): LedgerSheet {
  const [hasTitle, hasNumbers, hasOwn, hasTotal, hasNotes] = Array.from({ length: 5 }, () => draw.once(2));
  const lead = hasNumbers === true ? 1 : 0;
  const header = [
    ...(lead > 0 ? ['序号'] : []),
    ...columns.map(({ name }) => name),
    ...(hasOwn === true ? ['影像资料'] : []),
  ];
  const top = hasTitle === true ? 1 + draw.below(2) : 0;
  const above: CellInput[][] = [[`${title}（2022年）`], ['填报单位：执法办　　填报时间：2022年12月']].slice(0, top);
  const truth: Truth[] = [];
  const records = Array.from({ length: 3 + draw.below(4) }, (_, index): CellInput[] => {
    const row = top + 1 + index;
    const cells = columns.map(({ said }, at): CellInput => {
      const [content, says] = said();
      const here = { row, column: lead + at };
      truth.push({ cells: [here], at: here, says });
      return content;
    });
    return [...(lead > 0 ? [index + 1] : []), ...cells, ...(hasOwn === true ? ['有'] : [])];
  });
  const total =
    hasTotal === true
      ? [
          [
            ...Array.from({ length: lead }, () => null),
            '合计',
            ...columns.slice(1).map(({ isSummed }) => (isSummed === true ? 999 : null)),
          ],
        ]
      : [];
  const notes = hasNotes === true ? [['备注：以上数据截至12月底'], ['填表人：综合岗']] : [];
  const merges = above.map((_, row) => ({ startRow: row, endRow: row + 1, startColumn: 0, endColumn: header.length }));
  return { shape, title, rows: [...above, header, ...records, ...total, ...notes], merges, truth };
}

export function trainings(draw: Draw): LedgerSheet {
  const words = trainingWords;
  return listSheet(draw, 'list', draw.of(words.titles), [
    { name: draw.of(words.day), said: () => daySaid(draw) },
    { name: draw.of(words.topic), said: () => textSaid(draw, topics) },
    { name: draw.of(words.organiser), said: () => textSaid(draw, hosts) },
    { name: draw.of(words.hours), said: () => hoursSaid(draw) },
    { name: draw.of(words.attended), said: () => numberSaid(draw, '人'), isSummed: true },
  ]);
}

export function publicity(draw: Draw): LedgerSheet {
  const words = publicityWords;
  return listSheet(draw, 'list', draw.of(words.titles), [
    { name: draw.of(words.day), said: () => daySaid(draw) },
    { name: draw.of(words.topic), said: () => textSaid(draw, topics) },
    { name: draw.of(words.place), said: () => textSaid(draw, places) },
    { name: draw.of(words.leads), said: () => yesSaid(draw) },
    { name: draw.of(words.events), said: () => numberSaid(draw, '场', 5), isSummed: true },
    { name: draw.of(words.people), said: () => peopleSaid(draw) },
    { name: draw.of(words.materials), said: () => numberSaid(draw, '份', 900) },
  ]);
}

/** Cases with the procedure as a word, or as marks under 简易 and 普通. */
export function cases(draw: Draw): LedgerSheet {
  const words = caseWords;
  const names = [words.category, words.day, words.amount, words.capacity].map((one) => draw.of<string>(one));
  const procedure = draw.of(words.procedure);
  const rows: CellInput[][] = [
    [names[0] ?? '', procedure, null, ...names.slice(1)],
    [null, '简易', '普通', null, null, null],
  ];
  const truth: Truth[] = [];
  for (let index = 0; index < 3 + draw.below(3); index += 1) {
    const row = rows.length;
    const isSimple = draw.once(2);
    const [day, dayIs] = daySaid(draw);
    const yuan = (draw.below(90) + 1) * 100;
    const [amount, amountIs] = draw.of<Said>([
      [yuan, String(yuan / 10_000)],
      [`${String(yuan)}元`, String(yuan / 10_000)],
    ]);
    const mark = draw.of(['√', '✓', '●']);
    rows.push(['罚款', isSimple ? mark : null, isSimple ? null : mark, day, amount, '本级']);
    const one = (column: number, says: string | null, at = column): void => {
      truth.push({ cells: [{ row, column }], at: { row, column: at }, says });
    };
    one(0, '罚款');
    one(isSimple ? 1 : 2, isSimple ? '简易' : '普通', 1);
    one(3, dayIs);
    one(4, amountIs);
    one(5, '本级');
  }
  const merges: Merge[] = [
    { startRow: 0, endRow: 1, startColumn: 1, endColumn: 3 },
    ...[0, 3, 4, 5].map((column) => ({ startRow: 0, endRow: 2, startColumn: column, endColumn: column + 1 })),
  ];
  return { shape: 'options', title: draw.of(words.titles), rows, merges, truth };
}

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
  const values = [30, 20, 20, 15, 10, 5].map((most) => numberSaid(draw, '人', most));
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

/** Tasks, some of them merged over the rows of their steps. */
export function progress(draw: Draw, ids: readonly string[]): LedgerSheet {
  const words = progressWords;
  const header = [
    draw.of(words.id),
    draw.of(words.title),
    draw.of(words.status),
    draw.of(words.doneOn),
    draw.of(words.text),
  ];
  const rows: CellInput[][] = [header];
  const merges: Merge[] = [];
  const truth: Truth[] = [];
  for (const [index, id] of ids.entries()) {
    const row = rows.length;
    const steps = draw.once(3) ? 2 : 1;
    const texts = Array.from({ length: steps }, (_, step) => `第${String(index + 1)}项第${String(step + 1)}步`);
    const said = draw.of([
      ['已完成', 'done'],
      ['办结', 'done'],
      ['进行中', 'in-progress'],
      ['未启动', 'not-started'],
    ] as const);
    texts.forEach((text, step) =>
      rows.push([
        step === 0 ? id : null,
        step === 0 ? `任务${id}` : null,
        said[0],
        said[1] === 'done' ? `2022-0${String(step + 3)}-10` : null,
        text,
      ]),
    );
    if (steps > 1)
      merges.push(
        ...[0, 1].map((column) => ({ startRow: row, endRow: row + steps, startColumn: column, endColumn: column + 1 })),
      );
    const over = (column: number): readonly At[] => texts.map((_, step) => ({ row: row + step, column }));
    truth.push({ cells: over(2), at: { row, column: 2 }, says: said[1] });
    if (said[1] === 'done')
      truth.push({ cells: over(3), at: { row, column: 3 }, says: `2022-0${String(steps + 2)}-10` });
    truth.push({ cells: over(4), at: { row, column: 4 }, says: texts.join('；') });
  }
  return { shape: 'merged tasks', title: draw.of(words.titles), rows, merges, truth };
}
