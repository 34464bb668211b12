/** The sheets of single events in one department's workbook: 培训明细, 普法明细, 案件明细, 问题与建议. */
import type { Problem, Result } from '../base/problem';
import type { Read } from '../catalogue/read-row';
import { textOf } from '../catalogue/read-row';
import { casesTable, publicityTable, trainingTable } from '../catalogue/detail-sheets';
import { suggestionsTable } from '../catalogue/department-sheets';
import type { Quantity } from '../cells/readings';
import type { DepartmentBook } from './department-books';
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
      expected: '请核对各数并改正，改正前都不计入',
    })),
  };
}

function exceeds(part: Read<Quantity>, whole: Read<Quantity>): boolean {
  const values = [part.value, whole.value].map((quantity) => (quantity?.qualifier === '' ? quantity.value : null));
  const [left, right] = values;
  return left != null && right != null && left > right;
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
  return { value, problems };
}

function caseList(source: Source, { department }: DepartmentBook): Result<readonly CaseRow[]> {
  const { rows, problems } = rowsOf(source, casesTable, department.isEnforcer);
  const value = rows.map(({ cells, place }) => ({
    ...cells,
    department: department.name,
    category: textOf(cells.category),
    procedure: textOf(cells.procedure),
    capacity: textOf(cells.capacity),
    entrustedBy: textOf(cells.entrustedBy),
    place,
  }));
  const unnamed = rows.filter(
    ({ cells }) => cells.capacity.value === '受委托' && cells.entrustedBy.shown.trim() === '',
  );
  return {
    value,
    problems: [
      ...problems,
      ...unnamed.map(({ cells }): Problem => ({
        code: 'entrusted-by-nobody',
        level: 'doubt',
        place: cells.entrustedBy.place,
        actual: '',
        reason: '执法名义为受委托，没有填写委托机关',
        expected: '请填写委托机关的名称；以镇政府名义的请改为“本级”',
      })),
    ],
  };
}

function suggestionList(source: Source, { department }: DepartmentBook): Result<readonly Suggestion[]> {
  const { rows, problems } = rowsOf(source, suggestionsTable, false);
  const value = rows.flatMap(({ cells, place }) =>
    cells.text.value === null ? [] : [{ department: department.name, text: cells.text.value, place }],
  );
  return { value, problems };
}
