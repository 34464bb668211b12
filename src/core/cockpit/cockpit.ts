/** All that 看板 shows, thought once for the page, the file to send and the dialog. Pure. */
import type { Cockpit, CockpitDeadline, CockpitReminders } from '../../contract/cockpit';
import type { FeedbackLine } from '../../contract/feedback';
import type { Snapshot } from '../../contract/history';
import { daysBetween, makeDay } from '../base/day';
import { groupsBy } from '../base/groups';
import type { Problem } from '../base/problem';
import type { ToldArea } from '../findings/findings';
import type { DueItem } from '../reminders/due-item';
import type { LedgerLine } from '../reminders/ledger/ledger';
import { countStates } from '../reminders/reminder-summary';
import type { Settings } from '../settings/settings';
import { cockpitAreas, cockpitIndicators } from './cockpit-areas';
import { cockpitDepartments, countLevels, figureGaps, type DepartmentsInput } from './cockpit-departments';
import { cockpitTask, countsOf } from './cockpit-tasks';

export interface CockpitInput extends DepartmentsInput {
  /** The weak areas of the findings as the report tells them. */
  readonly areas: readonly ToldArea[];
  readonly problems: readonly Problem[];
  /** What is due to be told. */
  readonly due: readonly DueItem[];
  /** Why the ledger could not be read in place of its lines. */
  readonly ledger: readonly LedgerLine[] | { readonly why: string };
  readonly feedback: readonly FeedbackLine[];
  readonly history: readonly Snapshot[];
}

/** Tasks stand in the hub's order, departments in that of 单位, those whose lead is not known last. */
export function cockpitFrom(input: CockpitInput): Cockpit {
  const { settings, rows, findings, due, problems, feedback, history } = input;
  const { asOf, tasks, completionThreshold } = findings;
  const levels = levelsByTask(due);
  const sections = groupsBy(tasks, ({ task }) => task.section);
  return {
    edition: settings.edition.name,
    town: settings.town,
    year: settings.reportYear,
    ...{ asOf, today: settings.today, sample: settings.sample, forMail: false },
    deadlines: deadlinesOf(settings),
    whole: countsOf(tasks, findings, settings),
    completionThreshold,
    sections: findings.bySection.map(({ name }) => ({
      name,
      ...countsOf(sections.get(name) ?? [], findings, settings),
    })),
    departments: cockpitDepartments(input),
    tasks: tasks.map((found) => cockpitTask(found, settings, levels.get(found.task.id) ?? '')),
    indicators: cockpitIndicators(findings),
    areas: cockpitAreas(input.areas),
    gaps: figureGaps(findings, rows),
    overdueSteps: settings.overdueSteps,
    reminders: remindersOf(input),
    problems: countLevels(problems),
    ...{ feedback, history },
  };
}

/** The report's own deadlines of the year after it. */
function deadlinesOf(settings: Settings): readonly CockpitDeadline[] {
  const { edition, reportYear, today } = settings;
  return edition.deadlines.flatMap(({ month, day, fact, setting }) => {
    const limit = makeDay(reportYear + 1, month, day);
    if (limit === null) return [];
    return [{ name: fact, day: limit, daysLeft: daysBetween(today, limit), doneOn: settings[setting] }];
  });
}

/** Of one task the level told to its department; leaders are told of the same. */
function levelsByTask(due: readonly DueItem[]): ReadonlyMap<string, string> {
  return new Map([...due].reverse().map(({ key }) => [key.subject, key.level]));
}

function remindersOf({ ledger, due }: Pick<CockpitInput, 'ledger' | 'due'>): CockpitReminders {
  const levels = [...groupsBy(due, ({ key }) => key.level)].map(([level, items]) => [level, items.length] as const);
  const told = { due: Object.fromEntries(levels) };
  return 'why' in ledger
    ? { states: null, why: ledger.why, ...told }
    : { states: countStates(ledger), why: '', ...told };
}
