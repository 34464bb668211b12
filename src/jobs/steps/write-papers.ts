/** Writes the papers into 核对单, which the program owns: each check replaces them. */
import type { WrittenFile } from '../../contract/answer';
import { folderNames } from '../../core/base/office-names';
import type { Problem } from '../../core/base/problem';
import { saveFile, wordType } from '../../google/folders';
import { keepState, readState, tellProgress } from '../../google/run-guard';
import { isTimeUp } from '../../google/run-time';
import { paperUnwritten, type PaperDraft, type PapersDraft } from './draft-papers';
import { type Workspace, ensureFolder } from './find-workspace';
import type { Written } from './write-results';
import { failureWords } from '../../core/base/failure-words';

/** What was written; `left` papers more when Google's time for one run was over. */
interface WrittenPapers extends Written {
  readonly left: number;
}

/** How many of the papers with this hash a run that ended in the middle has tried; kept as the state `check-notes`. */
interface PapersBegun {
  readonly hash: string;
  readonly done: number;
  /** The first of those that could not be written, to be told at the end. */
  readonly failures: readonly Problem[];
}
/** So many fit into a property. */
const mostFailures = 15;
const begunState = 'check-notes';

/** One call a paper. One that could not be written is a problem and keeps no other from being written. */
export function writePapers(workspace: Workspace, { hash, papers, problems }: PapersDraft): WrittenPapers {
  if (papers.length === 0) return { files: [], problems, left: 0 };
  if (!workspace.isSeen) return { files: [], problems: [...problems, byOwner(workspace)], left: 0 };
  tellProgress('保存核对单');
  try {
    const folder = ensureFolder(workspace, 'checks');
    const present = new Map(workspace.checks.map(({ name, id }) => [name.normalize('NFC'), id]));
    return writeThem(papers, hash, { isOnDrive: workspace.isOnDrive, folder, present });
  } catch (error) {
    return { files: [], problems: [paperUnwritten('核对单', failureWords(error))], left: 0 };
  }
}

/** A colleague's check says all the same; the papers wait for the next check of whoever made the folder. */
function byOwner({ owner }: Workspace): Problem {
  return {
    code: 'check-notes-by-owner',
    level: 'note',
    place: { file: folderNames.checks },
    actual: '',
    reason: '核对单没有写：文件夹是以另一个人的名义建立的，本程序看不到',
    expected: `要核对单的，请由当初点“初始化”的人${owner === '' ? '' : `（${owner}）`}检查一次`,
  };
}

interface Shelf {
  readonly isOnDrive: boolean;
  readonly folder: string;
  /** Ids of the papers of earlier runs by their names. */
  readonly present: ReadonlyMap<string, string>;
}

/** Goes on after those that a run which ended in the middle has written, as long as they would be the same today. */
function writeThem(papers: readonly PaperDraft[], hash: string, shelf: Shelf): WrittenPapers {
  const kept = shelf.isOnDrive ? (readState(begunState) as PapersBegun | null) : null;
  const { done, failures: before } = kept?.hash === hash ? kept : { done: 0, failures: [] };
  const files: WrittenFile[] = [];
  const failures = [...before];
  for (const [index, paper] of papers.entries()) {
    if (index < done) continue;
    if (isTimeUp()) {
      keepState(begunState, { hash, done: index, failures: failures.slice(0, mostFailures) } satisfies PapersBegun);
      return { files, problems: failures, left: papers.length - index };
    }
    const written = writeOne(paper, shelf);
    if ('code' in written) failures.push(written);
    else files.push(written);
  }
  if (kept) keepState(begunState, null);
  return { files, problems: failures, left: 0 };
}

function writeOne({ name, bytes, why }: PaperDraft, { folder, present }: Shelf): WrittenFile | Problem {
  if (bytes === null) return paperUnwritten(name, why);
  try {
    return { what: 'check', name, id: saveFile({ id: present.get(name) ?? null, folder, name }, bytes, wordType) };
  } catch (error) {
    return paperUnwritten(name, failureWords(error));
  }
}
