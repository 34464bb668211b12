/** The hub's 单位 sheet. */
import type { Grid } from '../base/grid';
import { groupsBy } from '../base/groups';
import type { Edition } from '../edition/edition';
import type { ColumnsOf } from '../edition/shapes';
import type { Problem, Result } from '../base/problem';
import { findSheet } from '../tables/find-sheet';
import type { Settings } from '../settings/settings';
import { textOf, valueOr, type Read } from '../tables/read-row';
import { readTable, type TableRow } from '../tables/read-table';
import { finderOf } from './by-key';
import type { Department } from './rows';
import { duplicateKeys, firstOfEach } from './same-key';

type DepartmentRow = TableRow<ColumnsOf<'departments'>>;

/** The departments in their order; one without a name cannot be referred to and is only listed as a problem. */
export function departmentList(
  hub: readonly Grid[],
  file: string,
  { reportYear, edition }: Pick<Settings, 'reportYear' | 'edition'>,
): Result<readonly Department[]> {
  const { sheets, declared } = edition;
  const { grid, problems } = findSheet(hub, sheets.departments, { file, required: true, declared });
  if (grid === null) return { value: [], problems };
  const read = readTable(grid, sheets.departments, { reportYear, declared });
  const named = read.rows.filter(({ cells }) => cells.name.value !== null);
  const departments = named.map(({ cells, place }): Department => ({
    id: cells.id.value ?? textOf(cells.name),
    name: textOf(cells.name),
    aliases: valueOr(cells.aliases, []),
    kind: textOf(cells.kind),
    inGroup: valueOr(cells.inGroup, false),
    mailbox: cells.mailbox,
    leaderMailbox: cells.leaderMailbox,
    spreadsheet: spreadsheetOf(textOf(cells.link)),
    active: valueOr(cells.active, true),
    roles: valueOr(cells.roles, []),
    place,
  }));
  const keys = named.flatMap(({ cells }) => [
    { key: textOf(cells.name), place: cells.name.place },
    ...valueOr(cells.aliases, []).map((key) => ({ key, place: cells.aliases.place })),
  ]);
  const ids = named.map(({ cells }) => ({ key: textOf(cells.id), place: cells.id.place }));
  return {
    value: withUsualRoles(
      firstOfEach(departments, ({ name }) => name),
      edition,
    ),
    taken: read.taken,
    problems: [
      ...problems,
      ...read.problems,
      ...named.flatMap(({ cells }) => brokenLink(cells.link)),
      ...duplicateKeys('编号', ids),
      ...duplicateKeys('单位名称或别名', keys),
      ...sharedRoles(departments, named),
    ],
  };
}

/** Where no role is written at all, departments called as a new hub has them do what they do there. */
function withUsualRoles(departments: readonly Department[], edition: Edition): readonly Department[] {
  if (departments.some(({ roles }) => roles.length > 0)) return departments;
  const usual = finderOf(edition.departments, ({ name, aliases }) => [name, ...aliases]);
  return departments.map((one) => {
    const known = [one.name, ...one.aliases].map(usual).find((found) => found !== null);
    return known ? { ...one, roles: known.roles } : one;
  });
}

/** A role of two departments names neither. */
function sharedRoles(departments: readonly Department[], rows: readonly DepartmentRow[]): readonly Problem[] {
  const known = new Set(departments.flatMap((one) => one.roles));
  const written = rows.flatMap((row) => [...new Set(valueOr(row.cells.roles, []))].map((role) => ({ row, role })));
  return [...groupsBy(written, ({ role }) => role)].flatMap(([role, own]) => {
    if (!known.has(role)) return [];
    const [first, ...others] = own.map(({ row }) => row);
    if (first === undefined || others.length === 0) return [];
    const { shown, place } = first.cells.roles;
    const names = [first, ...others].map(({ cells }) => textOf(cells.name)).join('、');
    const reason = `角色“${role}”写给了${names}，“牵头：${role}”不知道指哪一个`;
    return [{ code: 'role-twice', level: 'error', place, actual: shown, reason, expected: '一个角色请只写给一个单位' }];
  });
}

/** `https://docs.google.com/spreadsheets/d/<id>/edit#gid=0`. */
function spreadsheetOf(link: string): string | null {
  return /\/spreadsheets\/d\/([\w-]{20,})/u.exec(link)?.[1] ?? null;
}

function brokenLink({ value, shown, place }: Read<string>): readonly Problem[] {
  if (value === null || spreadsheetOf(value) !== null) return [];
  return [
    {
      code: 'link-unreadable',
      level: 'error',
      place,
      actual: shown,
      reason: '这不是 Google 表格的链接，没有采用',
      expected: '请打开表格，复制浏览器地址栏里 docs.google.com/spreadsheets/d/ 开头的地址；没有自己的表格的留空',
    },
  ];
}
