/** Word papers and texts that are made from plain data and a template of the program's own. */
import type { Problem, Result } from '../base/problem';
import { describeData, fillDocument, fillText, type ModelRecord } from '../../engine/fill';
import type { Attachment } from './mail';

/** What the template is called in problems, and the paper's own file name. */
export interface PaperNames {
  readonly template: string;
  readonly name: string;
}

/** The filled .docx; null with the problems when the template was refused. */
export function fillPaper(
  template: Uint8Array,
  data: ModelRecord,
  { template: file, name }: PaperNames,
): Result<Attachment | null> {
  const { value, problems } = describeData(data, file);
  if (value === null) return { value, problems };
  const filled = fillDocument(template, value.model, value.dictionary, { name: file, trace: false });
  return { value: filled.bytes === null ? null : { name, bytes: filled.bytes }, problems: filled.problems };
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
