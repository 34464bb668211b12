/** One declaration per report field: what it is and how it is found, so that dictionary and model cannot drift apart. */
import { placeTexts, type Place } from '../base/place';
import { traced, type Dictionary, type Field, type Model, type ModelRecord, type Traced } from '../../engine/fill';

/** A field of something found in `I`. */
export interface Declaration<I> {
  readonly field: Field;
  readonly value: (input: I) => Model;
}

/** Field name → declaration. */
export type Declarations<I> = Readonly<Record<string, Declaration<I>>>;

/** The dictionary of the declared fields. */
export function dictionaryOf<I>(declarations: Declarations<I>): Dictionary {
  return Object.fromEntries(Object.entries(declarations).map(([name, { field }]) => [name, field]));
}

/** The values of the declared fields. */
export function modelOf<I>(declarations: Declarations<I>, input: I): ModelRecord {
  return Object.fromEntries(Object.entries(declarations).map(([name, { value }]) => [name, value(input)]));
}

/** The same for texts that name few of the fields: each value is worked out when it is asked for. */
export function modelWhenAsked<I>(declarations: Declarations<I>, input: I): ModelRecord {
  const model = {};
  for (const [name, { value }] of Object.entries(declarations)) {
    let known: Model | undefined;
    Object.defineProperty(model, name, { enumerable: true, get: () => (known ??= value(input)) });
  }
  return model;
}

export function text<I>(help: string, value: (input: I) => Traced): Declaration<I> {
  return { field: { type: 'text', help }, value };
}

export function number<I>(help: string, value: (input: I) => Traced): Declaration<I> {
  return { field: { type: 'number', help }, value };
}

export function date<I>(help: string, value: (input: I) => Traced): Declaration<I> {
  return { field: { type: 'date', help }, value };
}

export function flag<I>(help: string, value: (input: I) => Traced): Declaration<I> {
  return { field: { type: 'bool', help }, value };
}

/** A list of plain texts; `{{this}}` prints one. */
export function texts<I>(help: string, value: (input: I) => readonly Traced[]): Declaration<I> {
  return { field: { type: 'list', help, of: { type: 'text', help: '一条' } }, value };
}

/** A list of records: `items` finds them, `fields` declares one. */
export function list<I, E>(help: string, items: (input: I) => readonly E[], fields: Declarations<E>): Declaration<I> {
  return {
    field: { type: 'list', help, of: { type: 'record', help: '一项', fields: dictionaryOf(fields) } },
    value: (input) => items(input).map((item) => modelOf(fields, item)),
  };
}

/** A record of fields found in the same input. */
export function record<I>(help: string, fields: Declarations<I>): Declaration<I> {
  return { field: { type: 'record', help, fields: dictionaryOf(fields) }, value: (input) => modelOf(fields, input) };
}

/** A printed text with the cells it came from; an empty text is a missing value. */
export function words(content: string, sources: readonly Place[] = []): Traced {
  return traced(content === '' ? null : content, content, placeTexts(sources));
}

/** A whole number with the cells it came from. */
export function count(value: number, sources: readonly Place[] = []): Traced {
  return traced(value, String(value), placeTexts(sources));
}

/** True or false with the cells it came from. */
export function truth(value: boolean, sources: readonly Place[] = []): Traced {
  return traced(value, value ? '是' : '否', placeTexts(sources));
}
