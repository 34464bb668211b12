/** Recomputes indicator lines from the single events of the detail sheets 培训明细, 普法明细, 案件明细. */
import type { Day } from '../base/day';
import { multiply, sum } from '../base/decimal';
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { nameKey } from '../base/text';
import type { Read } from '../tables/read-row';
import type { Quantity } from '../cells/readings';
import type { CaseRow, Publicity, Rows, Training } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { joinQualifiers } from './qualifier';
import type { Share } from './shares';

/** Adds what one row says of one line to the department's share. */
type Add = (code: string, department: string, quantity: Quantity, place: Place) => void;

/** One share per line and department with at least one row that speaks of it; rows outside the period are left out. */
export function detailShares(rows: Rows, settings: Settings): Result<readonly Share[]> {
  const trainings = inPeriod(rows.trainings, ({ day }) => day, settings);
  const publicity = inPeriod(rows.publicity, ({ day }) => day, settings);
  const cases = inPeriod(rows.cases, ({ decidedOn }) => decidedOn, settings);
  const { add, shares } = makeShares();
  for (const row of trainings.value) addTraining(row, namesOf(rows, row.department), add);
  for (const row of publicity.value) addPublicity(row, add);
  for (const { department, amount } of cases.value) addRead('C3', department, amount, add);
  return {
    value: [...shares(), ...caseCounts(cases.value)],
    problems: [...trainings.problems, ...publicity.problems, ...cases.problems],
  };
}

/** Collects shares by line and department. */
function makeShares(): { readonly add: Add; readonly shares: () => readonly Share[] } {
  interface Group {
    readonly code: string;
    readonly department: string;
    readonly quantities: Quantity[];
    readonly places: Place[];
  }
  const byLine = new Map<string, Map<string, Group>>();
  const groupOf = (code: string, department: string): Group => {
    const ofLine = byLine.get(code) ?? new Map<string, Group>();
    byLine.set(code, ofLine);
    const group = ofLine.get(department) ?? { code, department, quantities: [], places: [] };
    ofLine.set(department, group);
    return group;
  };
  const shareOf = ({ quantities, ...group }: Group): Share => {
    const value = sum(quantities.map((quantity) => quantity.value ?? 0));
    const qualifier = joinQualifiers(quantities);
    return { ...group, value, excluded: false, blank: false, qualifier, shown: String(value) };
  };
  return {
    add: (code, department, quantity, place) => {
      const { quantities, places } = groupOf(code, department);
      quantities.push(quantity);
      places.push(place);
    },
    shares: () => [...byLine.values()].flatMap((ofLine) => [...ofLine.values()].map(shareOf)),
  };
}

const one = exact(1);

function addTraining(row: Training, ownNames: readonly string[], add: Add): void {
  const { department } = row;
  const hours = row.hours.value?.value ?? null;
  const people = row.attended.value?.value ?? null;
  if (ownNames.includes(nameKey(row.organiser))) add('D8.1', department, one, row.place);
  if (hours !== null && people !== null) {
    add('D8.2', department, exact(multiply(hours, people)), row.attended.place);
  }
  addRead('D9.1', department, row.examInvited, add);
  addRead('D9.2', department, row.examTaken, add);
  addRead('D9.3', department, row.examPassed, add);
}

/** Of a joint event only the leading department's row counts. */
function addPublicity({ department, leads, events, people, materials }: Publicity, add: Add): void {
  if (leads.value === false) return;
  addRead('E1', department, events, add);
  addRead('E2', department, people, add);
  addRead('E2.1', department, materials, add);
}

/** Which cases count for a line. */
const caseLines: Readonly<Record<string, (row: CaseRow) => boolean>> = {
  C2: () => true,
  'C2.2': ({ procedure }) => procedure === '简易',
  'C2.3': ({ procedure }) => procedure === '普通',
  'C2.5': ({ capacity }) => capacity === '受委托',
  'C6.2': ({ mustReview }) => mustReview.value === true,
  'C6.1': ({ mustReview, reviewed }) => mustReview.value === true && reviewed.value === true,
  'C7.1': ({ publishedOn }) => publishedOn.value !== null,
  'C8.1': ({ recorded }) => recorded.value === true,
};

/** One list of places serves all lines of a department: the sheet may hold a hundred thousand cases. */
function caseCounts(cases: readonly CaseRow[]): readonly Share[] {
  return [...byDepartment(cases)].flatMap(([department, own]) => {
    const places = own.map(({ place }) => place);
    return Object.entries(caseLines).map(([code, counts]): Share => {
      const value = own.reduce((total, row) => (counts(row) ? total + 1 : total), 0);
      return { code, department, value, places, excluded: false, blank: false, qualifier: '', shown: String(value) };
    });
  });
}

function byDepartment(cases: readonly CaseRow[]): ReadonlyMap<string, readonly CaseRow[]> {
  const groups = new Map<string, CaseRow[]>();
  for (const row of cases) {
    const group = groups.get(row.department);
    if (group) group.push(row);
    else groups.set(row.department, [row]);
  }
  return groups;
}

function exact(value: number): Quantity {
  return { value, applies: true, qualifier: '' };
}

/** A cell that could not be read adds nothing. */
function addRead(code: string, department: string, { value, place }: Read<Quantity>, add: Add): void {
  if (value !== null && value.value !== null) add(code, department, value, place);
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
