/** What is at hand while a part is being built. */
import type { Problem } from '../../../core/base/problem';
import { tagProblem } from '../../language/tag';
import type { Emitter } from '../writing/emitter';
import type { EmptyTables } from './empty-tables';
import type { FieldSpans } from '../parts/field-spans';
import type { ListNumbers } from '../parts/list-numbers';
import type { ListRestarts } from './list-restarts';
import type { PartPlan } from './part-plan';
import type { PlacedPiece } from '../placed/placed-unit';
import type { Scope } from '../../language/scope';
import type { PartWriter } from '../writing/part-writer';
import type { NoteKind, PrintNote } from '../writing/repeated-marks';
import type { RoundIds } from '../writing/round-ids';
import type { ListItem, Paragraph } from '../parts/read-paragraph';
import { withProperties } from '../package/properties';
import { childOf, openTag, sourceOf, type XmlElement, type XmlPart } from '../package/read-xml';

/** What a part is built with. */
export interface BuildMeans {
  readonly writer: PartWriter;
  readonly lists: ListNumbers;
  readonly ids: RoundIds;
  /** Of the part, as loops are named by. */
  readonly path: string;
  /** The notes that loops write; null within a note. */
  readonly notes: NoteSource | null;
  /** What of the part is filled though it is no text; null where there is nothing of the kind. */
  readonly placed: PlacedSource | null;
}

interface PlacedSource {
  readonly pieces: (xml: string, scope: Scope, writer: PartWriter) => readonly (string | PlacedPiece)[];
}

/** Compiles the notes of loops, and keeps what is written of them. */
interface NoteSource {
  readonly compile: (kind: NoteKind, id: string, scope: Scope) => PrintNote | null;
  readonly writer: (path: string) => PartWriter | null;
}

export interface Build {
  readonly plan: PartPlan;
  readonly writer: PartWriter;
  readonly out: Emitter;
  readonly owner: ReadonlyMap<number, number>;
  readonly problems: Problem[];
  readonly fields: FieldSpans;
  readonly lists: ListNumbers;
  /** Of marks that each round has of its own; null where the part has none. */
  readonly ids: RoundIds | null;
  readonly restarts: ListRestarts;
  /** What is printed only when a table has rows. */
  readonly guards: EmptyTables['guards'];
  /** Emits a block-level element, whatever it is. */
  readonly emit: (element: XmlElement) => void;
}

/** Puts down a block tag; crossing blocks are a problem. */
export function applyBlock(build: Build, number: number): void {
  const action = build.plan.compiled.actions[number];
  const placed = build.plan.tags.tags[number];
  if (!action || !placed) return;
  if (build.out.block(action, build.owner.get(number) ?? -1)) {
    beginRound(build, number, action.kind === 'open' && action.loop);
    return;
  }
  const reason = `标签“${placed.tag.text}”与另一个块交叉在一起`;
  build.problems.push(tagProblem(placed.tag, 'block-crossing', reason, '请先结束里面的块，再结束外面的块'));
}

function beginRound({ restarts, lists, ids, out }: Build, number: number, loop: boolean): void {
  const begun = restarts.byLoop.get(number) ?? [];
  if (begun.length === 0 && (ids === null || !loop)) return;
  const name = out.loop;
  out.event('', () => {
    ids?.begin(name);
    for (const list of begun) lists.begin(list);
  });
}

/** Begins a paragraph of the template; `again`: what follows a tag that parts it. */
export function beginParagraph(build: Build, paragraph: Paragraph, again = false): void {
  const { element, styledHeading, endsSection, item } = paragraph;
  const { out, writer, plan, lists } = build;
  const tagged = plan.tags.byParagraph.has(element);
  const stays = !tagged || endsSection;
  const close = paragraphClose(element);
  const list = build.restarts.lists.get(element);
  const own = paragraphOpen(plan.xml, element);
  const written = list === undefined || item === null ? own : listedBySelf(own, item);
  const begin = tagged ? accepted(written) : written;
  out.event(again ? out.ranges.clean(begin) : begin, (xml) => {
    const open = list === undefined ? xml : lists.renumbered(xml, list);
    writer.beginParagraph({ open, close, styledHeading, stays });
  });
  out.vanishing = stays ? '' : String(element.start);
}

/** An item of a list by its style becomes one by itself, so that its list can be another one; it looks the same. */
function listedBySelf(open: string, { list, level, indent }: ListItem): string {
  if (/<w:numId\s/u.test(open)) return open;
  const head = /^<w:p(?:\s[^<>]*)?>/u.exec(open)?.[0] ?? '';
  const numPr = `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${list}"/></w:numPr>`;
  return head + withProperties('w:pPr', open.slice(head.length), { numPr, ...(indent !== '' && { ind: indent }) });
}

export function endParagraph({ out, writer }: Build): void {
  out.event('', () => {
    writer.endParagraph();
  });
  out.vanishing = '';
}

/** The start tag and the properties, wherever they stand. */
export function paragraphOpen(part: XmlPart, element: XmlElement): string {
  const properties = childOf(element, 'w:pPr');
  if (element.inner === element.end) return openTag(part, element).replace(/(?<!\s)\s*\/>$/u, '>');
  return openTag(part, element) + (properties ? sourceOf(part, properties) : '');
}

/** Made anew for each paragraph of the template: with a constant text V8 takes a seventh longer for a table of a thousand rows. */
export function paragraphClose({ name }: XmlElement): string {
  return `</${name}>`;
}

/** Paragraph and row marks that tracked changes put in are taken as they would be after accepting them. */
export function accepted(properties: string): string {
  return properties.replace(/<w:ins\b[^<>]*?(?:\/>|><\/w:ins>)/gu, '');
}

/** Notes the field marks in XML that is put down here; a block that holds only half of a field is a problem. */
export function noteFields(build: Build, xml: string): void {
  if (!xml.includes('fldChar')) return;
  const cut = build.fields.note(xml, build.out.path);
  const placed = cut === null ? undefined : build.plan.tags.tags[cut];
  if (!placed) return;
  const reason = `标签“${placed.tag.text}”的块只包住了域（目录、页码、引用等）的一半`;
  build.problems.push(tagProblem(placed.tag, 'block-cuts-field', reason, '请把整个域放进块里，或者放到块外面'));
}

/**
 * The properties of a content control without its tie to data kept elsewhere, and no longer shown as a prompt: a program
 * that opens the document would print those data instead of what was filled in.
 */
export function unbound(xml: string): string {
  return xml.replace(/<(w:dataBinding|w15:dataBinding|w:showingPlcHdr)\b[^<>]*?(?:\/>|>\s*<\/\1>)/gu, '');
}
