/** Parts of a document while they are filled, and packed once they are. */
import type { Problem } from '../../core/base/problem';
import type { ModelRecord } from '../language/model';
import { rootFrame, startRun, type Mark, type Step } from '../language/run';
import type { FillOptions } from './fill-options';
import { AlikePacker } from './package/alike-packer';
import type { Package, PartFile } from './package/open-package';
import type { PackageEdits } from './package/package-edits';
import type { ZipEntry } from './package/read-zip';
import type { AddedParts } from './package/utf8-buffer';
import { packEntry, type KnownHeads } from './package/write-zip';
import type { FilledProperties } from './writing/fill-properties';
import { finishPart } from './writing/finish-part';
import { lostDrawing } from './writing/missing-pictures';
import type { PartWriter } from './writing/part-writer';
import { underPrintedHeading } from './writing/printed-headings';

/** A part that is ready to be filled. */
export interface ReadyPart {
  readonly file: PartFile;
  readonly writer: PartWriter;
  readonly step: Step;
  readonly mend: ((xml: string) => string) | null;
  /** A header or footer without tags, which takes part in nothing that is filled. */
  readonly isPlain: boolean;
}

/** A part as it was written. */
export interface FilledPart {
  readonly file: PartFile;
  readonly bytes: Uint8Array;
  /** What the writer has written, of which these are the bytes where nothing was changed in them afterwards. */
  readonly added: AddedParts;
  readonly lines: readonly string[];
  /** Those without a place vanished with their paragraph. */
  readonly marks: readonly Mark[] | null;
  readonly problems: readonly Problem[];
  readonly stopped: boolean;
  readonly documents: readonly string[];
}

interface Filling {
  readonly model: ModelRecord;
  readonly options: FillOptions;
  readonly edits: PackageEdits;
}

/** Writes a part with the model. */
export function fillPart({ file, writer, step, mend }: ReadyPart, { model, options, edits }: Filling): FilledPart {
  const run = startRun(writer, options.trace === false ? null : []);
  step(rootFrame(run, model));
  const { marks, stopped } = run;
  const told = run.problems.map((problem) => underPrintedHeading(problem, model));
  const problems = [...told, ...writer.values.lost.map((each) => lostDrawing(options.name, each))];
  return {
    file,
    bytes: finishPart(writer, { path: file.path, mend, edits }),
    added: writer.added,
    lines: writer.lines,
    marks,
    problems,
    stopped,
    documents: writer.values.documents,
  };
}

/** One list of many: `concat` copies long lists at once, where `flatMap` takes each item in hand. */
export function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return ([] as readonly T[]).concat(...lists);
}

/** The marks that did not vanish with their paragraph; mostly all of them. */
export function placed({ marks }: FilledPart): readonly Mark[] {
  if (marks === null) return [];
  return marks.every(({ place }) => place !== '') ? marks : marks.filter(({ place }) => place !== '');
}

/** The printed text, with what the part is called where it is not the body. */
export function labelled({ file, lines }: FilledPart): readonly string[] {
  if (file.label === '') return lines;
  return lines.filter((line) => line !== '').map((line) => `${file.label}：${line}`);
}

interface Packing {
  readonly properties: readonly FilledProperties[];
  readonly options: Pick<FillOptions, 'gzip' | 'crc32'>;
  readonly before: PackedBefore | null;
}

/** What was filled and packed for the documents before. */
export class PackedBefore {
  readonly heads = new Map<string, KnownHeads>();
  private readonly plain = new WeakMap<ReadyPart, FilledPart>();
  /** By path. */
  private readonly entries = new Map<string, ZipEntry>();
  /** By path. */
  private readonly packers = new Map<string, AlikePacker>();

  /** A header without tags is the same in each document. */
  fill(part: ReadyPart, filling: Filling): FilledPart {
    if (!part.isPlain) return fillPart(part, filling);
    const last = this.plain.get(part);
    if (last !== undefined) return last;
    const filled = fillPart(part, filling);
    // What the writer holds is its own, and is written over.
    const kept = { ...filled, bytes: filled.bytes.slice(), lines: filled.lines.slice() };
    this.plain.set(part, kept);
    return kept;
  }

  pack(name: string, part: FilledPart, options: Packing['options']): ZipEntry {
    const isWriters = part.bytes === part.added.bytes;
    return isWriters && part.bytes.length > mostKept
      ? this.alike(name, part, options)
      : this.repeated(name, isWriters ? part.bytes.slice() : part.bytes, options);
  }

  /** A header with tags mostly says the same, too. */
  private repeated(name: string, bytes: Uint8Array, { gzip }: Packing['options']): ZipEntry {
    const last = this.entries.get(name);
    if (last !== undefined && isSame(last.bytes, bytes)) return last;
    const entry = packEntry(name, bytes, gzip);
    this.entries.set(name, entry);
    return entry;
  }

  private alike(name: string, { bytes, added }: FilledPart, { gzip, crc32 }: Packing['options']): ZipEntry {
    const packer = this.packers.get(name) ?? new AlikePacker();
    this.packers.set(name, packer);
    const packed = packer.pack(added, crc32);
    return packed ? { name, bytes, method: 8, ...packed } : packEntry(name, bytes, gzip);
  }
}

/** Parts that were not touched are copied as they are. */
export function packed(
  opened: Package,
  filled: readonly FilledPart[],
  { properties, options, before }: Packing,
): readonly ZipEntry[] {
  const byPath = new Map(filled.map((part) => [part.file.path, part]));
  const replaced = new Map(properties.map(({ entry }) => [entry.name, entry]));
  return opened.entries.map((entry) => {
    const { name } = entry;
    const part = byPath.get(name);
    if (part === undefined) return replaced.get(name) ?? entry;
    return before === null ? packEntry(name, part.bytes, options.gzip) : before.pack(name, part, options);
  });
}

/** Headers and footers are short; a body is another one each time. */
const mostKept = 4096;

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
