/** What a helper (a function a template may call) is: its parameters, its result, and how it gets its arguments. */
import type { Day } from '../../../core/base/day';
import { memberPath } from '../derived-list';
import { leafText, leafValue, type Found } from '../run';
import { isList, isTraced, type Field, type Model, type Traced } from '../model';

/**
 * What a parameter accepts:
 * - `any` everything, also missing values; `scalar` a text, number, date or yes/no;
 * - `ordered` a number or a date; `number`, `day`, `bool`; `text` a text or date;
 * - `list` a list; `field` the name, in quotes, of a field of the list's records.
 */
export type ParamType = 'any' | 'scalar' | 'ordered' | 'number' | 'day' | 'bool' | 'text' | 'list' | 'field';

export interface Param {
  readonly name: string;
  readonly type: ParamType;
  readonly optional?: true;
  /** What a `field` must be; anything but a list or record when left out. */
  readonly leaf?: 'number';
  /** The only texts it may be. */
  readonly choices?: readonly string[];
}

/** What a template is given beside its data. */
export interface Services {
  /** Working days from the day of reckoning until the day, negative when it has passed. */
  readonly workingDaysUntil?: (day: Day) => number;
}

/** What a helper gives back; a Traced result names its own sources. */
export type Answer = string | number | boolean | Traced | readonly Model[];

export interface Helper {
  /** Chinese name first, then the English ones. */
  readonly names: readonly string[];
  readonly params: readonly Param[];
  /** Further arguments of this type, any number. */
  readonly rest?: ParamType;
  /** True when the further arguments are compared with the field named before. */
  readonly restLikeField?: true;
  /** Arguments given as `name=value`. */
  readonly named?: readonly Param[];
  /** What it gives; for a list, from its arguments' fields and the literals among them. */
  readonly result: 'text' | 'number' | 'bool' | ListResult;
  /** What it does, for the field list: one sentence with an example. */
  readonly help: string;
  /**
   * What comes out when an argument is missing: `gap` the gap of that field is printed; `false`; or `run` calls the
   * helper all the same.
   */
  readonly missing: 'gap' | 'false' | 'run';
  /** True when documents show something else than the text it gives. */
  readonly special?: true;
  /** The service it cannot work without. */
  readonly needs?: keyof Services;
  readonly run: (args: Arguments) => Answer;
}

type ListResult = (fields: readonly Field[], literals: readonly (string | null)[]) => Field;

/** The arguments of one call, read by position; the compiler has checked their types before. */
export class Arguments {
  private readonly found: readonly Found[];
  private readonly extra: ReadonlyMap<string, Found>;
  private readonly services: Services;

  constructor(found: readonly Found[], extra: ReadonlyMap<string, Found>, services: Services) {
    this.found = found;
    this.extra = extra;
    this.services = services;
  }

  get count(): number {
    return this.found.length;
  }

  model(index: number): Model | undefined {
    return this.found[index]?.model;
  }

  value(index: number): string | number | boolean | null {
    return leafValue(this.model(index));
  }

  text(index: number): string {
    return leafText(this.model(index));
  }

  /** The number, or `fallback` when the argument was left out or holds no number. */
  number(index: number, fallback = 0): number {
    const value = this.value(index);
    return typeof value === 'number' ? value : fallback;
  }

  list(index: number): readonly Model[] {
    const model = this.model(index);
    return isList(model) ? model : [];
  }

  /** The list's items with their paths. */
  items(index: number): readonly Found[] {
    const found = this.found[index];
    return found ? this.list(index).map((model, key) => ({ model, path: memberPath(found, key) })) : [];
  }

  /** Null when nobody gave a calendar. */
  workingDaysUntil(day: Day): number | null {
    return this.services.workingDaysUntil?.(day) ?? null;
  }

  named(name: string, fallback: string): string {
    const found = this.extra.get(name);
    return found ? leafText(found.model) : fallback;
  }
}

/** One list for all values without sources. */
const none: readonly string[] = [];

/** The places a value comes from. */
export function sourcesOf(model: Model | undefined): readonly string[] {
  return isTraced(model) ? model.sources : none;
}
