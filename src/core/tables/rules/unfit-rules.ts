/** Rules that a workbook no longer fits: its sheet, its header or its shape is another than when they were confirmed. */
import { sheetPlace } from '../../base/place';
import { isFilled, type Grid } from '../../base/grid';
import type { Problem } from '../../base/problem';
import { clipped, headerKey } from '../../base/text';
import { searchedRows } from '../find-header';
import { titleKey } from '../usages/title-key';
import { leftWord, type PlacedRule, type Rule } from './rule';

/** Whether the workbook has what the rule speaks of; words and rows come and go. */
export function isFit({ sheet, kind, name }: Rule, grids: readonly Grid[]): boolean {
  const grid = grids.find((one) => titleKey(one.sheet) === titleKey(sheet));
  return grid !== undefined && (kind !== 'column' || holdsText(grid, name));
}

/** One doubt for each rule that found nothing to hold for, and one for each sheet whose headers are others. */
export function unfitRules(grids: readonly Grid[], rules: readonly PlacedRule[]): readonly Problem[] {
  const sheetOf = ({ sheet }: Rule): Grid | undefined => grids.find((grid) => titleKey(grid.sheet) === titleKey(sheet));
  const lost = new Map<string, PlacedRule>();
  for (const rule of rules)
    if (sheetOf(rule) === undefined && !lost.has(titleKey(rule.sheet))) lost.set(titleKey(rule.sheet), rule);
  const file = grids[0]?.workbook ?? '';
  return [
    ...[...lost.values()].map((rule) => withoutSheet(rule, file)),
    ...rules.flatMap((rule) => {
      const grid = sheetOf(rule);
      if (grid === undefined) return [];
      if (rule.kind === 'column') return holdsText(grid, rule.name) ? [] : [withoutColumn(rule, grid)];
      return rule.kind === 'shape' ? otherShape(grid, rule, rules) : [];
    }),
  ];
}

/** Rows in which a header may stand where a rule says so itself. */
const lookedRows = searchedRows * 3;

function holdsText({ rows }: Grid, name: string): boolean {
  const key = shapeKey(name);
  return rows.slice(0, lookedRows).some((cells) =>
    cells.some((cell) => {
      const shown = shapeKey(cell?.shown ?? '');
      // A header over two rows is named by both: 编制 + 行政.
      return shown !== '' && (shown === key || key.endsWith(shown));
    }),
  );
}

/** A header as it is compared with one that was kept. */
function shapeKey(header: string): string {
  return headerKey(shapeText([header]));
}

/** How the headers of a sheet are kept: those of the row that names the most, in their order. */
export function shapeText(headers: readonly string[]): string {
  return headers.map((header) => clipped(header.replace(/[\s、]+/gu, ''), 40)).join('、');
}

function otherShape(grid: Grid, rule: PlacedRule, rules: readonly PlacedRule[]): readonly Problem[] {
  const said = rule.as.split('、').filter((name) => headerKey(name) !== '');
  const found = likestRow(grid, said);
  const gone = said.filter((name) => !holdsText(grid, name));
  const known = new Set([...said, ...columnsOf(rule, rules)].map(headerKey));
  const here = new Set(found.map(headerKey));
  // Words that stand in several rows are labels: what stands beside them is no header.
  const isSpread = said.some((name) => !gone.includes(name) && !here.has(headerKey(name)));
  const more = isSpread ? [] : found.filter((name) => !known.has(headerKey(name)));
  if (gone.length === 0 && more.length === 0) return [];
  const parts = [
    ...(more.length > 0 ? [`多了“${more.join('”“')}”`] : []),
    ...(gone.length > 0 ? [`少了“${gone.join('”“')}”`] : []),
  ];
  return [
    {
      code: 'shape-differs',
      level: 'doubt',
      place: sheetPlace(grid),
      actual: clipped(found.join('、'), 60),
      reason: `表头与确认读法时不同：${parts.join('，')}`,
      expected: '请在“接入台账”里看一遍再确认',
    },
  ];
}

function columnsOf({ sheet }: Rule, rules: readonly PlacedRule[]): readonly string[] {
  return rules
    .filter((one) => one.kind === 'column' && titleKey(one.sheet) === titleKey(sheet))
    .map(({ name }) => name);
}

/** The texts of the row that names most of what was confirmed. */
function likestRow({ rows }: Grid, said: readonly string[]): readonly string[] {
  const keys = new Set(said.map(headerKey));
  const texts = rows
    .slice(0, lookedRows)
    .map((cells) => cells.flatMap((cell) => (isFilled(cell) ? [shapeText([cell.shown])] : [])));
  const count = (row: readonly string[]): number => row.filter((text) => keys.has(headerKey(text))).length;
  return texts.reduce<readonly string[]>((best, row) => (count(row) > count(best) ? row : best), []);
}

function withoutSheet({ sheet, place }: PlacedRule, file: string): Problem {
  return {
    code: 'rule-unfit',
    level: 'doubt',
    place,
    actual: sheet,
    reason: `“${file}”里没有工作表“${sheet}”，为它确认的读法没有用上`,
    expected: '改了名的请在“接入台账”里再确认一次；不再有的请删去这些行',
  };
}

function withoutColumn({ sheet, name, as, place }: PlacedRule, grid: Grid): Problem {
  const what = as === leftWord ? '' : `（${as}）`;
  return {
    code: 'rule-unfit',
    level: 'doubt',
    place,
    actual: name,
    reason: `“${grid.workbook}”的“${sheet}”里没有“${name}”列${what}，这一条没有用上`,
    expected: '改了表头的请在“接入台账”里再确认一次；不再有的请删去这一行',
  };
}
