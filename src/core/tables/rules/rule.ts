/** What was confirmed of a department's own workbook: which sheet, column, row or word is which of the declared ones. */
import type { Place } from '../../base/place';
import { headerKey, nameKey } from '../../base/text';
import { titleKey } from '../usages/title-key';

/**
 * What a rule speaks of: a whole sheet, the row its header stands in, one column, one row, a word for a state, or which headers
 * there were when it was confirmed.
 */
type RuleKind = 'sheet' | 'header' | 'column' | 'row' | 'status' | 'shape';

/** One rule, as it was confirmed or written by the office. */
export interface Rule {
  /** A department of 单位, or the name of the file without its ending. */
  readonly department: string;
  /** The sheet as the workbook calls it. */
  readonly sheet: string;
  readonly kind: RuleKind;
  /** The header, the row's text or the word; empty for a sheet, its header's row and its shape. */
  readonly name: string;
  /** A declared title, header, number or word; `leftWord`; `第3行`; the headers parted by 、. */
  readonly as: string;
  /** When and by what it was confirmed. */
  readonly ground: string;
}

/** A rule with the cell in which it stands. */
export interface PlacedRule extends Rule {
  readonly place: Place;
}

/** Stands in 当作 for what is not to be read. */
export const leftWord = '不读取';

/** What stands in 列或行 before a name, or alone, by what a rule speaks of. */
const kindWords: Readonly<Record<RuleKind, string>> = {
  sheet: '整张表',
  header: '表头',
  shape: '各列',
  column: '列',
  row: '行',
  status: '词',
};

const named: readonly RuleKind[] = ['column', 'row', 'status'];

/** What a rule speaks of, as it stands in 列或行: `列：办结情况`. */
export function subjectText({ kind, name }: Pick<Rule, 'kind' | 'name'>): string {
  return named.includes(kind) ? `${kindWords[kind]}：${name}` : kindWords[kind];
}

/** `列：办结情况`, `整张表` or nothing; a name alone is a column's. */
export function subjectOf(text: string): Pick<Rule, 'kind' | 'name'> {
  const key = headerKey(text);
  const bare = (['sheet', 'header', 'shape'] as const).find((kind) => kindWords[kind] === key);
  if (key === '' || bare !== undefined) return { kind: bare ?? 'sheet', name: '' };
  const [, word = '', name = ''] = /^\s*([列行词])\s*[:：]([^]+)$/u.exec(text) ?? [];
  const kind = named.find((one) => kindWords[one] === word) ?? 'column';
  return { kind, name: (name === '' ? text : name).trim() };
}

/** Rules of one key say something of the same thing: the year of a sheet's name and marks of copying are no part of it. */
export function ruleKey({ department, sheet, kind, name }: Rule): string {
  return [nameKey(department), titleKey(sheet), kind, headerKey(name)].join('\n');
}

/** The rules kept before with those confirmed now, which take the place of others on the same things; the others stay as they are. */
export function mergedRules<R extends Rule>(kept: readonly R[], confirmed: readonly R[]): readonly R[] {
  const own = new Map(confirmed.map((rule) => [ruleKey(rule), rule]));
  const present = new Set(kept.map(ruleKey));
  return [
    ...kept.map((rule) => own.get(ruleKey(rule)) ?? rule),
    ...[...own.values()].filter((rule) => !present.has(ruleKey(rule))),
  ];
}
