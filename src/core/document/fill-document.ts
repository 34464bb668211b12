/**
 * Fills a .docx template: open → find tags → compile and place them → write each part → pack. Nothing is written while a
 * single mistake stands, and all mistakes are told at once.
 */
import { strFromU8, strToU8 } from 'fflate';
import type { Problem } from '../base/problem';
import { compileTags } from '../template/compile-tags';
import type { Dictionary, ModelRecord } from '../template/model';
import { rootFrame, startRun, type Mark, type Step } from '../template/run';
import { stoppedProblem } from '../template/stopped-problem';
import { inReadingOrder } from '../template/tag';
import type { TraceEntry } from '../template/trace';
import { Bookmarks } from './bookmarks';
import { buildPart } from './build-part';
import { fillProperties, type FilledProperties } from './fill-properties';
import { mergeEqualCells } from './merge-equal-cells';
import { openPackage, type Package, type PartFile } from './open-package';
import { findPartTags } from './part-tags';
import { PartWriter, type Numbers } from './part-writer';
import { placeBlocks } from './place-blocks';
import { findStrayTags } from './stray-tags';
import type { ZipEntry } from './read-zip';
import { ValueRuns } from './value-runs';
import { packEntry, writeZip } from './write-zip';

export interface FillOptions {
  /** The template's file name, for the places of problems: `年度报告.docx`. */
  readonly name: string;
  /** Whether each figure of the body that knows its cells gets a bookmark. */
  readonly bookmarks?: boolean;
  /** Makes a gzip file of the bytes, where the platform has a faster one than the code brought along. */
  readonly gzip?: (bytes: Uint8Array) => Uint8Array;
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
  const properties = propertiesOf(prepared.opened, model, dictionary, options);
  const missing = [...filled, ...properties].flatMap((part) => part.problems);
  if (filled.some((part) => part.stopped)) {
    return { bytes: null, text: [], trace: [], problems: [...missing, stoppedProblem(options.name)] };
  }
  return {
    bytes: writeZip(packed(prepared.opened, filled, { properties, gzip: options.gzip })),
    text: filled.flatMap(labelled),
    trace: [...filled.flatMap((part) => part.marks.flatMap(traceEntry)), ...properties.flatMap((each) => each.trace)],
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
  readonly mend: ((xml: string) => string) | null;
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
  const properties = propertiesOf(opened, {}, dictionary, options).filter(({ refused }) => refused);
  const mistakes = [
    ...[...parts, ...properties].flatMap((part) => part.problems.filter(({ code }) => code !== 'value-missing')),
    ...findStrayTags(opened, options.name),
  ];
  return { prepared: mistakes.length > 0 ? null : { opened, parts }, problems: mistakes };
}

function propertiesOf(
  { entries }: Package,
  model: ModelRecord,
  dictionary: Dictionary,
  { name }: FillOptions,
): readonly FilledProperties[] {
  return entries.flatMap((entry) => fillProperties(entry, model, dictionary, name) ?? []);
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
  return { file, writer, step: built?.step ?? (() => undefined), mend: built?.mend ?? null, problems };
}

interface FilledPart {
  readonly file: PartFile;
  readonly bytes: Uint8Array;
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
  readonly problems: readonly Problem[];
  readonly stopped: boolean;
}

function fillPart({ file, writer, step, mend }: PreparedPart, model: ModelRecord): FilledPart {
  const run = startRun(writer);
  step(rootFrame(run, model));
  const { marks, problems, stopped } = run;
  return { file, bytes: bytesOf(writer, mend), lines: writer.lines, marks, problems, stopped };
}

function bytesOf({ bytes, values }: PartWriter, mend: PreparedPart['mend']): Uint8Array {
  if (!values.merges && mend === null) return bytes;
  const xml = strFromU8(bytes);
  const mended = mend?.(xml) ?? xml;
  return strToU8(values.merges ? mergeEqualCells(mended) : mended);
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
function packed(
  opened: Package,
  filled: readonly FilledPart[],
  { properties, gzip }: { readonly properties: readonly FilledProperties[]; readonly gzip: FillOptions['gzip'] },
): readonly ZipEntry[] {
  const byPath = new Map(filled.map((part) => [part.file.path, part.bytes]));
  const replaced = new Map(properties.map(({ entry }) => [entry.name, entry]));
  return opened.entries.map((entry) => {
    const bytes = byPath.get(entry.name);
    return bytes === undefined ? (replaced.get(entry.name) ?? entry) : packEntry(entry.name, bytes, gzip);
  });
}
