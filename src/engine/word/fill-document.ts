/**
 * Fills a .docx template: open → find tags → compile and place them → write each part → pack. Nothing is written while a
 * single mistake stands, and all mistakes are told at once.
 */
import type { Problem } from '../../core/base/problem';
import { compileTags } from '../language/compile-tags';
import type { Dictionary, ModelRecord } from '../language/model';
import { stoppedProblem } from '../language/stopped-problem';
import { inReadingOrder } from '../language/tag';
import type { TraceEntry } from '../language/trace';
import { Bookmarks } from './writing/bookmarks';
import { fillPart, joined, labelled, packed, placed, type PackedBefore, type ReadyPart } from './fill-part';
import { buildPart } from './placing/build-part';
import { renewParts } from './renew-parts';
import { fillProperties, type FilledProperties } from './writing/fill-properties';
import { ListNumbers } from './parts/list-numbers';
import { LoopedNotes } from './looped-notes';
import { SpotCounter } from './parts/spot';
import { RoundIds } from './writing/round-ids';
import { outgoingProblems } from './outgoing/check-outgoing';
import { openPackage, type Opening, type Package, type PartFile } from './package/open-package';
import { findPartTags } from './parts/part-tags';
import { PartWriter } from './writing/part-writer';
import { noTagsNotice } from './no-tags';
import { placeBlocks } from './placing/place-blocks';
import type { FillOptions, InspectedPart } from './fill-options';
import { Drawings } from './writing/drawings';
import { badLink, findMissingPictures } from './writing/missing-pictures';
import { misplacedDocuments, putDocuments } from './put-documents';
import { PlacedObjects } from './placed/placed-objects';
import { PlacedTexts } from './placed/placed-text';
import { PackageEdits } from './package/package-edits';
import { findStrayTags } from './writing/stray-tags';
import { ValueRuns, type Numbers } from './writing/value-runs';
import { writeZip } from './package/write-zip';

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
  return fillPrepared(
    prepare(openPackage(template, options.name), dictionary, options),
    { model, dictionary },
    options,
  );
}

/** What one document is filled with. */
interface Content {
  readonly model: ModelRecord;
  readonly dictionary: Dictionary;
}

/** `preparation` was made for the same dictionary and options; `before` holds what was packed for other documents of the template. */
export function fillPrepared(
  { prepared, problems, notices }: Preparation,
  { model, dictionary }: Content,
  options: FillOptions,
  before: PackedBefore | null = null,
): Filled {
  if (prepared === null) return { bytes: null, text: [], trace: [], problems };
  const { edits, numbers } = prepared;
  const filling = { model, options, edits };
  const written = prepared.parts.map((part) => before?.fill(part, filling) ?? fillPart(part, filling));
  const isWhole = !written.some((part) => part.stopped);
  if (isWhole) prepared.lists.save();
  const fill = (bytes: Uint8Array, own: FillOptions): Filled => fillDocument(bytes, model, dictionary, own);
  const put = putDocuments(isWhole ? written : [], { edits, numbers, options, fill });
  // A document that holds no tag is left as it is.
  const isStale = isWhole && prepared.parts.some(({ tags }) => tags.tags.length > 0);
  const filled = isStale ? renewParts(put.parts, edits, options.name) : written;
  const properties = propertiesOf(prepared.opened, model, dictionary, options);
  const missing = [...filled, ...properties].flatMap((part) => part.problems);
  if (filled.some((part) => part.stopped)) {
    return { bytes: null, text: [], trace: [], problems: [...notices, ...missing, stoppedProblem(options.name)] };
  }
  const byPath = new Map(filled.map(({ file, bytes }) => [file.path, bytes]));
  for (const each of prepared.objects) each.finish(byPath);
  const links = prepared.objects.flatMap((each) => each.badLinks.map((link) => badLink(options.name, link)));
  const packing = { properties, options, before };
  const entries = edits.finish(packed(prepared.opened, filled, packing));
  const stray = outgoingProblems(entries, prepared.opened, options.name);
  if (stray.length > 0) return { bytes: null, text: [], trace: [], problems: [...notices, ...missing, ...stray] };
  return {
    bytes: writeZip(entries, before?.heads),
    text: joined([...filled.map(labelled), put.notes]),
    trace: joined([...filled.map(placed), ...properties.map((each) => each.trace), put.trace]),
    problems: [...notices, ...missing, ...links, ...put.problems],
  };
}

/** All mistakes of a template, without filling it; empty when it can be filled. */
export function checkDocument(template: Uint8Array, dictionary: Dictionary, options: FillOptions): readonly Problem[] {
  return prepare(openPackage(template, options.name), dictionary, options).problems;
}

interface PreparedPart extends InspectedPart, ReadyPart {}

interface Prepared {
  readonly opened: Package;
  readonly parts: readonly PreparedPart[];
  readonly edits: PackageEdits;
  readonly lists: ListNumbers;
  readonly objects: readonly PlacedObjects[];
  readonly ids: RoundIds;
  readonly numbers: Numbers;
  readonly notes: LoopedNotes;
}

export interface Preparation extends Inspection {
  readonly prepared: Prepared | null;
}

/** A template opened and checked; `opened` null and no parts when that was not possible. */
export interface Inspection {
  readonly opened: Package | null;
  /** The body first. */
  readonly parts: readonly InspectedPart[];
  readonly problems: readonly Problem[];
  /** What the reader should know although the template can be filled. */
  readonly notices: readonly Problem[];
}

