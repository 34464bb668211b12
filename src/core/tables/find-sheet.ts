/** Finds the sheet a declaration speaks of among the sheets of a workbook: by name, or else by what its header says. */
import { sheetPlace } from '../base/place';
import type { Grid } from '../base/grid';
import { inMapping } from '../base/mapping';
import type { Problem } from '../base/problem';
import { wholeGrid } from '../base/taken';
import type { Declared } from './declared';
import { besides, candidateSheets, isOfSeveral, isRosterBeside, type FoundBy } from './usages/sheet-candidates';
import { titleKey } from './usages/title-key';
import { countUntold, recordRows } from './usages/untold-rows';
import type { Form, Table } from './sheet';
import { usualKind } from './usages/usual-title';

/** What was found: the grid, or null with the problem that says why (missing ones are only reported when `required`). */
export interface FoundSheet {
  readonly grid: Grid | null;
  readonly by: FoundBy;
  readonly problems: readonly Problem[];
}

/**
 * The one sheet of that title. Marks of copies (`副本`, `(2)`) and a year do not make another title, so a sheet and its
 * copy are two candidates: then nothing is read and both are named, for nobody can know which one is meant. Where no sheet
 * has the title, the one whose header fits no other table as well is taken, which is told.
 */
export function findSheet(
  grids: readonly Grid[],
  sheet: Table | Form,
  { file, required, declared }: Wanted,
): FoundSheet {
  const { found, by } = candidateSheets(grids, sheet, declared);
  const [first] = found;
  if (first === undefined) return { grid: null, by, problems: required ? [missingSheet(file, sheet, grids)] : none };
  if (found.length > 1) return { grid: null, by, problems: [twoSheets(first.workbook, sheet, found, declared)] };
  return {
    grid: first,
    by,
    problems: [
      ...(by === 'header' ? [takenByHeader(first, sheet)] : []),
      ...(by === 'usage' ? titleNote(first, sheet, declared) : []),
      ...hiddenNote(first),
    ],
  };
}

const sheetTwice = 'sheet-twice';

/** Whether it tells of several sheets of which none was used. */
export function isOfTwo({ code }: Problem): boolean {
  return code === sheetTwice;
}

/** Nothing, and nothing to tell of it. */
const none: readonly never[] = [];

/** What was found of a kind of which a workbook may have several: none where copies of one stand beside each other. */
export interface FoundSheets extends Omit<FoundSheet, 'grid'> {
  readonly grids: readonly Grid[];
}

/**
 * All sheets of that kind: a training sheet a quarter, a sheet of cases an office. Those that show a record in common, or whose
 * titles differ in marks of copies alone, may be copies: then none is read, as `findSheet` tells.
 */
export function findSheets(grids: readonly Grid[], sheet: Table, wanted: Wanted): FoundSheets {
  const { found, by } = candidateSheets(grids, sheet, wanted.declared);
  if (found.length === 0 && !wanted.required) return { grids: none, by, problems: none };
  if (found.length < 2 || areCopies(found)) {
    const { grid, ...rest } = findSheet(grids, sheet, wanted);
    return { ...rest, grids: grid === null ? [] : [grid] };
  }
  return { grids: found, by, problems: [severalSheets(found, sheet), ...found.flatMap(hiddenNote)] };
}

/**
 * The same of a form: of several sheets one may be a roster its lines are counted from beside one that tells them. Any others are too
 * many, for they may be of parts of the office.
 */
export function findForms(grids: readonly Grid[], form: Form, wanted: Wanted): FoundSheets {
  const { found, by } = candidateSheets(grids, form, wanted.declared);
  if (isRosterBeside(found))
    return { grids: found, by, problems: [severalSheets(found, form), ...found.flatMap(hiddenNote)] };
  const { grid, ...rest } = findSheet(grids, form, wanted);
  return { ...rest, grids: grid === null ? [] : [grid] };
}

/** The sheets of any kind, whether a workbook may have several of it or one. */
export function findAll(grids: readonly Grid[], one: Table | Form, wanted: Wanted): FoundSheets {
  if (one.kind === 'form') return findForms(grids, one, wanted);
  if (isOfSeveral(one, wanted.declared)) return findSheets(grids, one, wanted);
  const { grid, ...rest } = findSheet(grids, one, wanted);
  return { ...rest, grids: grid === null ? [] : [grid] };
}

/** Fewer filled cells are no record: a line of totals or remarks may stand on each sheet. */
const fewest = 3;

function areCopies(found: readonly Grid[]): boolean {
  // Several tables of one sheet bear one title, and are no copies for that.
  const sheets = [...new Set(found.map(({ sheet }) => sheet))];
  if (new Set(sheets.map(titleKey)).size < sheets.length) return true;
  const seen = new Set<string>();
  return found.some(({ rows }) => {
    const own = new Set(rows.flatMap(recordText));
    const isSeen = [...own].some((text) => seen.has(text));
    for (const text of own) seen.add(text);
    return isSeen;
  });
}

