/** Word papers and texts that are made from plain data and a template of the program's own. */
import type { Problem, Result } from '../base/problem';
import { describeData, documentFiller, textFiller, type Dictionary, type ModelRecord } from '../../engine/fill';
import { kindNumbers } from './data-kinds';
import type { Attachment } from './mail';

/** Makes a paper of that name; null with the problems when the template was refused. */
export type FillPaper = (data: ModelRecord, name: string) => Result<Attachment | null>;

/** A paper's template to be filled for one department after the other. */
export interface PaperTemplate {
  readonly bytes: Uint8Array;
  /** As `FillOptions` has them. */
  readonly gzip?: (bytes: Uint8Array) => Uint8Array;
  readonly crc32?: ((bytes: Uint8Array) => number) | undefined;
}

/** `file`: what the template is called in problems. */
export function paperFiller({ bytes: template, ...packing }: PaperTemplate, file: string): FillPaper {
  // Read when there is a paper: most mails have none.
  let fill: ReturnType<typeof documentFiller> | undefined;
  const describe = describer(file);
  return (data, name) => {
    const { value, problems } = describe(data);
    if (value === null) return { value, problems };
    fill ??= documentFiller(template, { name: file, trace: false, ...packing });
    const filled = fill(value.model, value.dictionary);
    return { value: filled.bytes === null ? null : { name, bytes: filled.bytes }, problems: filled.problems };
  };
}

/** `describeData`, once for all records of the same kind: an office has thousands of such papers. */
function describer(file: string): (data: ModelRecord) => ReturnType<typeof describeData> {
  const known = new Map<number, Dictionary>();
  const kindOf = kindNumbers();
  return (data) => {
    const kind = kindOf(data);
    const dictionary = known.get(kind);
    if (dictionary !== undefined) return { value: { model: data, dictionary }, problems: [] };
    const described = describeData(data, file);
    if (described.value !== null) known.set(kind, described.value.dictionary);
    return described;
  };
}

/** The filled text; null with the problems when the template was refused. */
export type FillLetter = (data: ModelRecord) => Result<string | null>;

/** `name`: what the template is called in problems. */
export function letterFiller(template: string, name: string): FillLetter {
  const fill = textFiller(template, name);
  const describe = describer(name);
  return (data) => {
    const { value, problems } = describe(data);
    if (value === null) return { value, problems };
    const filled = fill(value.model, value.dictionary);
    return { value: filled.text, problems: filled.problems };
  };
}

/** Both lists of problems as one. */
export function allProblems(...results: readonly Result<unknown>[]): readonly Problem[] {
  return results.flatMap(({ problems }) => problems);
}
