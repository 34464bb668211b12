/** A report as a Google Doc, which Google also hands out as PDF. */
import { createGoogleDoc, readBytes } from '../google/folders';
import { tellProgress } from '../google/run-guard';
import { bareName, findWorkspace } from './find-workspace';
import { refused, type JobAnswer } from './job-answer';

/** The id of a report in 报告. */
export interface ConvertOrder {
  readonly id: string;
}

/** Writes the converted copy beside the report; the Word file stays as it is. */
export function convertReport({ id }: ConvertOrder): JobAnswer {
  const workspace = findWorkspace();
  const report = workspace?.reports.find((entry) => entry.id === id);
  if (!workspace || !report) return refused('找不到这份报告，可能已被移走。没有转换。');
  tellProgress('转换');
  const name = bareName(report);
  const made = createGoogleDoc(name, report.parent, readBytes(id));
  const text = `已另存为 Google 文档：${name}`;
  return { exit: 0, text, files: [{ what: 'document', name, id: made }], problems: [], summary: null };
}
