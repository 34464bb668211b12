/** All records of the hub and the departments' workbooks, and all that could not be read. */
import { withMapping, type Grid } from '../base/grid';
import type { Problem, Result } from '../base/problem';
import type { Edition } from '../edition/edition';
import { figureLines } from '../edition/figure-lines';
import type { Settings } from '../settings/settings';
import { finderOf } from './by-key';
import { departmentBooks, type DepartmentBook } from './books/department-books';
import { departmentList } from './department-list';
import { directoryOf } from './department-names';
import { toldInOffice } from './events/counted-rows';
import { eventLists, noEvents, togetherByDetail, type Events } from './events/event-lists';
import { figureList } from './figure-list';
import { indicatorList } from './indicator-list';
import { missingDepartments } from './books/missing-departments';
import { meaningsOf } from './meanings';
import { officeAccounts, type OfficeGrids } from './office-accounts';
import { holidays, narratives, textSource } from './office-texts';
import { progressList } from './progress-list';
import { strangeCodes, type KnownCodes } from './rules/kept-rules';
import { ruledFiles } from './rules/ruled-files';
import { publishedFigures } from './published-list';
import type { BookRecord, PlacedIndicator, Rows, UnusedSheet } from './rows';
import type { SheetAccount } from '../tables/account/cell-account';
import type { Declared } from '../tables/declared';
import { shapedSheets } from '../tables/shapes/shaped-sheets';
import { splitSheets } from '../tables/split-sheet';
import type { Taken } from '../base/taken';
import { differingLines, townOffice, withTownBooks, withTownLines } from './town/town-office';
import { unknownSheets } from './unknown-sheets';
import { weakTexts } from './weak-texts';

export type { OfficeGrids };

/** The records, the problems, and what became of each cell. */
export interface OfficeRows extends Result<Rows> {
  readonly accounts: readonly SheetAccount[];
  /** The sheets as they were read, a table each, and what their cells were taken for. */
  readonly input: OfficeGrids;
  readonly taken: readonly Taken[];
}

/**
 * The records as read. What cannot be read is null and listed; nothing is guessed in silence, nothing dropped unseen, and
 * the order of rows, sheets and files decides nothing but the order of the records.
 */
export function rowsFromGrids(office: OfficeGrids, settings: Settings): OfficeRows {
  const { input, told } = withOwnNames(office, settings);
  const { value, problems: found, taken } = allRows(input, settings);
  const problems = [...found, ...told, ...strangeCodes(office.rules ?? [], codesOf(value))];
  const account = officeAccounts(input, taken, problems, settings);
  return { value, problems: [...problems, ...account.problems], accounts: account.accounts, input, taken };
}

function codesOf({ tasks, indicators }: Rows): KnownCodes {
  const codes = [...tasks.map(({ id }) => id), ...indicators.map(({ code }) => code)].filter((code) => code !== '');
  return { find: finderOf(codes, (code) => [code]), examples: codes };
}

/** What the hub gives, and the files that are departments'. */
function hubRows(input: OfficeGrids, settings: Settings) {
  const file = input.hub[0]?.workbook ?? '总表.xlsx';
  const source = textSource({ grids: input.hub, file }, settings);
  const departments = departmentList(input.hub, file, settings);
  const directory = directoryOf(departments.value, settings.town);
  const indicators = indicatorList(input.hub, file, settings, directory);
  const indicatorCalled = finderOf(indicators.value, ({ code, name }) => [code, name]);
  return {
    directory,
    departments,
    indicators,
    tasks: townOffice(input.hub, input.departments, file, { directory, indicatorCalled, settings }),
    words: weakTexts(source, indicators.value),
    paragraphs: narratives(source),
    days: holidays(source),
    published: publishedFigures(source, indicators.value),
  };
}

function allRows(office: OfficeGrids, settings: Settings): Required<Result<Rows>> {
  const { edition } = settings;
  const { declared } = edition;
  const shapes = { declared, lines: declared.lines, reportYear: settings.reportYear };
  const input = { hub: shapedSheets(office.hub, declared.hub, shapes), departments: office.departments };
  const { directory, departments, indicators, tasks, words, paragraphs, days, published } = hubRows(input, settings);
  const meanings = meaningsOf(indicators.value, edition);

  const files = shapedFiles(tasks.files, indicators.value, settings);
  const books = departmentBooks(files, directory, settings);
  const { usable } = books.value;
  const progress = usable.map((book) => progressList(book, tasks.value, settings, tasks.told));
  const ownLines = progress.flatMap(({ value }) => value);
  const events = usable.map((book) => eventLists(book, settings));
  const known = { departments: departments.value, indicators: indicators.value, meanings };
  const { figures, toldFor } = figureLists(usable, events, known, settings);
  const workbooks = withTownBooks(withUnused(books.value.workbooks, usable, [progress, figures]), tasks);

  const hub = [departments, indicators, tasks, tasks.progress, words, paragraphs, days, published];
  const all: readonly Result<unknown>[] = [...hub, books, ...progress, ...figures, ...events];
  return {
    value: {
      departments: departments.value,
      tasks: tasks.value,
      indicators: indicators.value,
      meanings,
      weakTexts: words.value,
      narratives: paragraphs.value,
      holidays: days.value,
      published: published.value,
      workbooks,
      progress: withTownLines(ownLines, tasks),
      figures: figures.flatMap(({ value }) => value),
      events: togetherByDetail(
        edition,
        events.map(({ value }) => value.events),
      ),
      suggestions: events.flatMap(({ value }) => value.suggestions),
      feedback: events.flatMap(({ value }) => value.feedback),
      matches: [tasks.progress, ...progress, ...figures].flatMap(({ matches }) => matches),
    },
    taken: all.flatMap(({ taken = [] }) => taken),
    problems: [
      ...all.flatMap(problemsIn),
      ...differingLines(ownLines, tasks),
      ...strangeSheets(input.hub, usable, edition),
      ...missingDepartments(workbooks, tasks, { ...known, edition, toldFor }),
    ],
  };
}

