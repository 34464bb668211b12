/**
 * Fills a Google Doc in place: the Doc as the API gives it becomes a list of requests for `documents.batchUpdate`. The tags are
 * checked and evaluated by the engine of Word templates, so that both kinds of template mean the same; what a Doc cannot be given
 * is refused with its place. Nothing here asks a service.
 */
import type { Problem } from '../../core/base/problem';
import type { Dictionary, ModelRecord } from '../language/model';
import type { TraceEntry } from '../language/trace';
import { fillDocument, inspectTemplate } from '../word/fill-document';
import type { FillOptions } from '../word/fill-options';
import { loopProblems } from './check-loops';
import type { DocJson, DocRequest } from './doc-json';
import { unsupported, type Edit } from './edit';
import { editBlocks } from './edit-paragraphs';
import { readDoc, type SourceDoc } from './read-doc';
import { readFilled } from './read-filled';
import { wordOfDoc } from './word-of-doc';

/** What a Doc is filled with beside the model. */
export type DocOptions = Pick<FillOptions, 'name' | 'services' | 'trace'>;

/** A Doc to be filled. */
export interface FilledDoc {
  /** To be applied in their order and all at once; null when the template was refused. */
  readonly requests: readonly DocRequest[] | null;
  /** The printed text, as of a Word template. */
  readonly text: readonly string[];
  readonly trace: readonly TraceEntry[];
  readonly problems: readonly Problem[];
}

/** The requests that fill the Doc with the model; every tag must be in the dictionary. */
export function fillDoc(doc: DocJson, model: ModelRecord, dictionary: Dictionary, options: DocOptions): FilledDoc {
  const { source, word, problems } = prepare(doc, dictionary, options);
  if (problems.length > 0) return refused(problems);
  const filled = fillDocument(word, model, dictionary, options);
  if (filled.bytes === null) return refused(filled.problems);
  const { requests, problems: faults } = requestsFor(source, filled.bytes, options.name);
  if (faults.some(({ code }) => code === unsupported)) return refused([...filled.problems, ...faults]);
  return { requests, text: filled.text, trace: filled.trace, problems: [...filled.problems, ...faults] };
}

/** All mistakes of a Doc as a template, without filling it; empty when it can be filled. */
export function checkDoc(doc: DocJson, dictionary: Dictionary, options: DocOptions): readonly Problem[] {
  return prepare(doc, dictionary, options).problems;
}

function refused(problems: readonly Problem[]): FilledDoc {
  return { requests: null, text: [], trace: [], problems };
}

interface Prepared {
  readonly source: SourceDoc;
  /** The Doc as a Word template. */
  readonly word: Uint8Array;
  readonly problems: readonly Problem[];
}

function prepare(doc: DocJson, dictionary: Dictionary, options: DocOptions): Prepared {
  const source = readDoc(doc, options.name);
  const word = wordOfDoc(source);
  const { parts, problems } = inspectTemplate(word, dictionary, options);
  return { source, word, problems: [...source.problems, ...problems, ...loopProblems(parts, source)] };
}

function requestsFor(
  source: SourceDoc,
  filled: Uint8Array,
  file: string,
): { readonly requests: readonly DocRequest[]; readonly problems: readonly Problem[] } {
  const outs = readFilled(filled, source);
  const edits = source.segments.map((segment): Edit => {
    const edit: Edit = { file, segment: segment.id, requests: [], problems: [] };
    editBlocks(edit, segment.blocks, outs.get(segment) ?? []);
    return edit;
  });
  return { requests: edits.flatMap(({ requests }) => requests), problems: edits.flatMap(({ problems }) => problems) };
}
