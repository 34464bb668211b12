/** The typed indicator values of one department's workbook: 指标数据 and 执法队伍. */
import { nearest } from '../base/nearest';
import type { Problem, Result } from '../base/problem';
import { figuresTable } from '../catalogue/department-sheets';
import { teamCodes, teamForm } from '../catalogue/detail-sheets';
import { findSheet } from '../catalogue/find-sheet';
import type { Indicator } from '../catalogue/indicator';
import { joinedNotes } from '../catalogue/joined-notes';
import { readForm } from '../catalogue/read-form';
import { textOf } from '../catalogue/read-row';
import type { TableRow } from '../catalogue/read-table';
import type { Column } from '../catalogue/sheet';
import type { Settings } from '../settings/settings';
import { finderOf } from './by-key';
import type { DepartmentBook } from './department-books';
import { checkedFigures } from './figure-checks';
import { rowsOf } from './office-texts';
import type { Figure } from './rows';
import { duplicateKeys } from './same-key';

type FigureRow = TableRow<typeof figuresTable.columns>;

/**
 * The figures that may be counted; those that contradict each other keep their cells but lose their values. Typed rates are
 * among them, to be compared with the computed ones. `explanations` are what the department says elsewhere.
 */
export function figureList(
  book: DepartmentBook,
  indicators: readonly Indicator[],
  settings: Settings,
  explanations: readonly string[],
): Result<readonly Figure[]> {
  const typed = typedFigures(book, indicators, settings);
  const team = teamFigures(book, settings);
  const checked = checkedFigures([...typed.value, ...team.value], indicators, settings, explanations);
  return { value: checked.value, problems: [...typed.problems, ...team.problems, ...checked.problems] };
}

function typedFigures(
  book: DepartmentBook,
  indicators: readonly Indicator[],
  settings: Settings,
): Result<readonly Figure[]> {
  const source = { grids: book.grids, file: book.file, reportYear: settings.reportYear };
  const lineCalled = finderOf(indicators, ({ code }) => [code]);
  const { rows, problems } = rowsOf(source, figuresTable, true, {
    columnIn: (field, shown, column) =>
      field === 'quantity' || field === 'lastYear'
        ? columnFor(column, lineCalled(shown.code ?? ''), shown.unit ?? '')
        : column,
  });
  const keys = rows.map(({ cells }) => ({ key: textOf(cells.code), place: cells.code.place }));
  const lines = rows.map((row) => ({ row, indicator: lineCalled(textOf(row.cells.code)) }));
  return {
    value: lines.flatMap(({ row, indicator }) => (indicator === null ? [] : [figureOf(row, indicator, book)])),
    problems: [
      ...problems,
      ...duplicateKeys('编码', keys),
      ...lines.flatMap(({ row, indicator }) => lineProblems(row, indicator, indicators)),
      ...joinedNotes(lines.flatMap(({ row, indicator }) => (indicator === null ? [] : blankNote(row, indicator)))),
    ],
  };
}

/** The value's column as it is in the row of one indicator: money, percent or a number, in the indicator's unit. */
function columnFor(column: Column, indicator: Indicator | null, unit: string): Column {
  const own = indicator?.unit ?? (unit === '' ? null : unit);
  const header =
    indicator === null ? column.header : `${indicator.name}${column.header === '填报值' ? '' : column.header}`;
  if (own === '万元' || own === '元') return { ...column, header, type: 'money', unit: own };
  return { ...column, header, type: own === '%' ? 'percent' : 'quantity', unit: own };
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

/** A code nobody declared. */
function lineProblems(
  { cells }: FigureRow,
  indicator: Indicator | null,
  indicators: readonly Indicator[],
): readonly Problem[] {
  const code = cells.code.value;
  if (code === null || indicator !== null) return [];
  const similar = nearest(
    code,
    indicators.map((one) => one.code),
  );
  return [
    {
      code: 'indicator-unknown',
      level: 'error',
      place: cells.code.place,
      actual: code,
      reason: `编码“${code}”不在总表的“指标”里，这一行没有采用`,
      expected: similar === null ? '请按总表的指标编码填写' : `是否指“${similar}”？请按总表的指标编码填写`,
    },
  ];
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
      expected: '没有发生的填 0，没有这项职责的填“不涉及”',
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
