/** What a template may be filled with: a plain tree of records, lists and values, what stands for those that are missing, and the dictionary that describes it. */
import type { Special } from './special';

// Taken once: in a context made for a script, every look at a global costs more than the call itself.
const { isArray } = Array;

/**
 * A value that knows where it comes from. `text` is what is printed; comparisons and arithmetic use `value`. `sources`
 * are the places it was read or computed from, as printed (`司法所.xlsx 普法明细!F3`). `value` null means missing: it prints
 * as a gap, and is false in conditions.
 */
export interface Traced {
  readonly kind: 'traced';
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly sources: readonly string[];
  /**
   * Of a missing value that should be there: why it is not, in a few words. Conditions hold for it, so that what was to be said
   * with it stands with a gap.
   */
  readonly gap?: string;
  /** Of a gap: what people call the value, where the tag has another of its names. */
  readonly called?: string;
  /** What documents show instead of the text. */
  readonly special?: Special;
}

/** A node of the model. null is a missing value. */
export type Model = string | number | boolean | null | Traced | readonly Model[] | ModelRecord;

/** A record; its own keys are the field names the template uses. */
export interface ModelRecord {
  readonly [field: string]: Model;
}

/**
 * What a field is, so that every tag can be checked before anything is printed. `any`: data that never show a value may
 * be used as anything.
 */
export type Field =
  | { readonly type: 'any'; readonly help: string }
  | { readonly type: 'text' | 'number' | 'date' | 'bool'; readonly help: string }
  | { readonly type: 'list'; readonly help: string; readonly of: Field }
  | { readonly type: 'record'; readonly help: string; readonly fields: Dictionary };

/** Field name → field. */
export type Dictionary = Readonly<Record<string, Field>>;

/** A traced value. */
export function traced(value: Traced['value'], text: string, sources: readonly string[] = []): Traced {
  return { kind: 'traced', value, text, sources };
}

/** A missing value that should be there; `why` it is not: `缺司法所的数`. */
export function tracedGap(why: string, sources: readonly string[] = []): Traced {
  return { kind: 'traced', value: null, text: '', sources, gap: why };
}

/** Tells a traced value from a record. */
export function isTraced(model: Model | undefined): model is Traced {
  return typeof model === 'object' && model !== null && 'kind' in model && model.kind === 'traced';
}

/** `Array.isArray` that also narrows a readonly list. */
export function isList(model: Model | undefined): model is readonly Model[] {
  return isArray(model);
}

/** What stands where a value is missing: `【待补：部门第2项的说明】` for `部门.1.说明`. */
export function gapText(path: string): string {
  return `【待补：${spoken(path)}】`;
}

/** A path as a clerk says it, with its list positions counted from one. */
export function spoken(path: string): string {
  return path
    .replace(/\.(\d+)(?=\.|$)/gu, (_, index: string) => `第${String(Number(index) + 1)}项`)
    .replace(/项\./gu, '项的');
}
