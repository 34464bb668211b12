/** The step of filling that puts other documents into the body. */
import type { Problem } from '../../core/base/problem';
import type { TraceEntry } from '../language/trace';
import { tagProblem } from '../language/tag';
import { isPath } from '../language/handlebars-ast';
import { documentHelper } from '../language/helpers/document-helpers';
import { printedLines } from './fields/printed-lines';
import type { FillOptions, InspectedPart } from './fill-options';
import { Host } from './merging/host';
import { mergeDocuments, type FilledDocument } from './merging/merge-documents';
import type { PackageEdits } from './package/package-edits';
import { utf8Text } from './package/utf8-text';
import type { Numbers } from './writing/value-runs';

interface WrittenPart extends Pick<InspectedPart, 'file'> {
  readonly bytes: Uint8Array;
  readonly lines: readonly string[];
  /** Paths of the documents at the signs in it. */
  readonly documents: readonly string[];
}

interface Putting {
  readonly edits: PackageEdits;
  readonly numbers: Numbers;
  readonly options: FillOptions;
  /** Fills a document with the same data. */
  readonly fill: (bytes: Uint8Array, options: FillOptions) => FilledDocument;
}

interface Put<P> {
  readonly parts: readonly P[];
  readonly problems: readonly Problem[];
  readonly trace: readonly TraceEntry[];
  /** Texts of notes that came along into a document without any. */
  readonly notes: readonly string[];
}

/** The parts with the documents in them, the body first; the same where there are none. */
export function putDocuments<P extends WrittenPart>(parts: readonly P[], putting: Putting): Put<P> {
  const [body] = parts;
  if (!body || body.documents.length === 0) return { parts, problems: [], trace: [], notes: [] };
  const { edits, numbers, options, fill } = putting;
  const around = options.around ?? [options.name];
  const host = parts.map(({ file: { path }, bytes }) => ({ path, bytes }));
  const { problems, trace } = mergeDocuments(new Host(host, edits, numbers), body.documents, {
    get: options.document ?? (() => null),
    fill: (bytes, path) =>
      withoutSilence(fill(bytes, { ...options, name: path, bookmarks: false, around: [...around, path] })),
    around,
  });
  const merged = parts.map((part, index) => {
    const bytes = host[index]?.bytes ?? part.bytes;
    return bytes === part.bytes ? part : { ...part, bytes, lines: printedLines(utf8Text(bytes)) };
  });
  const notes = [
    ['footnotes', '脚注'],
    ['endnotes', '尾注'],
  ].flatMap(([kind = '', label = '']) => {
    const path = edits.beside(body.file.path, kind);
    const lines = parts.some(({ file }) => file.path === path) ? [] : printedLines(edits.text(path) ?? '');
    return lines.filter((line) => line !== '').map((line) => `${label}：${line}`);
  });
  return { parts: merged, problems, trace, notes };
}

/** A document that is put in need not hold a tag. */
function withoutSilence(filled: FilledDocument): FilledDocument {
  return { ...filled, problems: filled.problems.filter(({ code }) => code !== 'template-no-tags') };
}

/** Where a document cannot go: its paragraphs, tables and sections belong into the body. */
export function misplacedDocuments({ file, tags }: InspectedPart, { document }: FillOptions): readonly Problem[] {
  return tags.tags.flatMap(({ tag, paragraph, wrapper }) => {
    const { call } = tag;
    if (call === null || !isPath(call.path) || call.path.original !== documentHelper) return [];
    if (document === undefined) {
      const expected = '只有 nianbao fill 填的模板能放进别的文件；报告里请用文字、图片和表格';
      return [tagProblem(tag, 'document-placement', `标签“${tag.text}”这里用不了`, expected)];
    }
    let inBox = wrapper !== null;
    for (let at = paragraph.element.parent; at; at = at.parent) if (at.name === 'w:txbxContent') inBox = true;
    if (file.label === '' && !inBox) return [];
    const reason = `标签“${tag.text}”放进一份文件，只能写在正文或者表格里`;
    return [tagProblem(tag, 'document-placement', reason, '请移到正文里单独的一段')];
  });
}
