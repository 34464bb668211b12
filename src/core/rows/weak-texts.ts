/** The hub's 薄弱 sheet: what is said of indicators that miss their thresholds, and of whole areas. */
import { nearestIn } from '../base/nearest';
import type { Problem, Result } from '../base/problem';
import { nameKey } from '../base/text';
import type { ColumnsOf } from '../edition/shapes';
import { textOf } from '../tables/read-row';
import type { TableRow } from '../tables/read-table';
import { finderOf } from './by-key';
import { rowsOf, type Source } from './office-texts';
import type { PlacedIndicator, WeakText } from './rows';
import { duplicateKeys, firstOfEach } from './same-key';

type WeakRow = TableRow<ColumnsOf<'weakAreas'>>;

/**
 * The lines in their order; of several for one indicator, or for one area, the first. A line of an indicator that does not exist
 * says nothing.
 */
export function weakTexts(hub: Source, indicators: readonly PlacedIndicator[]): Result<readonly WeakText[]> {
  const { rows, problems, taken } = rowsOf(hub, hub.edition.sheets.weakAreas, true);
  const find = finderOf(indicators, ({ code, name }) => [code, name]);
  const lines = rows.map((row) => ({
    row,
    named: textOf(row.cells.indicator),
    found: find(textOf(row.cells.indicator)),
  }));
  const usable = lines.filter(({ named, found, row }) =>
    named === '' ? row.cells.area.value !== null : found !== null,
  );
  const former = new Set(hub.edition.former.map(nameKey));
  const texts = usable.map(({ row, found }) => weakText(row, found, former));
  return {
    value: firstOfEach(texts, keyOf),
    taken,
    problems: [
      ...problems,
      ...lines.filter(({ named, found }) => named !== '' && found === null).map(({ row }) => unknown(row, indicators)),
      ...lines.filter(({ named, row }) => named === '' && row.cells.area.shown === '').map(({ row }) => unnamed(row)),
      ...duplicateKeys(
        '薄弱表的指标或者类别',
        texts.map((text) => ({ key: text.indicator ?? text.area, place: text.place, says: '' })),
      ),
    ],
  };
}

function keyOf({ indicator, area }: WeakText): string {
  return indicator === null ? `area ${area}` : `indicator ${nameKey(indicator)}`;
}

function weakText({ cells, place }: WeakRow, found: PlacedIndicator | null, former: ReadonlySet<string>): WeakText {
  const said = (read: WeakRow['cells']['problem']): string => (former.has(nameKey(textOf(read))) ? '' : textOf(read));
  return {
    area: cells.area.value ?? '',
    indicator: found?.code ?? null,
    problem: said(cells.problem),
    figures: textOf(cells.figures),
    cause: said(cells.cause),
    action: said(cells.action),
    lead: textOf(cells.lead),
    plan: textOf(cells.plan),
    place,
  };
}

function indicatorNames({ name }: PlacedIndicator): readonly string[] {
  return [name];
}

function unknown({ cells: { indicator } }: WeakRow, indicators: readonly PlacedIndicator[]): Problem {
  const similar = nearestIn(indicators, indicatorNames)(indicator.shown);
  return {
    code: 'weak-text-unknown',
    level: 'error',
    place: indicator.place,
    actual: indicator.shown,
    reason: `指标“${indicator.shown}”不在“指标”表里，这一行的话没有采用`,
    expected:
      similar === null ? '请改为“指标”表里的名称或者编码' : `是否指“${similar}”？请改为“指标”表里的名称或者编码`,
  };
}

function unnamed({ cells: { area } }: WeakRow): Problem {
  return {
    code: 'weak-text-unnamed',
    level: 'error',
    place: area.place,
    actual: '',
    reason: '没有写明是哪个指标、哪一类的话，这一行没有采用',
    expected: '请填“指标”，或者选“薄弱类别”',
  };
}
