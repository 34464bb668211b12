/** A matter that is due, before it is known who is to be told: what the kinds of due items are made of. */
import type { DepartmentItems } from '../rows/department-items';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import type { Day } from '../base/day';
import type { Calendar } from '../base/working-days';
import type { Findings } from '../findings/findings';
import type { DueItem, ItemKey, ReceiverRole } from './due-item';

/** All that due items follow from; the day is that of the findings. */
export interface DueOffice {
  readonly rows: Rows;
  readonly settings: Settings;
  readonly findings: Findings;
  readonly departmentItems: readonly DepartmentItems[];
}

/** What the rules of due items look at. */
export interface DueContext extends DueOffice {
  readonly calendar: Calendar;
  readonly outposts: ReadonlySet<string>;
  /** Names of the departments without a form of their own. */
  readonly formless: ReadonlySet<string>;
  /** By when who is told today is to answer. */
  readonly answerBy: Day;
}

export interface Matter extends Omit<ItemKey, 'year' | 'role'>, Pick<DueItem, 'title' | 'workingDaysLate' | 'order'> {
  readonly roles: readonly ReceiverRole[];
  readonly textFor: (role: ReceiverRole) => string;
}
