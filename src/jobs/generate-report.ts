/** 生成年度报告: from the sheets to the Word document. */
import { createWordFile } from '../google/folders';
import { tellProgress, underLock } from '../google/run-guard';
import { ensureFolder } from './ensure-folder';
import { refused, type JobAnswer, type WrittenFile } from './job-answer';
import { answerFromOffice, busy } from './office-answer';
import { readOffice, type Office } from './read-office';
import { renderReport } from './render-report';
import { nextReportName } from './report-name';
import { writeResults } from './write-results';
import { writeTrace } from './write-trace';

/** Writes a new version of the report and its trace, then 汇总 and 核对. Nothing is written when the template is refused. */
export function generateReport(): JobAnswer {
  return underLock(generate) ?? busy;
}

function generate(): JobAnswer {
  const office = readOffice();
  if ('exit' in office) return office;
  const rendered = renderReport(office);
  if (rendered.bytes === null) return refused('模板有错误，没有生成报告，什么都没有写。', rendered.problems);
  const problems = [...office.problems, ...rendered.problems];
  const folder = ensureFolder(office.workspace, 'reports');
  const report = writeReport(office, folder, { title: rendered.title, bytes: rendered.bytes });
  const trace = writeTrace(report, folder, rendered.trace);
  const results = writeResults(office, [...problems, ...trace.problems], report);
  const files = [report, ...trace.files, ...results.files];
  return answerFromOffice(office, [...problems, ...trace.problems, ...results.problems], files);
}

interface NewReport {
  readonly title: string;
  readonly bytes: Uint8Array;
}

function writeReport({ workspace }: Office, folder: string, { title, bytes }: NewReport): WrittenFile {
  tellProgress('保存报告');
  const name = nextReportName(
    title,
    workspace.reports.map((entry) => entry.name),
  );
  return { what: 'report', name, id: createWordFile(name, folder, bytes) };
}
