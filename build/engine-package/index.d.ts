/** Fills Word documents (.docx) and plain texts from data, in a language like Handlebars. No file is touched, nothing is loaded. */

/** A value that knows where it comes from; `value` null is missing and prints as a gap. */
export interface Traced {
  readonly kind: 'traced';
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly sources: readonly string[];
  readonly gap?: string;
  readonly called?: string;
}

/** Data: records, lists and values; null is a missing value. */
export type Model = string | number | boolean | null | Traced | readonly Model[] | ModelRecord;

export interface ModelRecord {
  readonly [field: string]: Model;
}

/** What a field is: every tag is checked against it before anything is written. */
export type Field =
  | { readonly type: 'any'; readonly help: string }
  | { readonly type: 'text' | 'number' | 'date' | 'bool'; readonly help: string }
  | { readonly type: 'list'; readonly help: string; readonly of: Field }
  | { readonly type: 'record'; readonly help: string; readonly fields: Dictionary };

export type Dictionary = Readonly<Record<string, Field>>;

/** Where something stands; `spot` within a document, in Chinese. */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly spot?: string;
}

/** Something a person should know, in Chinese; `error` needs one. */
export interface Problem {
  readonly code: string;
  readonly level: 'error' | 'doubt' | 'note';
  readonly place: Place;
  readonly actual: string;
  readonly reason: string;
  readonly expected: string;
}

/** A printed value: where it stands, the path of its field, and where it came from. */
export interface TraceEntry {
  readonly field: string;
  readonly text: string;
  readonly place: string;
  readonly sources: readonly string[];
  readonly bookmark: string;
}

export interface FillOptions {
  /** The template's file name, for the places of problems. */
  readonly name: string;
  /** False: the printed values are not listed, which saves time and memory. */
  readonly trace?: boolean;
  /** Whether each value with sources gets a bookmark. */
  readonly bookmarks?: boolean;
  /** Gives the bytes of a picture that the template or the data name; null when there is none. */
  readonly picture?: (path: string) => Uint8Array | null;
  /** Gives the bytes of a document that is put in; without it none can be. */
  readonly document?: (path: string) => Uint8Array | null;
  /** Makes a gzip file of bytes: `zlib.gzipSync` is faster than the code brought along. */
  readonly gzip?: (bytes: Uint8Array) => Uint8Array;
  /** True: a field that the data lack is missing where a block's head names it, and no mistake. */
  readonly optionalFields?: boolean;
}

/** A filled document; `bytes` null when the template was refused, `problems` says why and where. */
export interface Filled {
  readonly bytes: Uint8Array | null;
  /** The printed text: an entry per paragraph, the cells of a table row joined by ` | `. */
  readonly text: readonly string[];
  readonly trace: readonly TraceEntry[];
  readonly problems: readonly Problem[];
}

/** Fills the template with the data; every tag must be in the dictionary. */
export function fillDocument(
  template: Uint8Array,
  model: ModelRecord,
  dictionary: Dictionary,
  options: FillOptions,
): Filled;

/** Lists the mistakes of a template, and writes them into a copy as Word comments (`bytes`; null where there is nothing to write). */
export function annotateTemplate(
  template: Uint8Array,
  dictionary: Dictionary,
  options: FillOptions,
): { readonly problems: readonly Problem[]; readonly isReadable: boolean; readonly bytes: Uint8Array | null };

/** Fills a plain text; `text` null when it was refused. */
export function fillText(
  source: string,
  model: ModelRecord,
  dictionary: Dictionary,
  name?: string,
): { readonly text: string | null; readonly trace: readonly TraceEntry[]; readonly problems: readonly Problem[] };

/** Data with the dictionary of their fields; `value` null when they cannot be used. */
export interface Described {
  readonly value: { readonly model: ModelRecord; readonly dictionary: Dictionary } | null;
  readonly problems: readonly Problem[];
}

/** Reads JSON: numbers print as they are written. */
export function parseData(text: string, name: string): Described;

/** Makes the dictionary of data at hand. */
export function describeData(data: unknown, name: string): Described;

/** The fields of a dictionary as they are written into a template, a line each. */
export function fieldLines(dictionary: Dictionary): readonly string[];

export function traced(value: Traced['value'], text: string, sources?: readonly string[]): Traced;
export function tracedGap(why: string, sources?: readonly string[]): Traced;

/** The trace as a workbook (.xlsx) with a row for each printed value. */
export function traceFile(trace: readonly TraceEntry[]): Uint8Array;
