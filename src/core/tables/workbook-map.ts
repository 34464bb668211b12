/** Which sheet and column of a workbook is taken for what, and what the office can write to have it otherwise. */
import type { Grid } from '../base/grid';
import { cellName, sheetPlace } from '../base/place';
import type { Problem } from '../base/problem';
import { wholeGrid, type Taken } from '../base/taken';
import { cellAccounts, type SheetAccount } from './account/cell-account';
import { mappingName } from '../base/mapping';
import { nearest } from '../base/nearest';
import type { Declared } from './declared';
import { findHeader } from './find-header';
import { findAll, type FoundSheets } from './find-sheet';
import { formLabels, labelsOf } from './form-labels';
import { shownHeader } from './header-problems';
import type { MatchedBy } from './match-headers';
import { readForm } from './read-form';
import { readTable } from './read-table';
import type { Column, Form, Table } from './sheet';
import type { FoundBy } from './usages/sheet-candidates';
import { shapedSheets } from './shapes/shaped-sheets';
import { splitSheets } from './split-sheet';
import { tableLayout, type TableLayout } from './table-layout';
import { unknownColumns } from './unknown-columns';

/** One column of a table or line of a form. */
interface MapLine {
  /** The cell of its header. */
  readonly cell: string;
  /** What stands there. */
  readonly shown: string;
  /** The declared header; null when nobody knows it. */
  readonly header: string | null;
  readonly by: MatchedBy | null;
}

/** One sheet that was taken for a declared one. */
export interface SheetMap {
  readonly sheet: string;
  readonly title: string;
  readonly by: FoundBy;
  /** Rows that hold something below the header; null for a form. */
  readonly rows: number | null;
  readonly lines: readonly MapLine[];
  readonly missing: readonly { readonly header: string; readonly required: boolean }[];
}

export interface WorkbookMap {
  readonly workbook: string;
  readonly kind: 'department' | 'hub';
  readonly sheets: readonly SheetMap[];
  /** Sheets of the workbook that nobody reads. */
  readonly unread: readonly string[];
  /** What those would be most likely, as far as their headers say. */
  readonly likely: readonly SheetMap[];
  /** Declared sheets it does not hold. */
  readonly absent: readonly string[];
  /** Lines for the setting 列对应; where nothing is likely, ？ stands for what a person has to put there. */
  readonly suggestions: readonly string[];
  /** What became of the cells of each sheet. */
  readonly cells: readonly SheetAccount[];
  readonly problems: readonly Problem[];
}

/** The map of a department's workbook or of a hub, whichever its sheets are more of. */
export function workbookMap(sheetsOf: readonly Grid[], workbook: string, declared: Declared): WorkbookMap {
  const wanted = { file: workbook, required: false, declared };
  const books = [declared.department, declared.hub].map((list) => {
    const whole = splitSheets(sheetsOf, list, declared);
    const grids = shapedSheets(whole, list, { declared, lines: declared.lines, reportYear: anyYear });
    return { whole, grids, found: list.map((one) => ({ one, ...findAll(grids, one, wanted) })) };
  });
  const isHub = countFound(books[1]) > countFound(books[0]);
  const { whole, grids, found } = books[isHub ? 1 : 0] ?? { whole: [], grids: [], found: [] };
  const parts = found.flatMap(({ one, grids: own, by }) =>
    own.map((grid) => ({ grid, ...mapOf(grid, one, by, declared) })),
  );
  const read = parts.map(({ grid }) => grid);
  const sheets = parts.map(({ map }) => map);
  const strange = grids.filter((grid) => !read.includes(grid));
  const absent = found.flatMap(({ grids: own, one }) => (own.length === 0 ? [one] : []));
  const likely = strange.flatMap((grid) => likeliest(grid, absent, declared));
  const problems = [...found.flatMap((one) => one.problems), ...parts.flatMap((one) => one.problems)];
  const account = cellAccounts(
    whole,
    parts.flatMap(({ taken }) => taken),
    [...problems, ...parts.flatMap(({ said }) => said), ...strange.map(unreadSheet)],
  );
  const unlikely = strange.filter(({ sheet }) => !likely.some((one) => one.sheet === sheet));
  return {
    workbook,
    kind: isHub ? 'hub' : 'department',
    sheets,
    cells: account.accounts,
    unread: strange.map(({ sheet }) => sheet),
    likely,
    absent: absent.flatMap((one) => (one.kind === 'table' && one.isOwn === true ? [] : one.title)),
    suggestions: [
      ...[...sheets, ...likely].flatMap((one, _, all) =>
        suggestionsFor(one, all.filter(({ sheet }) => sheet === one.sheet).length > 1),
      ),
      ...unlikely.map(({ sheet }) => `工作表：${mappingName(sheet)}＝？`),
    ],
    problems: [...problems, ...account.problems],
  };
}

