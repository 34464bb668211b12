/** The report as a Google Doc that was filled itself: a copy of the template, changed in one batch. */
import { Refusal } from '../../../core/base/refusal';
import { templateName } from '../../../core/base/office-names';
import type { DocJson, FilledDoc } from '../../../engine/fill';
import { binFile, copyDoc, readDoc, renameFile, writeDoc } from '../../../google/drive/native-doc';
import { failureOf, failureWords } from '../../../core/base/failure-words';
import { readRemedies } from '../../../core/base/read-failure';
import { tellProgress } from '../../../google/run-guard';
import type { Written } from '../write-results';

/** A Google Doc to be filled. */
export interface NativeDoc {
  /** The id of the template. */
  readonly template: string;
  readonly fill: (doc: DocJson) => Pick<FilledDoc, 'requests' | 'problems'>;
}

/** What is wrong with the template, or missing in the values; told before anything is written. */
export function tryNative({
  template,
  fill,
}: NativeDoc): Pick<FilledDoc, 'problems'> & { readonly isRefused: boolean } {
  tellProgress('检查 Google 文档');
  try {
    const { requests, problems } = fill(read(template));
    return { isRefused: requests === null, problems };
  } catch (error) {
    const { fault, why } = failureOf(error);
    const expected = fault === 'file' ? '请检查该文档' : readRemedies[fault];
    const place = { file: templateName };
    const reason = `Google 文档没有读到：${why}`;
    return { isRefused: true, problems: [{ ...failed, code: 'template-unreadable', place, reason, expected }] };
  }
}

/** As the service gives it. */
function read(id: string): DocJson {
  return readDoc(id);
}

/** Until it is filled its name says that it is not: whatever happens in between, nobody takes it for a report. */
const unfilled = '（未填写）';

/** Writes the Doc. That it could not be written is a problem. */
export function writeNative({ template, fill }: NativeDoc, name: string, folder: string): Written {
  tellProgress('填写 Google 文档');
  let copy: string | null = null;
  try {
    copy = copyDoc(template, `${name}${unfilled}`, folder);
    fillCopy(copy, fill);
    return { files: [{ what: 'google-doc', name, id: renameFile(copy, name) }], problems: [] };
  } catch (error) {
    const left = copy === null || isBinned(copy) ? '' : `；没有填好的“${name}${unfilled}”留在报告文件夹里，请删去`;
    const reason = `Word 报告已写好，Google 文档没有写成：${failureWords(error)}${left}`;
    const expected = '排除原因后再运行一次';
    return { files: [], problems: [{ ...failed, code: 'doc-unwritten', place: { file: name }, reason, expected }] };
  }
}

const failed = { level: 'error', actual: '' } as const;

/**
 * Reads the copy and writes it as it was read. Where somebody changed it in between, or nobody knows whether the requests arrived, it
 * is read once more: a Doc that was filled has no tags any more, and nothing is left to do.
 */
function fillCopy(copy: string, fill: NativeDoc['fill']): void {
  for (const isLast of [false, true]) {
    const doc = read(copy);
    const { requests, problems } = fill(doc);
    if (requests === null) throw new Refusal(problems[0]?.reason ?? '模板有错误');
    if (requests.length === 0) return;
    if (doc.revisionId === undefined) throw new Refusal('没有修改这份文档的权限');
    try {
      writeDoc(copy, requests, doc.revisionId);
      return;
    } catch (error) {
      if (isLast) throw error;
    }
  }
}

function isBinned(copy: string): boolean {
  try {
    binFile(copy);
    return true;
  } catch {
    return false;
  }
}
