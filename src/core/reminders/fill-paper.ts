/** Word papers and texts that are made from plain data and a template of the program's own. */
import type { Problem, Result } from '../base/problem';
import { describeData, documentFiller, fillText, type ModelRecord } from '../../engine/fill';
import type { Attachment } from './mail';

/** Makes a paper of that name; null with the problems when the template was refused. */
export type FillPaper = (data: ModelRecord, name: string) => Result<Attachment | null>;

/** A paper's template to be filled for one department after the other. */
export interface PaperTemplate {
  readonly bytes: Uint8Array;
  /** As `FillOptions` has it. */
  readonly gzip?: (bytes: Uint8Array) => Uint8Array;
}

/** `file`: what the template is called in problems. */
export function paperFiller({ bytes: template, ...packing }: PaperTemplate, file: string): FillPaper {
  // Mails without a paper need nothing of what fills documents.
  let fill: ReturnType<typeof documentFiller> | undefined;
  return (data, name) => {
    const { value, problems } = describeData(data, file);
    if (value === null) return { value, problems };
    fill ??= documentFiller(template, { name: file, trace: false, ...packing });
    const filled = fill(value.model, value.dictionary);
    return { value: filled.bytes === null ? null : { name, bytes: filled.bytes }, problems: filled.problems };
  };
}

/** The filled text; null with the problems when the template was refused. */
export function fillLetter(template: string, data: ModelRecord, name: string): Result<string | null> {
  const { value, problems } = describeData(data, name);
  if (value === null) return { value, problems };
  const filled = fillText(template, value.model, value.dictionary, name);
  return { value: filled.text, problems: filled.problems };
}

/** Both lists of problems as one. */
export function allProblems(...results: readonly Result<unknown>[]): readonly Problem[] {
  return results.flatMap(({ problems }) => problems);
}