/** The table whose columns the sheet names most of, at least two; none for a sheet that is like nothing. */
function likeliest(grid: Grid, absent: readonly (Table | Form)[], declared: Declared): readonly SheetMap[] {
  const named = absent.flatMap((one) => {
    const found = one.kind === 'table' ? findHeader(grid, one, declared) : null;
    return one.kind === 'table' && found !== null && found.matches.size > 1 ? [{ one, size: found.matches.size }] : [];
  });
  const [best] = named.sort((a, b) => b.size - a.size);
  return best === undefined ? [] : [tableMap(grid, best.one, 'header', tableLayout(grid, best.one, { declared })).map];
}

interface FoundKinds {
  readonly found: readonly Pick<FoundSheets, 'grids'>[];
}

function countFound(book: FoundKinds | undefined): number {
  return (book?.found ?? []).filter(({ grids }) => grids.length > 0).length;
}

interface MappedSheet {
  readonly map: SheetMap;
  readonly problems: readonly Problem[];
}

/** What a cell was taken for does not depend on the year. */
const anyYear = 2022;

/** The map with what reading makes of the cells; what it says of values is nothing for a map. */
function mapOf(
  grid: Grid,
  sheet: Table | Form,
  by: FoundBy,
  declared: Declared,
): MappedSheet & { readonly taken: readonly Taken[]; readonly said: readonly Problem[] } {
  const context = { reportYear: anyYear, declared };
  if (sheet.kind === 'table') {
    const { taken, problems, layout } = readTable(grid, sheet, context);
    return { ...tableMap(grid, sheet, by, layout), taken, said: problems };
  }
  const { taken, problems, unknown } = readForm(grid, sheet, context);
  return { ...formMap(grid, sheet, by), taken, said: [...problems, ...unknown] };
}

/** The map says of such a sheet that it is not read. */
function unreadSheet(grid: Grid): Problem {
  return {
    code: 'sheet-unknown',
    level: 'note',
    place: sheetPlace(grid),
    actual: '',
    reason: '',
    expected: '',
    covers: wholeGrid(grid),
  };
}

function tableMap(grid: Grid, table: Table, by: FoundBy, { segments, problems }: TableLayout): MappedSheet {
  const found = segments[0]?.found;
  const rows = segments.reduce((count, segment) => count + segment.rows.length, 0);
  const about = { sheet: grid.sheet, title: table.title, by, rows };
  if (found === undefined) return { map: { ...about, lines: [], missing: missingOf(table, []) }, problems };
  const cellOf = (at: number): { readonly cell: string; readonly shown: string } => ({
    cell: cellName(found.band.bottom, at),
    shown: shownHeader(found, at),
  });
  const known = [...found.matches].map(([field, { at, by: matchedBy }]) => ({
    at,
    line: { ...cellOf(at), header: table.columns[field]?.header ?? field, by: matchedBy },
  }));
  const unknown = unknownColumns(grid, table, found).map((at) => ({
    at,
    line: { ...cellOf(at), header: null, by: null },
  }));
  const lines = [...known, ...unknown].sort((a, b) => a.at - b.at).map(({ line }) => line);
  return { map: { ...about, lines, missing: missingOf(table, [...found.matches.keys()]) }, problems };
}

function formMap(grid: Grid, form: Form, by: FoundBy): MappedSheet {
  const labels = formLabels(grid, form, labelsOf(grid));
  const lines = [...labels].flatMap(([field, [label]]) => {
    const header = form.columns[field]?.header ?? field;
    return label === undefined
      ? []
      : [{ cell: cellName(label.row, label.column), shown: label.key, header, by: 'header' as const }];
  });
  const found = [...labels].flatMap(([field, all]) => (all.length > 0 ? [field] : []));
  return {
    map: { sheet: grid.sheet, title: form.title, by, rows: null, lines, missing: missingOf(form, found) },
    problems: [],
  };
}

