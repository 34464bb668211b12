/** Makes a copy of a template with its mistakes as comments at their tags. */
import { problemText, type Problem } from '../../core/base/problem';
import type { Dictionary } from '../language/model';
import { inspectTemplate } from './fill-document';
import type { FillOptions, InspectedPart } from './fill-options';
import { attribute, childOf, elementsOf, readXml, type XmlElement, type XmlPart } from './package/read-xml';
import type { PlacedTag } from './parts/part-tags';
import { PackageEdits } from './package/package-edits';
import { writeZip } from './package/write-zip';
import { escapeXml, legalXml } from './package/xml-text';

/** The copy; `bytes` null when the file cannot be opened, or nothing is wrong with it. */
export interface Annotated {
  readonly bytes: Uint8Array | null;
  /** False when the file is no template at all. */
  readonly isReadable: boolean;
  /** Its mistakes, and what it carries that no document may. */
  readonly problems: readonly Problem[];
}

const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

export function annotateTemplate(template: Uint8Array, dictionary: Dictionary, options: FillOptions): Annotated {
  const { opened, parts, problems, notices } = inspectTemplate(template, dictionary, options);
  const told = [...problems, ...notices];
  const [body] = parts;
  if (opened === null || body === undefined || problems.length === 0)
    return { bytes: null, isReadable: opened !== null, problems: told };
  const edits = new PackageEdits(opened.entries);
  const comments = openComments(edits, body.file.path);
  const notes = notesOf(body, problems);
  edits.write(body.file.path, withComments(body.file.xml, notes, comments.firstId));
  const added = notes.map((note, index) => commentXml(comments.firstId + index, note.problems));
  edits.write(comments.path, comments.xml.replace(/(?=<\/(?:\w+:)?comments\s*>\s*$)/u, added.join('')));
  return { bytes: writeZip(edits.finish()), isReadable: true, problems: told };
}

/** A stretch of the body and what is wrong there. */
interface Note {
  readonly start: number;
  readonly end: number;
  readonly problems: readonly Problem[];
}

/**
 * One note a tag of the body. Word shows no comments in headers, footers and text boxes: those mistakes stand at the first
 * paragraph or at the paragraph that holds the box, with their places in words.
 */
function notesOf({ file, tags }: InspectedPart, problems: readonly Problem[]): readonly Note[] {
  const byPlace = new Map(tags.tags.map((tag) => [tag.tag.place, tag]));
  const found = new Map<PlacedTag | null, Problem[]>();
  for (const problem of problems) {
    const tag = byPlace.get(problem.place) ?? null;
    found.set(tag, [...(found.get(tag) ?? []), problem]);
  }
  const first = firstParagraph(file.xml.root);
  return [...found]
    .flatMap(([tag, mine]) => {
      const at = tag ? stretchOf(tag) : first && insideParagraph(first);
      return at ? [{ ...at, problems: mine }] : [];
    })
    .sort((left, right) => left.start - right.start);
}

function firstParagraph(element: XmlElement): XmlElement | null {
  if (element.name === 'w:p' && element.inner < element.end) return element;
  for (const child of elementsOf(element)) {
    const found = firstParagraph(child);
    if (found) return found;
  }
  return null;
}

type Stretch = Pick<Note, 'start' | 'end'>;

/** From the run where the tag begins to the run where it ends. */
function stretchOf({ paragraph, start, end }: PlacedTag): Stretch {
  const outer = outermostParagraph(paragraph.element);
  if (outer !== paragraph.element) return insideParagraph(outer);
  const runs: XmlElement[] = [];
  let at = 0;
  for (const token of paragraph.tokens) {
    const next = at + token.shown.length;
    if ('run' in token && next > start && at < end) runs.push(token.run);
    at = next;
  }
  const [first] = runs;
  const last = runs[runs.length - 1];
  return first && last ? { start: first.start, end: last.end } : insideParagraph(outer);
}

function outermostParagraph(element: XmlElement): XmlElement {
  let outer = element;
  for (let at = element.parent; at; at = at.parent) if (at.name === 'w:p') outer = at;
  return outer;
}

function insideParagraph(paragraph: XmlElement): Stretch {
  const properties = childOf(paragraph, 'w:pPr');
  return { start: properties ? properties.end : paragraph.inner, end: paragraph.innerEnd };
}

/** The body with a mark at both ends of each stretch. */
function withComments({ source }: XmlPart, notes: readonly Note[], firstId: number): string {
  const marks = notes.flatMap(({ start, end }, index) => {
    const id = `w:id="${String(firstId + index)}"`;
    const begin = `<w:commentRangeStart ${id}/>`;
    const reference = `<w:commentRangeEnd ${id}/><w:r><w:commentReference ${id}/></w:r>`;
    if (start === end) return [{ at: start, last: false, xml: begin + reference }];
    return [
      { at: start, last: false, xml: begin },
      { at: end, last: true, xml: reference },
    ];
  });
  // Where one stretch ends and the next begins, the end comes first.
  marks.sort((left, right) => left.at - right.at || Number(right.last) - Number(left.last));
  let xml = '';
  let done = 0;
  for (const mark of marks) {
    xml += source.slice(done, mark.at) + mark.xml;
    done = mark.at;
  }
  return xml + source.slice(done);
}

interface Comments {
  readonly path: string;
  readonly xml: string;
  readonly firstId: number;
}

/** The comments people left in the template, or a new empty part for ours. */
function openComments(edits: PackageEdits, body: string): Comments {
  const path = edits.beside(body, 'comments');
  const known = edits.text(path);
  const part = known === null ? null : readXml(known);
  if (known !== null && part !== null && !('code' in part)) {
    const ids = elementsOf(part.root).map((comment) => Number(attribute(part, comment, 'w:id') ?? 0));
    const xml = known.replace(/<((?:\w+:)?comments)(\s[^<>]*)?\/>\s*$/u, '<$1$2></$1>');
    return { path, xml, firstId: Math.max(-1, ...ids) + 1 };
  }
  edits.relate(body, 'comments', 'comments.xml');
  edits.setType(path, commentsType);
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${space}"></w:comments>`;
  return { path, xml, firstId: 0 };
}

/** Braces kept apart by a word joiner: a comment left in the mended template must not be read as tags. */
function noTags(text: string): string {
  return text.replace(/[{｛}｝](?=[{｛}｝])/gu, '$&\u2060');
}

function commentXml(id: number, problems: readonly Problem[]): string {
  const paragraphs = problems.map((problem) => {
    const text = escapeXml(legalXml(noTags(problemText(problem))));
    return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  });
  return `<w:comment w:id="${String(id)}" w:author="模板检查" w:initials="检">${paragraphs.join('')}</w:comment>`;
}
