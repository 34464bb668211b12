/** What the cells of the whole office hold that decides about the public version: marks of secrecy, and names of its own people. */
import { cellPlace } from '../../base/place';
import type { Grid } from '../../base/grid';
import type { PublicRule } from '../../edition/public-rule';
import { markFinder } from './find-marks';
import { isName } from './find-names';
import { rulebookOf, type Rulebook } from './hit';
import { plainText } from './plain-text';
import type { PublicChange } from './public-change';

export interface SensitiveCells {
  /** Marks of secrecy, wherever they stand: in cells that are not printed, in names of sheets and files too. */
  readonly marks: readonly PublicChange[];
  /** Names of persons in the columns for such names. */
  readonly names: readonly string[];
}

/** Looks through every cell once. */
export function sensitiveCells(grids: readonly Grid[], rules: readonly PublicRule[]): SensitiveCells {
  const stops = rules.filter(({ does, finds }) => does === 'stop' || finds === 'after-marks');
  const marksIn = stopsIn(stops);
  const book = rulebookOf(rules);
  return {
    marks: [...namesOfGrids(grids, marksIn), ...grids.flatMap((grid) => marksOfGrid(grid, marksIn))],
    names: [...new Set(grids.flatMap((grid) => namesInGrid(grid, book)))],
  };
}

/** None or one. */
type MarksIn = (text: string) => readonly Omit<PublicChange, 'places'>[];

/** Finds the first that stops a public version in a text. */
export function stopsIn(rules: readonly PublicRule[]): MarksIn {
  const stops = rules.filter(({ does, finds }) => does === 'stop' || finds === 'after-marks');
  const find = markFinder(rulebookOf(stops));
  return (text) => {
    const plain = plainText(text).text;
    const [first] = find(plain);
    if (first === undefined) return [];
    const actual = plain.slice(first.start, first.end);
    return [{ rule: first.rule.name, does: 'stop', actual, instead: '' }];
  };
}

function namesOfGrids(grids: readonly Grid[], marksIn: MarksIn): readonly PublicChange[] {
  const files = new Set(grids.map(({ workbook }) => workbook));
  return [
    ...[...files].flatMap((file) => marksIn(file).map((mark) => ({ ...mark, places: [{ file }] }))),
    ...grids.flatMap(({ workbook: file, sheet }) =>
      marksIn(sheet).map((mark) => ({ ...mark, places: [{ file, sheet }] })),
    ),
  ];
}

function marksOfGrid({ workbook, sheet, rows, covered = [] }: Grid, marksIn: MarksIn): readonly PublicChange[] {
  const shown = rows.flatMap((row, index) =>
    row.flatMap((cell, column) => (cell?.kind === 'text' ? [{ text: String(cell.value), row: index, column }] : [])),
  );
  const under = covered.flatMap(({ cells }) => cells.map(({ shown: text, row, column }) => ({ text, row, column })));
  return [...shown, ...under].flatMap(({ text, row, column }) =>
    marksIn(text).map((mark) => ({ ...mark, places: [cellPlace(workbook, sheet, row, column)] })),
  );
}

/** Beside and below the words for such a column, in one pass: what stands below is in the column until the sheet ends. */
function namesInGrid({ rows }: Grid, book: Rulebook): readonly string[] {
  const headers = book.words('name-columns');
  const columns = new Set<number>();
  return rows.flatMap((row) => {
    let isBeside = false;
    return row.flatMap((cell, column) => {
      const text = cell?.shown.trim() ?? '';
      const isSought = isBeside || columns.has(column);
      isBeside = headers.has(headerWord(text));
      if (isBeside) columns.add(column);
      return isSought ? namesInCell(text, book) : [];
    });
  });
}

/** `当事人（姓名） *` and `执法人员 1` are 当事人 and 执法人员. */
function headerWord(text: string): string {
  return text.replace(/[（(][^（()）]*[）)]/gu, '').replace(/[\s\d*＊:：]/gu, '');
}

/**
 * Several in one cell, with their post or number beside them: `张大山、李小河（综合岗）`. A name of two characters is often
 * spaced (`王 五`): it is one both as it stands and without its space.
 */
function namesInCell(text: string, book: Rulebook): readonly string[] {
  const plain = text.replace(/[（(][^（()）]*[）)]/gu, ' ');
  const spaced = [...plain.matchAll(spacedName)].map(([name]) => name);
  const joined = plain.replace(spacedName, (name) => name.replace(/\s/gu, ''));
  const names = joined.split(/[\s\d、,，;；/.．|｜－—–-]+/u).filter((word) => isName(word, book));
  return [...names, ...spaced.filter((name) => isName(name.replace(/\s/gu, ''), book))];
}

/** Two characters alone, with no more than a few spaces between them. */
const spacedName = /(?<!\p{Script=Han})\p{Script=Han}\s{1,4}\p{Script=Han}(?!\p{Script=Han})/gu;
