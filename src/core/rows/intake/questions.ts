/** What a person is asked of a workbook, and what confirming it says beside the answers. */
import { cellOf } from '../../base/place';
import type { Problem } from '../../base/problem';
import { titleKey } from '../../tables/usages/title-key';
import { leftWord, ruleKey, type Rule } from '../../tables/rules/rule';
import { shapeText } from '../../tables/rules/unfit-rules';
import type { IntakeSheet } from '../../../contract/intake';

/** Problems that a person settles by saying what a sheet, column, row or word is; all others are of single values. */
const aboutReading = new RegExp(
  `^(?:${[
    'sheet-(?:unknown|by-header|by-title|twice|beside)',
    'column-(?:missing|renamed|twice|either|assumed)',
    'header-',
    'line-missing',
    'shape-differs',
    'task-(?:unknown|unmatched)',
    'indicator-unknown',
    'figure-unmatched',
    'row-by-likeness',
    'status-(?:unknown|rest|conflict)',
    'choice-unknown',
    'rule-',
    'department-unknown',
  ].join('|')})`,
  'u',
);

/** What was shown when the columns of a sheet were confirmed; with the same columns it is asked no more. */
const settledByShape =
  /^(?:sheet-by-header|column-(?:missing|renamed|twice|either|assumed)|header-unit|line-missing|choice-unknown)$/u;

/**
 * The doubts on how the workbook is to be read; without one nobody need be asked anything. `rules` are those it was read by: what
 * was seen when a sheet's columns were confirmed stays told, and is no question while they are the same.
 */
export function questionsOf(problems: readonly Problem[], rules: readonly Rule[] = []): readonly Problem[] {
  const changed = problems.flatMap(({ code, place }) => (code === 'shape-differs' ? [place.sheet ?? ''] : []));
  const settled = new Set(rules.flatMap(({ kind, sheet }) => (kind === 'shape' ? [titleKey(sheet)] : [])));
  for (const sheet of changed) settled.delete(titleKey(sheet));
  // A list of the whole town's tasks is a source of proposals: what it says is settled in the hub.
  const town = new Set(problems.flatMap(({ code, place }) => (code === 'town-table' ? [place.sheet] : [])));
  return problems.filter(
    ({ code, level, place }) =>
      level !== 'note' &&
      aboutReading.test(code) &&
      !(code === 'choice-unknown' && town.has(place.sheet)) &&
      !(settledByShape.test(code) && settled.has(titleKey(place.sheet ?? ''))),
  );
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
    .filter(({ sheet, as, by }) => {
      const isAsked = [...answers, ...questions.map(({ place }) => place)].some((one) => one.sheet === sheet);
      return as === null || by !== 'name' || isAsked;
    })
    .flatMap((view): readonly Rule[] => {
      const { sheet, as } = view;
      const about = { department, sheet, name: '', ground };
      const parts = sheets.filter((one) => one.sheet === sheet);
      const headers = [...new Set(parts.flatMap(headersOf))];
      const shape: Rule = { ...about, kind: 'shape', as: shapeText(headers) };
      const shapes = as === null || headers.length === 0 || parts[0] !== view ? [] : [shape];
      // Of several tables on one sheet no one rule can say what it is.
      return counts.get(sheet) === 1 ? [{ ...about, kind: 'sheet', as: as ?? leftWord }, ...shapes] : shapes;
    });
  const own = answers.map((rule) => ({ ...rule, department, ground }));
  const shown = sheets.flatMap((sheet) => shownRight(sheet, questions, { department, ground }));
  const said = new Set(own.map(ruleKey));
  return [...own, ...[...implied, ...shown].filter((rule) => !said.has(ruleKey(rule)))];
}

/** All that stands in the row of the header, also above columns in which nothing stands yet. */
function headersOf({ rows, headerRow, columns, as }: IntakeSheet): readonly string[] {
  const header = rows.find(({ row }) => row === headerRow);
  const words = rows.flatMap(({ cells }) => cells.flatMap(({ text, end }) => (end === 'header' ? [text] : [])));
  // A sheet in another shape has its words beside the values, or in several rows.
  if ((columns.length === 0 || header === undefined) && as !== null && words.length > 0) return words;
  if (columns.length === 0 && as !== null) return [];
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
  const isUnmatched = (row: number): boolean =>
    doubtful.some((one) => /^(?:figure|task)-unmatched$/u.test(one.code) && one.row === row - 1);
  return [
    ...rows.flatMap(({ row, name, code }): readonly Rule[] => {
      const as = code !== null && isDoubtfulRow(row) ? code : code === null && isUnmatched(row) ? leftWord : null;
      return as === null || name === '' ? [] : [{ ...about, sheet, kind: 'row', name, as }];
    }),
    ...columns.flatMap(({ at, header, as }): readonly Rule[] =>
      as !== null && isDoubtfulColumn(at) ? [{ ...about, sheet, kind: 'column', name: header, as }] : [],
    ),
  ];
}
