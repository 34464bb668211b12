/** What the rows of an own table add up to, by shares.tsv. */
import { over, spelled, times, total, whole, type Fraction } from './fractions';
import type { ShareRule, TableRow } from '../world/rules';

/** The figure of one department's rows; null where they say nothing of it. */
export function recount(rule: ShareRule, rows: readonly TableRow[]): Fraction | null {
  if (rows.length === 0) return null;
  const counting = rows.filter((row) => rule.conditions.every((condition) => holds(row, condition)));
  if (counting.length === 0 && rule.conditions.every((condition) => isAnswered(rows, condition))) return whole(0);
  if (rule.factors.length === 0) return counting.length > 0 || rule.saysZero ? whole(counting.length) : null;
  const products = counting
    .filter((row) => rule.factors.every((factor) => (row[factor] ?? '') !== ''))
    .map((row) => rule.factors.map((factor) => amount(row, factor)).reduce(times));
  return products.length === 0 ? null : total(products);
}

/** Every row has a word of the list there: rows of which none counts say zero. */
function isAnswered(rows: readonly TableRow[], condition: string): boolean {
  const [, header = '', , word] = parts(condition);
  return word !== '有' && word !== '本单位' && rows.every((row) => (row[header] ?? '') !== '');
}

function parts(condition: string): readonly string[] {
  return /^(.*)([=≠])(.*)$/u.exec(condition) ?? [];
}

/** Amounts in 元 are counted in 万元. */
function amount(row: TableRow, header: string): Fraction {
  const typed = spelled(row[header] ?? '');
  return header.includes('（元）') ? over(typed, whole(10_000)) : typed;
}

/** `程序=简易`, `是否牵头≠否`, `公示日期=有`; nobody in these offices calls a training its own (`主办=本单位`). */
function holds(row: TableRow, condition: string): boolean {
  const [, header = '', sign, word] = parts(condition);
  const stands = row[header] ?? '';
  if (word === '有') return stands !== '';
  if (word === '本单位') return false;
  return (stands === word) === (sign === '=');
}
