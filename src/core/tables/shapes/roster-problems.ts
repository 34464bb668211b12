/** What is said of a roster: by places, never by what stands there. */
import { rowAt, shownAt, type CellAt, type Grid } from '../../base/grid';
import { cellName, placeAt, sheetPlace } from '../../base/place';
import type { Problem } from '../../base/problem';
import { columnSpan } from '../../base/taken';
import { nameKey } from '../../base/text';
import type { RowWords } from '../../cells/readings';
import type { HeaderBand } from '../header-band';

/** The code of what is said of a sheet whose people were counted. */
export const rosterCounted = 'roster-counted';

/** Places that are named. */
const named = 10;

/** Of whom nobody can tell, by their cells. */
export function unclear(
  grid: Grid,
  at: CellAt,
  { header, count, open }: { readonly header: string; readonly count: number; readonly open: readonly string[] },
): Problem {
  const cells = open.slice(0, named).join('、') + (open.length > named ? ' 等' : '');
  return {
    code: 'roster-unclear',
    level: 'doubt',
    place: placeAt(grid, at.row, at.column),
    actual: '',
    reason: `${header}从花名册里数出${String(count)}人，另有${String(open.length)}人看不出算不算（${cells}），${count === 0 ? '没有采用' : `按至少${String(count)}人计`}`,
    expected: '请补填或写清这几格',
  };
}

/** How many people were counted. */
export function countNote(grid: Grid, count: number): Problem {
  return {
    code: rosterCounted,
    level: 'note',
    place: sheetPlace(grid),
    actual: '',
    reason: `“${grid.sheet}”一人一行，共${String(count)}人，按各列数出人数；姓名等只用来数人，没有保存`,
    expected: '有离岗、借出的人请从这张表移走',
  };
}

/** People beside whom stands that they have left or are lent: they count, and somebody is to look. */
export function absentPeople(grid: Grid, people: readonly number[], { absences }: RowWords): readonly Problem[] {
  const cells = people.flatMap((row) => {
    const at = rowAt(grid, row).findIndex(
      (cell) => cell?.kind === 'text' && absences.some((word) => cell.shown.includes(word)),
    );
    return at < 0 ? [] : [{ row, column: at }];
  });
  const [first] = cells;
  if (first === undefined) return [];
  const places = cells.slice(0, named).map(({ row, column }) => cellName(row, column));
  return [
    {
      code: 'roster-absent',
      level: 'doubt',
      place: placeAt(grid, first.row, first.column),
      actual: '',
      reason: `${String(cells.length)}人像是不在岗（${places.join('、')}${cells.length > named ? ' 等' : ''}），仍计入在岗等人数`,
      expected: '离岗、借出的人请从这张表移走，在岗的不用改',
    },
  ];
}

/** A row without a name. */
export function nameless(grid: Grid, filled: readonly CellAt[]): Problem {
  const [first] = filled;
  return {
    code: 'roster-nameless',
    level: 'doubt',
    place: placeAt(grid, first?.row ?? 0, first?.column ?? 0),
    actual: '',
    reason: '这一行没有写姓名，没有算作一个人',
    expected: '是人员的请补上姓名，不是的请移到表外',
    covers: filled.map(({ row, column }) => ({
      sheet: grid.sheet,
      startRow: row,
      endRow: row + 1,
      startColumn: column,
      endColumn: column + 1,
    })),
  };
}

/** `合计 | 12人` against the people counted. */
export function totalProblem(grid: Grid, filled: readonly CellAt[], count: number): readonly Problem[] {
  const numbers = filled.flatMap(({ row, column }) => {
    const said = /^(\d{1,4})[人名]?$/u.exec(nameKey(shownAt(grid, row, column)))?.[1];
    return said === undefined ? [] : [{ row, column, said: Number(said) }];
  });
  const [one] = numbers;
  if (one === undefined || numbers.length > 1 || one.said === count) return [];
  return [
    {
      code: 'total-mismatch',
      level: 'doubt',
      place: placeAt(grid, one.row, one.column),
      actual: String(one.said),
      reason: `合计 ${String(one.said)} 人，不等于逐行数出的 ${String(count)} 人`,
      expected: '请核对有没有漏写、多写的人',
    },
  ];
}

/** Columns that nobody counts by: what stands there is not read. */
export function unusedColumns(
  grid: Grid,
  { band }: { readonly band: HeaderBand },
  used: readonly number[],
): readonly Problem[] {
  const others = band.shown.flatMap((shown, column) =>
    shown === '' || used.includes(column) ? [] : [{ shown, column }],
  );
  const [first] = others;
  if (first === undefined) return [];
  return [
    {
      code: 'column-unknown',
      level: 'note',
      place: placeAt(grid, band.bottom, first.column),
      actual: others.map(({ shown }) => shown).join('、'),
      reason: `花名册的“${others.map(({ shown }) => shown).join('”“')}”列没有读取`,
      expected: '与统计无关的不用管',
      covers: others.map(({ column }) => columnSpan(grid, band.bottom + 1, column)),
    },
  ];
}
