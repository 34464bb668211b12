/** The fields of the 附件 数据来源: where each figure of the report came from, known only once the report was filled. */
import type { Dictionary, Model, ModelRecord } from '../template/model';
import type { TraceEntry } from '../template/trace';

const listName = '数据来源';
/** Longer texts are told by their beginning. */
const maxText = 40;
/** Cells named for one figure; beyond them their number is told. */
const maxCells = 6;

const text = (help: string): Dictionary[string] => ({ type: 'text', help });

/** What a template may name. */
export const sourceDictionary: Dictionary = {
  [listName]: {
    type: 'list',
    help: '报告里每个数字出自哪里；“附数据来源”为否时是空的',
    of: {
      type: 'record',
      help: '一项',
      fields: {
        位置: text('在报告的哪一处'),
        文字: text('报告里的写法'),
        来源: text('来自哪些单元格'),
        字段: text('模板里的字段'),
        书签: text('报告里的书签名'),
      },
    },
  },
};

/** The list before anything is filled: one blank item when the report will have the 附件, so that it takes its place. */
export function blankSources(attached: boolean): ModelRecord {
  return { [listName]: attached ? [{ 位置: '', 文字: '', 来源: '', 字段: '', 书签: '' }] : [] };
}

/** The list of a filled report: the printed values that came from cells. */
export function sourcesFromTrace(trace: readonly TraceEntry[]): ModelRecord {
  return {
    [listName]: reportTrace(trace)
      .filter(({ sources }) => sources.length > 0)
      .map(sourceRecord),
  };
}

/** The trace without the 附件's own lines. */
export function reportTrace(trace: readonly TraceEntry[]): readonly TraceEntry[] {
  return trace.filter(({ field }) => !field.startsWith(`${listName}.`));
}

function sourceRecord({ place, text: printed, sources, field, bookmark }: TraceEntry): Model {
  const cells = [...new Set(sources)];
  const more = cells.length > maxCells ? `等${String(cells.length)}处` : '';
  return {
    位置: place,
    文字: printed.length > maxText ? `${printed.slice(0, maxText)}…` : printed,
    来源: cells.slice(0, maxCells).join('；') + more,
    字段: field,
    书签: bookmark,
  };
}
