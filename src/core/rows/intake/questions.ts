/** What a person is asked of a workbook, and what confirming it says beside the answers. */
import { cellOf } from '../../base/place';
import type { Problem } from '../../base/problem';
import { leftWord, ruleKey, type Rule } from '../../tables/rules/rule';
import { shapeText } from '../../tables/rules/unfit-rules';
import type { IntakeSheet } from '../../../contract/intake';

/** Problems that a person settles by saying what a sheet, column, row or word is; all others are of single values. */
const aboutReading = new RegExp(
  `^(?:${[
    'sheet-(?:unknown|by-header|by-title|twice)',
    'column-(?:missing|renamed|twice|either|assumed)',
    'header-',
    'line-missing',
    'shape-differs',
    'task-(?:unknown|unmatched)',
    'indicator-unknown',
    'figure-unmatched',
    'row-by-likeness',
    'status-(?:unknown|rest|conflict)',
    'rule-',
    'department-unknown',
  ].join('|')})`,
  'u',
);

/** The doubts on how the workbook is to be read; without one nobody need be asked anything. */
export function questionsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code, level }) => level !== 'note' && aboutReading.test(code));
}

/** Whose workbook it is, and the line that says when and how the rules were confirmed. */
export interface Confirming {
  readonly department: string;
  readonly ground: string;
  /** The doubts there were when it was confirmed: what was shown at their cells is right. */
  readonly questions: readonly Problem[];
}

/**
 * All that a person has confirmed by saying that the workbook is read rightly: the answers given, for what each sheet is
 * taken, that what is not read is not to be read, and which headers there were.
 */
export function confirmedRules(
  sheets: readonly IntakeSheet[],
  answers: readonly Rule[],
  { department, ground, questions }: Confirming,
): readonly Rule[] {
  const counts = new Map<string, number>();
  for (const { sheet } of sheets) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  const implied = sheets
    // Of several tables on one sheet no one rule can say what it is.
    .filter(
      ({ sheet, as, by }) =>
        counts.get(sheet) === 1 && (as === null || by !== 'name' || answers.some((one) => one.sheet === sheet)),
    )
    .flatMap((view): readonly Rule[] => {
      const { sheet, as } = view;
      const about = { department, sheet, name: '', ground };
      const headers = headersOf(view);
      const shape: Rule = { ...about, kind: 'shape', as: shapeText(headers) };
      return [{ ...about, kind: 'sheet', as: as ?? leftWord }, ...(as === null || headers.length === 0 ? [] : [shape])];
    });
  const own = answers.map((rule) => ({ ...rule, department, ground }));
  const shown = sheets.flatMap((sheet) => shownRight(sheet, questions, { department, ground }));
  const said = new Set(own.map(ruleKey));
  return [...own, ...[...implied, ...shown].filter((rule) => !said.has(ruleKey(rule)))];
}

/** All that stands in the row of the header, also above columns in which nothing stands yet. */
function headersOf({ rows, headerRow, columns }: IntakeSheet): readonly string[] {
  const header = rows.find(({ row }) => row === headerRow);
  if (header === undefined) return columns.map((column) => column.header);
  return header.cells.flatMap(({ text, end }) => (end === 'blank' ? [] : [text]));
}

/** Rows and columns of the sheet that were taken for something with a doubt. */
function shownRight(
  { sheet, columns, rows }: IntakeSheet,
  questions: readonly Problem[],
  about: Pick<Rule, 'department' | 'ground'>,
): readonly Rule[] {
  const doubtful = questions.flatMap(({ code, place }) => {
    const at = place.sheet === sheet ? cellOf(place.cell ?? '') : null;
    return at === null ? [] : [{ code, ...at }];
  });
  const isDoubtfulRow = (row: number): boolean =>
    doubtful.some((one) => one.code === 'row-by-likeness' && one.row === row - 1);
  const isDoubtfulColumn = (at: number): boolean =>
    doubtful.some((one) => /^column-(?:either|assumed)$/u.test(one.code) && one.column === at);
  return [
    ...rows.flatMap(({ row, name, code }): readonly Rule[] =>
      code !== null && name !== '' && isDoubtfulRow(row) ? [{ ...about, sheet, kind: 'row', name, as: code }] : [],
    ),
    ...columns.flatMap(({ at, header, as }): readonly Rule[] =>
      as !== null && isDoubtfulColumn(at) ? [{ ...about, sheet, kind: 'column', name: header, as }] : [],
    ),
  ];
}
