/** Runs a cell reader on a plain value and prints what it gave, so that a test is one line. */
import type { Cell } from '../../../src/core/base/grid';
import type { ReadContext, Reading } from '../../../src/core/cells/readings';
import { ruleOfLaw } from '../../edition';
import { cellOf, type CellInput } from '../grid-builder';

/** The context of a column in a report on 2022. */
export function contextOf(header: string, more: Partial<ReadContext> = {}): ReadContext {
  return { header, reportYear: 2022, unit: null, choices: [], words: ruleOfLaw.declared.words, ...more };
}

/** `[value, level reason。expected …]` of one cell. */
export function read<T, C extends ReadContext>(
  reader: (cell: Cell, context: C) => Reading<T>,
  context: C,
  input: CellInput,
): readonly [T | null, ...string[]] {
  const { value, remarks } = reader(cellOf(input), context);
  return [value, ...remarks.map(({ level, reason, expected }) => `${level} ${reason}。${expected}`)];
}
