/**
 * The workbook of rules, 列对应, beside 结果: the office writes in it, so a slip there must not harm 催办记录, and it is kept when
 * 结果 is thrown away. Before anything was confirmed there is none, and reading it costs nothing.
 */
import type { JobAnswer, WrittenFile } from '../../../contract/answer';
import { rulesName } from '../../../core/base/office-names';
import { cellOf } from '../../../core/base/place';
import type { Result } from '../../../core/base/problem';
import { readRemedies } from '../../../core/base/read-failure';
import { Refusal } from '../../../core/base/refusal';
import { headerKey } from '../../../core/base/text';
import { keptRules } from '../../../core/rows/rules/kept-rules';
import type { Settings } from '../../../core/settings/settings';
import { rulesDraft } from '../../../core/sheets/rules-draft';
import type { Column } from '../../../core/tables/sheet';
import { ruleKey, type PlacedRule, type Rule } from '../../../core/tables/rules/rule';
import { keepFile, rulesKey } from '../../../google/drive/known-files';
import { createSpreadsheet } from '../../../google/folders';
import { addOwnSheet, readOwnSheet, writeOwnRows, type ReadSheet } from '../../../google/ledger/own-sheet';
import { fillNewWorkbook, readWorkbook } from '../../../google/workbooks';
import type { Workspace } from '../find-workspace';
import { refusedAnswer } from '../job-answer';

/** The rules as they are kept, or why nothing can be read: without them figures would be lost that were there before. */
export function readRules(
  { rules }: Pick<Workspace, 'rules'>,
  settings: Settings,
): Result<readonly PlacedRule[]> | JobAnswer {
  if (rules === null) return { value: [], problems: [] };
  const file = fileName(rules.name);
  const read = readWorkbook(rules.id, file);
  if (!('failure' in read)) return keptRules(read.grids, file, settings);
  const { fault, why } = read.failure;
  const remedy = fault === 'file' ? '请修好或者移走它（移走后，各单位自己的台账要重新确认读法）' : readRemedies[fault];
  return refusedAnswer(`“${rulesName}”无法读取：${why}。各单位的台账怎样读记在里面，什么都没有写。${remedy}。`);
}

function fileName(name: string): string {
  return /\.[a-z]+$/iu.test(name) ? name : `${name}.xlsx`;
}

/** What was confirmed, and the rules it makes useless. */
export interface Confirmed {
  readonly rules: readonly Rule[];
  readonly outdated: readonly Rule[];
}

/**
 * Writes what was confirmed. Under the lock the sheet is read again: what others confirmed meanwhile, and what the office wrote,
 * stays; only rows on the same things are written anew, useless ones are blanked. Throws where it cannot be written.
 */
export function saveRules(workspace: Workspace, settings: Settings, confirmed: Confirmed): WrittenFile {
  const { rules: present, root } = workspace;
  if (present === null) {
    const id = createSpreadsheet(rulesName, root);
    note(workspace, id);
    fillNewWorkbook(id, { title: rulesName, sheets: [rulesDraft(settings, confirmed.rules)] });
    return { what: 'rules', name: rulesName, id };
  }
  const { id, name } = present;
  note(workspace, id);
  const { title } = settings.edition.sheets.keptRules;
  const read = readOwnSheet(id, name, title);
  const sheet = read?.sheet ?? addOwnSheet(present, rulesDraft(settings, []), [title]);
  const changes =
    read === null ? appended(confirmed.rules, headRows(settings)) : changedRows(read, settings, confirmed);
  const draft = rulesDraft(
    settings,
    changes.map(({ rule }) => rule),
  );
  writeOwnRows(
    sheet,
    draft,
    changes.map(({ row }, at) => ({ row, cells: draft.rows[draft.frozenRows + at] ?? [] })),
  );
  return { what: 'rules', name, id };
}

/** Colleagues find the workbook by what the script notes; a run that was ended may have made it and noted nothing. */
function note({ isOnDrive, known }: Workspace, id: string): void {
  if (isOnDrive && known.get(rulesKey)?.id !== id) keepFile(rulesKey, { id, name: rulesName });
}

function headRows(settings: Settings): number {
  return rulesDraft(settings, []).frozenRows;
}

/** A row (from 0) as it is to be; null blanks it. */
interface ChangedRow {
  readonly row: number;
  readonly rule: Rule | null;
}

function appended(rules: readonly Rule[], first: number): readonly ChangedRow[] {
  return rules.map((rule, at) => ({ row: first + at, rule }));
}

function changedRows({ grid }: ReadSheet, settings: Settings, { rules, outdated }: Confirmed): readonly ChangedRow[] {
  demandOrder(grid.rows, settings);
  const { value: kept } = keptRules([grid], grid.workbook, settings);
  const own = new Map(rules.map((rule) => [ruleKey(rule), rule]));
  const useless = new Set(outdated.map(ruleKey));
  const rewritten = kept.flatMap((rule): readonly ChangedRow[] => {
    const row = cellOf(rule.place.cell ?? '')?.row ?? 0;
    const instead = own.get(ruleKey(rule));
    if (instead !== undefined) return instead.as === rule.as ? [] : [{ row, rule: instead }];
    return useless.has(ruleKey(rule)) ? [{ row, rule: null }] : [];
  });
  const present = new Set(kept.map(ruleKey));
  const more = [...own.values()].filter((rule) => !present.has(ruleKey(rule)));
  return [...rewritten, ...appended(more, Math.max(grid.rows.length, headRows(settings)))].sort(
    (one, other) => one.row - other.row,
  );
}

/** Rows are written whole: into columns that stand in another order they would be written wrongly. */
function demandOrder(rows: ReadSheet['grid']['rows'], settings: Settings): void {
  const headers = Object.values<Column>(settings.edition.sheets.keptRules.columns).map(({ header }) => header);
  const isThere = rows.some((cells) =>
    headers.every((header, at) => headerKey(cells[at]?.shown ?? '') === headerKey(header)),
  );
  if (!isThere) {
    throw new Refusal(`“${rulesName}”的表头被改动过，没有写入。请恢复成这几列：${headers.join('、')}`);
  }
}