/** The workbooks with what stands in them and could not all be read: progress and figures of the same books in turn. */
function withUnused(
  workbooks: readonly BookRecord[],
  books: readonly DepartmentBook[],
  read: readonly (readonly { readonly unused: UnusedSheet | null }[])[],
): readonly BookRecord[] {
  const unusedOf = new Map(
    books.map(({ file }, index) => [file, read.flatMap((kind) => kind[index]?.unused ?? [])] as const),
  );
  return workbooks.map((book) => {
    const unused = unusedOf.get(book.file ?? '') ?? [];
    return unused.length === 0 ? book : { ...book, unused };
  });
}

/** The figures of each workbook, and what any of them tells by rows. */
function figureLists(
  books: readonly DepartmentBook[],
  events: readonly Result<Events>[],
  known: Pick<Rows, 'departments' | 'indicators' | 'meanings'>,
  settings: Settings,
) {
  const kept = books.map(({ department }, index) => ({ department, ...(events[index]?.value ?? noEvents) }));
  const toldFor = toldInOffice(kept, known, settings);
  const figures = books.map((book, index) => {
    const isOfRows = toldFor(book.department.name);
    return figureList(book, known, settings, { ...(kept[index] ?? noEvents), isOfRows });
  });
  return { figures, toldFor };
}

/** The departments' sheets in the declared shapes: what a figure's parts make depends on the office's own list. */
function shapedFiles(
  files: OfficeGrids['departments'],
  indicators: readonly PlacedIndicator[],
  { edition, reportYear }: Settings,
): OfficeGrids['departments'] {
  const { declared } = edition;
  const lines = figureLines(withOtherNames(indicators, edition), edition, declared.words.rows.summedUnits);
  const context = { declared, lines, reportYear };
  return files.map((one) => ({
    ...one,
    grids: one.grids && shapedSheets(one.grids, declared.department, context),
  }));
}

/** The office's lines, with the names the edition knows them by. */
function withOtherNames(
  indicators: readonly PlacedIndicator[],
  edition: Edition,
): readonly (PlacedIndicator &
  Pick<Edition['indicators'][number], 'usages'> & { readonly synonyms: readonly string[] })[] {
  const known = new Map(edition.indicators.map((line) => [line.code, line]));
  return indicators.map((line) => {
    const declared = known.get(line.means ?? '');
    const synonyms = declared === undefined ? [] : [declared.name, ...declared.synonyms];
    return { ...line, synonyms, usages: declared?.usages ?? [] };
  });
}

function problemsIn({ problems }: Result<unknown>): readonly Problem[] {
  return problems;
}

function strangeSheets(
  hub: readonly Grid[],
  books: readonly DepartmentBook[],
  { declared }: Edition,
): readonly Problem[] {
  return [
    ...unknownSheets(hub, declared.hub, declared),
    ...books.flatMap(({ grids }) => unknownSheets(grids, declared.department, declared)),
  ];
}

/** The same sheets, a table each, read by the names the office says it uses and by what was confirmed of each workbook. */
function withOwnNames(
  { hub: given, departments, rules = [] }: OfficeGrids,
  settings: Settings,
): { readonly input: OfficeGrids; readonly told: readonly Problem[] } {
  const { columnMapping, edition, reportYear } = settings;
  const { declared } = edition;
  const tables = (grids: readonly Grid[], sheets: Declared['hub']): readonly Grid[] =>
    splitSheets(grids, sheets, declared);
  const hub = tables(withMapping(given, columnMapping, reportYear), declared.hub);
  const ruled = ruledFiles(departments, rules, {
    settings,
    directory: () => directoryOf(departmentList(hub, hub[0]?.workbook ?? '', settings).value, settings.town),
  });
  return {
    input: {
      hub,
      departments: ruled.files.map((one) => ({ ...one, grids: one.grids && tables(one.grids, declared.department) })),
    },
    told: ruled.problems,
  };
}
