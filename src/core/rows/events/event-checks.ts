/** What cannot be right within one row of an own sheet. */
import { oncePer } from '../../base/once-per';
import type { Problem, Result } from '../../base/problem';
import { remembered } from '../../base/text';
import { markOf } from '../../cells/read-day';
import type { DetailSheet, RowCheck } from '../../edition/edition';
import { crowdDoubt } from './crowds';
import { cellIn, exactIn, saidIn } from './event-cells';
import { meets } from './event-conditions';
import { untilCorrected } from '../figure-checks';
import type { Columns } from '../../tables/sheet';
import type { EventRow } from '../rows';

/** The row, without the numbers of a part that exceeds its whole, and all that is wrong with it. */
export function checkedRow(row: EventRow, detail: DetailSheet): Result<EventRow> {
  const wrong: RowCheck[] = [];
  for (const check of detail.checks) if (!holds(row, check, detail.sheet)) wrong.push(check);
  if (wrong.length === 0) return { value: row, problems: none };
  const spoilt = wrong.flatMap((check) => (check.kind === 'part' ? [check.part, check.whole] : []));
  const emptied = spoilt.map((field) => [field, { ...saidIn(row, field), value: null }] as const);
  return {
    value: spoilt.length === 0 ? row : { ...row, said: { ...row.said, ...Object.fromEntries(emptied) } },
    problems: wrong.map((check) => problemOf(row, check, detail)),
  };
}

const none: readonly Problem[] = [];

function holds(row: EventRow, check: RowCheck, { columns }: { readonly columns: Columns }): boolean {
  switch (check.kind) {
    case 'part': {
      const [part, whole] = [exactIn(row, check.part), exactIn(row, check.whole)];
      return part === null || whole === null || part <= whole;
    }
    case 'crowd':
      return crowdDoubt(exactIn(row, check.events), exactIn(row, check.people), check.most) === null;
    case 'filled':
      return !meets(row, check.where, columns) || isFilled(row, check.field, columns);
    case 'blank':
      return !meets(row, check.where, columns) || !isFilled(row, check.field, columns);
    case 'words':
      return !(isOne(row, check.count) && hasWord(check.words)(saidIn(row, check.field).shown));
  }
}

function isOne(row: EventRow, count: string | null): boolean {
  return count === null || (exactIn(row, count) ?? 1) <= 1;
}

const numberIn = /\d+|[一二两三四五六七八九十百几]+/gu;

/** Tells of a text whether it holds one of the words; N in a word is any number but one. */
const hasWord = oncePer((words: readonly string[]) =>
  remembered((shown: string): boolean => {
    if (shown === '') return false;
    const text = shown.normalize('NFKC');
    const counted = text.replace(numberIn, (one) => (one === '1' || one === '一' ? one : 'N'));
    return words.some((word) => text.includes(word) || counted.includes(word));
  }),
);

/** A word that the day is not there yet fills nothing. */
function isFilled(row: EventRow, field: string, columns: Columns): boolean {
  const { value, shown } = saidIn(row, field);
  const mark = value === null && columns[field]?.isMarked === true ? markOf(shown, columns[field].choiceUsages) : null;
  return shown.trim() !== '' && mark !== '否' && mark !== '未到';
}

function problemOf(row: EventRow, check: RowCheck, { sheet }: DetailSheet): Problem {
  const name = (field: string): string => sheet.columns[field]?.header ?? field;
  const about = (field: string): Pick<Problem, 'place' | 'actual'> => {
    const { place, shown } = cellIn(row, field);
    return { place, actual: shown };
  };
  switch (check.kind) {
    case 'part': {
      const said = (field: string): string => `${name(field)} ${saidIn(row, field).shown}`;
      const reason = `${said(check.part)} 大于${said(check.whole)}`;
      return { ...about(check.part), code: 'part-exceeds-whole', level: 'error', reason, expected: untilCorrected };
    }
    case 'crowd': {
      const doubt = crowdDoubt(exactIn(row, check.events), exactIn(row, check.people), check.most);
      if (doubt === null) throw new Error('a row that holds has no problem');
      return { ...about(check.people), ...doubt };
    }
    case 'filled':
    case 'blank':
    case 'words': {
      const reason = check.reason.replace('{实际}', saidIn(row, check.field).shown.trim());
      return { ...about(check.field), code: check.code, level: 'doubt', reason, expected: check.expected };
    }
  }
}
