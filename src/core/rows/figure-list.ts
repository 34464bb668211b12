/** The typed indicator values of one department's workbook: 指标数据 and 执法队伍. */
import type { Problem, Result } from '../base/problem';
import { figuresTable } from '../catalogue/department-sheets';
import { teamCodes, teamForm } from '../catalogue/detail-sheets';
import { findSheet } from '../tables/find-sheet';
import type { Indicator } from '../catalogue/indicator';
import { joinedNotes } from '../tables/joined-notes';
import { readForm } from '../tables/read-form';
import { textOf } from '../tables/read-row';
import type { TableRow } from '../tables/read-table';
import type { Settings } from '../settings/settings';
import { finderOf } from './by-key';
import type { DepartmentBook } from './department-books';
import { checkedFigures, zeroOrNone } from './figure-checks';
import { columnFor, unitProblems, unknownCode } from './indicator-lines';
import { unreportedFigures } from './unreported';
import { rowsOf } from './office-texts';
import type { Figure, Suggestion } from './rows';
import { contradictory, duplicateKeys, type Keyed } from './same-key';

type FigureRow = TableRow<typeof figuresTable.columns>;

/**
 * The figures that may be counted; those that contradict each other keep their cells but lose their values. Typed rates are
 * among them, to be compared with the computed ones. In `suggestions` a department may have explained an odd one.
 */
export function figureList(
  book: DepartmentBook,
  indicators: readonly Indicator[],
  settings: Settings,
  suggestions: readonly Suggestion[],
): Result<readonly Figure[]> {
  const typed = typedFigures(book, indicators, settings);
  const team = teamFigures(book, settings);
  const said = suggestions.map(({ text }) => text);
  const checked = checkedFigures([...typed.value, ...team.value], indicators, settings, said);
  return { value: checked.value, problems: [...typed.problems, ...team.problems, ...checked.problems] };
}

function typedFigures(
  book: DepartmentBook,
  indicators: readonly Indicator[],
  settings: Settings,
): Result<readonly Figure[]> {
  const source = { grids: book.grids, file: book.file, reportYear: settings.reportYear };
  const lineCalled = finderOf(indicators, ({ code }) => [code]);
  const { rows, problems, missing } = rowsOf(source, figuresTable, true, {
    columnIn: (field, shown, column) =>
      field === 'quantity' || field === 'lastYear'
        ? columnFor(column, lineCalled(shown.code ?? ''), shown.unit ?? '')
        : column,
  });
  const lines = rows.map((row) => {
    const indicator = lineCalled(textOf(row.cells.code));
    const ofUnit = indicator === null || isBlank(row) ? [] : unitProblems(row.cells.unit, indicator);
    return { row, indicator, keyed: keyedFigure(row), ofUnit };
  });
  const keys = lines.map(({ keyed }) => keyed);
  const refused = contradictory(keys);
  return {
    value: lines.flatMap(({ row, indicator, keyed, ofUnit }) => {
      const figure = indicator === null ? [] : [figureOf(row, indicator, book)];
      if (ofUnit.some(isError)) return figure.map(withoutValues);
      return refused.has(keyed) ? figure.map(withoutValue) : figure;
    }),
    problems: [
      ...problems,
      ...duplicateKeys('编码', keys),
      ...lines.flatMap(({ ofUnit }) => ofUnit),
      ...lines.flatMap(({ row, indicator }) => (indicator === null ? unknownCode(row.cells.code, indicators) : [])),
      ...joinedNotes(lines.flatMap(({ row, indicator }) => (indicator === null ? [] : blankNote(row, indicator)))),
      ...unreportedFigures(book, indicators, { missing, given: lines.map(({ indicator }) => indicator) }),
    ],
  };
}

function isError({ level }: Problem): boolean {
  return level === 'error';
}

function isBlank({ cells: { quantity } }: FigureRow): boolean {
  return quantity.shown.trim() === '';
}

function keyedFigure({ cells: { code, quantity } }: FigureRow): Keyed {
  return {
    key: textOf(code),
    place: code.place,
    says: quantity.value === null ? null : JSON.stringify(quantity.value),
  };
}

function withoutValue(figure: Figure): Figure {
  return { ...figure, quantity: { ...figure.quantity, value: null } };
}

/** Last year's value was told in the same wrong unit. */
function withoutValues(figure: Figure): Figure {
  return { ...withoutValue(figure), lastYear: { ...figure.lastYear, value: null } };
}

function figureOf({ cells }: FigureRow, indicator: Indicator, book: DepartmentBook): Figure {
  return {
    code: indicator.code,
    department: book.department.name,
    quantity: cells.quantity,
    lastYear: cells.lastYear,
    note: textOf(cells.note),
  };
}

/** A line left blank is not 0. */
function blankNote({ cells }: FigureRow, indicator: Indicator): readonly Problem[] {
  if (indicator.kind === 'rate' || cells.quantity.shown.trim() !== '') return [];
  return [
    {
      code: 'figure-blank',
      level: 'note',
      place: cells.quantity.place,
      actual: '',
      reason: `${indicator.name}没有填写，不等于 0`,
      expected: zeroOrNone,
    },
  ];
}

/** The lines of 执法队伍, each as the figure of its indicator. Only enforcers must have the sheet. */
function teamFigures(book: DepartmentBook, settings: Settings): Result<readonly Figure[]> {
  const { grid, problems } = findSheet(book.grids, teamForm, book.file, book.department.isEnforcer);
  if (grid === null) return { value: [], problems };
  const read = readForm(grid, teamForm, settings.reportYear);
  const fields = Object.keys(teamCodes) as (keyof typeof teamCodes)[];
  return {
    value: fields.map((field) => ({
      code: teamCodes[field],
      department: book.department.name,
      quantity: read.fields[field],
      lastYear: { value: null, shown: '', place: read.fields[field].place },
      note: '',
    })),
    problems: [...problems, ...read.problems],
  };
}
