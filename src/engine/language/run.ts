/** What exists while a template is being filled: frames of context, the output, budgets and the trace. */
import type { Problem } from '../../core/base/problem';
import { maxSteps } from './limits';
import { isList, isTraced, type Model } from './model';
import type { TraceEntry } from './trace';

// Taken once: in a context made for a script, every look at a global costs more than the call itself.
const { prototype } = Object;
const toText = String;

/** Receives what a template prints. */
export interface Output {
  /** Prints a value as literal text, or as what it is; writes into the mark what was printed and the name of its bookmark. */
  print(text: string, found?: Found, mark?: Mark): void;
  /** Sets the mark's place: at once, or when the paragraph is done. */
  locate(mark: Mark): void;
  /** True when the output has reached its greatest size. */
  full(): boolean;
  /** Takes what is to be undone if what is being printed vanishes after all. */
  onVanishing?(undo: () => void): void;
}

/** A printed value; its place stays empty when it vanished with its paragraph. */
export interface Mark extends TraceEntry {
  text: string;
  place: string;
  bookmark: string;
}

/** One filling of one template. */
export interface Run {
  readonly output: Output;
  /** Null when nobody asks where the values come from. */
  readonly marks: Mark[] | null;
  readonly problems: Problem[];
  steps: number;
  /** True once a budget is spent: loops end at once and nothing more is printed. */
  stopped: boolean;
}

/** A value found in the model; `path` is where, as `部门.3.名称`, or empty for literals and counters. */
export interface Found {
  readonly model: Model | undefined;
  readonly path: string;
}

/** The round of a loop. */
export interface Round {
  readonly index: number;
  readonly key: string | number;
  readonly last: boolean;
}

/** The context of a block: its value, its loop round and block parameters, and the frame around it. */
export interface Frame {
  readonly run: Run;
  readonly found: Found;
  readonly up: Frame | null;
  readonly round: Round | null;
  readonly params: readonly Found[];
}

/** A piece of a compiled template. */
export type Step = (frame: Frame) => void;

/** Computes the value of an expression. */
export type Evaluate = (frame: Frame) => Found;

/** The outermost frame. */
export function rootFrame(run: Run, model: Model): Frame {
  return { run, found: { model, path: '' }, up: null, round: null, params: [] };
}

export function startRun(output: Output, marks: Mark[] | null): Run {
  return { output, marks, problems: [], steps: 0, stopped: false };
}

/** Counts a printed value or a loop round; false once the budget is spent. */
export function spend(run: Run): boolean {
  if (!run.stopped) {
    run.steps++;
    run.stopped = run.steps > maxSteps || run.output.full();
  }
  return !run.stopped;
}

/** The own member of a record or list; undefined for everything else. */
export function member(model: Model | undefined, key: string): Model | undefined {
  if (typeof model !== 'object' || model === null || isTraced(model)) return undefined;
  if (!prototype.hasOwnProperty.call(model, key)) return undefined;
  if (!isList(model)) return model[key];
  return key === 'length' ? model.length : model[Number(key)];
}

/** The bare value of a leaf; null when it is missing or no leaf. */
export function leafValue(model: Model | undefined): string | number | boolean | null {
  if (isTraced(model)) return model.value;
  return typeof model === 'object' || model === undefined ? null : model;
}

/** What a leaf prints; empty when it is missing. */
export function leafText(model: Model | undefined): string {
  if (isTraced(model)) return model.value === null ? '' : model.text;
  const value = leafValue(model);
  return value === null ? '' : toText(value);
}

/** True for null, absent values and traced values without value. */
export function isMissing(model: Model | undefined): boolean {
  return model === undefined || model === null || (isTraced(model) && model.value === null);
}

/** Truth as Handlebars' `if` has it: missing, false, 0, empty text and empty lists are false; a gap that is to be seen is true. */
export function isTrue(model: Model | undefined): boolean {
  if (isTraced(model)) return Boolean(model.value) || model.gap !== undefined;
  return isList(model) ? model.length > 0 : Boolean(model);
}
