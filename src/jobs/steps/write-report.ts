/** Writes the report, where each of its values came from, and on Drive a Google Doc of it. */
import type { WrittenFile } from '../../contract/answer';
import type { Problem } from '../../core/base/problem';
import { errorText } from '../../core/base/refusal';
import { createExcelFile, createGoogleDoc, createWordFile } from '../../google/folders';
import { tellProgress } from '../../google/run-guard';
import type { ReportDraft } from './draft-report';
import { type Workspace, ensureFolder } from './find-workspace';
import type { Written } from './write-results';

/** One call a file. Throws when the report cannot be written; that one beside it could not be is a problem. */
export function writeReport(
  workspace: Workspace,
  { name, docName, bytes, traceName, trace }: Pick<ReportDraft, 'name' | 'docName' | 'bytes' | 'traceName' | 'trace'>,
): Written {
  const folder = ensureFolder(workspace, 'reports');
  tellProgress('保存报告');
  const report: WrittenFile = { what: 'report', name, id: createWordFile(name, folder, bytes) };
  const doc = workspace.isOnDrive ? writeDoc(docName, folder, bytes) : noDoc;
  const source = writeTrace(traceName, folder, trace);
  return { files: [report, ...doc.files, ...source.files], problems: [...doc.problems, ...source.problems] };
}

const noDoc: Written = { files: [], problems: [] };

/** To be read together, and from it Google makes the PDF. The Word file is the report. */
function writeDoc(name: string, folder: string, bytes: Uint8Array): Written {
  tellProgress('保存为 Google 文档');
  try {
    return { files: [{ what: 'google-doc', name, id: createGoogleDoc(name, folder, bytes) }], problems: [] };
  } catch (error) {
    return { files: [], problems: [unconverted(name, errorText(error))] };
  }
}

function writeTrace(name: string, folder: string, trace: Uint8Array): Written {
  tellProgress('保存数据来源');
  try {
    return { files: [{ what: 'trace', name, id: createExcelFile(name, folder, trace) }], problems: [] };
  } catch (error) {
    return { files: [], problems: [untraced(name, errorText(error))] };
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
