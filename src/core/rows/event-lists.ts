/** The sheets of single events in one department's workbook: 培训明细, 普法明细, 案件明细, 问题与建议. */
import type { Problem, Result } from '../base/problem';
import type { Read } from '../tables/read-row';
import { textOf } from '../tables/read-row';
import { casesTable, publicityTable, trainingTable } from '../catalogue/detail-sheets';
import { suggestionsTable } from '../catalogue/department-sheets';
import type { Quantity } from '../cells/readings';
import type { DepartmentBook } from './department-books';
import { crowdDoubt } from './crowds';
import { untilCorrected } from './figure-checks';
import { rowsOf, type Source } from './office-texts';
import type { CaseRow, Publicity, Suggestion, Training } from './rows';

/** All events of a workbook. */
export interface Events {
  readonly trainings: readonly Training[];
  readonly publicity: readonly Publicity[];
  readonly cases: readonly CaseRow[];
  readonly suggestions: readonly Suggestion[];
}

/** Sheets that are missing or empty give no events. */
export function eventLists(book: DepartmentBook, reportYear: number): Result<Events> {
  const source = { grids: book.grids, file: book.file, reportYear };
  const trainings = trainingList(source, book);
  const publicity = publicityList(source, book);
  const cases = caseList(source, book);
  const suggestions = suggestionList(source, book);
  return {
    value: {
      trainings: trainings.value,
      publicity: publicity.value,
      cases: cases.value,
      suggestions: suggestions.value,
    },
    problems: [trainings, publicity, cases, suggestions].flatMap(({ problems }) => problems),
  };
}

function trainingList(source: Source, { department }: DepartmentBook): Result<readonly Training[]> {
  const { rows, problems } = rowsOf(source, trainingTable, false);
  const read = rows.map(({ cells, place }) => ({
    ...cells,
    department: department.name,
    topic: textOf(cells.topic),
    organiser: textOf(cells.organiser),
    place,
  }));
  const checked = read.map(withPartsChecked);
  return {
    value: checked.map(({ value }) => value),
    problems: [...problems, ...checked.flatMap((one) => one.problems)],
  };
}

/** 合格 ≤ 参考 ≤ 应考 and 实到 ≤ 应到: of a pair that does not hold neither number counts. */
const parts = [
  ['attended', 'invited', '实到', '应到'],
  ['examTaken', 'examInvited', '参考', '应考'],
  ['examPassed', 'examTaken', '合格', '参考'],
] as const;

function withPartsChecked(row: Training): Result<Training> {
  const wrong = parts.filter(([part, whole]) => exceeds(row[part], row[whole]));
  const spoilt = new Set(wrong.flatMap(([part, whole]): readonly (typeof part | typeof whole)[] => [part, whole]));
  const emptied = [...spoilt].map((field) => [field, { ...row[field], value: null }] as const);
  return {
    value: { ...row, ...Object.fromEntries(emptied) },
    problems: wrong.map(([part, whole, partName, wholeName]): Problem => ({
      code: 'part-exceeds-whole',
      level: 'error',
      place: row[part].place,
      actual: row[part].shown,
      reason: `${partName} ${row[part].shown} 大于${wholeName} ${row[whole].shown}`,
      expected: untilCorrected,
    })),
  };
}

function exceeds(part: Read<Quantity>, whole: Read<Quantity>): boolean {
  const [left, right] = [exactOf(part), exactOf(whole)];
  return left !== null && right !== null && left > right;
}

function publicityList(source: Source, { department }: DepartmentBook): Result<readonly Publicity[]> {
  const { rows, problems } = rowsOf(source, publicityTable, false);
  const value = rows.map(({ cells, place }) => ({
    ...cells,
    department: department.name,
    topic: textOf(cells.topic),
    location: textOf(cells.location),
    place,
  }));
  return { value, problems: [...problems, ...value.flatMap(crowdProblems)] };
}

/** Fewer people than events, or a crowd no event of a town draws: two figures of one row were probably mixed up. */
function crowdProblems({ events, people }: Publicity): readonly Problem[] {
  const wrong = crowdDoubt(exactOf(events), exactOf(people));
  return wrong === null ? [] : [{ ...wrong, place: people.place, actual: people.shown }];
}

function exactOf({ value }: Read<Quantity>): number | null {
  return value?.qualifier === '' ? value.value : null;
}

function caseList(source: Source, { department }: DepartmentBook): Result<readonly CaseRow[]> {
  const { rows, problems } = rowsOf(source, casesTable, department.isEnforcer);
  // Written out, for there may be a hundred thousand: a spread costs more than all else here.
  const value = rows.map(({ cells, place }) => ({
    department: department.name,
    category: textOf(cells.category),
    procedure: textOf(cells.procedure),
    decidedOn: cells.decidedOn,
    amount: cells.amount,
    capacity: textOf(cells.capacity),
    entrustedBy: textOf(cells.entrustedBy),
    mustReview: cells.mustReview,
    reviewed: cells.reviewed,
    publishedOn: cells.publishedOn,
    recorded: cells.recorded,
    place,
  }));
  return { value, problems: [...problems, ...rows.flatMap(({ cells }) => capacityProblems(cells))] };
}

/** Own decisions and those in another organ's name are counted apart, so a row must say which it is. */
function capacityProblems({
  capacity,
  entrustedBy,
}: {
  readonly capacity: Read<string>;
  readonly entrustedBy: Read<string>;
}): readonly Problem[] {
  const isNamed = entrustedBy.shown.trim() !== '';
  const about = { level: 'doubt', place: entrustedBy.place, actual: entrustedBy.shown } as const;
  if (capacity.value === '受委托' && !isNamed) {
    const expected = '请填写委托机关的名称；以镇政府名义的请改为“本级”';
    return [{ ...about, code: 'entrusted-by-nobody', reason: '执法名义为受委托，没有填写委托机关', expected }];
  }
  if (capacity.value === '本级' && isNamed) {
    const expected = '受委托执法的请改为“受委托”；以镇政府名义的请清空委托机关';
    const reason = `执法名义为本级，却填写了委托机关“${entrustedBy.shown.trim()}”`;
    return [{ ...about, code: 'own-but-entrusted', reason, expected }];
  }
  return [];
}

function suggestionList(source: Source, { department }: DepartmentBook): Result<readonly Suggestion[]> {
  const { rows, problems } = rowsOf(source, suggestionsTable, false);
  const value = rows.flatMap(({ cells, place }) =>
    cells.text.value === null ? [] : [{ department: department.name, text: cells.text.value, place }],
  );
  return { value, problems };
}
