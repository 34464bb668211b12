/** The typed indicator values of one department's workbook: 指标数据 and the forms of the edition. */
import type { Grid } from '../base/grid';
import { oncePer } from '../base/once-per';
import { placeText, type Place } from '../base/place';
import { cellOfPlace } from '../base/taken';
import type { Problem, Result } from '../base/problem';
import type { DetailSheet, Edition } from '../edition/edition';
import type { ColumnsOf } from '../edition/shapes';
import { unitAbove } from '../tables/usages/amount-units';
import { findForms } from '../tables/find-sheet';
import type { Indicator } from '../edition/indicator';
import { joinedNotes } from '../tables/joined-notes';
import { leftWord } from '../tables/rules/rule';
import { lineMissing, readForm } from '../tables/read-form';
import type { Quantity } from '../cells/readings';
import { textOf, type Read } from '../tables/read-row';
import type { TableRow } from '../tables/read-table';
import type { Settings } from '../settings/settings';
import type { DepartmentBook } from './books/department-books';
import { isUnnamedFigure, unusedSheet, withoutColumn, type MatchedSheet } from './books/unused-sheets';
import { isMadeFor } from './asked-indicators';
import { checkedFigures, figureBlank, signDoubts, zeroOrNone } from './figure-checks';
import { amountUnit, columnFor, unitProblems } from './indicator-lines';
import { indicatorOfRows, type NamedBy } from './matching/indicator-matches';
import { namesAround } from './matching/names-around';
import { partProblem, wholeOf } from './matching/part-lines';
import { withoutBlank } from './matching/row-match';
import { unreportedFigures } from './unreported';
import { rowsOfEach, textSource } from './office-texts';
import type { Events } from './events/event-lists';
import type { Figure, Rows } from './rows';
import { leftRows, ruledCode, withoutAsked } from './rules/ruled-rows';
import { contradictory, duplicateKeys, type Keyed } from './same-key';

type FigureRow = TableRow<ColumnsOf<'figures'>>;

/** The lines there are, and what the edition's codes mean among them. */
type IndicatorsKnown = Pick<Rows, 'indicators' | 'meanings'>;

/**
 * The figures that may be counted; those that contradict each other keep their cells but lose their values. Typed rates are
 * among them, to be compared with the computed ones. In `suggestions` a department may have explained an odd one; what forms and rows
 * tell, whoever keeps them (`isOfRows`), is not missed.
 */
export function figureList(
  book: DepartmentBook,
  known: IndicatorsKnown,
  settings: Settings,
  { suggestions, isOfRows }: Pick<Events, 'suggestions'> & { readonly isOfRows: (code: string) => boolean },
): Result<readonly Figure[]> & MatchedSheet {
  const forms = settings.edition.details.map((detail) => formFigures(book, detail, known, settings));
  const ofForms = new Set(forms.flatMap(({ value }) => value.map(({ code }) => code)));
  const typed = typedFigures(book, known, settings, (code) => ofForms.has(code) || isOfRows(code));
  const said = suggestions.map(({ text }) => text);
  const figures = [...typed.value, ...forms.flatMap(({ value }) => value)];
  const checked = checkedFigures(figures, known, settings, said);
  return {
    value: checked.value,
    matches: typed.matches,
    unused: typed.unused,
    taken: [typed, ...forms].flatMap(({ taken = [] }) => taken),
    problems: [
      ...typed.problems,
      ...forms.flatMap(({ problems }) => problems),
      ...signDoubts(figures, known),
      ...checked.problems,
    ],
  };
}

/** The rows of all sheets of figures, each with the indicator it names. */

