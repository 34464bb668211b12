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
}

/** What the compiler of one tag needs: the scope it stands in, whom to tell, and how far it may look for names. */
export interface Surroundings {
  readonly scope: Scope;
  readonly report: Report;
  /** True while blocks are not properly closed: a name known further out is then no mistake. */
  readonly lenient: boolean;
  readonly services: Services;
  /** Calls around this expression. */
  readonly depth: number;
}
