/** The heading of each sheet. Invented data says so on every sheet. */
import type { Settings } from '../settings/settings';

/** Gives the heading of a sheet from its name; town and year (null) are left out while they are unknown. */
export function workbookHeading(
  edition: string,
  { town, reportYear, sample }: Pick<Settings, 'town' | 'sample'> & { readonly reportYear: number | null },
): (name: string) => string {
  const period = reportYear === null ? '' : `${String(reportYear)}年`;
  const mark = sample ? '　【示例数据，纯属虚构】' : '';
  return (name) => `${town}${period}${edition} ${name}${mark}`;
}
