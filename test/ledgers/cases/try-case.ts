/** Tries a case: its workbook read with its clicks, and a second file with what confirming them keeps. */
import { questionsOf } from '../../../src/core/rows/intake/questions';
import { subjectOf, type Rule } from '../../../src/core/tables/rules/rule';
import { givenFaults, sheetEnds, type End } from './cell-ends';
import { departmentOf, keptRules, readWith, settingsOfCase } from './read-book';
import type { LedgerCase } from './read-case';
import { secondMonth } from './second-month';

/** Cells by how they ended, all that was lost or read as something else, and what a second file would still ask. */
export interface TriedCase {
  readonly right: number;
  readonly listed: number;
  readonly wrong: number;
  readonly lost: number;
  readonly clicks: number;
  readonly faults: readonly string[];
  readonly notRead: readonly string[];
  readonly secondAsks: readonly string[];
}

/** The case as it is read with its clicks; then, with what confirming them keeps, a second file of the same shape. */
export function triedCase(ledger: LedgerCase): TriedCase {
  const settings = settingsOfCase(ledger);
  const answers = ledger.clicks.map(([sheet, subject, as]): Rule => ({
    ...{ department: departmentOf(ledger), sheet, as, ground: '' },
    ...subjectOf(subject),
  }));
  const read = readWith(ledger, settings, answers);
  const ends = ledger.sheets.flatMap((sheet) => sheetEnds(sheet, read, ledger.file));
  const count = (end: End): number => ends.filter((one) => one.end === end).length;
  const given = givenFaults(ledger, read, settings);
  const kept = keptRules(ledger, read, settings, answers);
  const month = secondMonth(ledger);
  const second = readWith(month, settings, kept);
  const secondEnds = month.sheets.flatMap((sheet) => sheetEnds(sheet, second, ledger.file));
  const isLost = ({ end }: { readonly end: End }): boolean => end === 'wrong' || end === 'lost';
  return {
    right: count('right'),
    listed: count('listed'),
    wrong: count('wrong') + given.length,
    lost: count('lost'),
    clicks: answers.length,
    faults: [...ends.filter(isLost).map(({ end, told }) => `${end} ${told}`), ...given],
    notRead: ends.filter(({ end }) => end === 'listed').map(({ told }) => told),
    secondAsks: [
      ...questionsOf(
        second.problems.filter(({ place }) => place.file === ledger.file),
        kept,
      ).map(({ code, place, reason }) => `${code} ${place.sheet ?? ''}!${place.cell ?? ''} ${reason}`),
      ...secondEnds
        .filter(({ end }, index) => end !== 'right' && ends[index]?.end === 'right')
        .map(({ end, told }) => `${end} ${told}`),
    ],
  };
}
