/** JSON for programs, written a piece at a time: the whole text of a large office would take more room than all its data. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Summary } from '../../contract/summary';
import { everyPlace } from '../../core/base/place';

/** Levels that are taken apart: the summary, its lists, what is in them. */
const levels = 3;
/** So many characters go together. */
const enough = 65_536;
/** So many items of a long list are made at once. */
const together = 1000;

/** The summary with the cells behind each figure one by one, however many. */
export function withEachCell(summary: Summary | null): object | null {
  if (summary === null) return null;
  return { ...summary, indicators: summary.indicators.map((line) => ({ ...line, cells: everyPlace(line.cells) })) };
}

/** A list whose items are made while it is written; it has some. */
type Unmade = Iterable<unknown>;

/** The pieces of `JSON.stringify(value, null, 2)` and a line's end; `value` is what JSON can hold, or lists that are yet to be made. */
export function* jsonPieces(value: object): Generator<string> {
  let piece = '';
  for (const part of partsOf(value, '', levels)) {
    piece += part;
    if (piece.length < enough) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n`;
}

/** Bytes that may wait for whoever reads. */
const mostWaiting = 1 << 20;

/** Writes a piece; what was written is held until the process has looked up from its work. */
export async function sayPiece(piece: string, output: Writable): Promise<void> {
  output.write(piece);
  if (output.writableLength > mostWaiting) await once(output, 'drain');
  else if (piece.length >= enough) await setImmediate();
}

function* partsOf(value: object, margin: string, left: number): Generator<string> {
  const [opens = '', closes = ''] = Array.isArray(value) ? '[]' : '{}';
  const below = `${margin}  `;
  let before = opens;
  for (const [name, item] of Object.entries(value) as [string, unknown][]) {
    if (item === undefined) continue;
    yield `${before}\n${below}${opens === '{' ? `${JSON.stringify(name)}: ` : ''}`;
    yield* itemParts(item, below, left);
    before = ',';
  }
  yield before === opens ? `${opens}${closes}` : `\n${margin}${closes}`;
}

function* itemParts(item: unknown, margin: string, left: number): Generator<string> {
  if (isLong(item)) yield* listParts(item, margin);
  else if (left > 0 && isObject(item) && weight(item, most) > most) yield* partsOf(item, margin, left - 1);
  else yield indented(item, margin);
}

/** What holds no more values than this is made at once, and much quicker. */
const most = 500;

/** How many values it holds, counted as far as `enough`; of a list that is yet to be made always more. */
function weight(item: object, enough: number): number {
  let sum = 0;
  for (const value of Object.values(item) as unknown[]) {
    sum += 1;
    if (isLong(value)) return enough + 1;
    if (isObject(value)) sum += weight(value, enough - sum);
    if (sum > enough) return sum;
  }
  return sum;
}

function isObject(item: unknown): item is object {
  return typeof item === 'object' && item !== null;
}

function isLong(item: unknown): item is Unmade {
  if (!isObject(item)) return false;
  return Array.isArray(item) ? item.length > together : Symbol.iterator in item;
}

/** A long list, some items at a time. */
function* listParts(items: Unmade, margin: string): Generator<string> {
  let opens = '[';
  let some: unknown[] = [];
  const told = (): string => opens + indented(some, margin).slice(1, -2 - margin.length);
  for (const item of items) {
    some.push(item);
    if (some.length < together) continue;
    yield told();
    opens = ',';
    some = [];
  }
  if (some.length > 0) yield told();
  yield `\n${margin}]`;
}

function indented(item: unknown, margin: string): string {
  return JSON.stringify(item, null, 2).replaceAll('\n', `\n${margin}`);
}
