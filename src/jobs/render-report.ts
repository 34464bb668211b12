/** Fills the office's template with the report model. */
import type { Problem } from '../core/base/problem';
import { fillDocument } from '../core/document/fill-document';
import { fieldsOfReport } from '../core/report/fields';
import { reportFromFindings, reportTitle } from '../core/report/report-from-findings';
import { readBytes } from '../google/folders';
import { errorText, tellProgress } from '../google/run-guard';
import { templateName } from './find-workspace';
import type { Office } from './read-office';

/** `bytes` null: the template was refused, `problems` says where. */
export interface RenderedReport {
  readonly title: string;
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
}

/** Reads the template and fills it. */
export function renderReport({ workspace, settings, rows, findings }: Office): RenderedReport {
  tellProgress('成文');
  const title = reportTitle(settings);
  const entry = workspace.templates.find(({ name }) => name.normalize('NFC') === templateName);
  if (!entry)
    return refusedTemplate(
      title,
      '没有模板文件 模板/年度报告.docx',
      '请再初始化一次（菜单“初始化”或 nianbao init），恢复默认模板',
    );
  const template = tryRead(entry.id);
  if (typeof template === 'string') return refusedTemplate(title, `模板无法读取：${template}`, '请检查该文件');
  const model = reportFromFindings(findings, rows, settings);
  const filled = fillDocument(template, model.value, fieldsOfReport(rows), { name: templateName });
  return { title, bytes: filled.bytes, problems: [...model.problems, ...filled.problems] };
}

function tryRead(id: string): Uint8Array | string {
  try {
    return readBytes(id);
  } catch (error) {
    return errorText(error);
  }
}

function refusedTemplate(title: string, reason: string, expected: string): RenderedReport {
  const place = { file: templateName };
  return {
    title,
    bytes: null,
    problems: [{ code: 'template-unreadable', level: 'error', place, actual: '', reason, expected }],
  };
}
