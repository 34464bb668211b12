/** The hub's 对照数据 sheet. */
import type { Result } from '../base/problem';
import type { Indicator } from '../edition/indicator';
import { textOf } from '../tables/read-row';
import { finderOf } from './by-key';
import { columnFor, unknownCode } from './indicator-lines';
import { rowsOf, type Source } from './office-texts';
import type { PublishedFigure } from './rows';

/** What other yearbooks say of known indicators; without the sheet there is nothing to compare. */
export function publishedFigures(hub: Source, indicators: readonly Indicator[]): Result<readonly PublishedFigure[]> {
  const called = finderOf(indicators, ({ code }) => [code]);
  const { rows, problems, taken } = rowsOf(hub, hub.edition.sheets.published, false, {
    columnIn: (field, shown, column) =>
      field === 'quantity' ? columnFor(column, called(shown.code ?? ''), '') : column,
  });
  const lines = rows.map(({ cells }) => ({ cells, indicator: called(textOf(cells.code)) }));
  return {
    value: lines.flatMap(({ cells, indicator }) =>
      indicator === null ? [] : [{ code: indicator.code, quantity: cells.quantity, source: textOf(cells.source) }],
    ),
    taken,
    problems: [
      ...problems,
      ...lines.flatMap(({ cells, indicator }) => (indicator === null ? unknownCode(cells.code, indicators) : [])),
    ],
  };
}
