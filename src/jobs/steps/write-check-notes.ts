/** Writes 核对单/<department> 核对单.docx, which the program owns: each check replaces them. */
import type { Problem } from '../../core/base/problem';
import { checkNotes, checkPaper, checkNoteName, notesToWrite, type CheckNote } from '../../core/reminders/check-notes';
import type { Attachment } from '../../core/reminders/mail';
import { departmentItems } from '../../core/rows/department-items';
import { wordAsset } from '../../google/assets';
import { hashOf } from '../../google/digest';
import { saveFile, wordType } from '../../google/folders';
import { errorText, keepState, readState, tellProgress } from '../../google/run-guard';
import { isTimeUp } from '../../google/run-time';
import { ensureFolder } from './ensure-folder';
import type { WrittenFile } from './job-answer';
import type { Office } from './read-office';
import type { WrittenResults } from './write-results';

/** What was written; `left` papers more when Google's time for one run was over. */
interface WrittenNotes extends WrittenResults {
  readonly left: number;
}

/** How many of the papers with this hash a run that ended in the middle has tried; kept as the state `check-notes`. */
interface NotesBegun {
  readonly hash: string;
  readonly done: number;
  /** The first of those that could not be written, to be told at the end. */
  readonly failures: readonly Problem[];
}
/** So many fit into a property. */
const mostFailures = 15;
const begunState = 'check-notes';

/** One call a paper. One that could not be written is a problem and keeps no other from being written. */
export function writeCheckNotes(office: Office, problems: readonly Problem[]): WrittenNotes {
  const { workspace, rows, settings, findings } = office;
  const items = departmentItems(problems, rows);
  const present = new Map(workspace.checks.map(({ name, id }) => [name.normalize('NFC'), id]));
  const notes = notesToWrite(checkNotes({ rows, settings, findings, items }), [...present.keys()]);
  if (notes.length === 0) return { files: [], problems: [], left: 0 };
  tellProgress('保存核对单');
  try {
    const template = wordAsset('word-check-note');
    return writeNotes(notes, { office, template, folder: ensureFolder(workspace, 'checks'), present });
  } catch (error) {
    return { files: [], problems: [unwritten('核对单', errorText(error))], left: 0 };
  }
}

/** Goes on after those that a run which ended in the middle has written, as long as they would be the same today. */
function writeNotes(notes: readonly CheckNote[], shelf: Shelf): WrittenNotes {
  const { isOnDrive } = shelf.office.workspace;
  const hash = hashOf(JSON.stringify(notes));
  const kept = isOnDrive ? (readState(begunState) as NotesBegun | null) : null;
  const { done, failures: before } = kept?.hash === hash ? kept : { done: 0, failures: [] };
  const files: WrittenFile[] = [];
  const failures = [...before];
  for (const [index, note] of notes.entries()) {
    if (index < done) continue;
    if (isTimeUp()) {
      keepState(begunState, { hash, done: index, failures: failures.slice(0, mostFailures) } satisfies NotesBegun);
      return { files, problems: failures, left: notes.length - index };
    }
    try {
      files.push(writeNote(note, shelf));
    } catch (error) {
      failures.push(unwritten(checkNoteName(note.department), errorText(error)));
    }
  }
  if (kept) keepState(begunState, null);
  return { files, problems: failures, left: 0 };
}

/** Each department's paper as the office stands, for the mail that asks for its cells; null for one without items. */
export function checkPapersOf(office: Office): (department: string) => Attachment | null {
  const { rows, settings, findings, problems } = office;
  const notes = checkNotes({ rows, settings, findings, items: departmentItems(problems, rows) });
  return (department) => {
    const note = notes.find((each) => each.department === department);
    if (note === undefined || note.items.length === 0) return null;
    return checkPaper(note, settings, wordAsset('word-check-note')).value;
  };
}

interface Shelf {
  readonly office: Office;
  readonly template: Uint8Array;
  readonly folder: string;
  /** Ids of the papers of earlier runs by their names. */
  readonly present: ReadonlyMap<string, string>;
}

function writeNote(note: CheckNote, { office, template, folder, present }: Shelf): WrittenFile {
  const { value, problems } = checkPaper(note, office.settings, template);
  if (value === null) throw new Error(problems.map(({ reason }) => reason).join('；'));
  const target = { id: present.get(value.name) ?? null, folder, name: value.name };
  return { what: 'check', name: value.name, id: saveFile(target, value.bytes, wordType) };
}

function unwritten(file: string, why: string): Problem {
  return {
    code: 'check-note-unwritten',
    level: 'error',
    place: { file },
    actual: '',
    reason: `核对单没有保存，文件里可能还是上一次的内容：${why}`,
    expected: '排除原因后再检查一次，先不要发送这一份',
  };
}
