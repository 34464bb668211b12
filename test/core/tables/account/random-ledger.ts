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
    record: (number) => [`2022-05-${day(number)}`, subject('培训', number), '司法所', 8, 3, 3, 3, 3, 3],
  },
  {
    title: '普法明细',
    header: ['日期', '主题', '地点或村', '是否牵头', '场次', '受众人次', '资料份数'],
    record: (number) => [`2022-06-${day(number)}`, subject('宣传', number), '集市', '是', 1, 40 + number, 500],
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

/** Now and then a record bears the word of a total. */
function subject(what: string, number: number): string {
  return number % 3 === 0 ? '合计' : `${what}${String(number)}`;
}

function day(number: number): string {
  return String((number % 28) + 1).padStart(2, '0');
}

const wide = (text: string, role: Role): Line => ({ cells: [[text, role]], isWide: true });
const blank: Line = { cells: [] };

/** What stands between the records of a table. */
type Between =
  | ('record' | 'blank' | 'section' | 'total' | 'note' | 'header' | 'remark')
  | ('spare' | 'signature' | 'stamp' | 'signed' | 'closing' | 'nothing' | 'unlike');
const kindsBetween: readonly Between[] = [
  ...(['record', 'blank', 'section', 'total', 'note', 'header', 'remark'] as const),
  ...(['spare', 'signature', 'stamp', 'signed', 'closing', 'nothing', 'unlike'] as const),
];

const between: fc.Arbitrary<Between> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Between>('record') },
  fc.nat(kindsBetween.length - 1).map((index) => kindsBetween[index] ?? 'blank'),
);
const betweens = fc.array(between, { minLength: 1, maxLength: 12 });

const block = fc.record({
  betweens,
  title: fc.constantFrom('一、基本情况', '（二）台账', '工作情况表'),
  isBare: fc.boolean(),
  isClose: fc.boolean(),
  hasNumbers: fc.boolean(),
  hasGroups: fc.boolean(),
  hasOwn: fc.boolean(),
  hasSide: fc.boolean(),
  hasStrayHeader: fc.boolean(),
  hasNoise: fc.boolean(),
  hasLabels: fc.boolean(),
  hasDataAbove: fc.boolean(),
  note: fc.constantFrom('备注：数据截至12月', '说明：请如实填写', '注：按年末计', '附注：不含各村'),
  total: fc.constantFrom('合计', '小计', '总计', '本页合计'),
  stamp: fc.constantFrom('司法所（盖章）', '单位（公章）：司法所', '负责人（签字）：'),
});
type Drawn = typeof block extends fc.Arbitrary<infer T> ? T : never;
type BlockInput = Omit<Drawn, 'betweens'> & { readonly betweens: readonly Between[] };

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
  /** How many records there are, by table. */
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
    const next = index + 1 < order.length ? blocks[index + 1] : undefined;
    const between = betweenOf(input, next);
    if (index > 0 && !input.isClose) lines.push(blank);
    lines.push(...linesOf(kind, { ...input, betweens: between }, { isFirst: index === 0, next }));
    records[kind.title] = between.filter((one) => one === 'record').length;
    widest = Math.max(widest, kind.header.length + 1);
  }
  return { ...sheetOf(lines, space.left, widest), records };
}

/** A heading right above the next table would be part of its title; a signature that ends a list must not be its first row. */
function betweenOf({ betweens: all }: BlockInput, next: BlockInput | undefined): readonly Between[] {
  if (next === undefined) return all;
  const isTitle = (one: Between): boolean => one === 'blank' || one === 'section' || one === 'unlike';
  const last = [...all].reverse().findIndex((one) => !isTitle(one));
  return last < 0 ? [] : all.slice(0, all.length - last);
}

interface Around {
  readonly isFirst: boolean;
  readonly next: BlockInput | undefined;
}

function linesOf(kind: Kind, input: BlockInput, around: Around): Line[] {
  const body = input.betweens.map((between, index) =>
    between === 'header' ? headerOf(kind, input, index) : lineOf(kind, input, { between, index }),
  );
  return [...aboveOf(kind, input, around), headerOf(kind, input, -1), ...body];
}