/** A row with a number in it, its own number left aside; the header has none. */
function recordText(cells: Grid['rows'][number]): readonly string[] {
  const texts = cells.flatMap((cell) => (cell === undefined || cell.shown.trim() === '' ? [] : cell.shown.trim()));
  const own = /^\d{1,4}$/u.test(texts[0] ?? '') ? texts.slice(1) : texts;
  return own.length >= fewest && own.some((text) => /\d/u.test(text)) && !/[合小总]计/u.test(own.join(''))
    ? [own.join('|')]
    : [];
}

function severalSheets(found: readonly Grid[], { title }: Table | Form): Problem {
  const sheets = [...new Set(found.map(({ sheet }) => sheet))];
  const names = sheets.map((sheet) => `“${sheet}”`).join('、') + (sheets.length > 1 ? '' : '上的几张表');
  return {
    code: 'sheets-together',
    level: 'doubt',
    place: { file: found[0]?.workbook ?? '' },
    actual: sheets.join('、'),
    reason: `${names}都当作“${title}”，合在一起读取`,
    expected: '如有重复的或者不该计入的，请删去那一张',
  };
}

/** In which workbook a sheet is looked for, whether it must be there, and beside which others it may stand. */
export interface Wanted {
  readonly file: string;
  readonly required: boolean;
  readonly declared: Declared;
}

/** Nobody sees what stands there, and it counts. */
function hiddenNote({ hidden, workbook: file, sheet }: Grid): readonly Problem[] {
  if (!hidden) return [];
  const reason = `工作表“${sheet}”是隐藏的，已照常读取`;
  return [
    {
      code: 'sheet-hidden',
      level: 'note',
      place: { file, sheet },
      actual: '',
      reason,
      expected: '不该计入的请删去这张工作表',
    },
  ];
}

function takenByHeader(grid: Grid, { title }: Table | Form): Problem {
  if (grid.part !== undefined) return partTaken(grid, grid.part);
  return {
    code: 'sheet-by-header',
    level: 'doubt',
    place: sheetPlace(grid),
    actual: grid.sheet,
    reason: `没有名为“${title}”的工作表，按表头把“${grid.sheet}”当作“${title}”读取`,
    expected: `请核对。今后都这样读取的，请${inMapping(`工作表：${grid.sheet}＝${title}`)}`,
  };
}

/** The name of the sheet did not tell, the title on it did. */
function titleNote(grid: Grid, sheet: Table | Form, declared: Declared): readonly Problem[] {
  if (usualKind(grid, declared, besides(sheet, declared))?.from !== 'title') return [];
  return [
    {
      code: 'sheet-by-title',
      level: 'note',
      place: sheetPlace(grid),
      actual: grid.sheet,
      reason: `按表上的标题把“${grid.sheet}”当作“${sheet.title}”读取`,
      expected: `如不对，请${inMapping(`工作表：${grid.sheet}＝……`)}`,
    },
  ];
}

function partTaken({ workbook, sheet }: Grid, { title, top }: NonNullable<Grid['part']>): Problem {
  return {
    code: 'sheet-by-header',
    level: 'doubt',
    place: { file: workbook, sheet },
    actual: sheet,
    reason: `“${sheet}”上有几张表，第${String(top + 1)}行起的一张按表头当作“${title}”读取`,
    expected: `请核对。最好把它移到单独的工作表“${title}”`,
  };
}

function twoSheets(file: string, sheet: Table | Form, found: readonly Grid[], declared: Declared): Problem {
  const { title } = sheet;
  const all = found.map((grid) => ({ grid, rows: recordRows(grid, sheet, declared) }));
  const isSame = all.every(({ rows }) => all.every((other) => countUntold(rows, other.rows) === 0));
  const names = all
    .map(({ grid, rows }) => `“${grid.sheet}”${sheet.kind === 'form' ? '' : `（${String(rows.length)}行）`}`)
    .join('和');
  return {
    code: sheetTwice,
    level: 'error',
    place: { file, sheet: title },
    actual: found.map((grid) => grid.sheet).join('、'),
    reason: `工作表${names}都像是“${title}”，${isSame ? '内容一样' : '分不清用哪一张'}，都没有采用`,
    expected: `请${isSame ? '' : '核对不一样的地方，'}只留一张，并命名为“${title}”`,
    covers: found.flatMap(wholeGrid),
  };
}

function missingSheet(file: string, sheet: Table | Form, grids: readonly Grid[]): Problem {
  return {
    code: 'sheet-missing',
    level: 'error',
    place: { file },
    actual: [...new Set(grids.map((grid) => grid.sheet))].join('、'),
    reason: `没有找到工作表“${sheet.title}”`,
    expected: `请补上这张工作表，名称可用：${[sheet.title, ...sheet.synonyms].join('、')}`,
  };
}
