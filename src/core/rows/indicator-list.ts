/** The hub's 指标 sheet; without it the edition's own list. */
import type { Grid } from '../base/grid';
import type { Problem, Result } from '../base/problem';
import { nameKey, normalised } from '../base/text';
import { findSheet } from '../tables/find-sheet';
import type { Indicator } from '../edition/indicator';
import type { DeclaredIndicator, Edition } from '../edition/edition';
import { aggregateWords, directionWords, kindWords, onEmptyWords, standingWords } from '../edition/indicator-words';
import type { ColumnsOf } from '../edition/shapes';
import type { Settings } from '../settings/settings';
import { textOf, valueOr } from '../tables/read-row';
import type { Column } from '../tables/sheet';
import { joinedNotes } from '../tables/joined-notes';
import { readTable, type TableRow } from '../tables/read-table';
import { roleMark, type Directory } from './department-names';
import { fillerProblems, fillersOf, type DepartmentsAsked } from './fillers';
import { declaredLike } from './meanings';
import type { PlacedIndicator } from './rows';
import { duplicateKeys, firstOfEach } from './same-key';

/** Without them rates are no longer computed, or nothing is judged: they may be blank, not absent. */
const needed = ['numerator', 'denominator', 'threshold'] as const;

type IndicatorRow = TableRow<ColumnsOf<'indicators'>>;

/** The indicators in their order. A line without code or name cannot be used; what else is unreadable is as in the edition. */
export function indicatorList(
  hub: readonly Grid[],
  file: string,
  { reportYear, edition }: Pick<Settings, 'reportYear' | 'edition'>,
  directory: Directory,
): Result<readonly PlacedIndicator[]> {
  const { sheets, declared } = edition;
  const office = { directory, edition };
  const { grid, problems } = findSheet(hub, sheets.indicators, { file, required: true, declared });
  if (grid === null) return { value: edition.indicators.map((line) => unplaced(line, office)), problems };
  const read = readTable(grid, sheets.indicators, { reportYear, declared, needed });
  const named = read.rows.filter(({ cells }) => cells.code.value !== null && cells.name.value !== null);
  const lines = named.map((row) => indicatorOf(row, office));
  const codes = named.map(({ cells }) => ({ key: textOf(cells.code), place: cells.code.place }));
  const names = named.map(({ cells }) => ({ key: textOf(cells.name), place: cells.name.place }));
  return {
    value: firstOfEach(lines, ({ code }) => code),
    taken: read.taken,
    problems: [
      ...problems,
      ...read.problems,
      ...duplicateKeys('编码', codes),
      ...duplicateKeys('指标名称', names),
      ...named.flatMap((row) => directionProblems(row, edition)),
      ...named.flatMap((row) => otherMeaning(row, edition)),
      ...joinedNotes(named.flatMap(({ cells }, index) => fillerProblemsOf(cells, lines[index], office))),
    ],
  };
}

function fillerProblemsOf(
  { filledBy }: IndicatorRow['cells'],
  line: PlacedIndicator | undefined,
  office: DepartmentsAsked,
): readonly Problem[] {
  return line === undefined ? [] : fillerProblems(filledBy, line, office);
}

/** A line of the edition's own list, asked of those departments here that do what those it names do: of no others it speaks. */
function unplaced(line: DeclaredIndicator, office: DepartmentsAsked): PlacedIndicator {
  const { departments } = office.edition;
  const here = (name: string): string => {
    const [role = ''] = departments.find((one) => one.name === name)?.roles ?? [];
    return (office.directory.find(name) ?? office.directory.find(`${roleMark}${role}`))?.name ?? name;
  };
  const { named } = fillersOf(line.filledBy.split('、').map(here), office);
  return { ...line, filledBy: named.join('、'), strangers: [], place: null, sentencePlace: null, means: line.code };
}

function indicatorOf({ cells, place }: IndicatorRow, office: DepartmentsAsked): PlacedIndicator {
  const { edition } = office;
  const { named, strangers } = fillersOf(valueOr(cells.filledBy, []), office);
  const known = meantBy(cells, edition);
  return {
    code: lineOfCode(cells, edition)?.code ?? normalised(textOf(cells.code)),
    name: textOf(cells.name),
    unit: textOf(cells.unit),
    ...judgement(cells, known ?? unknownLine, edition),
    filledBy: named.join('、'),
    strangers,
    numerator: formula(cells.numerator.value, edition),
    denominator: formula(cells.denominator.value, edition),
    threshold: isUndirected(cells, known) ? null : (cells.threshold.value?.value ?? null),
    redLine: valueOr(cells.redLine, false),
    ...alone(cells, known),
    minSample: valueOr(cells.minSample, 1),
    basis: textOf(cells.basis),
    sentence: textOf(cells.sentence),
    help: textOf(cells.help),
    place,
    sentencePlace: cells.sentence.place,
    means: known?.code ?? null,
  };
}

