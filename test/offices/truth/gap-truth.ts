/** What must be told of figures that lack a department: the blank cells by which they are not known, and what is not printed. */
import type { Figure } from './figures';
import { leavesOf } from './formulas';
import { lineMap, strangersOf, type Given, type Share } from './shares';
import { layBook, type Spot } from '../files/department-sheets';
import { isTyped, type Department, type World } from '../world/world';

/** A sheet (or a file without the lines) with its blank cells; of more than these one problem is told. */
export interface Blanks {
  readonly file: string;
  readonly sheet: string | null;
  readonly cells: readonly (string | null)[];
  readonly isOne: boolean;
}

const mostTold = 3;

/** The blank cells under figures that lack somebody; `isLacking` says of which that is so. */
export function blanksIn(
  world: World,
  figures: readonly Figure[],
  given: Given,
  isLacking: (figure: Figure) => boolean,
): readonly Blanks[] {
  const lines = lineMap(world.lines);
  const kept = figures.filter((figure) => isLacking(figure) && !figure.line.isCompletion);
  const codes = new Set(kept.flatMap(({ line }) => leavesOf(line, lines).map(({ code }) => code)));
  const spots = [...codes].flatMap((code) =>
    (given.shares.get(code) ?? []).filter(({ why }) => why === 'blank').map((share) => spotOf(world, share, code)),
  );
  const bySheet = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = `${spot.file} ${spot.sheet ?? ''}`;
    bySheet.set(key, [...(bySheet.get(key) ?? []), spot]);
  }
  return [...bySheet.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ ...first, cells: own.map(({ cell }) => cell), isOne: own.length > mostTold }] : [];
  });
}

/** The cell of the line where the sheet has one, else the file. */
function spotOf(world: World, { department: name }: Share, code: string): Spot {
  const department = world.departments.find((one) => one.name === name);
  if (department === undefined) throw new Error(`a blank of nobody in ${code}`);
  const file = `${name}.xlsx`;
  return hasLine(world, department, code)
    ? layBook(world, department, file).figure(code)
    : { file, sheet: null, cell: null };
}

function hasLine({ rules }: World, { inGroup, answers }: Department, code: string): boolean {
  if (inGroup && rules.form.labels.has(code)) return true;
  const said = answers.get(code)?.said;
  return said !== undefined && said !== 'no-line';
}

/** Whether the report may not print what is in that state but as a gap: not what nobody has filled in. */
export function isGap({ coverage }: Figure, state: string): boolean {
  const whys = (coverage?.missing ?? []).flatMap((one) => one.whys);
  return state === 'partial' || (state === 'unknown' && whys.some((why) => why !== 'blank'));
}

/** The cells of 填报单位 in which nobody, or a name that nobody has, stands. */
export function fillerSpots(world: World): readonly Spot[] {
  const column = [...(world.rules.headers.get('indicators') ?? new Map<string, string>()).keys()].indexOf('filledBy');
  return world.lines.flatMap((line, index) => {
    const spot = { file: '总表.xlsx', sheet: world.rules.titles.get('indicators') ?? '', cell: cellAt(column, index) };
    return isTyped(line) && line.filledBy === '' ? [spot] : strangersOf(line, world).map(() => spot);
  });
}

/** Below a title, a remark and the header. */
function cellAt(column: number, row: number): string {
  return `${String.fromCharCode('A'.charCodeAt(0) + column)}${String(row + 4)}`;
}

/** What must be reported of the head in person can be said by these figures, too. */
const ofHead: Readonly<Record<string, readonly string[]>> = { 第一责任人: ['A4.1', 'A6'] };

/** What fell short is told by whatever figure was judged. */
const shortcomings: readonly string[] = ['存在不足', '存在问题'];

/** The sections that must be there, nobody has written and no known figure tells. */
export function unwritten({ rules, narratives }: World, known: readonly Figure[]): readonly string[] {
  const isMore = (code: string): boolean =>
    known.some(({ line, value }) => line.code === code && value !== null && value.above > 0n);
  const isJudged = known.some(({ weak, met }) => weak || met);
  return rules.required.filter(
    (section) =>
      !(narratives ?? []).some((one) => one.section === section) &&
      !(ofHead[section] ?? []).some(isMore) &&
      !(isJudged && shortcomings.includes(section)),
  );
}
