/** What a page and `nianbao map` tell of a workbook: for people to choose from, and as text. */
import type { IntakeChoices, IntakeDetails, IntakeGain, RuleLine } from '../../../contract/intake';
import { problemText } from '../../../core/base/problem';
import { clipped } from '../../../core/base/text';
import { problemLines } from '../../../core/report/summary';
import type { Rows } from '../../../core/rows/rows';
import { mostSheets } from '../../../core/rows/intake/workbook-view';
import type { Settings } from '../../../core/settings/settings';
import { leftWord, subjectText, type Rule } from '../../../core/tables/rules/rule';
import type { Column } from '../../../core/tables/sheet';
import type { Looked } from './look-at-workbook';

/** All a page needs to show the workbook and to take answers. */
export function intakeDetails(
  looked: Looked,
  settings: Settings,
  done: Pick<IntakeDetails, 'isKept' | 'isPut'>,
): IntakeDetails {
  const { file: workbook, department, isTown, sheets, grids, questions, rules, rows } = looked;
  return {
    workbook,
    department,
    isTown,
    departments: rows.departments.map(({ name }) => name),
    sheets,
    moreSheets: Math.max(0, grids.length - mostSheets),
    choices: choicesOf(rows, settings),
    gain: gainOf(rows, settings),
    questions: problemLines(questions),
    rules: rules.map(lineOf),
    ...done,
  };
}

function lineOf({ department, sheet, kind, name, as, ground }: Rule): RuleLine {
  return { department, sheet, kind, name, as, ground };
}

function choicesOf({ tasks, indicators }: Rows, { edition }: Settings): IntakeChoices {
  const { declared } = edition;
  return {
    kinds: declared.department.map(({ title }) => title),
    fields: Object.fromEntries(
      declared.department.map(({ title, columns }) => [
        title,
        Object.values<Column>(columns).map(({ header }) => header),
      ]),
    ),
    tasks: tasks.map(({ id: code, title }) => ({ code, title: clipped(title, 40) })),
    indicators: indicators.map(({ code, name: title }) => ({ code, title })),
    left: leftWord,
  };
}

function gainOf({ progress, figures, events, tasks, indicators }: Rows, { edition }: Settings): IntakeGain {
  const { meanings } = edition.declared.words.statuses;
  const titles = new Map([
    ...tasks.map(({ id, title }) => [id, clipped(title, 40)] as const),
    ...indicators.map(({ code, name }) => [code, name] as const),
  ]);
  return {
    tasks: progress.map(({ taskId: code, status }) => ({
      code,
      title: titles.get(code) ?? '',
      status: status.value === null ? '' : (meanings[status.value][0] ?? status.shown),
    })),
    figures: figures.flatMap(({ code, quantity }) =>
      quantity.value === null ? [] : [{ code, title: titles.get(code) ?? '', shown: quantity.shown }],
    ),
    records: events.flatMap(({ detail, rows }) =>
      rows.length === 0 ? [] : [{ title: detail.sheet.title, count: rows.length }],
    ),
  };
}

/** The same as text: rules in use, rows and what they speak of, and what a person is asked. */
export function intakeText({ sheets, rules, questions }: Looked): readonly string[] {
  return [
    ...(rules.length > 0 ? [`用到的确认过的读法（${String(rules.length)} 条）：`] : []),
    ...rules.map(
      (rule) => `  ${rule.sheet} ${subjectText(rule)}＝${rule.as}${rule.ground === '' ? '' : `（${rule.ground}）`}`,
    ),
    ...sheets.flatMap(({ sheet, rowsAre, rows }) =>
      rowsAre === null
        ? []
        : rows.flatMap(({ row, role, name, code }) =>
            role !== 'used' || name === '' || name === code
              ? []
              : [`  “${sheet}”第${String(row)}行 “${name}”＝${code ?? '没有对上'}`],
          ),
    ),
    questions.length === 0 ? '没有要确认的。' : `要确认的 ${String(questions.length)} 处，在“接入台账”里可以点选：`,
    ...questions.map((one) => `  ${problemText(one)}`),
  ];
}
