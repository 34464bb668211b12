/** The hub's 设置 sheet, read and completed with defaults. */
import { dayParts, makeDay, type Day } from '../base/day';
import type { Grid } from '../base/grid';
import type { Place } from '../base/place';
import type { Problem, Result } from '../base/problem';
import { headingWords, formWords, partialWords } from '../edition/choice-words';
import type { Edition } from '../edition/edition';
import type { Editions } from '../edition/open-edition';
import { withOwnLists } from '../edition/own-lists';
import { shapes } from '../edition/shapes';
import { findSheet } from '../tables/find-sheet';
import { readForm, readFormLine } from '../tables/read-form';
import { textOf, valueOr, type Read } from '../tables/read-row';
import type { Column } from '../tables/sheet';
import { columnMapping } from './column-mapping';
import { editionOfHub, settingLines } from './edition-of-hub';
import { othersIn, ownNames, strangeSuperior, type SettingLines } from './organ-of-hub';
import { defaultSteps, stepsOf } from './overdue-steps';
import { isMonthlyDay, settingDoubts } from './setting-doubts';
import type { HeadingMode, Settings, TypedSettings } from './settings';
import { currentWords, lastDayOf, outOfTime, settingThingOn } from './times';
import { wordings } from './wordings';

const hubFile = '总表.xlsx';
/** The years a report can be made for. */
export const reportYears = { first: 2019, last: 2035 } as const;
/** Only the examples in error texts need a year before the report's own is known. */
const yearOfExamples = 2022;

/**
 * The settings on a day, or null when there is no 设置 sheet or 报告年度 cannot be read: without it no date and no workbook can
 * be judged. A setting that is blank or unreadable takes its default; the latter is listed.
 */
export function settingsFromGrids(hub: readonly Grid[], editions: Editions, today: Day): Result<Settings | null> {
  const { value: edition, problems } = editionOfHub(hub, editions);
  if (edition === null) return { value: null, problems };
  const read = settingsOf(hub, edition, today);
  return { value: read.value, problems: [...read.problems, ...problems] };
}

function settingsOf(hub: readonly Grid[], edition: Edition, today: Day): Result<Settings | null> {
  const { declared } = edition;
  const form = edition.sheets.settings;
  const found = findSheet(hub, form, { file: hub[0]?.workbook ?? hubFile, required: true, declared });
  if (found.grid === null) return { value: null, problems: found.problems };
  const first = readFormLine(found.grid, form, 'reportYear', { reportYear: yearOfExamples, declared });
  const year = first.read.value;
  if (year === null) return { value: null, problems: first.problems };
  if (year < reportYears.first || year > reportYears.last)
    return { value: null, problems: [yearOutOfRange(first.read)] };
  const { fields, problems, unknown, taken } = readForm(found.grid, form, { reportYear: year, declared });
  const mapping = columnMapping(textOf(fields.columnMapping), fields.columnMapping.place, declared);
  const clock = clockOf(year, fields, today);
  const own = officeEdition(edition, fields);
  const lines = settingLines(found.grid, own);
  const said = wordings(lines('wordings').shown, lines('wordings').place, own);
  const value = {
    ...completed(year, fields, own),
    ...clock,
    ...timedSettings({ fields, edition: own, own: said.value, lastDay: clock.lastDay }),
    ...otherBodies(fields, lines, own),
    columnMapping: mapping.value,
  };
  const told = [
    ...[...found.problems, ...problems, ...unknown, ...mapping.problems, ...said.problems],
    ...settingDoubts(value, fields, lines),
  ];
  return { value: { ...value, read: { taken, problems: told } }, problems: told };
}

type OtherBodies = Pick<Settings, 'superior' | 'addressee' | 'cc'>;

/** To whom the report goes and who is above the organ: never the organ itself. */
function otherBodies(fields: TypedSettings, lines: SettingLines, edition: Edition): OtherBodies {
  const names = ownNames(lines);
  const others = (field: keyof OtherBodies): string => othersIn(textOf(fields[field]), names);
  const superior = strangeSuperior(lines, edition) === null ? others('superior') : '';
  return { superior, addressee: others('addressee'), cc: others('cc') };
}

/** With what the office adds to its lists. */
function officeEdition(edition: Edition, { ownAreas, ownSections, ownPlans }: TypedSettings): Edition {
  return withOwnLists(edition, {
    areas: valueOr(ownAreas, []),
    sections: valueOr(ownSections, []),
    plans: valueOr(ownPlans, []),
  });
}

function yearOutOfRange({ shown, place }: TypedSettings['reportYear']): Problem {
  const range = `${String(reportYears.first)}至${String(reportYears.last)}`;
  return {
    code: 'year-out-of-range',
    level: 'error',
    place,
    actual: shown,
    reason: `报告年度“${shown}”不在${range}之间`,
    expected: `请填写${range}之间的年份`,
  };
}

type Clock = 'cutoff' | 'asOf' | 'today' | 'lastDay';

/**
 * What is judged is judged as of today, but not beyond the day the statistics end, unless the office names an earlier day or
 * a later one that has come. Of a day still to come nobody can say what will be late.
 */
function clockOf(reportYear: number, fields: TypedSettings, today: Day): Pick<Settings, Clock> {
  const cutoff = valueOr(fields.cutoff, yearEnd(reportYear));
  const typed = fields.asOf.value;
  const usual = today < cutoff ? today : cutoff;
  const asOf = typed === null || typed > today ? usual : typed;
  return { cutoff, today, asOf, lastDay: lastDayOf(reportYear, cutoff, asOf) };
}

