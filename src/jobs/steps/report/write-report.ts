/** Writes the report, where each of its values came from, and on Drive a Google Doc of it. */
import type { WrittenFile } from '../../../contract/answer';
import type { Problem } from '../../../core/base/problem';
import { createExcelFile, createGoogleDoc, createWordFile } from '../../../google/folders';
import { tellProgress } from '../../../google/run-guard';
import type { ReportDraft } from './draft-report';
import { writeNative } from './native-doc';
import { type Workspace, ensureFolder } from '../find-workspace';
import type { Written } from '../write-results';
import { failureWords } from '../../../core/base/failure-words';

/** What is written of a draft. */
type Files = Pick<ReportDraft, 'name' | 'docName' | 'bytes' | 'traceName' | 'trace' | 'forPublic' | 'native'>;

/**
 * One call a file. Throws when the report cannot be written; that one beside it could not be is a problem. The report is written
 * first: where a version for the public is, the version it was made with is there, too.
 */
export function writeReport(workspace: Workspace, files: Files): Written {
  const { name, docName, bytes, traceName, trace, forPublic, native } = files;
  const folder = ensureFolder(workspace, 'reports');
  tellProgress('保存报告');
  const report: WrittenFile = { what: 'report', name, id: createWordFile(name, folder, bytes) };
  const published = forPublic === null ? nothing : writePublic(forPublic, folder);
  const isPublished = forPublic !== null && published.files.length > 0;
  const docs = workspace.isOnDrive
    ? [
        native === null ? writeDoc(docName, folder, bytes) : writeNative(native, docName, folder),
        isPublished ? writeDoc(forPublic.docName, folder, forPublic.bytes) : nothing,
      ]
    : [];
  const all = [published, ...docs, writeTrace(traceName, folder, trace)];
  return {
    files: [report, ...all.flatMap((one) => one.files)],
    problems: all.flatMap(({ problems }) => problems),
  };
}

const nothing: Written = { files: [], problems: [] };

function writePublic({ name, bytes }: Pick<ReportDraft, 'name' | 'bytes'>, folder: string): Written {
  tellProgress('保存公开版');
  try {
    return { files: [{ what: 'public-report', name, id: createWordFile(name, folder, bytes) }], problems: [] };
  } catch (error) {
    return { files: [], problems: [unpublished(name, failureWords(error))] };
  }
}

/** To be read together, and from it Google makes the PDF. The Word file is the report. */
function writeDoc(name: string, folder: string, bytes: Uint8Array): Written {
  tellProgress('保存为 Google 文档');
  try {
    return { files: [{ what: 'google-doc', name, id: createGoogleDoc(name, folder, bytes) }], problems: [] };
  } catch (error) {
    return { files: [], problems: [unconverted(name, failureWords(error))] };
  }
}

function writeTrace(name: string, folder: string, trace: Uint8Array): Written {
  tellProgress('保存数据来源');
  try {
    return { files: [{ what: 'trace', name, id: createExcelFile(name, folder, trace) }], problems: [] };
  } catch (error) {
    return { files: [], problems: [untraced(name, failureWords(error))] };
  }
}

function unconverted(file: string, why: string): Problem {
  return {
    code: 'doc-unwritten',
    level: 'doubt',
    place: { file },
    actual: '',
    reason: `Word 报告已写好，没有转成 Google 文档：${why}`,
    expected: '需要时在云端硬盘里用“Google 文档”打开 Word 报告',
  };
}

function untraced(file: string, why: string): Problem {
  return {
    code: 'trace-unwritten',
    level: 'error',
    place: { file },
    actual: '',
    reason: `数据来源没有保存：${why}`,
    expected: '排除原因后再运行一次',
  };
}

function unpublished(file: string, why: string): Problem {
  return {
    code: 'public-unwritten',
    level: 'error',
    place: { file },
    actual: '',
    reason: `公开版没有保存：${why}`,
    expected: '排除原因后再运行一次，会写出新的一版和它的公开版',
  };
}
