/**
 * Fills a .docx template: open → find tags → compile and place them → write each part → pack. Nothing is written while a
 * single mistake stands, and all mistakes are told at once.
 */
import { strToU8 } from 'fflate';
import type { Problem } from '../base/problem';
import { compileTags } from '../template/compile-tags';
import type { Dictionary, ModelRecord } from '../template/model';
import { rootFrame, startRun, type Mark, type Step } from '../template/run';
import { stoppedProblem } from '../template/stopped-problem';
import { inReadingOrder } from '../template/tag';
import type { TraceEntry } from '../template/trace';
import { Bookmarks } from './bookmarks';
import { buildPart } from './build-part';
import { mergeEqualCells } from './merge-equal-cells';
import { openPackage, type Package, type PartFile } from './open-package';
import { findPartTags } from './part-tags';
import { PartWriter, type Numbers } from './part-writer';
import { placeBlocks } from './place-blocks';
import { ValueRuns } from './value-runs';
import { packEntry, writeZip } from './write-zip';

export interface FillOptions {
  /** The template's file name, for the places of problems: `年度报告.docx`. */
  readonly name: string;
  /** Whether each figure of the body that knows its cells gets a bookmark. */
  readonly bookmarks?: boolean;
}

/** A filled document. */
export interface Filled {
  /** The .docx, or null when the template was refused. */
  readonly bytes: Uint8Array | null;
  /**
   * The printed text: one entry per paragraph of the body, the cells of a table row joined by ` | `; then headers and
   * footers, beginning with 页眉： or 页脚：, and notes.
   */
  readonly text: readonly string[];
  /** Every printed value. */
  readonly trace: readonly TraceEntry[];
  /** Why the template was refused, or which values are missing. */
  readonly problems: readonly Problem[];
}

/** Fills the template with the model; every tag must be in the dictionary. */
export function fillDocument(
  template: Uint8Array,
  model: ModelRecord,
  dictionary: Dictionary,
  options: FillOptions,
): Filled {
  const { prepared, problems } = prepare(template, dictionary, options);
  if (prepared === null) return { bytes: null, text: [], trace: [], problems };
  const filled = prepared.parts.map((part) => fillPart(part, model));
  const missing = filled.flatMap((part) => part.problems);
  if (filled.some((part) => part.stopped)) {
    return { bytes: null, text: [], trace: [], problems: [...missing, stoppedProblem(options.name)] };
  }
  return {
    bytes: pack(prepared.opened, filled),
    text: filled.flatMap(labelled),
    trace: filled.flatMap((part) => part.marks.flatMap(traceEntry)),
    problems: missing,
  };
}

/** All mistakes of a template, without filling it; empty when it can be filled. */
export function checkDocument(template: Uint8Array, dictionary: Dictionary, options: FillOptions): readonly Problem[] {
  return prepare(template, dictionary, options).problems;
}

interface PreparedPart {
  readonly file: PartFile;
  readonly writer: PartWriter;
  readonly step: Step;
}

interface Prepared {
  readonly opened: Package;
  readonly parts: readonly PreparedPart[];
}

interface Preparation {
  readonly prepared: Prepared | null;
  readonly problems: readonly Problem[];
}

function prepare(template: Uint8Array, dictionary: Dictionary, options: FillOptions): Preparation {
  const { opened, problems } = openPackage(template, options.name);
  if (opened === null) return { prepared: null, problems };
  const numbers: Numbers = { pictures: 0 };
  const parts = opened.parts.map((file) => preparePart(file, { opened, options, dictionary, numbers }));
  const mistakes = parts.flatMap((part) => part.problems);
  return { prepared: mistakes.length > 0 ? null : { opened, parts }, problems: mistakes };
}

interface Circumstances {
  readonly opened: Package;
  readonly options: FillOptions;
  readonly dictionary: Dictionary;
  readonly numbers: Numbers;
}

function preparePart(
  file: PartFile,
  { opened, options, dictionary, numbers }: Circumstances,
): PreparedPart & { readonly problems: readonly Problem[] } {
  const tags = findPartTags(file, opened.headingStyles, options.name);
  const plain = tags.tags.map(({ tag }) => tag);
  const compiled = compileTags(plain, dictionary);
  const placement = placeBlocks(tags, compiled.blocks);
  const bookmarks = options.bookmarks === true && file.label === '' ? new Bookmarks(file.xml.source) : null;
  const writer = new PartWriter(file.label, new ValueRuns(file.xml.prefix, bookmarks), numbers);
  const checked = [...tags.problems, ...compiled.problems, ...placement.problems];
  const built = checked.length > 0 ? null : buildPart({ xml: file.xml, tags, compiled, placement }, writer);
  const problems = inReadingOrder([...checked, ...(built?.problems ?? [])], plain);
  return { file, writer, step: built?.step ?? (() => undefined), problems };
}

interface FilledPart {
  readonly file: PartFile;
  readonly xml: string;
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
  readonly problems: readonly Problem[];
  readonly stopped: boolean;
}

function fillPart({ file, writer, step }: PreparedPart, model: ModelRecord): FilledPart {
  const run = startRun(writer);
  step(rootFrame(run, model));
  const { marks, problems, stopped } = run;
  return { file, xml: mergeEqualCells(writer.xml), lines: writer.lines, marks, problems, stopped };
}

function labelled({ file, lines }: FilledPart): readonly string[] {
  if (file.label === '') return lines;
  return lines.filter((line) => line !== '').map((line) => `${file.label}：${line}`);
}

/** What vanished with its paragraph was not printed. */
function traceEntry({ field, text, here, sources, bookmark }: Mark): readonly TraceEntry[] {
  return here.text === '' ? [] : [{ field, text, place: here.text, sources, bookmark }];
}

/** Parts that were not touched are copied as they are. */
function pack(opened: Package, filled: readonly FilledPart[]): Uint8Array {
  const byPath = new Map(filled.map((part) => [part.file.path, part.xml]));
  const entries = opened.entries.map((entry) => {
    const xml = byPath.get(entry.name);
    return xml === undefined ? entry : packEntry(entry.name, strToU8(xml));
  });
  return writeZip(entries);
}
