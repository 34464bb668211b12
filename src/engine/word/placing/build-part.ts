/** Turns a part with its placed tags into one step that writes the filled part. */
import type { Problem } from '../../../core/base/problem';
import { owners } from '../../language/assemble';
import type { Step } from '../../language/run';
import type { Scope } from '../../language/scope';
import {
  accepted,
  applyBlock,
  beginParagraph,
  endParagraph,
  noteFields,
  paragraphClose,
  paragraphOpen,
  unbound,
  type Build,
  type BuildMeans,
} from './build';
import type { PartPlan } from './part-plan';
import { emitTokens } from './build-tokens';
import { findEmptyTables } from './empty-tables';
import { Emitter, type EmitterMeans } from '../writing/emitter';
import { FieldSpans } from '../parts/field-spans';
import { findListRestarts } from './list-restarts';
import { dropEmptyControls, mendRanges, mendRepeated } from '../parts/range-marks';
import type { Paragraph } from '../parts/read-paragraph';
import { mendMerges } from '../writing/mend-merges';
import { columnSign, columnsSign, widenTables } from '../writing/table-columns';
import { childOf, closeTag, elementsOf, openTag, sourceOf, type XmlElement } from '../package/read-xml';

export interface BuiltPart {
  readonly step: Step;
  readonly problems: readonly Problem[];
  /** Mends what filling may have left in halves; null when nothing can be. */
  readonly mend: ((xml: string) => string) | null;
}

/** `only`: a note of the part, which may be written any number of times; else all of it. */
export function buildPart(plan: PartPlan, means: BuildMeans, only: XmlElement | null = null): BuiltPart {
  const { writer, lists } = means;
  const emitting = emitterMeans(plan, means, only);
  const out = new Emitter(plan.xml, writer, emitting);
  const owner = owners(plan.compiled.blocks);
  const { guards, problems } = findEmptyTables(plan, owner);
  const build: Build = {
    plan,
    writer,
    out,
    owner,
    problems: [...problems],
    guards,
    fields: new FieldSpans(),
    lists,
    ids: emitting.marked ? means.ids : null,
    restarts: findListRestarts(plan, lists),
    emit: (element) => {
      emit(build, element);
    },
  };
  const { root, source } = plan.xml;
  if (only !== null) {
    const { loop } = out;
    // Each time a note is written is a round of its own.
    out.event('', () => build.ids?.begin(loop));
    emit(build, only);
  } else {
    out.markup(source.slice(0, root.start));
    emitRoot(build, root, means);
    out.markup(source.slice(root.end));
  }
  return { step: out.finish(), problems: build.problems, mend: mendingOf(build) };
}

/** What each round of a loop may have of its own. */
const roundMarks = /:(?:bookmarkStart|commentR|footnoteReference|endnoteReference|sdt[\s>])/u;

function emitterMeans(plan: PartPlan, means: BuildMeans, only: XmlElement | null): EmitterMeans {
  const { ids, path, notes, writer, placed } = means;
  const { scopes, blocks, root } = plan.compiled;
  const scopeAt = ({ branch }: Pick<Emitter, 'branch'>): Scope => {
    const block = branch && blocks.find(({ open }) => open === branch.block);
    const tag = branch && (branch.number === 0 ? branch.block : block?.elses[branch.number - 1]);
    return scopes.get(tag ?? -1) ?? root;
  };
  return {
    ids,
    path: only ? `${path}#${String(only.start)}` : path,
    marked: plan.tags.tags.length + Number(only !== null) > 0 && roundMarks.test(plan.xml.source),
    repeated: only !== null,
    note: (kind, id, at) => notes?.compile(kind, id, scopeAt(at)) ?? null,
    placed: placed && ((xml, at) => placed.pieces(xml, scopeAt(at), writer)),
  };
}

