/** Lists: one row an event or a case, a task or its steps. */
import type { Merge } from '../../src/core/base/grid';
import type { CellInput } from '../core/grid-builder';
import type { At, Draw, LedgerSheet, Said, Truth } from './ledger-sheet';
import { daySaid, hoursSaid, numberSaid, peopleSaid, textSaid, yesSaid } from './said';
import { caseWords, hosts, places, progressWords, publicityWords, topics, trainingWords } from './words';

/** One column of a list: how it is called, and what stands in it. */
export interface ListColumn {
  readonly name: string;
  readonly said: () => Said;
  /** It is added up in a total below. */
  readonly isSummed?: true;
}

/** In the place of a day: not yet. */
export const notYet = '尚未办结';

/** A list with a title, a column of numbers, a total, remarks and a column of one's own, or without. */
export function listSheet(draw: Draw, shape: string, title: string, columns: readonly ListColumn[]): LedgerSheet {
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
      // What says that there is no day yet is no value, and need not be told at the cell.
      if (content !== '—' && content !== notYet) truth.push({ cells: [here], at: here, says });
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
