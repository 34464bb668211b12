/** Every place at which the program must say that something was left out. */
import { fileNames } from '../files/write-office';
import { layBook, type LaidBook, type Spot } from '../files/department-sheets';
import { isRead } from './shares';
import type { Department, World } from '../world/world';

/** One place per error, but for the contradictions of figures. `sheet` is null where the whole file is meant. */
export function errorsIn(world: World): readonly Spot[] {
  return world.departments.filter(({ active }) => active).flatMap((department) => errorsOf(world, department));
}

function errorsOf(world: World, department: Department): readonly Spot[] {
  const files = fileNames(department).map((file): Spot => ({ file, sheet: null, cell: null }));
  const [first] = files;
  const book = layBook(world, department, `${department.name}.xlsx`);
  switch (department.book) {
    case 'missing':
      return [{ file: `${department.name}.xlsx`, sheet: null, cell: null }];
    case 'damaged':
      return first === undefined ? [] : [first, first];
    case 'other-year':
      return first === undefined ? [] : [book.year, first];
    case 'twice':
      return first === undefined ? [] : [...files, first];
    case 'twice-one-named':
      return [...files.slice(1), ...errorsInBook(world, department, book)];
    case 'fine':
      return errorsInBook(world, department, book);
  }
}

function errorsInBook(world: World, department: Department, book: LaidBook): readonly Spot[] {
  if (!isRead(department)) return [];
  return [
    ...unreadableFigures(department, book),
    ...formBlanks(world, department, book),
    ...reportErrors(department, book),
  ];
}

function unreadableFigures({ answers }: Department, book: LaidBook): readonly Spot[] {
  return [...answers].flatMap(([code, { said }]) => (said === 'unreadable' ? [book.figure(code)] : []));
}

/** Every line of the group's form must be filled in; a form nobody has begun is one error. */
function formBlanks({ rules }: World, { answers, inGroup }: Department, book: LaidBook): readonly Spot[] {
  if (!inGroup) return [];
  const codes = [...rules.form.labels.keys()];
  const blank = codes.filter((code) => ['nothing', undefined].includes(answers.get(code)?.said));
  return blank.length > 1 && blank.length === codes.length ? [book.sheet(rules.form.sheet)] : blank.map(book.figure);
}

/**
 * Statuses that are blank or no statuses; days of completion that are missing or unreadable. A day after the 核算日 is no mistake:
 * these offices are looked at when their year is over.
 */
function reportErrors({ reports }: Department, book: LaidBook): readonly Spot[] {
  const lines = [...reports];
  const blank = lines.filter(([, { status }]) => status === null);
  const untouched = blank.length > 1 && blank.length === lines.length;
  const unfilled = untouched ? [book.sheet('progress')] : blank.map(([id]) => book.report(id, 'status'));
  const wrong = lines.flatMap(([id, { status, means, doneOn, doneDay }]) => {
    if (status !== null && means === null) return [book.report(id, 'status')];
    const isDoubtful = means === 'done' && (doneOn === null || doneDay === null);
    return isDoubtful ? [book.report(id, 'doneOn')] : [];
  });
  return [...unfilled, ...wrong];
}