/** Notes of loops that were written meanwhile come after those of the part. */
function emitRoot(build: Build, root: XmlElement, { notes, path }: BuildMeans): void {
  const { out, writer, plan } = build;
  const looped = notes?.writer(path) ?? null;
  if (looped === null) {
    emit(build, root);
    return;
  }
  out.markup(openTag(plan.xml, root));
  emitChildren(build, root, root.inner);
  out.event('', () => {
    writer.append(looped);
  });
  out.markup(closeTag(plan.xml, root));
}

function mendingOf({ out, plan, ids }: Build): BuiltPart['mend'] {
  const loose = out.ranges.loose();
  // Many tags may stand in one paragraph.
  const paragraphs = new Set(plan.tags.tags.map(({ paragraph }) => paragraph));
  const controls = [...paragraphs].some(({ element, tokens }) => {
    return inControl(element) || tokens.some((token) => token.kind === 'open' && inControl(token.wrapper));
  });
  const merges = plan.xml.source.includes('vMerge') && [...plan.placement.hooks.keys()].some(isRow);
  const columns = plan.placement.columns.size > 0;
  if (loose.length === 0 && !controls && !merges && !columns && ids === null) return null;
  return (xml) => {
    const whole = mendRanges(controls ? dropEmptyControls(xml) : xml, loose);
    const paired = ids ? mendRepeated(whole, ids.given) : whole;
    const merged = merges ? mendMerges(paired) : paired;
    return columns ? widenTables(merged) : merged;
  };
}

function isRow({ name }: XmlElement): boolean {
  return name === 'w:tr';
}

function inControl(element: XmlElement): boolean {
  return element.name === 'w:sdt' || (element.parent !== null && inControl(element.parent));
}

/** An element with the block tags that act before and after it. */
function emit(build: Build, element: XmlElement): void {
  const { hooks, dropped, columns } = build.plan.placement;
  const mine = hooks.get(element);
  const column = columns.get(element);
  if (column !== undefined) build.out.markup(columnsSign(column));
  for (const tag of mine?.before ?? []) applyBlock(build, tag);
  if (!dropped.has(element)) emitGuarded(build, element);
  else if (element.name === 'w:p') emitDropped(build, element);
  for (const tag of mine?.after ?? []) applyBlock(build, tag);
}

/** What goes with an empty table stands in a block of our own; its number is none of a tag's. */
function emitGuarded(build: Build, element: XmlElement): void {
  const head = build.guards.get(element);
  const block = -1 - element.start;
  if (head) build.out.block({ kind: 'open', head, loop: false }, block);
  emitElement(build, element);
  if (head) build.out.block({ kind: 'close' }, block);
}

function emitElement(build: Build, element: XmlElement): void {
  const { out, plan } = build;
  if (plan.tags.duplicates.has(element) || plan.tags.left.has(element)) return;
  if (element.name === 'w:p') {
    emitParagraph(build, element);
    return;
  }
  if (!plan.tags.holders.has(element)) {
    if (element.name === 'w:sectPr' && element.parent?.name === 'w:body') {
      out.event('', () => {
        build.writer.endBody();
      });
    }
    const xml = sourceOf(plan.xml, element);
    out.markup(element.name === 'w:sdtPr' && holdsTags(build, element.parent) ? unbound(xml) : xml);
    return;
  }
  if (isStructure(element.name)) emitStructure(build, element, structures[element.name]);
  else {
    out.markup(openTag(plan.xml, element));
    emitChildren(build, element, element.inner);
    out.markup(closeTag(plan.xml, element));
  }
}

function holdsTags({ plan }: Build, element: XmlElement | null): boolean {
  const { start, end } = element ?? { start: 0, end: 0 };
  return plan.tags.tags.some(({ paragraph }) => start < paragraph.element.start && paragraph.element.end < end);
}