/** All mistakes of a template together with where its tags stand. */
export function inspectTemplate(template: Uint8Array, dictionary: Dictionary, options: FillOptions): Inspection {
  return prepare(openPackage(template, options.name), dictionary, options);
}

export function prepare({ opened, problems }: Opening, dictionary: Dictionary, options: FillOptions): Preparation {
  if (opened === null) return { prepared: null, opened, parts: [], problems, notices: [] };
  const numbers: Numbers = { pictures: 0 };
  const edits = new PackageEdits(opened.entries);
  const lists = new ListNumbers(edits, opened.parts[0]?.path ?? '');
  const ids = new RoundIds(opened.parts.map(({ xml }) => xml.source));
  const spots = new Map<string, SpotCounter>();
  const texts = new PlacedTexts(dictionary, options);
  const placed = new Map(opened.parts.map((file) => [file.path, new PlacedObjects(file, { texts, edits })]));
  const around = { opened, options, dictionary, numbers, edits, lists, ids, spots, placed };
  const notes = new LoopedNotes({
    ...around,
    newWriter: (part) => newWriter(part, around),
    build: ({ path }, writer) => ({ writer, lists, ids, path, notes: null, placed: placedIn(around, path) }),
  });
  const parts = opened.parts.map((file) => preparePart(file, { ...around, notes }));
  const properties = propertiesOf(opened, {}, dictionary, options);
  const refused = properties.filter((each) => each.refused);
  const objects = [...placed.values()];
  const strays = findStrayTags(opened, options.name, new Set(objects.flatMap((each) => each.paths())));
  const mistakes = [
    ...[...judged(parts), ...refused].flatMap((part) => part.problems.filter(({ code }) => code !== 'value-missing')),
    ...notes.problems,
    ...texts.problems,
    ...strays,
  ];
  const silent = noTagsNotice(
    parts,
    options.name,
    properties.length + strays.length > 0 || objects.some(({ isAny }) => isAny),
  );
  const whole = {
    opened,
    parts,
    edits,
    lists,
    ids,
    numbers,
    notes,
    objects,
  };
  const prepared = mistakes.length > 0 ? null : whole;
  const notices = [...noticesOf(opened, objects), ...silent, ...parts.flatMap((part) => part.notices)];
  return { prepared, opened, parts, problems: mistakes, notices };
}

/** Charts that get other data get a workbook with them: nothing is lost of these. */
function noticesOf({ notices }: Package, objects: readonly PlacedObjects[]): readonly Problem[] {
  const refilled = new Set(objects.flatMap((each) => [...each.refilled].map((path) => `压缩包内 ${path}`)));
  return refilled.size === 0 ? notices : notices.filter(({ place }) => !refilled.has(place.spot ?? ''));
}

function placedIn({ placed }: Pick<Circumstances, 'placed'>, path: string): PlacedObjects | null {
  const objects = placed.get(path);
  return objects?.isAny === true ? objects : null;
}

/** While the body has mistakes nobody knows in which loops its notes stand, and so which fields they may name. */
function judged<P extends InspectedPart & Pick<Inspection, 'problems'>>(parts: readonly P[]): readonly P[] {
  if (parts[0]?.problems.length === 0) return parts;
  return parts.map((part) => {
    if (!/^(?:脚注|尾注|批注)$/u.test(part.file.label)) return part;
    return { ...part, problems: part.problems.filter(({ code }) => code !== 'field-unknown') };
  });
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
  readonly edits: PackageEdits;
  readonly lists: ListNumbers;
  readonly ids: RoundIds;
  /** Of each part, for the writers of it. */
  readonly spots: Map<string, SpotCounter>;
  /** Of each part. */
  readonly placed: ReadonlyMap<string, PlacedObjects>;
}

function newWriter(file: PartFile, { options, numbers, edits, ids, spots }: Circumstances): PartWriter {
  const counter = spots.get(file.path) ?? new SpotCounter(file.label);
  spots.set(file.path, counter);
  const bookmarks = options.bookmarks === true && file.label === '' ? new Bookmarks(file.xml.source, ids) : null;
  const drawings = new Drawings(file.path, edits, options.picture ?? (() => null));
  return new PartWriter(counter, new ValueRuns({ bookmarks, numbers, drawings }), numbers);
}

function preparePart(
  file: PartFile,
  around: Circumstances & { readonly notes: LoopedNotes },
): PreparedPart & Pick<Inspection, 'problems' | 'notices'> {
  const { opened, options, dictionary, lists, ids, notes } = around;
  const tags = findPartTags(file, opened.styles, { file: options.name, left: notes.taken(file.path) });
  const plain = tags.tags.map(({ tag }) => tag);
  const { services, optionalFields, used } = options;
  const compiled = compileTags(plain, dictionary, { services, optionalFields, used });
  const placement = placeBlocks(tags, compiled.blocks);
  const writer = newWriter(file, around);
  const checked = [
    ...tags.problems,
    ...compiled.problems,
    ...placement.problems,
    ...findMissingPictures(plain, options.picture),
    ...misplacedDocuments({ file, tags }, options),
  ];
  const means = { writer, lists, ids, path: file.path, notes, placed: placedIn(around, file.path) };
  const built = checked.length > 0 ? null : buildPart({ xml: file.xml, tags, compiled, placement }, means);
  const problems = inReadingOrder([...checked, ...(built?.problems ?? [])], plain);
  const { notices } = compiled;
  const { step = () => undefined, mend = null } = built ?? {};
  const isPlain = plain.length === 0 && /^页[眉脚]$/u.test(file.label);
  return { file, tags, writer, step, mend, isPlain, problems, notices };
}
