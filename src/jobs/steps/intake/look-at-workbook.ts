/** Reads one department's workbook as a check would, with what was confirmed of it and what a person answers now. */
import type { Grid } from '../../../core/base/grid';
import type { Problem } from '../../../core/base/problem';
import { bareName } from '../../../core/base/text';
import { directoryOf } from '../../../core/rows/department-names';
import { questionsOf } from '../../../core/rows/intake/questions';
import type { IntakeSheet } from '../../../contract/intake';
import { workbookView } from '../../../core/rows/intake/workbook-view';
import type { Rows } from '../../../core/rows/rows';
import { rowsFromGrids } from '../../../core/rows/rows-from-grids';
import { rulesOfFile } from '../../../core/rows/rules/ruled-files';
import { mergedRules, type PlacedRule, type Rule } from '../../../core/tables/rules/rule';
import type { Hub } from '../read-office';

/** The workbook as it would be read. */
export interface Looked {
  readonly file: string;
  /** Null where nobody knows whose it is. */
  readonly department: string | null;
  /** It tells of all departments' tasks, and is nobody's. */
  readonly isTown: boolean;
  readonly sheets: readonly IntakeSheet[];
  /** The sheets as they were read, a table each. */
  readonly grids: readonly Grid[];
  /** Of this workbook, and of the rules it is read by. */
  readonly problems: readonly Problem[];
  readonly questions: readonly Problem[];
  /** The kept rules of this workbook. */
  readonly rules: readonly PlacedRule[];
  readonly rows: Rows;
}

/** The answers are places of no cell: what is wrong with one is told by its words. */
const answered = { file: '本次的回答' };

/** Thinks as a check does over this workbook alone; nothing is written. */
export function lookAtWorkbook(
  { grids: hub, settings, rules: kept }: Hub,
  { file, grids }: { readonly file: string; readonly grids: readonly Grid[] },
  answers: readonly Rule[] = [],
): Looked {
  const given = answers.map((rule): PlacedRule => ({ ...rule, place: answered }));
  const rules = mergedRules(kept, given);
  const read = rowsFromGrids({ hub, departments: [{ file, grids: calledAfter(file, grids) }], rules }, settings);
  const directory = directoryOf(read.value.departments, settings.town);
  const own = rulesOfFile(kept, file, directory);
  const cells = new Set(own.map(({ place }) => place.cell));
  const isAboutIt = ({ code, place }: Problem): boolean =>
    place.file === file || (code.startsWith('rule-') && (place.file === answered.file || cells.has(place.cell)));
  const problems = read.problems.filter(isAboutIt);
  const parts = read.input.departments.flatMap((one) => one.grids ?? []);
  const isTown = problems.some(({ code }) => code === 'town-table');
  const book = { file, grids: parts, rows: read.value, taken: read.taken, problems };
  return {
    file,
    // The town's table tells of many: the first of them is not whose it is.
    department: directory.find(bareName(file))?.name ?? (isTown ? null : departmentBySheet(read.value, file)),
    isTown,
    sheets: workbookView(book, settings.edition),
    grids: parts,
    problems,
    questions: questionsOf(problems, own),
    rules: own,
    rows: read.value,
  };
}

/** The name of the one sheet of a .csv or .tsv, which is that of its file; null for other workbooks. */
export function onlySheet(file: string): string | null {
  return /\.[ct]sv$/iu.test(file) ? bareName(file) : null;
}

/** The sheets as they are called in a file of that name: what is said of them holds of the copy in 填报. */
function calledAfter(file: string, grids: readonly Grid[]): readonly Grid[] {
  const sheet = onlySheet(file);
  return sheet === null ? grids : grids.map((grid) => ({ ...grid, sheet }));
}

/** As its cover says. */
function departmentBySheet({ workbooks }: Rows, file: string): string | null {
  return workbooks.find((one) => one.file === file)?.department ?? null;
}
