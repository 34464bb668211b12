/** What is called otherwise in other years: plans, programmes, campaigns. */
import type { Campaign } from '../edition/edition';

/** The one of a setting that holds in a report's year. */
export function campaignIn(campaigns: readonly Campaign[], setting: string, reportYear: number): Campaign | undefined {
  return campaigns.find((one) => one.setting === setting && one.from <= reportYear && reportYear <= one.to);
}

/** Those of a setting that a report of the year may not name any more. */
export function campaignsOver(
  campaigns: readonly Campaign[],
  setting: string,
  reportYear: number,
): readonly Campaign[] {
  return campaigns.filter((one) => one.setting === setting && one.to < reportYear);
}
