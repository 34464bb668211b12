/** Which rows of an own sheet are of the report's time, and what is said of the others. */
import { groupsBy } from '../base/groups';
import type { Problem, Result } from '../base/problem';
import { meetsAll, outsideOf } from '../rows/events/counted-rows';
import { cellIn, saidIn } from '../rows/events/event-cells';
import type { EventList, EventRow, Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import type { Share } from './shares';

/** The days by which rules count that do not count by the sheet's own. */
export function ownDaysOf({ shares }: EventList['detail']): readonly string[] {
  return [...new Set(shares.flatMap(({ day }) => day ?? []))];
}

/**
 * The rows of the time from 1 January of the report's year to the 统计截止日; a row without a readable day stays in. `undone` are those left
 * out because they say that the thing is not done yet.
 */
export function inPeriod(
  { detail, rows }: EventList,
  settings: Settings,
): Result<readonly EventRow[]> & { readonly undone: readonly EventRow[] } {
  const outside = outsideOf(detail, settings);
  const counts = ownDaysOf(detail).map((day) => ({ day, outside: outsideOf(detail, settings, day) }));
  const inside: EventRow[] = [];
  const problems: Problem[] = [];
  const undone: EventRow[] = [];
  for (const row of rows) {
    const why = outside(row);
    if (why === null) inside.push(row);
    else if (why === 'other-time') {
      const by = counts.find((one) => one.outside(row) === null && saidIn(row, one.day).shown.trim() !== '');
      problems.push(ofOtherTime(row, { detail, by: by?.day ?? null }, settings));
    } else if (why === 'empty') problems.push(saysNothing(row, detail));
    else if (why === 'vacant') problems.push(isVacant(row));
    else if (why === 'undone') undone.push(row);
  }
  problems.push(...[...groupsBy(undone, sheetOf).values()].flatMap(leftUndone));
  return { value: inside.length === rows.length ? rows : inside, problems, undone };
}

/** The rows of that time by another day than the sheet's own. */
export function insideOf({ detail, rows }: EventList, settings: Settings, day: string): readonly EventRow[] {
  const outside = outsideOf(detail, settings, day);
  return rows.filter((row) => outside(row) === null);
}

/** `by`: the field of another day, by which the row does count. */
function ofOtherTime(
  row: EventRow,
  { detail: { day, sheet }, by }: Pick<EventList, 'detail'> & { readonly by: string | null },
  { reportYear, cutoff }: Settings,
): Problem {
  const { shown, place } = cellIn(row, day ?? '');
  const reason = `日期“${shown}”不在统计期内（${String(reportYear)}-01-01 至 ${cutoff}），`;
  const about = { place, actual: shown, expected: '请核对日期，确属本年度的请更正' };
  return by === null
    ? { ...about, code: 'outside-period', level: 'doubt', reason: `${reason}本行未计入` }
    : {
        ...about,
        code: 'counted-by-end',
        level: 'note',
        reason: `${reason}只计入按“${sheet.columns[by]?.header ?? by}”统计的数`,
      };
}

function saysNothing(row: EventRow, { sheet: { columns } }: EventList['detail']): Problem {
  const asked = Object.entries(columns).filter(([field, { required }]) => required && !saidIn(row, field).isAbsent);
  return {
    code: 'row-empty',
    level: 'doubt',
    place: row.place,
    actual: '',
    reason: `这一行的“${asked.map(([, { header }]) => header).join('”“')}”都没有读出，没有计入`,
    expected: '还没有办成的不用改；已经办成的请补填这几格',
  };
}

function isVacant({ place }: EventRow): Problem {
  return {
    code: 'row-vacant',
    level: 'doubt',
    place,
    actual: '',
    reason: '这一行写着空缺或者已经到期，没有计入',
    expected: '请核对；年末有人的请写明',
  };
}

function sheetOf({ place: { file, sheet = '' } }: EventRow): string {
  return JSON.stringify([file, sheet]);
}

/** Rows beyond these are counted. */
const namedRows = 10;

/** One doubt for all such rows of a sheet. */
function leftUndone(rows: readonly EventRow[]): readonly Problem[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const named = rows.slice(0, namedRows).flatMap(({ place }) => place.cell ?? []);
  const which =
    others.length === 0
      ? '这一行写着还没有办完'
      : `有${String(rows.length)}行写着还没有办完（${named.join('、')}${rows.length > namedRows ? '等' : ''}）`;
  return [
    {
      code: 'row-undone',
      level: 'doubt',
      place: first.place,
      actual: '',
      reason: `${which}，没有计入`,
      expected: '没有办完的不用改；已经办完的请写明结果',
    },
  ];
}

/**
 * The shares `given`, and one that is not known for each line that only rows would tell which are said to be not done yet: the
 * department wrote something, and it is still asked how many of them count.
 */
export function withUndone(
  { detail }: Pick<EventList, 'detail'>,
  undone: readonly EventRow[],
  given: readonly Share[],
  { meanings }: Pick<Rows, 'meanings'>,
): readonly Share[] {
  const undoneBy = groupsBy(undone, ({ department }) => department);
  const keyOf = (code: string, department: string): string => `${code} ${department}`;
  const told = new Set(given.map(({ code, department }) => keyOf(code, department)));
  const { columns } = detail.sheet;
  const open = detail.shares.flatMap(({ code: own, where }) => {
    const code = meanings.codes.get(own);
    if (code === undefined) return [];
    return [...undoneBy].flatMap(([department, rows]): readonly Share[] => {
      const asked = rows.filter((row) => meetsAll(row, where, { columns, ownNames: [] }));
      if (asked.length === 0 || told.has(keyOf(code, department))) return [];
      return [{ code, department, said: { kind: 'refused' }, shown: '', places: asked.map(({ place }) => place) }];
    });
  });
  return [...given, ...open];
}
