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

/** Writes a new version of the report, then 汇总 and 核对. Nothing is written when the template is refused. */
export function generateReport(): JobAnswer {
  return underLock(generate) ?? busy;
}

function generate(): JobAnswer {
  const office = readOffice();
  if ('exit' in office) return office;
  const rendered = renderReport(office);
  if (rendered.bytes === null) return refused('模板有错误，没有生成报告，什么都没有写。', rendered.problems);
  const problems = [...office.problems, ...rendered.problems];
  const report = writeReport(office, rendered.title, rendered.bytes);
  const results = writeResults(office, problems, report);
  return answerFromOffice(office, [...problems, ...results.problems], [report, ...results.files]);
}

function writeReport({ workspace }: Office, title: string, bytes: Uint8Array): WrittenFile {
  tellProgress('保存报告');
  const folder = ensureFolder(workspace, 'reports');
  const name = nextReportName(
    title,
    workspace.reports.map((entry) => entry.name),
  );
  return { what: 'report', name, id: createWordFile(name, folder, bytes) };
}
