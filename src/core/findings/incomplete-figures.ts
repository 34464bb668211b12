/** Figures that some departments have given and others have not: nothing is said of the whole, and each gap is told. */
import { groupsBy } from '../base/groups';
import { cellOf } from '../base/place';
import type { Problem } from '../base/problem';
import { cellOfPlace } from '../base/taken';
import { withoutCellsTold } from '../tables/joined-notes';
import { figureBlank, zeroOrNone } from '../rows/figure-checks';
import { whyMissingWords } from '../rows/said';
import { figureUnreported } from '../rows/unreported';
import type { IndicatorFinding } from './findings';
import type { Missing } from './formula';

/** What the blank cells of a figure that is lacking are told by; the note that they are blank then says nothing more. */
const figureIncomplete = 'figure-incomplete';

/** All that was told of the cells and of the figures made of them: a blank cell once, and lines that are not there once. */
export function blanksOnce(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set(
    problems.flatMap(({ code, place, lines = [] }) =>
      code === figureIncomplete ? lines.map((line) => `${line} ${place.file}`) : [],
    ),
  );
  const isTold = ({ code, place, lines = [] }: Problem): boolean =>
    code === figureUnreported && lines.length > 0 && lines.every((line) => told.has(`${line} ${place.file}`));
  return withoutCellsTold(
    told.size === 0 ? problems : problems.filter((one) => !isTold(one)),
    figureBlank,
    figureIncomplete,
  );
}

/** Those that have no cell. */
function linesOf(missing: readonly Missing[]): Pick<Problem, 'lines'> {
  const lines = missing.flatMap(({ code, place }) => (place.cell === undefined ? [code] : []));
  return lines.length === 0 ? {} : { lines };
}

/** Names beyond these are counted. */
const mostNamed = 3;

/** `司法所、财政所`, `甲、乙、丙等5个单位`. */
export function listedNames(names: readonly string[]): string {
  const first = names.slice(0, mostNamed).join('、');
  return names.length > mostNamed ? `${first}等${String(names.length)}个单位` : first;
}

/**
 * Errors for the blank cells by which figures of others, or any figure at all, are not known: one each, or one for a sheet that
 * lacks many; what was refused or did not come has been told where it was read. What may be left blank is missed only where
 * others have given it.
 */
export function incompleteFigures(findings: readonly IndicatorFinding[]): readonly Problem[] {
  const lines = new Map(findings.map(({ indicator }) => [indicator.code, indicator]));
  const gaps = new Map<string, Gap>();
  for (const finding of findings) {
    if (finding.state !== 'partial' && finding.state !== 'unknown') continue;
    for (const [code, missing] of groupsBy(finding.coverage.missing, (one) => one.code)) {
      if (finding.state === 'unknown' && lines.get(code)?.onEmpty === 'optional') continue;
      const known = gaps.get(code);
      if (known) known.findings.push(finding);
      else gaps.set(code, gapOf(missing, finding));
    }
  }
  const nameOf = ({ code }: Missing): string => lines.get(code)?.name ?? code;
  return bySheet([...gaps.values()].flatMap(({ blank }) => blank)).flatMap((blank) =>
    blank.length > mostNamed
      ? [sheetProblem(blank, nameOf)]
      : blank.map((one) => cellProblem(one, nameOf(one), gaps.get(one.code))),
  );
}

/** A line's cells that are blank, and the figures that lack them: whatever is made from a line lacks all of them. */
interface Gap {
  readonly blank: readonly Missing[];
  /** Nobody who lacks it wrote anything. */
  readonly isBlankForAll: boolean;
  readonly findings: IndicatorFinding[];
}

function gapOf(missing: readonly Missing[], finding: IndicatorFinding): Gap {
  const blank = missing.filter(({ why }) => why === 'blank');
  return { blank, isBlankForAll: blank.length === missing.length, findings: [finding] };
}

/** Of each department's sheets, in the order in which they are met. */
function bySheet(blank: readonly Missing[]): readonly (readonly Missing[])[] {
  const sheets: Missing[][] = [];
  const ofDepartments = new Map<string, Missing[][]>();
  for (const missing of blank) {
    const own = ofDepartments.get(missing.department) ?? [];
    const sheet = own.find(
      ([first]) => first?.place.file === missing.place.file && first.place.sheet === missing.place.sheet,
    );
    if (sheet !== undefined) sheet.push(missing);
    else {
      const begun = [missing];
      sheets.push(begun);
      ofDepartments.set(missing.department, [...own, begun]);
    }
  }
  return sheets;
}

const expected = `请补填；${zeroOrNone}`;

function cellProblem(missing: Missing, name: string, gap: Gap | undefined): Problem {
  const { department, place, why } = missing;
  const lacking = gap?.findings ?? [];
  const partial = lacking.filter(({ state }) => state === 'partial').map(({ indicator }) => indicator.name);
  const none = gap?.isBlankForAll === true ? '没有一个单位报了这一项' : '这一项没有一个单位的数能够采用';
  const loss =
    partial.length === 0 ? `${none}，报告里没有它的数` : `${partial.join('、')}缺这个单位的数，不能合计，也不作判断`;
  const reason = `${department}${whyMissingWords[why]}${name}，${loss}`;
  const told = { code: figureIncomplete, level: 'error', place, actual: '', reason, expected } as const;
  return { ...told, covers: cellOfPlace(place), ...linesOf([missing]) };
}

/** Cells beyond these are told without the names of their figures. */
const mostCells = 10;

/** `D14 至 D53`, `D14、D16 至 D20`: cells below one another are told by the first and the last. */
function cellRuns(cells: readonly string[]): string {
  const runs: [first: string, last: string][] = [];
  for (const cell of cells) {
    const run = runs[runs.length - 1];
    if (run !== undefined && cell === cellBelow(run[1])) run[1] = cell;
    else runs.push([cell, cell]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first} 至 ${last}`)).join('、');
}

/** As they stand on the sheet, not as their lines stand in the hub. */
function inOrder(cells: readonly string[]): readonly string[] {
  const places = cells.map((cell) => ({ cell, ...(cellOf(cell) ?? { row: 0, column: 0 }) }));
  return places.sort((one, other) => one.column - other.column || one.row - other.row).map(({ cell }) => cell);
}

function cellBelow(cell: string): string {
  return cell.replace(/\d+/u, (row) => String(Number(row) + 1));
}

function sheetProblem(blank: readonly Missing[], nameOf: (missing: Missing) => string): Problem {
  const [first] = blank;
  const told = blank
    .slice(0, mostCells)
    .map((one) => `${nameOf(one)}${one.place.cell === undefined ? '' : `（${one.place.cell}）`}`);
  const others = blank.slice(mostCells);
  const cells = inOrder(others.flatMap(({ place }) => place.cell ?? []));
  const rest =
    others.length === 0 ? '' : cells.length === 0 ? `，还有${String(others.length)}项` : `，还有 ${cellRuns(cells)}`;
  return {
    code: figureIncomplete,
    level: 'error',
    place: first?.place ?? { file: '' },
    actual: '',
    reason: `${first?.department ?? ''}有${String(blank.length)}项没有填，缺这个单位的数，不能合计，也不作判断：${told.join('、')}${rest}`,
    expected,
    covers: blank.flatMap((one) => cellOfPlace(one.place)),
    ...linesOf(blank),
  };
}
