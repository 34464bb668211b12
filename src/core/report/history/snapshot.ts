/** What a run found, in the few figures that are kept of it. */
import type { Snapshot } from '../../../contract/history';
import type { Problem } from '../../base/problem';
import { undatedTasks } from '../../findings/completion';
import type { Findings } from '../../findings/findings';

/** The town's figures and each department's tasks on the day the findings are judged by; a figure that is not known is null. */
export function snapshotOf(findings: Findings, problems: readonly Problem[]): Snapshot {
  const { asOf, tally, tasks, byDepartment, indicators } = findings;
  const { done, due, overdue, unreported, unclear } = tally;
  return {
    ...{ day: asOf, done, due, overdue },
    unknown: unreported + unclear + undatedTasks(tasks).length,
    problems: problems.filter(({ level }) => level !== 'note').length,
    departments: byDepartment.map((one) => ({ name: one.name, done: one.done, due: one.due, overdue: one.overdue })),
    figures: Object.fromEntries(indicators.map(({ indicator, value }) => [indicator.code, value])),
  };
}
