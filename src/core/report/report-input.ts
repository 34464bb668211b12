/** All that the fields of the report are found in. */
import type { Place } from '../base/place';
import type { Findings } from '../findings/findings';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';

export interface ReportInput {
  readonly findings: Findings;
  readonly rows: Rows;
  readonly settings: Settings;
}

/** The cell a setting stands in, as a list of sources; empty for a default. */
export function settingSource(settings: Settings, ...names: readonly string[]): readonly Place[] {
  return names.flatMap((name) => settings.places[name] ?? []);
}
