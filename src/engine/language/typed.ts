/** What the compiler knows of an expression, and what it needs to compile one. */
import type { Services } from './helpers/helper';
import type { Field } from './model';
import type { Evaluate } from './run';
import type { Scope } from './scope';
import type { Report } from './tag';

/** An expression whose type is known. */
export interface Typed {
  readonly field: Field;
  /** Names the record it gives, for `with this`. */
  readonly id: string;
  /** The written literal, or null. */
  readonly literal: string | number | boolean | null;
  readonly evaluate: Evaluate;
  /** True when documents show something else than its text. */
  readonly special?: true;
  /** Of a call: the first name of its helper. */
  readonly helper?: string;
}

/** Fields that data may leave out: one that a block's head names is missing, in the head and in its block. */
interface OptionalFields {
  /** Whether the tag is a head in data that may leave out fields. */
  readonly allowed: boolean;
  /** `scope's id + field` of those found missing around here. */
  readonly known: ReadonlySet<string>;
  /** Hears of one that the tag names; `hint` says what may be meant. */
  readonly missing: (key: string, name: string, hint: string) => void;
}

/** What the compiler of one tag needs: the scope it stands in, whom to tell, and how far it may look for names. */
export interface Surroundings {
  readonly scope: Scope;
  readonly report: Report;
  /** True while blocks are not properly closed: a name known further out is then no mistake. */
  readonly lenient: boolean;
  readonly services: Services;
  /** Whether the tag stands in a text apart from its place, which may name what any context around the place has. */
  readonly isApart: boolean;
  /** Hears of each field of the dictionary that the tag names. */
  readonly use: (field: Field) => void;
  /** What the data may lack and what they were found to lack. */
  readonly optional: OptionalFields;
  /** Calls around this expression. */
  readonly depth: number;
}
