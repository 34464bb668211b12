/** The heading of each sheet. Invented data says so on every sheet. */

/** Gives the heading of a sheet from its name; town and year are left out while they are unknown. */
export function workbookHeading(town: string, year: string, sample: boolean): (name: string) => string {
  const period = year === '' ? '' : `${year}年`;
  const mark = sample ? '　【示例数据，纯属虚构】' : '';
  return (name) => `${town}${period}法治政府建设 ${name}${mark}`;
}
