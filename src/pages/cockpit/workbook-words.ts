/** Whose workbook is lacking, and in which way. Pure. */
import type { CockpitDepartment } from '../../contract/cockpit';

/** How the workbook of a department stands. */
export const workbookWords = {
  usable: '可用',
  none: '缺报',
  formless: '没有填报表',
  refused: '不能用',
  'not-read': '没有读到',
} as const;

const lackingKinds = ['none', 'formless', 'refused', 'not-read'] as const;

/** Departments whose workbook lacks in the same way. */
export interface LackingBooks {
  readonly kind: (typeof lackingKinds)[number];
  readonly word: string;
  readonly own: readonly CockpitDepartment[];
}

/** By the way it lacks; ways in which none does are left out. */
export function lackingBooks(departments: readonly CockpitDepartment[]): readonly LackingBooks[] {
  return lackingKinds
    .map((kind) => ({ kind, word: workbookWords[kind], own: booksOf(departments, kind) }))
    .filter(({ own }) => own.length > 0);
}

export function usableBooks(departments: readonly CockpitDepartment[]): readonly CockpitDepartment[] {
  return booksOf(departments, 'usable');
}

/** What is said where nothing lacks; where no department is asked, nobody has handed in anything either. */
export function noneLacking(departments: readonly CockpitDepartment[]): string {
  return usableBooks(departments).length === 0 ? '没有要交表的单位' : '各单位都已交表';
}

function booksOf(
  departments: readonly CockpitDepartment[],
  kind: CockpitDepartment['workbook'],
): readonly CockpitDepartment[] {
  return departments.filter(({ workbook }) => workbook === kind);
}
