/** What a person is asked of a workbook, and what confirming it says beside the answers. */
import type { Problem } from '../../base/problem';
import { leftWord, ruleKey, type Rule } from '../../tables/rules/rule';
import { shapeText } from '../../tables/rules/unfit-rules';
import type { SheetView } from './workbook-view';

/** Problems that a person settles by saying what a sheet, column, row or word is; all others are of single values. */
const aboutReading =
  /^(?:sheet-(?:unknown|by-header|twice)|column-(?:missing|renamed|twice)|header-|task-unknown|indicator-unknown|status-(?:unknown|rest|conflict)|shape-|rule-|line-missing|department-unknown|matched-)/u;

/** The doubts on how the workbook is to be read; without one nobody need be asked anything. */
export function questionsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code, level }) => level !== 'note' && aboutReading.test(code));
}

/** Whose workbook it is, and the line that says when and how the rules were confirmed. */
export interface Confirming {
  readonly department: string;
  readonly ground: string;
}

/**
 * All that a person has confirmed by saying that the workbook is read rightly: the answers given, for what each sheet is
 * taken, that what is not read is not to be read, and which headers there were.
 */
export function confirmedRules(
  sheets: readonly SheetView[],
  answers: readonly Rule[],
  { department, ground }: Confirming,
): readonly Rule[] {
  const counts = new Map<string, number>();
  for (const { sheet } of sheets) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  const implied = sheets
    // Of several tables on one sheet no one rule can say what it is.
    .filter(
      ({ sheet, as, by }) =>
        counts.get(sheet) === 1 && (as === null || by !== 'name' || answers.some((one) => one.sheet === sheet)),
    )
    .flatMap(({ sheet, as, columns }): readonly Rule[] => {
      const about = { department, sheet, name: '', ground };
      const headers = columns.map(({ header }) => header);
      const shape: Rule = { ...about, kind: 'shape', as: shapeText(headers) };
      return [{ ...about, kind: 'sheet', as: as ?? leftWord }, ...(as === null || headers.length === 0 ? [] : [shape])];
    });
  const own = answers.map((rule) => ({ ...rule, department, ground }));
  const said = new Set(own.map(ruleKey));
  return [...own, ...implied.filter((rule) => !said.has(ruleKey(rule)))];
}
