/** Puts down the pieces of a paragraph that holds tags or text boxes. */
import { applyBlock, beginParagraph, endParagraph, noteFields, unbound, type Build } from './build';
import type { PlacedTag } from '../parts/part-tags';
import type { Paragraph, Token } from '../parts/read-paragraph';
import { closeTag, openTag, sourceOf, type XmlElement, type XmlNode } from '../package/read-xml';

/** Where a paragraph's pieces are being put down, and which tag comes next. */
interface Cursor {
  readonly paragraph: Paragraph;
  at: number;
  next: number;
  readonly tags: readonly number[];
  readonly strips: readonly Strip[];
  /** The first strip that ends behind `at`: both only go on. */
  strip: number;
}

/** Characters that are not printed: tags, and white space taken away by `~`. */
interface Strip {
  readonly start: number;
  readonly end: number;
}

/** Puts down a paragraph piece by piece: text between the tags, tags where they begin. */
export function emitTokens(build: Build, paragraph: Paragraph): void {
  const tags = build.plan.tags.byParagraph.get(paragraph.element) ?? [];
  const placed = tags.flatMap((number) => build.plan.tags.tags[number] ?? []);
  const strips = placed.map((tag) => stripOf(tag, paragraph.text));
  const cursor: Cursor = { paragraph, at: 0, next: 0, tags, strips, strip: 0 };
  for (const token of paragraph.tokens) {
    const end = cursor.at + token.shown.length;
    emitToken(build, token, cursor);
    cursor.at = end;
  }
  build.out.closeRun();
}

function stripOf({ tag, start, end }: PlacedTag, text: string): Strip {
  return {
    start: tag.stripBefore ? text.slice(0, start).trimEnd().length : start,
    end: tag.stripAfter ? text.length - text.slice(end).trimStart().length : end,
  };
}

function emitToken(build: Build, token: Token, cursor: Cursor): void {
  const { out, plan } = build;
  switch (token.kind) {
    case 'text':
      emitText(build, token.run, { text: token.shown, cursor });
      break;
    case 'object':
      if (token.shown !== '' && inside(cursor, cursor.at)) break;
      emitObject(build, token.run, token.node, token.shown);
      break;
    case 'markup':
      if (token.node.kind === 'element') out.markup(sourceOf(plan.xml, token.node));
      break;
    case 'open':
    case 'close':
      out.markup(token.wrapper.name === 'w:sdt' ? unbound(token.xml) : token.xml);
  }
}

function inside(cursor: Cursor, at: number): boolean {
  const strip = firstStrip(cursor, at);
  return strip !== undefined && at >= strip.start;
}

/** The first strip that ends behind that place; places are asked for in their order. */
function firstStrip(cursor: Cursor, at: number): Strip | undefined {
  for (let strip = cursor.strips[cursor.strip]; strip !== undefined && strip.end <= at;) {
    cursor.strip += 1;
    strip = cursor.strips[cursor.strip];
  }
  return cursor.strips[cursor.strip];
}

/** Text between the tags is printed; a tag acts in the run where it begins. */
function emitText(
  build: Build,
  run: XmlElement,
  { text, cursor }: { readonly text: string; readonly cursor: Cursor },
): void {
  const { tags } = build.plan.tags;
  const from = cursor.at;
  const until = from + text.length;
  let at = from;
  for (;;) {
    const number = cursor.tags[cursor.next];
    const tag = number === undefined ? undefined : tags[number];
    const stop = tag ? Math.min(tag.start, until) : until;
    build.out.text(run, visible(text.slice(at - from, stop - from), at, cursor));
    if (number === undefined || !tag || tag.start >= until) return;
    applyTag(build, number, { run, paragraph: cursor.paragraph });
    cursor.next++;
    at = Math.min(tag.end, until);
  }
}

/** The text without what lies in strips; `at` is where it begins. */
function visible(text: string, at: number, cursor: Cursor): string {
  const until = at + text.length;
  let strip = firstStrip(cursor, at);
  if (strip === undefined || strip.start >= until) return text;
  let shown = '';
  let from = at;
  for (let next = cursor.strip; strip !== undefined && strip.start < until; next += 1, strip = cursor.strips[next]) {
    if (strip.start > from) shown += text.slice(from - at, strip.start - at);
    from = Math.max(from, strip.end);
  }
  return from < until ? shown + text.slice(from - at) : shown;
}

function applyTag(
  build: Build,
  number: number,
  { run, paragraph }: { readonly run: XmlElement; readonly paragraph: Paragraph },
): void {
  const action = build.plan.compiled.actions[number];
  if (!action || build.plan.placement.lifted.has(number)) return;
  if (action.kind === 'print') build.out.value(run, action.step, action.own);
  else if (build.plan.placement.splits.has(number)) {
    endParagraph(build);
    applyBlock(build, number);
    beginParagraph(build, paragraph, true);
  } else applyBlock(build, number);
}

/** Text boxes inside drawings are filled like any other container. */
function emitObject(build: Build, run: XmlElement, node: XmlElement, shown: string): void {
  const { out, plan } = build;
  if (!plan.tags.holders.has(node)) {
    noteFields(build, sourceOf(plan.xml, node));
    out.object(run, sourceOf(plan.xml, node), shown);
    return;
  }
  out.object(run, openTag(plan.xml, node), shown);
  emitInside(build, node.children);
  out.raw(closeTag(plan.xml, node));
}

/** Within a run everything is put down raw until the boxes are reached. */
function emitInside(build: Build, nodes: readonly XmlNode[]): void {
  const { out, plan } = build;
  for (const node of nodes) {
    if (node.kind === 'element' && plan.tags.duplicates.has(node)) continue;
    if (node.kind === 'text' || !plan.tags.holders.has(node)) out.raw(sourceOf(plan.xml, node));
    else if (node.name === 'w:txbxContent') emitBox(build, node);
    else {
      out.raw(openTag(plan.xml, node));
      emitInside(build, node.children);
      out.raw(closeTag(plan.xml, node));
    }
  }
}

function emitBox(build: Build, box: XmlElement): void {
  build.out.suspendRun(() => {
    build.emit(box);
  });
}
