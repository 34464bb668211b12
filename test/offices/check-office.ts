/** Holds what the program says of an office against the truth of the world that made it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areasOf, type Area } from './truth/area-truth';
import type { Spot } from './files/department-sheets';
import { errorsIn } from './truth/error-truth';
import { figureDifferences } from './check-figure';
import { checkResults, isOfGap } from './check-results';
import { figuresOf } from './truth/figures';
import type { Answer, ShownArea, ShownProblem } from './run-office';
import { givenIn } from './truth/shares';
import { taskStates, tallyOf } from './truth/task-truth';
import { readWorkbook, type Shown } from './files/workbook-file';
import { same, together, type Difference, type Verdict } from './verdict';
import type { World } from './world/world';

/** Everything that differs, and how much was compared. */
export function checkOffice(world: World, folder: string, { exit, summary, problems }: Answer): Verdict {
  const given = givenIn(world);
  const states = taskStates(world);
  const tally = tallyOf(states);
  const figures = figuresOf(world, given.shares, tally);
  const shown = new Map(summary.indicators.map((line) => [line.code, line]));
  const files = new Map<string, Shown>();
  const readFile = (file: string): Shown => {
    const known = files.get(file) ?? readWorkbook(readFileSync(join(folder, '填报', file)));
    files.set(file, known);
    return known;
  };

  const errors = [...errorsIn(world), ...given.contradictions];
  const completionIsWeak = figures.some(({ line }) => line.isCompletion && shown.get(line.code)?.weak === true);
  const weak = figures.filter((figure) => (isOpen(figure.states) ? completionIsWeak : figure.weak));
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
    checkResults(readWorkbook(readFileSync(join(folder, '结果.xlsx'))), { figures, states, ...areas, errors }),
    ...problems.filter(isErrorInCell).map((problem) => quotes(problem, readFile)),
    same(
      'exit',
      'code',
      exit,
      errors.length > 0 || problems.some(({ code, workbook }) => isOfGap(code, workbook)) ? 1 : 0,
    ),
  ]);
}

/** Whether the program may judge it or not. */
function isOpen(states: readonly string[]): boolean {
  return states.includes('known') && states.length > 1;
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
