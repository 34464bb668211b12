/** Until when a term runs: `2019.1-2021.12`, `自2020年1月1日起至2022年1月1日止`. */
import { normalised } from '../base/text';

/** A year, with month and day where they are told; a term of whole months or years ends with their last day. */
const day = /(20\d\d)(?!\d)(?:[年./-](\d{1,2})(?!\d)(?:[月./-](\d{1,2})(?!\d))?)?/gu;
const between = /^[年月日号自从起至到止期聘为限:~\-—–－()\s]*$/u;
/** A longer text tells more than a term. */
const longest = 40;

/** The last day, which may be the 31st of a shorter month; null where the text is anything else than two days. */
export function termEnd(text: string): string | null {
  if (text.length > longest) return null;
  const said = normalised(text);
  const days = [...said.matchAll(day)];
  const [, last] = days;
  if (days.length !== 2 || last === undefined || !between.test(said.replace(day, ''))) return null;
  const [, year = '', month = '12', date = '31'] = last;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