function completed(
  reportYear: number,
  fields: TypedSettings,
  edition: Edition,
): Omit<Settings, 'columnMapping' | keyof OtherBodies | 'texts' | 'current' | 'read' | Clock> {
  return {
    edition,
    reportYear,
    town: textOf(fields.town),
    partyName: textOf(fields.partyName),
    governmentName: textOf(fields.governmentName),
    signDate: fields.signDate.value,
    titleForm: valueOr(fields.titleForm, edition.titles[0]?.form ?? ''),
    situationHeadings: headingMode(fields.situationHeadings.value, 'run-in'),
    planHeadings: headingMode(fields.planHeadings.value, 'block'),
    isPublic: valueOr(fields.isPublic, false),
    reportForm: fields.reportForm.value === formWords.doc ? 'doc' : 'word',
    remindDays: valueOr(fields.remindDays, 10),
    lagPoints: valueOr(fields.lagPoints, 20),
    ...mailSettings(fields),
    numbers: ownNumbers(fields, edition),
    signer: textOf(fields.signer),
    attachTable: valueOr(fields.attachTable, false),
    attachSources: valueOr(fields.attachSources, false),
    sample: valueOr(fields.sample, false),
    partialFigures: fields.partialFigures.value === partialWords.marked ? 'marked' : 'gap',
    zeroReports: valueOr(fields.zeroReports, false),
    normsAlone: valueOr(fields.normsAlone, true),
    places: placesOf(fields),
  };
}

/** What reminders go by; the steps are judged by `stepsOf`. */
function mailSettings(fields: TypedSettings): Pick<Settings, MailSetting> {
  return {
    overdueSteps: stepsOf(textOf(fields.overdueSteps)) ?? defaultSteps,
    monthlyDay: isMonthlyDay(fields.monthlyDay.value) ? fields.monthlyDay.value : null,
    doubtReminders: valueOr(fields.doubtReminders, true),
    shareNotices: valueOr(fields.shareNotices, true),
    onRestDays: valueOr(fields.onRestDays, false),
    dailyMost: valueOr(fields.dailyMost, 80),
    officeMailbox: textOf(fields.officeMailbox),
    headMailbox: textOf(fields.headMailbox),
    mailDomains: valueOr(fields.mailDomains, []).map((domain) => domain.toLowerCase()),
    submittedOn: fields.submittedOn.value,
    publishedOn: fields.publishedOn.value,
  };
}

type MailSetting =
  | 'overdueSteps'
  | 'monthlyDay'
  | 'doubtReminders'
  | 'shareNotices'
  | 'onRestDays'
  | 'dailyMost'
  | 'officeMailbox'
  | 'headMailbox'
  | 'mailDomains'
  | 'submittedOn'
  | 'publishedOn';

/** The whole numbers the edition asks beside what the program knows. */
function ownNumbers(fields: Fields, edition: Edition): Settings['numbers'] {
  return new Map(
    ownColumns(edition, 'integer').map(([field, { header }]) => {
      const number = fields[field]?.value ?? null;
      return [header, { field, value: typeof number === 'number' && number > 0 ? number : null }];
    }),
  );
}

type Fields = Readonly<Record<string, Read<unknown>>>;

function ownColumns({ sheets }: Edition, wanted: Column['type']): readonly (readonly [string, Column])[] {
  return Object.entries<Column>(sheets.settings.columns).filter(
    ([field, { type }]) => type === wanted && !(field in shapes.settings.fields),
  );
}

interface Timed {
  readonly fields: Fields;
  readonly edition: Edition;
  readonly own: Readonly<Record<string, string>>;
  readonly lastDay: Day;
}

/** The edition's own texts, those that have a time only within it, and what else holds then. */
function timedSettings({ fields, edition, own, lastDay }: Timed): Pick<Settings, 'texts' | 'current'> {
  const { times } = edition;
  const named = new Set(times.map(({ name }) => name));
  const said = Object.fromEntries(Object.entries(own).filter(([name]) => named.has(name)));
  const texts = ownColumns(edition, 'text').map(([field]) => [
    field,
    timedText(fields[field], { times, field, lastDay }),
  ]);
  return { texts: Object.fromEntries(texts) as Settings['texts'], current: currentWords(times, lastDay, said) };
}

/** A line that is not there is what the time usually has; one that was left blank is nothing, and so is what is out of its time. */
function timedText(
  read: Read<unknown> | undefined,
  { times, field, lastDay }: { readonly times: Edition['times']; readonly field: string; readonly lastDay: Day },
): string {
  const text = typeof read?.value === 'string' ? read.value : '';
  const ofField = times.filter(({ setting }) => setting === field);
  if (text !== '') return outOfTime(ofField, text, lastDay).length > 0 ? '' : text;
  const usual = settingThingOn(times, field, lastDay);
  return read?.place.cell === undefined && usual?.isDefault === true ? usual.value : '';
}

function headingMode(word: string | null, otherwise: HeadingMode): HeadingMode {
  if (word === headingWords['run-in']) return 'run-in';
  return word === headingWords.block ? 'block' : otherwise;
}

function yearEnd(year: number): Day {
  const day = makeDay(year, 12, 31);
  if (day === null) throw new Error(`no such year: ${String(year)}`);
  return day;
}

function placesOf(fields: TypedSettings): Readonly<Record<string, Place>> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, read]) => read.value !== null)
      .map(([field, read]) => [field, read.place]),
  );
}

/**
 * The year a new workspace is for: a report is submitted before 1 March of the next year and published before 1 April, and
 * until then work belongs to it.
 */
export function reportYearOn(today: Day): number {
  const { year, month } = dayParts(today);
  return month <= 3 ? year - 1 : year;
}
