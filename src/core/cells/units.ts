/** Units as people write them, and which of them mean the same. */

/** Each line is one unit by its different names. 人 and 人次 are not the same: a person can come more than once. */
const aliases: readonly (readonly string[])[] = [
  ['场', '场次', '次', '期', '场（次）', '回'],
  ['件', '起', '宗', '案', '例'],
  ['件次'],
  ['人', '名', '位'],
  ['人次'],
  ['份', '册', '本'],
  ['条', '项'],
  ['个', '村', '个村', '处', '家', '所'],
  ['学时', '课时', '小时'],
  ['台', '部', '套'],
  ['万元'],
  ['元'],
  ['%', '个百分点'],
  ['分'],
  ['个工作日', '工作日', '天', '日'],
  ['年', '年度'],
];

/** Whether the typed unit may stand in a column of the unit; a column without unit takes any known one. */
export function unitFits(typed: string, unit: string | null): boolean {
  if (typed === '' || typed === unit) return true;
  const family = aliases.find((names) => names.includes(typed));
  return family !== undefined && (unit === null || family.includes(unit));
}

/** Units that count whole things; half a training hour is fine, half a case is not. */
export function countsWholes(unit: string | null): boolean {
  const fractional = ['学时', '万元', '元', '%', '分'];
  return unit !== null && !fractional.includes(unit) && unitFits(unit, null);
}
