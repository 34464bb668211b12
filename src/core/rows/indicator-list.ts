/** The hub's 指标 sheet; without it the catalogue's own list. */
import type { Grid } from '../base/grid';
import type { Problem, Result } from '../base/problem';
import { nameKey, normalised } from '../base/text';
import { findSheet } from '../tables/find-sheet';
import type { Indicator } from '../catalogue/indicator';
import { indicatorsTable } from '../catalogue/indicator-sheets';
import { aggregateWords, areas, directionWords, kindWords, onEmptyWords } from '../catalogue/indicator-words';
import { indicators as catalogue } from '../catalogue/indicators';
import { textOf, valueOr } from '../tables/read-row';
import { readTable, type TableRow } from '../tables/read-table';
import type { PlacedIndicator } from './rows';
import { duplicateKeys, firstOfEach } from './same-key';

type IndicatorRow = TableRow<typeof indicatorsTable.columns>;

/** The indicators in their order. A line without code or name cannot be used; what else is unreadable is as in the catalogue. */
export function indicatorList(
  hub: readonly Grid[],
  file: string,
  reportYear: number,
): Result<readonly PlacedIndicator[]> {
  const { grid, problems } = findSheet(hub, indicatorsTable, file, true);
  if (grid === null)
    return { value: catalogue.map((indicator) => ({ ...indicator, place: null, sentencePlace: null })), problems };
  const read = readTable(grid, indicatorsTable, { reportYear });
  const named = read.rows.filter(({ cells }) => cells.code.value !== null && cells.name.value !== null);
  const codes = named.map(({ cells }) => ({ key: textOf(cells.code), place: cells.code.place }));
  const names = named.map(({ cells }) => ({ key: textOf(cells.name), place: cells.name.place }));
  return {
    value: firstOfEach(named.map(indicatorOf), ({ code }) => code),
    problems: [
      ...problems,
      ...read.problems,
      ...duplicateKeys('编码', codes),
      ...duplicateKeys('指标名称', names),
      ...named.flatMap(directionProblems),
    ],
  };
}

function indicatorOf({ cells, place }: IndicatorRow): PlacedIndicator {
  const known = catalogueLine(cells);
  return {
    code: known?.code ?? normalised(textOf(cells.code)),
    name: textOf(cells.name),
    unit: textOf(cells.unit),
    ...judgement(cells, known ?? unknownLine),
    filledBy: valueOr(cells.filledBy, []).join('、'),
    numerator: formula(cells.numerator.value),
    denominator: formula(cells.denominator.value),
    threshold: isUndirected(cells) ? null : (cells.threshold.value?.value ?? null),
    redLine: valueOr(cells.redLine, false),
    minSample: valueOr(cells.minSample, 1),
    basis: textOf(cells.basis),
    sentence: textOf(cells.sentence),
    help: textOf(cells.help),
    place,
    sentencePlace: cells.sentence.place,
  };
}

function catalogueLine({ code }: IndicatorRow['cells']): Indicator | undefined {
  return catalogue.find((indicator) => nameKey(indicator.code) === nameKey(textOf(code)));
}

/** A threshold that does not say which side of it is weak, in a line the catalogue does not know. */
function isUndirected(cells: IndicatorRow['cells']): boolean {
  return cells.threshold.value !== null && cells.direction.value === null && catalogueLine(cells) === undefined;
}

function directionProblems({ cells }: IndicatorRow): readonly Problem[] {
  if (!isUndirected(cells)) return [];
  return [
    {
      code: 'direction-missing',
      level: 'error',
      place: cells.direction.place,
      actual: cells.direction.shown,
      reason: `指标${textOf(cells.name)}有阈值 ${cells.threshold.shown}，没有写明方向，不作判断`,
      expected: `请选填${Object.values(directionWords).join('或')}`,
    },
  ];
}

type Words = Pick<Indicator, 'kind' | 'aggregate' | 'direction' | 'area' | 'onEmpty'>;

/** What holds for a line of the office's own where its words are blank or unreadable. */
const unknownLine: Words = { kind: 'count', aggregate: 'sum', direction: 'high', area: '组织领导', onEmpty: 'omit' };

/** The choices of the row, each from the catalogue where it is blank. */
function judgement(cells: IndicatorRow['cells'], known: Words): Words {
  return {
    kind: keyOf(kindWords, cells.kind.value) ?? known.kind,
    aggregate: keyOf(aggregateWords, cells.aggregate.value) ?? known.aggregate,
    direction: keyOf(directionWords, cells.direction.value) ?? known.direction,
    area: areas.find((area) => area === cells.area.value) ?? known.area,
    onEmpty: keyOf(onEmptyWords, cells.onEmpty.value) ?? known.onEmpty,
  };
}

function formula(text: string | null): string | null {
  return text === null ? null : normalised(text).replace(/\s/gu, '');
}

/** The key under which a word stands. */
function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string | null): K | null {
  const keys = Object.keys(words) as K[];
  return keys.find((key) => words[key] === word) ?? null;
}
