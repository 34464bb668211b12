/** The history of the year: each run that reads the whole office adds what it found; nothing else follows from it. */
import type { Snapshot } from '../../../contract/history';
import { historyId, historyTitle } from '../../../core/base/office-names';
import { failureWords } from '../../../core/base/failure-words';
import type { Problem, Result } from '../../../core/base/problem';
import { historyLine, isKept, readHistory, snapshotOf } from '../../../core/report/history-lines';
import { addJournalSheet, readJournalSheet, writeJournalRows } from '../../../google/ledger/journal-sheet';
import { clock, today } from '../../../google/run-guard';
import { isTimeUp } from '../../../google/run-time';
import type { Workspace } from '../find-workspace';
import type { Office } from '../read-office';

/**
 * Keeps what the run found; call it under the lock, after all else is written. A run for another day than today keeps nothing:
 * what is typed now was not yet known then. What cannot be written is a note and no exception. `results`: the id of 结果 where
 * this run made it.
 */
export function keepHistory({ workspace, settings, findings, problems }: Office, results?: string): readonly Problem[] {
  if (settings.today !== today() || isTimeUp()) return [];
  const book = bookOf(workspace, results);
  if (book === null) return [unkept('还没有“结果”')];
  try {
    const { sheet = null, texts = [] } = readJournalSheet(book, historyTitle) ?? {};
    const snapshot = snapshotOf(findings, problems);
    const year = settings.reportYear;
    if (isKept(texts, year, snapshot)) return [];
    const line = historyLine({ year, at: clock(), snapshot });
    if (line === null) return [unkept('内容太长')];
    writeJournalRows(sheet ?? addJournalSheet(book, historyTitle), texts.length, [line]);
    return [];
  } catch (error) {
    return [unkept(failureWords(error))];
  }
}

/** What was kept of a year, oldest first, one a day; empty before the first. What cannot be read is a note. */
export function historyOf({
  workspace,
  settings,
}: Pick<Office, 'workspace' | 'settings'>): Result<readonly Snapshot[]> {
  const book = bookOf(workspace);
  try {
    const texts = book === null ? [] : (readJournalSheet(book, historyTitle)?.texts ?? []);
    return readHistory(texts, settings.reportYear);
  } catch (error) {
    return { value: [], problems: [note('history-unread', `${historyTitle}没有读到：${failureWords(error)}`)] };
  }
}

function bookOf({ isOnDrive, results }: Workspace, made?: string): string | null {
  return isOnDrive ? (results?.id ?? made ?? null) : historyId;
}

function unkept(why: string): Problem {
  return note('history-unkept', `这次的情况没有记入${historyTitle}：${why}`);
}

function note(code: string, reason: string): Problem {
  const expected = '不影响报告和催办；看板的历史里没有这一次';
  return { code, level: 'note', place: { file: historyTitle }, actual: '', reason, expected };
}
