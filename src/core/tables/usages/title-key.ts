/** The form by which titles of sheets are compared. */
import { textLimits } from '../../base/limits';
import { headerKey } from '../../base/text';

const titleKeys = new Map<string, string>();
/** Workbooks have the same titles again and again; of odd ones no more are kept. */
const remembered = 1000;

/** The same, worked out once for the titles that come again and again. */
export function knownTitleKey(title: string): string {
  const key = titleKeys.get(title) ?? titleKey(title);
  if (titleKeys.size < remembered) titleKeys.set(title, key);
  return key;
}

/** The title without marks of copying and without a year: `任务进展 (2)`, `任务进展的副本`, `任务进展2022年`. */
export function titleKey(title: string): string {
  const key = headerKey(title);
  if (key.length > textLimits.sheetTitle) return key;
  // bounded: no longer than a title may be
  return key.replace(/^(copyof)|(的?副本\d*|\(\d+\)|\d{4}年?度?|表)+$/gu, '').replace(/^\d{4}年?度?/u, '');
}
