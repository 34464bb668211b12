/** Holds what the program says of an office against the truth of the world that made it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areasOf, type Area } from './truth/area-truth';
import type { Spot } from './files/department-sheets';
import { errorsIn } from './truth/error-truth';
import { figureDifferences } from './check-figure';
import { checkResults, isOfGap } from './check-results';
import { blanksIn, fillerSpots, isGap, unwritten, type Blanks } from './truth/gap-truth';
import { figuresOf, type Figure } from './truth/figures';
import type { Answer, ShownArea, ShownProblem } from './run-office';
import { givenIn } from './truth/shares';
import { taskStates, tallyOf, type Tally } from './truth/task-truth';
import { readWorkbook, type Shown } from './files/workbook-file';
import { judged, same, together, type Difference, type Verdict } from './verdict';
import type { World } from './world/world';

/** Everything that differs, and how much was compared. */
export function checkOffice(world: World, folder: string, { exit, summary, problems }: Answer): Verdict {
  const given = givenIn(world);
  const states = taskStates(world);
  const tally = tallyOf(states);
  const figures = figuresOf(world, given.shares, states);
  const shown = new Map(summary.indicators.map((line) => [line.code, line]));
  const files = new Map<string, Shown>();
  const readFile = (file: string): Shown => {
    const known = files.get(file) ?? readWorkbook(readFileSync(join(folder, file === '总表.xlsx' ? '' : '填报', file)));
    files.set(file, known);
    return known;
  };

  const stateOf = ({ line }: Figure): string => shown.get(line.code)?.state ?? '';
  const isMissed = (figure: Figure): boolean =>
    stateOf(figure) === 'partial' || (stateOf(figure) === 'unknown' && figure.line.mayBeBlank !== true);
  const blanks = blanksIn(world, figures, given, isMissed);
  const gaps = figures.filter((figure) => isGap(figure, stateOf(figure))).map(({ line }) => line.name);
  const sections = unwritten(
    world,
    figures.filter((figure) => stateOf(figure) === 'known'),
  );
  const errors = [...errorsIn(world), ...fillerSpots(world), ...openTasks(world, tally), ...given.contradictions];
  const weak = figures.filter((figure) => figure.weak);
  const areas = areasOf(world, figures, new Set(weak.map(({ line }) => line.code)), states);

  return together([
    same(
      'lines',
      'codes',
      summary.indicators.map(({ code }) => code),
      world.lines.map(({ code }) => code),
    ),
    ...figures.map((figure) => figureDifferences(figure, shown.get(figure.line.code), { given, world, readFile })),
    ...summary.tasks.map(({ id, state }) => same('task state', id, state, states.get(id))),
    same(
      'tasks',
      'ids',
      summary.tasks.map(({ id }) => id),
      [...states.keys()],
    ),
    ...Object.entries(tally).map(([state, count]) => same('task count', state, summary.counts[state], count)),
    same('completion rate', 'due', summary.counts.due, tally.done + tally.overdue),
    same('areas', 'weak areas', summary.weakAreas.map(areaLine), areas.weakAreas.map(lineOf)),
    same('areas', 'hints', summary.hints.map(areaLine), areas.hints.map(lineOf)),
    same('missing departments', 'names', summary.missingDepartments, missingIn(world)),
    ...errorDifferences(errors, problems),
    ...blankDifferences(blanks, problems),
    ...gapDifferences({ gaps, sections }, problems),
    checkResults(readWorkbook(readFileSync(join(folder, '结果.xlsx'))), {
      figures,
      states,
      ...areas,
      errors,
      blanks,
      gaps: [...gaps, ...sections],
    }),
    ...problems.filter(isErrorInCell).map((problem) => quotes(problem, readFile)),
    same('exit', 'code', exit, errors.length + blanks.length + gaps.length + sections.length > 0 ? 1 : 0),
  ]);
}

/** That the rate of done tasks does not speak for all is told once, at the sheet of the tasks. */
function openTasks({ rules }: World, { unreported, unclear }: Tally): readonly Spot[] {
  return unreported + unclear === 0 ? [] : [{ file: '总表.xlsx', sheet: rules.titles.get('tasks') ?? '', cell: null }];
}

function areaLine({ area, indicators, tasks }: ShownArea): string {
  return `${area}: ${indicators.map(({ code }) => code).join(' ')}; ${tasks.join(' ')}`;
}