function figureRows(book: DepartmentBook, known: IndicatorsKnown, settings: Settings) {
  const { edition } = settings;
  const indicatorOf = indicatorOfRows(book.department, known, settings);
  const ruledFor = ({ rules }: Grid, code = '', name = ''): string | null => ruledCode(rules, [code, name]);
  const around = oncePer(namesAround);
  const { read, ...found } = rowsOfEach(textSource(book, settings), edition.sheets.figures, true, (grid) => ({
    needed: ['quantity'],
    columnIn: (field, shown, column, row) => {
      if (field !== 'quantity' && field !== 'lastYear') return column;
      const { code = '', name = '', unit = '' } = shown;
      const said = { code: ruledFor(grid, code, name) ?? code, name, unit, around: around(grid)(name) };
      const { indicator } = indicatorOf(said);
      const isGeneral = unit === '' && indicator?.kind === 'money';
      const general = (): string => amountUnit(name) || (column.unit ?? '') || unitAbove(grid, row);
      return columnFor(column, indicator, isGeneral ? general() : unit);
    },
  }));
  const lines = read.flatMap(({ grid, rows, columns }) =>
    withoutColumn(rows, columns, edition).map((row) => {
      const said = { ...namedBy(row), around: around(grid)(row.cells.name.shown) };
      return lineOf({ row, said }, ruledFor(grid, row.cells.code.shown, row.cells.name.shown), indicatorOf, edition);
    }),
  );
  return { read, lines: withoutParts(lines), problems: [...found.problems, ...read.flatMap((one) => one.problems)] };
}

type Line = ReturnType<typeof lineOf>;

/** Without the indicators of lines that tell a part of what another one tells. */
function withoutParts(lines: readonly Line[]): readonly Line[] {
  const named = lines.map((line) => ({ ...line, value: line.row.cells.quantity.value?.value ?? null }));
  return named.map((line): Line => {
    const { indicator, row } = line;
    if (indicator === null || wholeOf(line, named) === null) return line;
    const { shown, place } = row.cells.name;
    const told = [partProblem(shown, place, indicator)];
    return { ...line, indicator: null, match: null, told, keyed: keyedFigure(row, null), ofUnit: [] };
  });
}

function typedFigures(
  book: DepartmentBook,
  known: IndicatorsKnown,
  settings: Settings,
  isTold: (code: string) => boolean,
): Result<readonly Figure[]> & MatchedSheet {
  const { edition } = settings;
  const { read, lines, problems } = figureRows(book, known, settings);
  const asked = lines.flatMap(({ row, ruled }) => (ruled === null ? [] : [row.cells.code.place]));
  const keys = lines.map(({ keyed }) => keyed);
  const refused = contradictory(keys);
  const missing = read.length === 0;
  const unnamed = lines.filter(
    ({ row, indicator, ruled }) => indicator === null && ruled === null && isUnnamedFigure(row.cells),
  );
  const columns = read.map((one) => one.columns);
  const seen = { grids: book.grids, problems, missing, unnamed: unnamed.length, columns };
  const unused = unusedSheet(edition.sheets.figures, seen, edition);
  return {
    value: lines.flatMap(({ row, indicator, keyed, ofUnit }) => {
      const figure = indicator === null ? [] : [figureOf(row, indicator, book)];
      if (ofUnit.some(isError)) return figure.map(withoutValues);
      return refused.has(keyed) ? figure.map(withoutValue) : figure;
    }),
    matches: lines.flatMap(({ match }) => match ?? []),
    taken: read.flatMap(({ taken }) => taken),
    problems: [
      ...withoutBlank(
        withoutAsked(problems, edition.sheets.figures.columns.code.header, asked, lines.length),
        lines.flatMap(needsNoCode),
      ),
      ...leftRows(lines.flatMap(({ ruled, row }) => (ruled === leftWord ? [row.cells.name.place] : []))),
      ...duplicateKeys('编码', keys),
      ...lines.flatMap(({ ofUnit }) => ofUnit),
      ...lines.flatMap(({ told }) => told),
      ...joinedNotes(
        lines.flatMap(({ row, indicator }) => (indicator === null ? [] : blankNote(row, indicator, isTold))),
      ),
      ...unreportedFigures(book, known, edition, {
        missing,
        unused,
        given: lines.map(({ indicator }) => indicator),
        isTold,
      }),
    ],
    unused,
  };
}

/** The place of the code that a row goes without, where another name is found or what is wrong with it is told. */
function needsNoCode({ row, match, told }: Line): readonly Place[] {
  return match !== null || (told.length > 0 && row.cells.name.value !== null) ? [row.cells.code.place] : [];
}

/** What the row says, of the indicator that was confirmed for it (`ruled`), else of the one it names. */
function lineOf(
  { row, said }: { readonly row: FigureRow; readonly said: NamedBy },
  ruled: string | null,
  indicatorOf: ReturnType<typeof indicatorOfRows>,
  { declared }: Edition,
) {
  // A rule that names no line is told where the rules are.
  const found =
    ruled === null ? indicatorOf(said, row.cells) : { ...indicatorOf({ ...said, code: ruled }), problems: [] };
  const { indicator, match, problems: told } = found;
  const ofUnit =
    indicator === null || isBlank(row) ? [] : unitProblems(row.cells.unit, indicator, declared.words.units);
  return { row, ruled, indicator, match, told, keyed: keyedFigure(row, indicator), ofUnit };
}

