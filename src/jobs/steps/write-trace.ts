/** Writes where each printed value came from, as a workbook beside the report. */
import type { Problem } from '../../core/base/problem';
import { type TraceEntry, traceFile } from '../../engine/fill';
import { createExcelFile } from '../../google/folders';
import { errorText, tellProgress } from '../../google/run-guard';
import type { WrittenFile } from './job-answer';
import type { WrittenResults } from './write-results';

/** One call: the workbook is made here and created whole. That it could not be written is a problem and no exception. */
export function writeTrace(report: WrittenFile, folder: string, trace: readonly TraceEntry[]): WrittenResults {
  tellProgress('保存数据来源');
  const name = `${report.name.replace(/\.docx$/u, '')} 数据来源.xlsx`;
  try {
    return { files: [{ what: 'trace', name, id: createExcelFile(name, folder, traceFile(trace)) }], problems: [] };
  } catch (error) {
    return { files: [], problems: [unwritten(name, errorText(error))] };
  }
}

function unwritten(file: string, why: string): Problem {
  return {
    code: 'trace-unwritten',
    level: 'error',
    place: { file },
    actual: '',
    reason: `数据来源没有保存：${why}`,
    expected: '排除原因后再运行一次',
  };
}