function lineOf({ area, codes, tasks }: Area): string {
  return `${area}: ${codes.join(' ')}; ${tasks.join(' ')}`;
}

function missingIn({ departments }: World): readonly string[] {
  return departments
    .filter(({ active, book }) => active && !['fine', 'twice-one-named', 'damaged'].includes(book))
    .map(({ name }) => name);
}

/** Each place at which something was left out is told once per reason, and no other place. */
function errorDifferences(errors: readonly Spot[], problems: readonly ShownProblem[]): readonly Verdict[] {
  const told = problems
    .filter(({ level, code, workbook }) => level === '错误' && !isOfGap(code, workbook))
    .map(({ workbook, sheet, cell }) => spotText({ file: workbook, sheet, cell }));
  const wanted = errors.map(spotText);
  const places = [...new Set([...told, ...wanted])].sort();
  const count = (list: readonly string[], place: string): number => list.filter((one) => one === place).length;
  return places.map((place) => same('error', place, count(told, place), count(wanted, place)));
}

/** Each blank cell that keeps others from counting is told once, or its sheet where there are many. */
function blankDifferences(blanks: readonly Blanks[], problems: readonly ShownProblem[]): readonly Verdict[] {
  const placeOf = ({ file, sheet }: Pick<Spot, 'file' | 'sheet'>): string => `${file} ${sheet ?? ''}`;
  const told = problems.filter(({ code }) => code === 'figure-incomplete');
  const cellsOf = (place: string): readonly (string | null)[] =>
    told.filter(({ workbook: file, sheet }) => placeOf({ file, sheet }) === place).map(({ cell }) => cell);
  const places = new Set([
    ...blanks.map(placeOf),
    ...told.map(({ workbook: file, sheet }) => placeOf({ file, sheet })),
  ]);
  return [...places].map((place) => {
    const own = blanks.find((one) => placeOf(one) === place);
    const found = cellsOf(place);
    if (own?.isOne !== true) return same('blank', place, [...found].sort(), [...(own?.cells ?? [])].sort());
    const holds = found.length === 1 && own.cells.some((cell) => cell === found[0]);
    return judged('blank', place, holds, JSON.stringify(found), `one of ${own.cells.join(' ')}`);
  });
}

/** The report has a list of all figures there is something to say of: each gap among them is told, and no other. */
function gapDifferences({ gaps, sections }: Gaps, problems: readonly ShownProblem[]): readonly Verdict[] {
  const told = problems.filter(({ code }) => code === 'value-missing');
  const named = (form: RegExp, among = told): readonly string[] =>
    among.flatMap(({ reason }) => form.exec(reason)?.[1] ?? []);
  const ofFigure = /^“指标\.([^”]*)”/u;
  const others = named(ofFigure).filter((name) => !gaps.includes(name));
  const rows = named(
    ofFigure,
    told.filter(({ spot }) => spot?.startsWith('表 ')),
  );
  return [
    same('gap', 'figures that are none', [...new Set(others)], []),
    same('gap', 'rows of the list', [...rows].sort(), [...gaps].sort()),
    same('gap', 'what is no figure', named(/^“((?!指标\.)[^”]*(?<!的来源单位))”/u), sections),
  ];
}

interface Gaps {
  readonly gaps: readonly string[];
  /** Sections nobody has written. */
  readonly sections: readonly string[];
}

function spotText({ file, sheet, cell }: Spot): string {
  return [file, sheet, cell].filter((part) => part !== null).join(' ');
}

function isErrorInCell({ level, sheet, cell, actual }: ShownProblem): boolean {
  return level === '错误' && sheet !== null && cell !== null && actual !== '';
}

/** What the problem says that stands in the cell does stand there; days are shown in many ways. */
function quotes({ workbook, sheet, cell, actual }: ShownProblem, readFile: (file: string) => Shown): Verdict {
  const stands = readFile(workbook)
    .get(sheet ?? '')
    ?.get(cell ?? '');
  const isDay = /^4[0-9]{4}$/u.test(stands ?? '');
  return isDay
    ? { compared: 0, differences: [] }
    : same('quoted cell', `${workbook} ${sheet ?? ''}!${cell ?? ''}`, actual, stands);
}

/** `seed 7 D2: value 86.8, expected none` … */
export function differenceText(seed: number, { kind, about, found, expected }: Difference): string {
  return `seed ${String(seed)}, ${kind} of ${about}: found ${found}, expected ${expected}`;
}
