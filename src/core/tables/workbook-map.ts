/** Which sheet and column of a workbook is taken for what, and what the office can write to have it otherwise. */
import type { Grid } from '../base/grid';
import { cellName } from '../base/place';
import type { Problem } from '../base/problem';
import { nearest } from '../base/nearest';
import type { Declared } from './declared';
import { findHeader } from './find-header';
import { findSheet, type FoundBy } from './find-sheet';
import { formLabels, labelsOf } from './form-labels';
import { shownHeader, unknownColumns } from './header-problems';
import type { MatchedBy } from './match-headers';
import type { Column, Form, Table } from './sheet';
import { tableLayout } from './table-layout';

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
interface SheetMap {
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
  readonly problems: readonly Problem[];
}

/** The map of a department's workbook or of a hub, whichever its sheets are more of. */
export function workbookMap(grids: readonly Grid[], workbook: string, declared: Declared): WorkbookMap {
  const wanted = { file: workbook, required: false, declared };
  const isFound = (one: Table | Form): boolean => findSheet(grids, one, wanted).grid !== null;
  const isHub = declared.hub.filter(isFound).length > declared.department.filter(isFound).length;
  const found = (isHub ? declared.hub : declared.department).map((one) => ({
    one,
    ...findSheet(grids, one, wanted),
  }));
  const parts = found.flatMap(({ one, grid, by }) =>
    grid === null ? [] : [{ grid, ...mapOf(grid, one, by, declared) }],
  );
  const read = parts.map(({ grid }) => grid);
  const sheets = parts.map(({ map }) => map);
  const strange = grids.filter((grid) => !read.includes(grid));
  const absent = found.flatMap(({ grid, one }) => (grid === null ? [one] : []));
  const likely = strange.flatMap((grid) => likeliest(grid, absent, declared));
  const unlikely = strange.filter(({ sheet }) => !likely.some((one) => one.sheet === sheet));
  return {
    workbook,
    kind: isHub ? 'hub' : 'department',
    sheets,
    unread: strange.map(({ sheet }) => sheet),
    likely,
    absent: absent.map(({ title }) => title),
    suggestions: [
      ...[...sheets, ...likely].flatMap(suggestionsFor),
      ...unlikely.map(({ sheet }) => `工作表：${mappingName(sheet)}＝？`),
    ],
    problems: [...found.flatMap(({ problems }) => problems), ...parts.flatMap(({ problems }) => problems)],
  };
}

/** The table whose columns the sheet names most of, at least two; none for a sheet that is like nothing. */
function likeliest(grid: Grid, absent: readonly (Table | Form)[], declared: Declared): readonly SheetMap[] {
  const named = absent.flatMap((one) => {
    const found = one.kind === 'table' ? findHeader(grid, one, declared) : null;
    return one.kind === 'table' && found !== null && found.matches.size > 1 ? [{ one, size: found.matches.size }] : [];
  });
  const [best] = named.sort((a, b) => b.size - a.size);
  return best === undefined ? [] : [tableMap(grid, best.one, 'header', declared).map];
}

interface Mapped {
  readonly map: SheetMap;
  readonly problems: readonly Problem[];
}

function mapOf(grid: Grid, sheet: Table | Form, by: FoundBy, declared: Declared): Mapped {
  return sheet.kind === 'table' ? tableMap(grid, sheet, by, declared) : formMap(grid, sheet, by);
}

function tableMap(grid: Grid, table: Table, by: FoundBy, declared: Declared): Mapped {
  const { segments, problems } = tableLayout(grid, table, declared);
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

function formMap(grid: Grid, form: Form, by: FoundBy): Mapped {
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

/** What fixes a sheet taken by its header, and one line for each header nobody knows. */
function suggestionsFor({ sheet, title, by, lines, missing }: SheetMap): readonly string[] {
  const unknown = lines.filter(({ header }) => header === null);
  const likely = (shown: string): string =>
    nearest(
      shown,
      missing.map(({ header }) => header),
    ) ?? '？';
  const pairs = missing.length === 0 ? [] : unknown.map(({ shown }) => `${mappingName(shown)}＝${likely(shown)}`);
  return [
    ...(by === 'header' ? [`工作表：${mappingName(sheet)}＝${title}`] : []),
    ...(pairs.length > 0 ? [`${title}：${pairs.join('、')}`] : []),
  ];
}

function mappingName(name: string): string {
  return /[、,，=＝→:：;；]/u.test(name) ? `“${name}”` : name;
}

const byWords: Readonly<Record<FoundBy | MatchedBy, string>> = {
  mapping: '按设置的“列对应”',
  name: '按名称',
  header: '按表头',
  synonym: '按别的叫法',
};

/** The map as lines for the screen. */
export function mapText({ workbook, kind, sheets, unread, likely, absent, suggestions }: WorkbookMap): string {
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
    ...(suggestions.length > 0
      ? ['要改正或固定读法，请在总表“设置”的“列对应”里写（“？”处填上表里该有的名称，不需要的行不写）：']
      : []),
    ...suggestions.map((line) => `  ${line}`),
  ].join('\n');
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
