/** The ladder of reminders: how many working days after a deadline each step begins. */
import { normalised } from '../base/text';

/** What holds when the setting is blank or cannot be read. */
export const defaultSteps: readonly number[] = [1, 5, 10];

/** `1、5、10` in whatever order, also with full-width figures and commas, ascending; null for all but one to three numbers. */
export function stepsOf(text: string): readonly number[] | null {
  const steps = normalised(text).split(/[、,;\s]+/u);
  const numbers = steps.map((step) => (/^\d{1,3}$/u.test(step) ? Number(step) : 0)).sort((a, b) => a - b);
  const isLadder = numbers.every((step, index) => step > (numbers[index - 1] ?? 0));
  return isLadder && numbers.length <= 3 ? numbers : null;
}
