/** The fields of the 附件 数据来源: where each figure of the report came from, known only once the report was filled. */
import { fieldWords, type Dictionary, type Model, type ModelRecord, type TraceEntry } from '../../engine/fill';

const listName = '数据来源';
/** Longer texts are told by their beginning. */
const maxText = 40;
/** Cells named for one figure; beyond them their number is told. */
const maxCells = 3;

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

/** The list of a filled report: the printed figures that came from cells; one printed at several places stands once. */
export function sourcesFromTrace(trace: readonly TraceEntry[]): ModelRecord {
  const figures = reportTrace(trace).filter(({ sources, text: printed }) => sources.length > 0 && /\d/u.test(printed));
  const alike = new Map<string, TraceEntry[]>();
  for (const entry of figures) {
    const key = `${entry.field} ${entry.text}`;
    alike.set(key, [...(alike.get(key) ?? []), entry]);
  }
  return { [listName]: [...alike.values()].map(sourceRecord) };
}

/** The trace without the 附件's own lines. */
export function reportTrace(trace: readonly TraceEntry[]): readonly TraceEntry[] {
  return trace.filter(({ field }) => !field.startsWith(`${listName}.`));
}

function sourceRecord(entries: readonly TraceEntry[]): Model {
  const [first] = entries;
  const cells = [...new Set(first?.sources)];
  const more = cells.length > maxCells ? ` 等 ${String(cells.length)} 处` : '';
  const printed = first?.text ?? '';
  return {
    位置: [...new Set(entries.map(({ place }) => place))].join('；'),
    文字: printed.length > maxText ? `${printed.slice(0, maxText)}…` : printed,
    来源: cells.slice(0, maxCells).join('；') + more,
    字段: fieldWords(first?.field ?? ''),
    书签: entries.map(({ bookmark }) => bookmark).join('、'),
  };
}
