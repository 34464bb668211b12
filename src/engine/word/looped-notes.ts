/**
 * Footnotes, endnotes and comments that stand in loops: each round has its own, and its text may name what the round is about.
 * They are compiled where they are referred to, and written when that place is.
 */
import type { Problem } from '../../core/base/problem';
import { compileTags } from '../language/compile-tags';
import type { Dictionary } from '../language/model';
import type { Step } from '../language/run';
import type { Scope } from '../language/scope';
import { inReadingOrder } from '../language/tag';
import type { FillOptions } from './fill-options';
import type { Package, PartFile } from './package/open-package';
import { attribute, elementsOf, type XmlElement } from './package/read-xml';
import { findPartTags } from './parts/part-tags';
import { buildPart } from './placing/build-part';
import type { BuildMeans } from './placing/build';
import { placeBlocks } from './placing/place-blocks';
import type { PartWriter } from './writing/part-writer';
import type { NoteKind, PrintNote } from './writing/repeated-marks';

const labels: Readonly<Record<NoteKind, string>> = { footnote: '脚注', endnote: '尾注', comment: '批注' };

export interface NoteMeans {
  readonly opened: Package;
  readonly options: FillOptions;
  readonly dictionary: Dictionary;
  readonly build: (part: PartFile, writer: PartWriter) => BuildMeans;
  readonly newWriter: (part: PartFile) => PartWriter;
}

/** The notes of one part, and what has been written of them. */
interface NotePart {
  readonly file: PartFile;
  readonly writer: PartWriter;
  readonly elements: ReadonlyMap<string, XmlElement>;
  /** Those that are written by the loops they stand in. */
  readonly taken: Set<XmlElement>;
  readonly used: Set<string>;
  last: number;
}

export class LoopedNotes {
  readonly problems: Problem[] = [];
  private readonly means: NoteMeans;
  private readonly parts = new Map<NoteKind, NotePart | null>();

  constructor(means: NoteMeans) {
    this.means = means;
  }

  /** No part holds a note that a loop may write. */
  get isUntouched(): boolean {
    return [...this.parts.values()].every((part) => part === null);
  }

  /** The elements of a part that its own filling leaves out. */
  taken(path: string): ReadonlySet<XmlElement> {
    return this.partAt(path)?.taken ?? new Set();
  }

  /** The writer whose notes are put at the end of a part; null where no note of it stands in a loop. */
  writer(path: string): PartWriter | null {
    const part = this.partAt(path);
    return part && part.taken.size > 0 ? part.writer : null;
  }

  /** Compiles a note in the scope of its place; null where there is none of that id. */
  compile(kind: NoteKind, id: string, scope: Scope): PrintNote | null {
    const part = this.part(kind);
    const element = part?.elements.get(id);
    if (!part || !element) return null;
    part.taken.add(element);
    const step = this.build(part, element, scope);
    return (frame, wished) => {
      const number = wished ?? freshId(part, id);
      const run = { ...frame.run, output: part.writer };
      frame.run.output.onVanishing?.(part.writer.bookmark());
      part.writer.noteId = number;
      step({ ...frame, run });
      part.writer.noteId = null;
      frame.run.steps = run.steps;
      frame.run.stopped = run.stopped;
      return number;
    };
  }

  private build({ file, writer }: NotePart, element: XmlElement, scope: Scope): Step {
    const { opened, options, dictionary, build } = this.means;
    const { services, optionalFields, used } = options;
    const tags = findPartTags(file, opened.styles, { file: options.name, root: element });
    const plain = tags.tags.map(({ tag }) => tag);
    const compiled = compileTags(plain, dictionary, { services, optionalFields, used, within: scope });
    const placement = placeBlocks(tags, compiled.blocks);
    const checked = [...tags.problems, ...compiled.problems, ...placement.problems];
    const plan = { xml: file.xml, tags, compiled, placement };
    const built = checked.length > 0 ? null : buildPart(plan, build(file, writer), element);
    this.problems.push(...inReadingOrder([...checked, ...(built?.problems ?? [])], plain));
    return built?.step ?? (() => undefined);
  }

  private partAt(path: string): NotePart | null {
    return [...this.parts.values()].find((part) => part?.file.path === path) ?? null;
  }

  private part(kind: NoteKind): NotePart | null {
    const known = this.parts.get(kind);
    if (known !== undefined) return known;
    const file = this.means.opened.parts.find(({ label }) => label === labels[kind]);
    const part = file ? notePart(file, kind, this.means.newWriter(file)) : null;
    this.parts.set(kind, part);
    return part;
  }
}

function notePart(file: PartFile, kind: NoteKind, writer: PartWriter): NotePart {
  const notes = elementsOf(file.xml.root).filter(({ name }) => name === `w:${kind}`);
  const elements = new Map(notes.map((note) => [attribute(file.xml, note, 'w:id') ?? '', note]));
  const last = [...elements.keys()].reduce((most, id) => Math.max(most, Number(id) || 0), 0);
  return { file, writer, elements, taken: new Set(), used: new Set(), last };
}

/** The first keeps the id of the template. */
function freshId(part: NotePart, id: string): string {
  const fresh = part.used.has(id) ? String(++part.last) : id;
  part.used.add(id);
  return fresh;
}
