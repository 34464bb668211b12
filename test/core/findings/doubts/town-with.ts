/** A town of few rows, with what is found in it, for the rules that look at findings. */
import { findingsFromRows } from '../../../../src/core/findings/findings-from-rows';
import type { Town } from '../../../../src/core/findings/doubts/town';
import type { Problem } from '../../../../src/core/base/problem';
import type { Rows } from '../../../../src/core/rows/rows';
import type { Settings } from '../../../../src/core/settings/settings';
import { department, noRows, settings, withOthersNotConcerned } from '../rows-builder';

const departments = ['司法所', '党政办', '派出所'].map((name) => department(name, { inGroup: name === '司法所' }));

/** Departments that are asked and say nothing have nothing to do with it. */
export function townWith(given: Partial<Rows>, own: Partial<Settings> = {}): Town {
  const rows = withOthersNotConcerned({ ...noRows, departments, ...given });
  const all = { ...settings, ...own };
  return { rows, settings: all, ...findingsFromRows(rows, all, []).value };
}

/** `file cell reason` of each problem. */
export function lines(problems: readonly Problem[]): string[] {
  return problems.map(({ place, reason }) => `${place.file} ${place.cell ?? ''} ${reason}`);
}
