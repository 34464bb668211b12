/** The workbook 督办登记: what the office notes of papers itself, one row a paper. */
import type { JobAnswer, WrittenFile } from '../../../contract/answer';
import type { FeedbackEntry, FeedbackOrder, NotedSince } from '../../../contract/feedback';
import { feedbackText } from '../../../core/base/feedback-text';
import { registerName } from '../../../core/base/office-names';
import { cellOf } from '../../../core/base/place';
import type { Result } from '../../../core/base/problem';
import { Refusal } from '../../../core/base/refusal';
import { entryOf } from '../../../core/findings/feedback/feedback-findings';
import { codeKey } from '../../../core/findings/feedback/matter-code';
import { registerRows, type RegisterRow } from '../../../core/findings/feedback/register-rows';
import type { Settings } from '../../../core/settings/settings';
import type { SheetDraft } from '../../../core/sheets/draft';
import { workbookHeading } from '../../../core/sheets/heading';
import { yesNo } from '../../../core/sheets/results-rows';
import { tabColours } from '../../../core/sheets/styles';
import { tableSheet } from '../../../core/sheets/table-sheet';
import { registerKey } from '../../../google/drive/known-files';
import type { Workspace } from '../find-workspace';
import { readKept, saveKept } from './kept-book';

/** What was noted for the report year, or why nothing can be read. */
export function readRegister(
  { register }: Pick<Workspace, 'register'>,
  settings: Settings,
): Result<readonly RegisterRow[]> | JobAnswer {
  if (register === null) return { value: [], problems: [] };
  const read = readKept(register, {
    name: registerName,
    why: '办公室的登记在里面',
    remedy: '请修好或者移走它',
  });
  return 'exit' in read ? read : registerRows(read.grids, read.file, settings);
}

/**
 * Each row on the paper is written anew, or blanked where nothing is noted any more. Throws where it cannot be written: over what the
 * office typed there and nobody can read, too, and where there is nothing to blank.
 */
export function saveEntry(workspace: Workspace, settings: Settings, order: FeedbackOrder): WrittenFile {
  const book = {
    ...{ name: registerName, key: registerKey, what: 'register' as const },
    sheet: settings.edition.sheets.feedbackRegister,
    draft: (lines: readonly (FeedbackOrder | null)[]) => registerDraft(settings, lines),
  };
  const line = isNothing(order) ? null : order;
  const none = new Refusal(`“${registerName}”里没有编号写作“${order.code}”的行`);
  if (line === null && workspace.register === null) throw none;
  return saveKept(workspace, workspace.register, book, (grid, first) => {
    const kept = grid === null ? [] : registerRows([grid], grid.workbook, settings).value;
    const own = kept.filter(({ code }) => codeKey(code) === codeKey(order.code));
    if (line === null && own.length === 0) throw none;
    demandSeen(own[own.length - 1], order);
    for (const row of own) demandRead(row, order);
    const rows = own.map(({ place }) => cellOf(place.cell ?? '')?.row ?? 0);
    const [last = first, ...others] = rows.reverse();
    return [{ row: last, line }, ...others.map((row) => ({ row, line: null }))];
  });
}

/** Thrown where somebody noted something since the person looked. */
export class NotedSinceRefusal extends Refusal {
  readonly details: NotedSince;

  constructor(code: string, noted: FeedbackEntry) {
    const words = feedbackText({ ...noted, closed: null, doubts: [] });
    super(`${code} 这期间有人登记过：${words}。要以您填的为准，请再保存一次`);
    this.details = { noted };
  }
}

/** Two people have the page open: neither takes the place of what the other noted without having seen it. */
function demandSeen(last: RegisterRow | undefined, { code, before }: FeedbackOrder): void {
  if (last === undefined || before === undefined) return;
  const noted = entryOf(last);
  if (before === null || !isSame(noted, before)) throw new NotedSinceRefusal(code, noted);
}

function isSame(one: FeedbackEntry, other: FeedbackEntry): boolean {
  return (['signedOn', 'reply', 'rectifyOn', 'settled'] as const).every((field) => one[field] === other[field]);
}

/** The page shows such a cell as blank, so that saying nothing of it is no wish to empty it. */
function demandRead(row: RegisterRow, order: FeedbackOrder): void {
  const unread = (['signedOn', 'rectifyOn', 'settled'] as const)
    .filter((field) => order[field] === null)
    .map((field) => row[field])
    .find(({ value, shown }) => value === null && shown.trim() !== '');
  if (unread !== undefined)
    throw new Refusal(`“${registerName}”的 ${unread.place.cell ?? ''} 写着“${unread.shown}”，认不出，请先在表里改好`);
}

function isNothing({ signedOn, reply, rectifyOn, settled }: FeedbackOrder): boolean {
  return signedOn === null && reply === '' && rectifyOn === null && settled === null;
}

function registerDraft({ edition, ...office }: Settings, lines: readonly (FeedbackOrder | null)[]): SheetDraft {
  const { feedbackRegister } = edition.sheets;
  return tableSheet(feedbackRegister, {
    heading: workbookHeading(edition.name, { ...office, reportYear: null })(feedbackRegister.title),
    tabColour: tabColours.office,
    rows: lines.map((line) => (line === null ? {} : rowOf(line))),
  });
}

function rowOf({ code, signedOn, reply, rectifyOn, settled }: FeedbackOrder): Readonly<Record<string, string | null>> {
  return { code, signedOn, reply, rectifyOn, settled: yesNo(settled) };
}
