/** Drafts the papers 核对单/<department> 核对单.docx. */
import type { Problem } from '../../core/base/problem';
import { checkFiller, checkNoteName, checkPaper, notesToWrite, type CheckNote } from '../../core/reminders/check-notes';
import type { FillPaper } from '../../core/reminders/fill-paper';
import type { Attachment } from '../../core/reminders/mail';
import type { Settings } from '../../core/settings/settings';
import { wordPaper } from '../../google/assets';
import { hashOf } from '../../google/digest';
import { gzip, platformCrc32 } from '../../google/blobs';
import type { ResultsDraft } from './draft-results';
import type { Office } from './read-office';
import { failureWords } from '../../core/base/failure-words';

/** One paper; `bytes` null where its template could not be filled, `why` says the reason. */
export interface PaperDraft {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly why: string;
}

export interface PapersDraft {
  /** The same as long as the papers would say the same. */
  readonly hash: string;
  readonly papers: readonly PaperDraft[];
  /** Why there is none at all. */
  readonly problems: readonly Problem[];
}

/** Those that ask for something, and those of earlier runs that would go on asking. */
export function draftPapers({ workspace, settings }: Office, { notes }: ResultsDraft): PapersDraft {
  const present = workspace.checks.map(({ name }) => name.normalize('NFC'));
  const wanted = notesToWrite(notes, present);
  if (wanted.length === 0) return { hash: '', papers: [], problems: [] };
  try {
    const fill = fillerOf(settings);
    const papers = wanted.map((note) => draftPaper(note, settings, fill));
    return { hash: hashOf(JSON.stringify(wanted)), papers, problems: [] };
  } catch (error) {
    return { hash: '', papers: [], problems: [paperUnwritten('核对单', failureWords(error))] };
  }
}

function fillerOf({ edition }: Settings): FillPaper {
  return checkFiller({ bytes: wordPaper(edition.key, 'check-note'), gzip, crc32: platformCrc32() });
}

function draftPaper(note: CheckNote, settings: Settings, fill: FillPaper): PaperDraft {
  const { value, problems } = checkPaper(note, settings, fill);
  if (value !== null) return { ...value, why: '' };
  const why = problems.map(({ reason }) => reason).join('；');
  return { name: checkNoteName(note.department), bytes: null, why };
}

/** Each department's paper as the office stands, for the mail that asks for its cells; null for one without items. */
export function attachedPapers(
  notes: readonly CheckNote[],
  settings: Settings,
): (department: string) => Attachment | null {
  let fill: FillPaper | null = null;
  return (department) => {
    const note = notes.find((each) => each.department === department);
    if (note === undefined || note.items.length === 0) return null;
    fill ??= fillerOf(settings);
    return checkPaper(note, settings, fill).value;
  };
}

/** What is told of a paper that was not written. */
export function paperUnwritten(file: string, why: string): Problem {
  return {
    code: 'check-note-unwritten',
    level: 'error',
    place: { file },
    actual: '',
    reason: `核对单没有保存，文件里可能还是上一次的内容：${why}`,
    expected: '排除原因后再检查一次，先不要发送这一份',
  };
}
