/** What stands in a hub when it is made: by default the rows nearly every township can start from. */
import { makeDay } from '../base/day';
import type { Edition } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import { aggregateWords, directionWords, kindWords, onEmptyWords, standingWords } from '../edition/indicator-words';
import type { ColumnsOf, SheetName } from '../edition/shapes';
import { standingText } from '../edition/standard-text';
import { settingThingOn } from '../settings/times';
import type { Column } from '../tables/sheet';
import type { RowContent } from './cell-content';
import type { OrganNames } from './organ-names';

/** A row of one of the hub's sheets. */
type RowIn<S extends SheetName> = RowContent<ColumnsOf<S>>;

/** The rows of each sheet of the hub. */
export interface HubContents {
  readonly settings: RowIn<'settings'>;
  readonly departments: readonly RowIn<'departments'>[];
  readonly tasks: readonly RowIn<'tasks'>[];
  readonly indicators: readonly RowIn<'indicators'>[];
  readonly weakAreas: readonly RowIn<'weakAreas'>[];
  readonly narratives: readonly RowIn<'narratives'>[];
  readonly holidays: readonly RowIn<'holidays'>[];
  readonly published: readonly RowIn<'published'>[];
}

/** The hub of an office nothing but perhaps its names is known of yet. `reportYear` null leaves the year for the office to fill in. */
export function starterContents(edition: Edition, reportYear: number | null, names: OrganNames = {}): HubContents {
  return {
    settings: { ...starterSettings(edition, reportYear), ...names },
    departments: edition.departments.map(({ aliases, inGroup, roles, ...rest }) => ({
      ...rest,
      aliases: aliases.join('、'),
      roles: roles.join('、'),
      inGroup: yesNo(inGroup),
      active: '是',
    })),
    tasks: edition.tasks.map((task, index) => ({
      ...task,
      number: index + 1,
      deadline: dated(task.deadline, reportYear),
      weight: 1,
    })),
    indicators: edition.indicators.filter((line) => exists(line, edition)).map(indicatorRow),
    weakAreas: edition.areas.flatMap(({ area, rule, plan }) => [{ area, rule, plan }, ...weaknessRows(area, edition)]),
    narratives: [],
    holidays: [],
    published: [],
  };
}

/** `2022年6月底前` for `6月底前`; recurring deadlines stay as they are. */
function dated(deadline: string, year: number | null): string {
  return year !== null && /^\d/u.test(deadline) ? `${String(year)}年${deadline}` : deadline;
}

/** Whether the organ has what the indicator counts. */
function exists({ code }: Indicator, { organ }: Edition): boolean {
  return !organ.lacks.includes(code);
}

/** What is said of the indicators of an area, each with its standard beside it. */
function weaknessRows(area: string, edition: Edition): readonly RowIn<'weakAreas'>[] {
  const byCode = new Map(edition.weaknesses.map((words) => [words.code, words]));
  return edition.indicators
    .filter((line) => line.area === area && exists(line, edition))
    .flatMap((line) => {
      const words = byCode.get(line.code);
      if (words === undefined) return [];
      const { problem, figures, cause, action, lead, plan } = words;
      const rule = standingText(line);
      return [{ area, indicator: line.name, rule, problem, figures, cause, action, lead, plan }];
    });
}

/** An indicator as a row of the 指标 sheet. */
function indicatorRow(indicator: Indicator): RowIn<'indicators'> {
  const { kind, aggregate, direction, standing, redLine, aloneAt, aloneCases, threshold, minSample, onEmpty, ...rest } =
    indicator;
  const isJudged = threshold !== null;
  return {
    ...rest,
    kind: kindWords[kind],
    aggregate: aggregateWords[aggregate],
    direction: directionWords[direction],
    onEmpty: onEmptyWords[onEmpty],
    threshold,
    standing: isJudged ? standingWords[standing] : null,
    redLine: isJudged ? yesNo(redLine) : null,
    aloneAt,
    aloneCases: aloneAt === null ? null : aloneCases,
    minSample: isJudged ? minSample : null,
  };
}

/** What the edition puts there, what is called so in the year, and the year itself. */
function starterSettings(edition: Edition, reportYear: number | null): HubContents['settings'] {
  const columns = Object.entries<Column>(edition.sheets.settings.columns);
  const named = (field: string): string | null => {
    const end = reportYear === null ? null : makeDay(reportYear, 12, 31);
    const thing = end === null ? undefined : settingThingOn(edition.times, field, end);
    return thing?.isDefault === true ? thing.value : null;
  };
  const prefilled = columns.flatMap(([field, { prefill, type }]) => {
    const value = prefill === '' ? named(field) : prefill;
    return value === null ? [] : [[field, type === 'integer' ? Number(value) : value] as const];
  });
  return {
    ...Object.fromEntries(prefilled),
    organKind: edition.organ.kind,
    reportYear,
    cutoff: reportYear === null ? null : `${String(reportYear)}-12-31`,
  };
}

function yesNo(value: boolean): string {
  return value ? '是' : '否';
}
