/** The history of the year: what one run found, in a few figures, kept so that weeks can be laid beside each other. */

/** A department as it stood on the day of a snapshot, in numbers of its tasks. */
interface DepartmentSnapshot {
  readonly name: string;
  readonly done: number;
  /** The base of the completion rate: done and overdue. */
  readonly due: number;
  readonly overdue: number;
}

/** One run's figures. */
export interface Snapshot {
  /** The 核算日 of the run, `2022-12-31`. */
  readonly day: string;
  readonly done: number;
  /** The base of the completion rate: done and overdue. */
  readonly due: number;
  /** Tasks of which the rate does not speak: 未报, 待核实, or undone without a deadline that can be read. Never counted as nothing. */
  readonly unknown: number;
  readonly overdue: number;
  /** Problems of level 错误 and 请核实. */
  readonly problems: number;
  readonly departments: readonly DepartmentSnapshot[];
  /** Code of an indicator → the town's value in its unit; null where it was not known. */
  readonly figures: Readonly<Record<string, number | null>>;
}
