/** The segments of a Google Doc while requests are applied to them. */
import { ServiceError } from '../service-error';
import type { Look, Unit } from './units';

/** By id; the body's is empty. */
export type Segments = ReadonlyMap<string, Unit[]>;

/** A place in a segment. */
export interface Location {
  readonly index: number;
  readonly segmentId?: string;
}

/** What the API says of a request it does not do. */
export function invalid(reason: string): Error {
  return new ServiceError(`Invalid requests: ${reason}`);
}

/** The units of a segment; without an id, of the body. */
export function segmentOf(segments: Segments, id = ''): Unit[] {
  const units = segments.get(id);
  if (units === undefined) throw invalid(`The segment ${id} was not found`);
  return units;
}

/** The indexes of a range that are not those of a table within it. */
export function outsideOfTables(units: readonly Unit[], start: number, end: number): readonly number[] {
  const bare: number[] = [];
  for (let at = start, depth = 0; at < end; at += 1) {
    if (units[at]?.kind === 'table') depth += 1;
    if (depth === 0) bare.push(at);
    if (units[at]?.kind === 'table-end') depth -= 1;
  }
  return bare;
}

/** The style with the fields named set as wanted, or inherited again. */
export function changed(style: Look, wanted: Look, fields: readonly string[]): Look {
  const kept = Object.entries(style).filter(([name]) => !fields.includes(name));
  const set = fields.filter((name) => name in wanted).map((name) => [name, wanted[name]] as const);
  return Object.fromEntries([...kept, ...set]);
}
