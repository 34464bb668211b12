/** Ledgers as departments keep them, of which it is known for each cell what it is. */
import fc from 'fast-check';
import type { Grid, Merge } from '../../../../src/core/base/grid';
import type { SheetAccount } from '../../../../src/core/tables/account/cell-account';
import { gridOf, type CellInput } from '../../grid-builder';

type Role = 'used' | 'listed' | keyof SheetAccount['named'];

/** One cell and what it must end as; null is blank. */
type Told = readonly [content: CellInput, role: Role] | null;

/** Some rows; a wide one is one text merged over its block. */
interface Line {
  readonly cells: readonly Told[];
  readonly isWide?: true;
}

/** A table of the workbook: its header, and records of it that can be read. */
interface Kind {
  readonly title: string;
  readonly header: readonly string[];
  readonly record: (number: number) => readonly CellInput[];
}

const kinds: readonly Kind[] = [
  {
    title: '培训明细',
    header: ['日期', '主题', '主办', '学时', '应到', '实到', '应考', '参考', '合格'],
    record: (number) => [`2022-05-${day(number)}`, `培训${String(number)}`, '司法所', 8, 3, 3, 3, 3, 3],
  },
  {
    title: '普法明细',
    header: ['日期', '主题', '地点或村', '是否牵头', '场次', '受众人次', '资料份数'],
    record: (number) => [`2022-06-${day(number)}`, `宣传${String(number)}`, '集市', '是', 1, 40 + number, 500],
  },
  {
    title: '案件明细',
    header: [
      ...['类别', '程序', '决定日期', '罚没金额（元）', '执法名义', '委托机关'],
      ...['应法制审核', '已法制审核', '公示日期', '全过程记录'],
    ],
    record: (number) => [
      ...['罚款', '普通', `2022-08-${day(number)}`, 5000 + number, '受委托', '县应急局'],
      ...['是', '是', '2022-09-01', '是'],
    ],
  },
];

function day(number: number): string {
  return String((number % 28) + 1).padStart(2, '0');
}

const wide = (text: string, role: Role): Line => ({ cells: [[text, role]], isWide: true });
const blank: Line = { cells: [] };

/** What stands between the records of a table. */
type Between = 'record' | 'blank' | 'section' | 'total' | 'note' | 'header' | 'remark' | 'spare' | 'signature';

const betweens = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Between>('record') },
    fc.constantFrom<Between>('blank', 'section', 'total', 'note', 'header', 'remark', 'spare', 'signature'),
  ),
  { minLength: 1, maxLength: 12 },
);

const block = fc.record({
  betweens,
  title: fc.constantFrom('一、基本情况', '（二）台账', '工作情况表'),
  hasNumbers: fc.boolean(),
  hasOwn: fc.boolean(),
  hasSide: fc.boolean(),
  note: fc.constantFrom('备注：数据截至12月', '说明：请如实填写', '注：按年末计', '附注：不含各村'),
  total: fc.constantFrom('合计', '小计', '总计', '本页合计'),
});
type BlockInput = typeof block extends fc.Arbitrary<infer T> ? T : never;

/** One sheet of one to three tables, in any order, with how many blank rows and columns before. */
export const randomLedger = fc
  .record({
    order: fc.shuffledSubarray([0, 1, 2], { minLength: 1 }),
    blocks: fc.array(block, { minLength: 3, maxLength: 3 }),
    left: fc.integer({ min: 0, max: 2 }),
    top: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ order, blocks, left, top }) => ledgerOf(order, blocks, { left, top }));

export interface Ledger {
  readonly grid: Grid;
  /** How many cells must end as what. */
  readonly truth: Readonly<Partial<Record<Role, number>>>;
  /** The second cell of each record, by table: its 主题 or, of a case, 程序. */
  readonly records: Readonly<Record<string, number>>;
}

function ledgerOf(
  order: readonly number[],
  blocks: readonly BlockInput[],
  space: { left: number; top: number },
): Ledger {
  const records: Record<string, number> = {};
  const lines: Line[] = Array.from({ length: space.top }, () => blank);
  let widest = 0;
  for (const [index, at] of order.entries()) {
    const [kind, input] = [kinds[at], blocks[index]];
    if (kind === undefined || input === undefined) continue;
    if (index > 0) lines.push(blank);
    lines.push(...linesOf(kind, input));
    records[kind.title] = input.betweens.filter((one) => one === 'record').length;
    widest = Math.max(widest, kind.header.length + 1);
  }
  return { ...sheetOf(lines, space.left, widest), records };
}

function linesOf(kind: Kind, input: BlockInput): readonly Line[] {
  const { hasNumbers, hasOwn, hasSide } = input;
  const number = (content: CellInput): readonly Told[] =>
    hasNumbers ? [content === null ? null : [content, 'number']] : [];
  const header: Line = {
    cells: [
      ...(hasNumbers ? [['序号', 'header'] as const] : []),
      ...kind.header.map((name) => [name, 'header'] as const),
      ...(hasOwn ? [['自用栏目', 'header'] as const] : []),
      ...(hasSide ? [null, ['联系事项', 'header'] as const] : []),
    ],
  };
  let count = 0;
  const body = input.betweens.map((between, index): Line => {
    if (between === 'blank') return blank;
    if (between === 'section')
      return wide('一、上半年', isTitleOf(input.betweens.slice(index + 1)) ? 'title' : 'section');
    if (between === 'note') return wide(input.note, 'note');
    if (between === 'header') return header;
    if (between === 'signature') return { cells: [['填表人：综合岗', 'note'], null, ['审核人：所长', 'note']] };
    if (between === 'total') return { cells: [[input.total, 'total'], ...number(null), null, null, null] };
    if (between === 'spare') return { cells: number(99) };
    const stray: readonly Told[] = [null, null, null, ['已核对', 'listed']];
    if (between === 'remark') return { cells: [...Array.from({ length: header.cells.length }, () => null), ...stray] };
    count += 1;
    const own: readonly Told[] = [
      ...(hasOwn ? [['随手记的', 'listed'] as const] : []),
      ...(hasSide ? [null, ['找某某办', 'listed'] as const] : []),
    ];
    return { cells: [...number(count), ...kind.record(count).map((one) => [one, 'used'] as const), ...own] };
  });
  return [wide(input.title, 'title'), header, ...body];
}

/** What stands above a header that comes again, with or without blank rows, is its title. */
function isTitleOf(after: readonly Between[]): boolean {
  return after.find((one) => one !== 'blank') === 'header';
}

function sheetOf(lines: readonly Line[], left: number, width: number): Pick<Ledger, 'grid' | 'truth'> {
  const margin = Array.from({ length: left }, () => null);
  const rows = lines.map(({ cells }) => [...margin, ...cells.map((cell) => cell?.[0] ?? null)]);
  const merges = lines.flatMap(({ isWide }, row): readonly Merge[] =>
    isWide ? [{ startRow: row, endRow: row + 1, startColumn: left, endColumn: left + width }] : [],
  );
  const truth: Partial<Record<Role, number>> = {};
  for (const [, role] of lines.flatMap(({ cells }) => cells.filter((cell) => cell !== null))) {
    truth[role] = (truth[role] ?? 0) + 1;
  }
  return { grid: gridOf(rows, { workbook: '司法所.xlsx', sheet: '工作台账', merges }), truth };
}