function emitStructure(
  build: Build,
  element: XmlElement,
  [begin, end]: (typeof structures)[keyof typeof structures],
): void {
  const { out, writer, plan } = build;
  const head = headEnd(element);
  const properties = plan.xml.source.slice(element.start, head);
  const tracked = properties.includes(':ins') && holdsTags(build, element);
  const joined = element.name === 'w:tbl' && followsTable(build, element);
  const column = plan.placement.columns.get(element);
  const opening = tracked ? accepted(properties) : properties;
  out.event(column === undefined ? opening : opening + columnSign(column), (xml) => {
    writer[begin](xml, joined);
  });
  emitChildren(build, element, head);
  out.event(closeTag(plan.xml, element), (xml) => {
    writer[end](xml);
  });
}

/** Whether the template itself has two tables without anything between them, neither of them in a block of its own. */
function followsTable({ plan }: Build, table: XmlElement): boolean {
  const siblings = elementsOf(table.parent ?? table).filter(({ name }) => !/^w:(?:bookmark|proofErr)/u.test(name));
  const before = siblings[siblings.indexOf(table) - 1];
  const { hooks } = plan.placement;
  return before?.name === 'w:tbl' && !hooks.has(before) && !hooks.has(table);
}

/** What the writer must know of: tables, rows, cells and everything that has to end with a paragraph. */
const structures = {
  'w:tbl': ['beginTable', 'endTable'],
  'w:tr': ['beginRow', 'endRow'],
  'w:tc': ['beginCell', 'endCell'],
  'w:txbxContent': ['beginBox', 'endBox'],
  'w:hdr': ['beginContainer', 'endNote'],
  'w:ftr': ['beginContainer', 'endNote'],
  'w:footnote': ['beginContainer', 'endNote'],
  'w:endnote': ['beginContainer', 'endNote'],
  'w:comment': ['beginContainer', 'endNote'],
} as const;

function isStructure(name: string): name is keyof typeof structures {
  return Object.prototype.hasOwnProperty.call(structures, name);
}

/** The start tag and the properties that follow it: what the writer puts down when the element begins. */
function headEnd(element: XmlElement): number {
  let end = element.inner;
  for (const child of element.children) {
    if (child.kind === 'element' && !/^w:(?:tblPr|tblPrEx|tblGrid|trPr|tcPr)$/u.test(child.name)) break;
    end = child.end;
  }
  return end;
}

function emitChildren(build: Build, element: XmlElement, from: number): void {
  for (const child of element.children) {
    if (child.start < from) continue;
    if (child.kind === 'element') emit(build, child);
    else build.out.markup(sourceOf(build.plan.xml, child));
  }
}

function emitDropped(build: Build, element: XmlElement): void {
  const { writer, plan } = build;
  build.out.event(paragraphOpen(plan.xml, element), (open) => {
    writer.dropParagraph({ open, close: paragraphClose(element) });
  });
}

function emitParagraph(build: Build, element: XmlElement): void {
  const { plan } = build;
  const paragraph = plan.tags.paragraphs.get(element);
  if (!paragraph) return;
  beginParagraph(build, paragraph);
  const { byParagraph, holders } = plan.tags;
  // A tag that is struck out or was moved away goes with what was struck out.
  const holdsGone = openSigns.test(sourceOf(plan.xml, element));
  if (holdsGone || byParagraph.has(element) || holders.has(element)) emitTokens(build, paragraph);
  else emitUntouched(build, paragraph);
  endParagraph(build);
}

const openSigns = /[{｛]{2}/u;

/** A paragraph without tags is copied as it is written, tracked changes included. */
function emitUntouched(build: Build, { element, text }: Paragraph): void {
  const { source } = build.plan.xml;
  const { start, end } = childOf(element, 'w:pPr') ?? { start: element.inner, end: element.inner };
  // Some programs put the properties behind the text.
  const xml = source.slice(element.inner, start) + source.slice(end, element.innerEnd);
  noteFields(build, xml);
  build.out.literal(xml, text);
}
