/** The trace of a document as a workbook people can search: where each printed value stands and where it came from. */
import type { TraceEntry } from '../../language/trace';
import { sheetFile } from './sheet-file';

const header = ['位置', '字段', '文字', '来源单元格', '书签'] as const;

/** The bytes of the .xlsx, one row for each printed value. */
export function traceFile(trace: readonly TraceEntry[]): Uint8Array {
  const rows = trace.map(({ place, field, text, sources, bookmark }) => {
    return [place, field, text, distinct(sources).join('\n'), bookmark];
  });
  return sheetFile({ title: '数据来源', rows: [header, ...rows], widths: [34, 36, 40, 44, 40] });
}

function distinct(sources: readonly string[]): readonly string[] {
  return [...new Set(sources)];
}