function missingOf({ columns }: Table | Form, found: readonly string[]): SheetMap['missing'] {
  return Object.entries<Column>(columns).flatMap(([field, { header, required }]) =>
    found.includes(field) ? [] : [{ header, required }],
  );
}

/** What fixes a sheet taken by its header as the one table it holds, and one line for each header nobody knows. */
function suggestionsFor({ sheet, title, by, lines, missing }: SheetMap, isOneOfSeveral: boolean): readonly string[] {
  const unknown = lines.filter(({ header }) => header === null);
  const likely = (shown: string): string =>
    nearest(
      shown,
      missing.map(({ header }) => header),
    ) ?? '？';
  const pairs = missing.length === 0 ? [] : unknown.map(({ shown }) => `${mappingName(shown)}＝${likely(shown)}`);
  return [
    ...(by === 'header' && !isOneOfSeveral ? [`工作表：${mappingName(sheet)}＝${title}`] : []),
    ...(pairs.length > 0 ? [`${title}：${pairs.join('、')}`] : []),
  ];
}

const byWords: Readonly<Record<FoundBy | MatchedBy, string>> = {
  mapping: '按设置的“列对应”',
  name: '按名称',
  header: '按表头',
  synonym: '按别的叫法',
  usage: '按各单位常用的叫法',
  shared: '按内容',
  likely: '按词尾',
};

/** The map as lines for the screen. */
export function mapText({ workbook, kind, sheets, unread, likely, absent, suggestions, cells }: WorkbookMap): string {
  return [
    `${workbook}：按${kind === 'hub' ? '总表' : '单位填报表'}读取`,
    ...sheets.flatMap((one) => [
      `工作表“${one.sheet}”＝${one.title}（${byWords[one.by]}${one.rows === null ? '' : `，${String(one.rows)}行内容`}）`,
      ...sheetLines(one),
    ]),
    ...unread.flatMap((sheet) => {
      const [one] = likely.filter((each) => each.sheet === sheet);
      if (one === undefined) return [`工作表“${sheet}”没有读取`];
      return [`工作表“${sheet}”没有读取，最像“${one.title}”，如果就是它：`, ...sheetLines(one)];
    }),
    ...(absent.length > 0 ? [`没有找到：${absent.join('、')}`] : []),
    ...cells.map(cellsText),
    ...(suggestions.length > 0
      ? ['要改正或固定读法，请在总表“设置”的“列对应”里写（“？”处填上表里该有的名称，不需要的行不写）：']
      : []),
    ...suggestions.map((line) => `  ${line}`),
  ].join('\n');
}

const roleWords: Readonly<Record<keyof SheetAccount['named'], string>> = {
  title: '标题',
  header: '表头',
  note: '说明',
  total: '合计',
  section: '小标题',
  example: '示例',
  number: '序号',
  helper: '公式列',
};

/** `“指标数据”有内容的 326 格：读取 317，表头 7，标题 1，说明 1`. */
function cellsText({ sheet, filled, used, listed, named, unread }: SheetAccount): string {
  const parts = [
    ['读取', used],
    ...Object.entries(roleWords).map(([role, word]) => [word, named[role as keyof typeof named]]),
    ['没有读取、列在问题里', listed],
    ['没有读到', unread],
  ] as const;
  const said = parts
    .filter(([, count]) => Number(count) > 0)
    .map(([word, count]) => `${String(word)} ${String(count)}`);
  return `“${sheet}”有内容的 ${String(filled)} 格：${said.join('，')}`;
}

function sheetLines({ lines, missing }: SheetMap): readonly string[] {
  const required = missing.filter((one) => one.required).map(({ header }) => header);
  const others = missing.filter((one) => !one.required).map(({ header }) => header);
  return [
    ...lines.map(lineText),
    ...(required.length > 0 ? [`  缺必填：${required.join('、')}`] : []),
    ...(others.length > 0 ? [`  没有：${others.join('、')}`] : []),
  ];
}

function lineText({ cell, shown, header, by }: MapLine): string {
  if (header === null || by === null) return `  ${cell} “${shown}”：不认识，没有读取`;
  const how = by === 'header' ? '' : `（${byWords[by]}）`;
  return `  ${cell} “${shown}”＝${header}${how}`;
}
