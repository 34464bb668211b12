/** Texts in drawings (ECMA-376 part 1, 21.1.2): the paragraphs of charts and SmartArt, whose tags are filled in place. */
import type { Frame } from '../../language/run';
import { findTags } from '../../language/tag-text';
import { withEdits, type TextEdit } from '../outgoing/text-edits';
import { elementsOf, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';
import { escapeXml, legalXml, unescapeXml } from '../package/xml-text';
import { mayHoldTag, type PlacedText } from './placed-text';

/** Compiles a text of the drawing. */
type Compile = (text: string) => PlacedText;

/** A paragraph's runs whose texts are one: a tag, or a block with all it holds, may be split over any number of them. */
interface Piece {
  readonly runs: readonly Run[];
  readonly text: PlacedText;
}

interface Run {
  readonly run: XmlElement;
  readonly element: XmlElement;
  readonly text: string;
}

/** The part with its tags filled; null where it holds none. `frame` null takes them out. */
export function drawingTexts(part: XmlPart, compile: Compile): ((frame: Frame | null) => string) | null {
  const pieces = paragraphsIn(part.root).flatMap((paragraph) => piecesOf(part, paragraph, compile));
  if (pieces.length === 0) return null;
  return (frame) =>
    withEdits(
      part.source,
      pieces.flatMap((piece) => editsOf(part, piece, frame)),
    );
}

/** Whether an element is a DrawingML one, whatever prefix the file uses. */
function isNamed({ name }: XmlElement, local: string): boolean {
  return name === local || (name.endsWith(`:${local}`) && !name.startsWith('w:'));
}

function paragraphsIn(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (isNamed(child, 'p') ? [child] : paragraphsIn(child)));
}

function piecesOf(part: XmlPart, paragraph: XmlElement, compile: Compile): readonly Piece[] {
  const runs = elementsOf(paragraph).flatMap((run) => runOf(part, run));
  const whole = runs.map(({ text }) => text).join('');
  if (!mayHoldTag(whole)) return [];
  return groupsOf(runs, whole).map((group) => {
    return { runs: group, text: compile(group.map(({ text }) => text).join('')) };
  });
}

function runOf(part: XmlPart, run: XmlElement): readonly Run[] {
  const element = isNamed(run, 'r') ? elementsOf(run).find((child) => isNamed(child, 't')) : undefined;
  if (!element) return [];
  return [{ run, element, text: element.children.map((node) => unescapeXml(sourceOf(part, node))).join('') }];
}

/** Runs that tags join; with a block all from the first tag to the last. */
function groupsOf(runs: readonly Run[], whole: string): readonly (readonly Run[])[] {
  const tags = findTags(whole);
  const hasBlock = tags.some(({ text }) => /^[{｛]{2}[~\s]*[#/^＃／]/u.test(text));
  const spans = hasBlock ? [{ start: tags[0]?.start ?? 0, end: tags[tags.length - 1]?.end ?? 0 }] : tags;
  const groups: Run[][] = [];
  let at = 0;
  let open = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    const touched = spans.filter((span) => span.start < end && span.end > at);
    const last = groups[groups.length - 1];
    if (touched.length > 0 && last && at < open) last.push(run);
    else if (touched.length > 0) groups.push([run]);
    open = touched.reduce((most, span) => Math.max(most, span.end), open);
    at = end;
  }
  return groups;
}

/** The text goes into the first run; a line break parts runs. */
function editsOf(part: XmlPart, { runs, text }: Piece, frame: Frame | null): readonly TextEdit[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const lines = legalXml(frame === null ? '' : text.fill(frame).text).split(/\r?\n/u);
  const properties = elementsOf(first.run).find((child) => isNamed(child, 'rPr'));
  const prefix = first.run.name.replace(/r$/u, '');
  const look = properties ? sourceOf(part, properties) : '';
  const between = `</${prefix}t></${prefix}r><${prefix}br>${look}</${prefix}br><${prefix}r>${look}<${prefix}t>`;
  const shown = lines.map(escapeXml).join(between);
  return [
    { start: first.element.start, end: first.element.end, text: `<${prefix}t>${shown}</${prefix}t>` },
    ...rest.map(({ element: { start, end } }) => ({ start, end, text: `<${prefix}t></${prefix}t>` })),
  ];
}

/** The part without the texts of its paragraphs, for whoever looks for tags anywhere else. */
export function withoutTexts(part: XmlPart): string {
  const texts = paragraphsIn(part.root).flatMap((paragraph) =>
    elementsOf(paragraph).flatMap((run) => runOf(part, run)),
  );
  return withEdits(
    part.source,
    texts.map(({ element: { start, end } }) => ({ start, end, text: '' })),
  );
}

/** The first element of that name without its prefix, in reading order. */
export function findNamed(root: XmlElement, local: string): XmlElement | null {
  if (isNamed(root, local)) return root;
  for (const child of elementsOf(root)) {
    const found = findNamed(child, local);
    if (found) return found;
  }
  return null;
}

/** All children of that name without its prefix. */
export function childrenNamed(element: XmlElement, local: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => isNamed(child, local));
}