/** What stands above the header: of the first table on the sheet also what belongs nowhere. */
function aboveOf(
  kind: Kind,
  { title, isBare, hasNoise, hasLabels, hasDataAbove }: BlockInput,
  { isFirst }: Around,
): Line[] {
  if (!isFirst) return isBare ? [] : [wide(title, 'title')];
  const listed = (cells: readonly CellInput[]): Line => ({ cells: cells.map((one) => [one, 'listed'] as const) });
  return [
    ...(hasDataAbove ? [listed(kind.record(7))] : []),
    wide(title, 'title'),
    ...(hasLabels
      ? [
          {
            cells: [
              ['填报单位：', 'note'],
              ['司法所', 'note'],
              ['第3稿', 'listed'],
            ],
          } satisfies Line,
        ]
      : []),
    ...(hasNoise ? [listed(['数据', '来自', '台账'])] : []),
  ];
}

/** The cells before and behind those of the table: its numbers and groups, a column of its own, a list at the side. */
function aroundOf(
  { hasNumbers, hasGroups, hasOwn, hasSide }: BlockInput,
  { number, group, own, side }: Readonly<Record<'number' | 'group' | 'own' | 'side', Told>>,
): { readonly before: readonly Told[]; readonly behind: readonly Told[] } {
  return {
    before: [...(hasGroups ? [group] : []), ...(hasNumbers ? [number] : [])],
    behind: [...(hasOwn ? [own] : []), ...(hasSide ? [null, side] : [])],
  };
}

/** A word far to the right of a header, or above a side list in which nothing stands, heads nothing. */
function headerOf(kind: Kind, input: BlockInput, index: number): Line {
  const isSideFilled = input.betweens.slice(index + 1).includes('record');
  const { before, behind } = aroundOf(input, {
    number: ['序号', 'header'],
    group: ['片区', 'header'],
    own: ['自用栏目', 'header'],
    side: ['联系事项', isSideFilled ? 'header' : 'listed'],
  });
  const far: readonly Told[] = input.hasStrayHeader ? [null, null, null, null, null, null, ['内部资料', 'listed']] : [];
  return { cells: [...before, ...kind.header.map((name) => [name, 'header'] as const), ...behind, ...far] };
}

function lineOf(
  kind: Kind,
  input: BlockInput,
  { between, index }: { readonly between: Between; readonly index: number },
): Line {
  const after = input.betweens.slice(index + 1);
  const count = input.betweens.slice(0, index + 1).filter((one) => one === 'record').length;
  const none = aroundOf(input, { number: null, group: null, own: null, side: null });
  const filled = aroundOf(input, {
    number: [count, 'number'],
    group: ['东片', 'listed'],
    own: ['随手记的', 'listed'],
    side: ['找某某办', 'listed'],
  });
  const width = none.before.length + kind.header.length + none.behind.length;
  const notes = (...texts: readonly string[]): Line => ({ cells: texts.map((text) => [text, 'note'] as const) });
  switch (between) {
    case 'record':
      return {
        cells: [...filled.before, ...kind.record(count).map((one) => [one, 'used'] as const), ...filled.behind],
      };
    case 'section':
      return wide('一、上半年', sectionRole(after));
    case 'note':
      return wide(input.note, 'note');
    case 'total':
      return { cells: farStray([[input.total, 'total']], width) };
    case 'spare':
      return { cells: aroundOf(input, { number: [99, 'number'], group: null, own: null, side: null }).before };
    case 'remark':
      return { cells: farStray([], width) };
    case 'signature':
      return { cells: farStray([['填表人：综合岗', 'note'], null, ['审核人：所长', 'note']], width) };
    case 'stamp':
      return notes(input.stamp);
    case 'signed':
      return notes('填表人', '某某', '审核人', '某某');
    case 'closing':
      return notes('以上数据已核对');
    case 'nothing':
      return { cells: [...none.before, ...kind.header.map(() => ['无', 'used'] as const)] };
    case 'unlike':
      return { cells: [...none.before, ['情况属实', 'listed']] };
    case 'blank':
    case 'header':
      return blank;
  }
}

/** The cells of a row, and one far to the right that belongs to nothing. */
function farStray(cells: readonly Told[], width: number): readonly Told[] {
  return [...cells, ...Array.from({ length: width + 3 - cells.length }, () => null), ['已核对', 'listed']];
}

/** What stands above a header that comes again, with or without blank rows, is its title; what heads no record is nothing known. */
function sectionRole(after: readonly Between[]): Role {
  if (after.find((one) => one !== 'blank') === 'header') return 'title';
  const again = after.indexOf('header');
  const own = again < 0 ? after : after.slice(0, again);
  return own.includes('record') ? 'section' : 'listed';
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