/** The edition's line that means the same, whatever its code. */
function meantBy({ name, unit, kind }: IndicatorRow['cells'], edition: Edition): DeclaredIndicator | null {
  return declaredLike({ name: textOf(name), unit: textOf(unit), kind: keyOf(kindWords, kind.value) }, edition);
}

/** The edition's line of that code, whatever it means. */
function lineOfCode({ code }: IndicatorRow['cells'], { indicators }: Edition): DeclaredIndicator | undefined {
  const key = nameKey(textOf(code));
  return indicators.find((line) => nameKey(line.code) === key);
}

/** A code of the edition given to something else: nothing that is known of the code holds for it any more. */
function otherMeaning({ cells }: IndicatorRow, edition: Edition): readonly Problem[] {
  const line = lineOfCode(cells, edition);
  if (line === undefined || meantBy(cells, edition)?.code === line.code) return [];
  const { code, name } = cells;
  return [
    {
      code: 'code-means-other',
      level: 'note',
      place: name.place,
      actual: name.shown,
      reason: `编码 ${textOf(code)} 原是“${line.name}”（${line.unit}），现在是“${textOf(name)}”，按新的含义计算，与原指标有关的核对不再套用`,
      expected: `还是原来的指标的，请写回“${line.name}”和单位“${line.unit}”；新增的指标请另编一个编码`,
    },
  ];
}

/** A threshold that does not say which side of it is weak, in a line the edition does not know. */
function isUndirected(cells: IndicatorRow['cells'], known: DeclaredIndicator | null): boolean {
  return cells.threshold.value !== null && cells.direction.value === null && known === null;
}

function directionProblems({ cells }: IndicatorRow, edition: Edition): readonly Problem[] {
  if (!isUndirected(cells, meantBy(cells, edition))) return [];
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

type Words = Pick<Indicator, 'kind' | 'aggregate' | 'direction' | 'standing' | 'area' | 'onEmpty'>;

/** What holds for a line of the office's own where its words are blank or unreadable. */
const unknownLine: Words = {
  ...{ kind: 'count', aggregate: 'sum', direction: 'high' },
  ...{ standing: 'own', area: '', onEmpty: 'omit' },
};

/** The choices of the row, each from the edition where it is blank. */
function judgement(cells: IndicatorRow['cells'], known: Words, { areas }: Edition): Words {
  return {
    kind: keyOf(kindWords, cells.kind.value) ?? known.kind,
    aggregate: keyOf(aggregateWords, cells.aggregate.value) ?? known.aggregate,
    direction: keyOf(directionWords, cells.direction.value) ?? known.direction,
    standing: keyOf(standingWords, cells.standing.value) ?? known.standing,
    area: areas.find(({ area }) => area === cells.area.value)?.area ?? known.area,
    onEmpty: keyOf(onEmptyWords, cells.onEmpty.value) ?? known.onEmpty,
  };
}

/**
 * From where on the line is a weakness alone. A hub made before it had the columns is read by the edition; where it has them, a
 * blank cell means none.
 */
function alone(
  cells: IndicatorRow['cells'],
  known: DeclaredIndicator | null,
): Pick<Indicator, 'aloneAt' | 'aloneCases'> {
  const { standing, redLine, aloneAt, aloneCases } = cells;
  const typed = aloneAt.value?.value ?? null;
  const isOld = [standing, aloneAt, aloneCases].every(({ shown }) => shown === '');
  if (!isOld || known === null || redLine.value === true) return { aloneAt: typed, aloneCases: valueOr(aloneCases, 1) };
  return { aloneAt: known.aloneAt, aloneCases: known.aloneCases };
}

/** A number of 设置 may be named by any of the names its line is known by. */
function formula(text: string | null, { sheets }: Edition): string | null {
  if (text === null) return null;
  const numbers = Object.values<Column>(sheets.settings.columns).filter(({ type }) => type === 'integer');
  return normalised(text)
    .replace(/\s/gu, '')
    .replace(/[^+-]+/gu, (name) => numbers.find(({ synonyms }) => synonyms.includes(name))?.header ?? name);
}

/** The key under which a word stands. */
function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string | null): K | null {
  const keys = Object.keys(words) as K[];
  return keys.find((key) => words[key] === word) ?? null;
}
