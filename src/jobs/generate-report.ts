/** 生成年度报告: from the sheets to the Word document. */
import type { Problem } from '../core/base/problem';
import { createGoogleDoc, createWordFile } from '../google/folders';
import { errorText, keepState, readState, tellProgress, underLock } from '../google/run-guard';
import { ensureFolder } from './steps/ensure-folder';
import { bareName } from './steps/find-workspace';
import { refused, type JobAnswer, type WrittenFile } from './steps/job-answer';
import { answerFromOffice, busy } from './steps/office-answer';
import { readOffice, type Office } from './steps/read-office';
import { renderReport } from './steps/render-report';
import { nextReportName } from './steps/report-name';
import { writeResults, type WrittenResults } from './steps/write-results';
import { writeTrace } from './steps/write-trace';

/** Kept while a report is begun and Google's time was too short for it: how often it was gone on with by itself. */
const begunState = 'report-begun';
/** An office whose workbooks can never be kept would otherwise be read every hour without end. */
const mostResumes = 5;

/** Writes a new version of the report and its trace, then 汇总 and 核对. Nothing is written when the template is refused. */
export function generateReport(): JobAnswer {
  return underLock(() => generate(0)) ?? busy;
}

/** Goes on with a report that a person began and nobody finished; null when there is none, or somebody is at it. */
export function resumeReport(): JobAnswer | null {
  if (readState(begunState) === null) return null;
  return underLock(() => ({ answer: resume() }))?.answer ?? null;
}

/** Whatever happens now happens once: what broke off is not tried again at every tick. */
function resume(): JobAnswer | null {
  const resumes = readState(begunState);
  if (resumes === null) return null;
  keepState(begunState, null);
  return generate(Number(resumes) + 1);
}

function generate(resumes: number): JobAnswer {
  const office = readOffice();
  if ('exit' in office) {
    if (office.isUnfinished && resumes < mostResumes) keepState(begunState, resumes);
    return office;
  }
  if (office.workspace.isOnDrive && readState(begunState) !== null) keepState(begunState, null);
  return writeAll(office);
}

function writeAll(office: Office): JobAnswer {
  const { workspace } = office;
  const { bytes, title, trace: entries, problems: own } = renderReport(office);
  if (bytes === null) return refused('模板有错误，没有生成报告，什么都没有写。', own);
  const folder = ensureFolder(workspace, 'reports');
  tellProgress('保存报告');
  const name = nextReportName(
    title,
    workspace.reports.map((entry) => entry.name),
  );
  const report: WrittenFile = { what: 'report', name, id: createWordFile(name, folder, bytes) };
  const doc = workspace.isOnDrive ? writeDoc(report, folder, bytes) : { files: [], problems: [] };
  const trace = writeTrace(report, folder, entries);
  const problems = [...office.problems, ...own, ...doc.problems, ...trace.problems];
  const results = writeResults(office, problems, report);
  const files = [report, ...doc.files, ...trace.files, ...results.files];
  return answerFromOffice(office, [...problems, ...results.problems], files);
}

/** The report as a Google Doc too, to be read together, and from which Google makes the PDF. The Word file is the report. */
function writeDoc(report: WrittenFile, folder: string, bytes: Uint8Array): WrittenResults {
  tellProgress('保存为 Google 文档');
  const name = bareName(report);
  try {
    return { files: [{ what: 'google-doc', name, id: createGoogleDoc(name, folder, bytes) }], problems: [] };
  } catch (error) {
    return { files: [], problems: [unconverted(name, errorText(error))] };
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
