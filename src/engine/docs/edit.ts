/** What is at hand while the requests for one segment are put together, from its end to its beginning. */
import type { Problem } from '../../core/base/problem';
import type { DocRange, DocRequest, Look } from './doc-json';
import type { SourceParagraph } from './read-doc';
import type { OutPiece } from './read-filled';

/**
 * The requests so far. Each acts on what stands further back than all that come after it, so that the template's own indexes hold
 * for every one of them.
 */
export interface Edit {
  readonly file: string;
  /** Empty for the body. */
  readonly segment: string;
  readonly requests: DocRequest[];
  /** What cannot be done, and what is lost. */
  readonly problems: Problem[];
}

/** What is refused is of this kind. */
export const unsupported = 'doc-unsupported';
/** What can be done about most of it. */
export const remedy = '请把它移到循环外面，或者用 Word 模板';

/** Tells that what stands at a place cannot be put in: most of it was refused before, by the tag of its loop. */
export function refuse(edit: Edit, spot: string): void {
  tell(edit, spot, {
    code: unsupported,
    reason: '这里有不能放进 Google 文档、或者不能另做一份的内容',
    expected: remedy,
  });
}

function tell({ problems, file }: Edit, spot: string, said: Pick<Problem, 'code' | 'reason' | 'expected'>): void {
  if (problems.some(({ code, place }) => code === said.code && place.spot === spot)) return;
  problems.push({ level: 'error', place: { file, spot }, actual: '', ...said });
}

export function locationIn({ segment }: Edit, index: number): { readonly index: number; readonly segmentId?: string } {
  return segment === '' ? { index } : { index, segmentId: segment };
}

export function rangeIn({ segment }: Edit, startIndex: number, endIndex: number): DocRange {
  return { startIndex, endIndex, ...(segment === '' ? {} : { segmentId: segment }) };
}

export function deleteRange(edit: Edit, start: number, end: number): void {
  if (end > start) edit.requests.push({ deleteContentRange: { range: rangeIn(edit, start, end) } });
}

/** All that the API lets be written of a text's look; what the look does not have is inherited again. */
const textFields = [
  ...['bold', 'italic', 'underline', 'strikethrough', 'smallCaps', 'backgroundColor', 'foregroundColor', 'fontSize'],
  ...['weightedFontFamily', 'baselineOffset', 'link'],
].join(',');

/** Text to be put in: a piece for each look. */
interface Stretch {
  readonly text: string;
  readonly look: Look;
}

/** What the pieces put in, neighbours of one look joined. The service takes no signs of the private use area. */
export function stretchesOf(edit: Edit, { spot }: SourceParagraph, pieces: readonly OutPiece[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { source, text: wanted, look, isStrange } of pieces) {
    if (source.style === null || isStrange) refuse(edit, spot);
    const text = wanted.replace(/[\ue000-\uf8ff]/gu, '');
    if (text !== wanted) tell(edit, spot, signsLost);
    const last = stretches[stretches.length - 1];
    const whole = { ...source.style, ...look };
    if (last && JSON.stringify(last.look) === JSON.stringify(whole)) {
      stretches[stretches.length - 1] = { text: last.text + text, look: whole };
    } else if (text !== '') stretches.push({ text, look: whole });
  }
  return stretches;
}

const signsLost = {
  code: 'doc-sign-lost',
  reason: '有 Google 文档不收的自造字（私用区），印出的文字里缺了它',
  expected: '请在成文后手工补上，或者用 Word 报告',
};

/** The text of stretches. */
export function textOf(stretches: readonly Stretch[]): string {
  return stretches.map(({ text }) => text).join('');
}

/** Gives stretches that were put in their looks; `at` is where they begin. */
export function styleText(edit: Edit, at: number, stretches: readonly Stretch[]): void {
  let start = at;
  for (const { text, look } of stretches) {
    const end = start + text.length;
    edit.requests.push({
      updateTextStyle: { range: rangeIn(edit, start, end), textStyle: look, fields: textFields },
    });
    start = end;
  }
}

/** What of a paragraph's style nobody can write. */
const readOnly: ReadonlySet<string> = new Set(['headingId', 'tabStops']);

/** That no page begins there is said or not; where no page can begin it may not be named at all. */
function valueOf(look: Look, name: string): string | undefined {
  return name === 'pageBreakBefore' && look[name] === false ? undefined : JSON.stringify(look[name]);
}

/** Makes a paragraph look like another; `from` is how it looks now, `known` the fields that may differ beside. */
export function styleParagraph(
  edit: Edit,
  range: DocRange,
  { from, to, known = [] }: { readonly from: Look; readonly to: Look; readonly known?: readonly string[] },
): void {
  const names = [...new Set([...known, ...Object.keys(from), ...Object.keys(to)])].filter(
    (name) => !readOnly.has(name) && (known.includes(name) || valueOf(from, name) !== valueOf(to, name)),
  );
  if (names.length === 0) return;
  const paragraphStyle = Object.fromEntries(names.filter((name) => name in to).map((name) => [name, to[name]]));
  edit.requests.push({ updateParagraphStyle: { range, paragraphStyle, fields: names.join(',') } });
}
