/** Recomputes indicator lines from the single events of the detail sheets 培训明细, 普法明细, 案件明细. */
import type { Day } from '../base/day';
import { multiply, sum } from '../base/decimal';
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { nameKey } from '../base/text';
import type { Read } from '../catalogue/read-row';
import type { Quantity } from '../cells/readings';
import type { CaseRow, Publicity, Rows, Training } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { joinQualifiers } from './qualifier';
import type { Share } from './shares';

/** What one row adds to one line. A cell that could not be read adds nothing. */
interface Addend {
  readonly code: string;
  readonly department: string;
  readonly quantity: Quantity;
  readonly place: Place;
}

/** One share per line and department with at least one row that speaks of it; rows outside the period are left out. */
export function detailShares(rows: Rows, settings: Settings): Result<readonly Share[]> {
  const trainings = inPeriod(rows.trainings, ({ day }) => day, settings);
  const publicity = inPeriod(rows.publicity, ({ day }) => day, settings);
  const cases = inPeriod(rows.cases, ({ decidedOn }) => decidedOn, settings);
  const addends = [
    ...trainings.value.flatMap((row) => trainingAddends(row, namesOf(rows, row.department))),
    ...publicity.value.flatMap(publicityAddends),
    ...cases.value.flatMap(caseAddends),
  ];
  const groups = new Map<string, Addend[]>();
  for (const addend of addends) {
    const key = `${addend.code} ${addend.department}`;
    const group = groups.get(key);
    if (group) group.push(addend);
    else groups.set(key, [addend]);
  }
  const problems = [...trainings.problems, ...publicity.problems, ...cases.problems];
  return { value: [...groups.values()].flatMap(shareOf), problems };
}

function shareOf(addends: readonly Addend[]): readonly Share[] {
  const [first] = addends;
  if (first === undefined) return [];
  const value = sum(addends.map(({ quantity }) => quantity.value ?? 0));
  return [
    {
      code: first.code,
      department: first.department,
      value,
      excluded: false,
      blank: false,
      qualifier: joinQualifiers(addends.map(({ quantity }) => quantity)),
      shown: String(value),
      places: addends.map(({ place }) => place),
    },
  ];
}

function trainingAddends(row: Training, ownNames: readonly string[]): readonly Addend[] {
  const { department } = row;
  const hours = row.hours.value?.value ?? null;
  const people = row.attended.value?.value ?? null;
  const total = hours === null || people === null ? null : multiply(hours, people);
  return [
    ...(ownNames.includes(nameKey(row.organiser)) ? [one('D8.1', department, row.place)] : []),
    ...(total === null ? [] : [{ ...one('D8.2', department, row.attended.place), quantity: exact(total) }]),
    ...amount('D9.1', department, row.examInvited),
    ...amount('D9.2', department, row.examTaken),
    ...amount('D9.3', department, row.examPassed),
  ];
}

/** Of a joint event only the leading department's row counts. */
function publicityAddends({ department, leads, events, people, materials }: Publicity): readonly Addend[] {
  if (leads.value === false) return [];
  return [
    ...amount('E1', department, events),
    ...amount('E2', department, people),
    ...amount('E2.1', department, materials),
  ];
}

function caseAddends(row: CaseRow): readonly Addend[] {
  const { department, place } = row;
  const reviewable = row.mustReview.value === true;
  const flags: readonly (readonly [string, boolean])[] = [
    ['C2', true],
    ['C2.2', row.procedure === '简易'],
    ['C2.3', row.procedure === '普通'],
    ['C2.5', row.capacity === '受委托'],
    ['C6.2', reviewable],
    ['C6.1', reviewable && row.reviewed.value === true],
    ['C7.1', row.publishedOn.value !== null],
    ['C8.1', row.recorded.value === true],
  ];
  const counts = flags.map(([code, yes]) => ({ ...one(code, department, place), quantity: exact(yes ? 1 : 0) }));
  return [...counts, ...amount('C3', department, row.amount)];
}

function one(code: string, department: string, place: Place): Addend {
  return { code, department, quantity: exact(1), place };
}

function exact(value: number): Quantity {
  return { value, applies: true, qualifier: '' };
}

function amount(code: string, department: string, { value, place }: Read<Quantity>): readonly Addend[] {
  return value?.value === undefined || value.value === null ? [] : [{ code, department, quantity: value, place }];
}

function namesOf(rows: Rows, department: string): readonly string[] {
  const aliases = rows.departments.find(({ name }) => name === department)?.aliases ?? [];
  return [department, ...aliases].map(nameKey);
}

/** The rows from 1 January of the report's year to the 统计截止日; a row without a readable day stays in. */
function inPeriod<T>(
  rows: readonly T[],
  dayOf: (row: T) => Read<Day>,
  { reportYear, cutoff }: Settings,
): Result<readonly T[]> {
  const first = `${String(reportYear)}-01-01`;
  const isInside = (row: T): boolean => {
    const day = dayOf(row).value;
    return day === null || (first <= day && day <= cutoff);
  };
  const outside = rows.filter((row) => !isInside(row)).map(dayOf);
  const problems = outside.map(({ shown, place }): Problem => ({
    code: 'outside-period',
    level: 'doubt',
    place,
    actual: shown,
    reason: `日期“${shown}”不在统计期内（${first} 至 ${cutoff}），本行未计入`,
    expected: '请核对日期，确属本年度的请更正',
  }));
  return { value: rows.filter(isInside), problems };
}
