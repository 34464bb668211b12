/** Reads a list of names in one cell. */
import type { Cell } from '../base/grid';
import { readText } from './read-text';
import type { ReadContext, Reading } from './readings';

/** The names between 、，；/ or line breaks, as typed; null when there are none. */
export function readNames(cell: Cell, context: ReadContext): Reading<readonly string[]> {
  const { value, remarks } = readText(cell, context);
  const names = (value ?? '')
    .split(/[、，,；;/\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { value: names.length === 0 ? null : names, remarks };
}