function namedBy({ cells: { code, name, unit } }: FigureRow): NamedBy {
  return { code: textOf(code), name: textOf(name), unit: textOf(unit) };
}

function isError({ level }: Problem): boolean {
  return level === 'error';
}

function isBlank({ cells: { quantity } }: FigureRow): boolean {
  return quantity.shown.trim() === '';
}

function keyedFigure({ cells: { code, name, quantity } }: FigureRow, indicator: Indicator | null): Keyed {
  return {
    key: indicator?.code ?? textOf(code),
    place: code.value === null && indicator !== null ? name.place : code.place,
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

/** A line left blank is not 0; where another sheet tells the figure, nothing is to be filled in. */
function blankNote(
  { cells }: FigureRow,
  { kind, name, code }: Indicator,
  isTold: (code: string) => boolean,
): readonly Problem[] {
  if (kind === 'rate' || cells.quantity.shown.trim() !== '' || isTold(code)) return [];
  return [
    {
      code: figureBlank,
      level: 'note',
      place: cells.quantity.place,
      actual: '',
      reason: `${name}没有填写，不等于 0`,
      expected: zeroOrNone,
      covers: cellOfPlace(cells.quantity.place),
    },
  ];
}

/** The lines of an own form, each as the figure of its indicator; a line whose indicator the hub has not gives none. */
function formFigures(
  book: DepartmentBook,
  detail: DetailSheet,
  { meanings }: IndicatorsKnown,
  settings: Settings,
): Result<readonly Figure[]> {
  const { sheet, lines } = detail;
  if (sheet.kind === 'table') return { value: [], problems: [] };
  const { reportYear, edition } = settings;
  const { declared } = edition;
  const required = detail.isRequired && isMadeFor(book.department, detail);
  const { grids, problems } = findForms(book.grids, sheet, { file: book.file, required, declared });
  if (grids.length === 0) return { value: [], problems };
  const read = grids.map((grid) => readForm(grid, sheet, { reportYear, declared }));
  const told = lines.map(({ field, code }) => {
    const all = read.map(({ fields }) => fields[field]).filter(isOfQuantity);
    const given = all.filter(({ value }) => value !== null);
    const isOne = new Set(given.map(({ value }) => value?.value)).size < 2;
    return { header: sheet.columns[field]?.header ?? '', code: meanings.codes.get(code), all, given, isOne };
  });
  const given = told.filter((one) => one.given.length > 0).map(({ header }) => lineMissing(header));
  return {
    value: told.flatMap(({ code, all, given: [first = all[0]], isOne }) =>
      code === undefined || first === undefined
        ? []
        : [figureOfLine(code, book, isOne ? first : { ...first, value: null })],
    ),
    taken: read.flatMap(({ taken }) => taken),
    problems: [
      ...problems,
      // What one of two sheets tells is not missing in the other.
      ...read.flatMap((one) => [...one.problems, ...one.unknown]).filter(({ reason }) => !given.includes(reason)),
      ...told.flatMap((one) => (one.isOne ? [] : [formsDiffer(one.header, one.given)])),
    ],
  };
}

function formsDiffer(header: string, given: readonly Read<Quantity>[]): Problem {
  const all = given.map(({ shown, place }) => `${placeText(place)} ${shown.trim()}`).join('、');
  return {
    code: 'forms-differ',
    level: 'error',
    place: given[0]?.place ?? { file: '' },
    actual: given[0]?.shown ?? '',
    reason: `“${header}”两张表不一致（${all}），都没有采用`,
    expected: '请核对并改成一致的数',
  };
}

function isOfQuantity(read: Read<unknown> | undefined): read is Read<Quantity> {
  return read !== undefined && (read.value === null || (typeof read.value === 'object' && 'applies' in read.value));
}

function figureOfLine(code: string, { department }: DepartmentBook, quantity: Read<Quantity>): Figure {
  const lastYear = { value: null, shown: '', place: quantity.place };
  return { code, department: department.name, quantity, lastYear, note: '' };
}
