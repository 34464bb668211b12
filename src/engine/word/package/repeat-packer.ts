/**
 * Packs a part that is filled again and again: what the template wrote is the same each time, and what repeats in it is looked for
 * once. Values stand as they are. The platform's own packing of a short part takes longer than filling it.
 */
import { crc32 } from './crc32';
import { FixedWriter, furthest, longest } from './fixed-codes';
import type { ZipEntry } from './read-zip';
import type { PieceLog } from './utf8-buffer';

/** A larger part is nobody's whose papers are made by the thousand. */
const mostBytes = 1 << 16;
/** Parts of one template differ in what stands in them and what does not. */
const mostPatterns = 20;
/** So many earlier places are looked at. */
const mostTries = 48;
const shortest = 4;
/** What is packed at the time: nine bits are the most that a byte takes. */
const desk = new Uint8Array(mostBytes + (mostBytes >> 3) + 16);

/** A stretch of pieces with no value between them. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** At the place `at` of its stretch begins what stood at the place `from` of the stretch `source`, for `length` bytes. */
interface Repeat {
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly from: number;
}

/** What is known of parts that were written from the same pieces. */
interface Pattern {
  /** Of the pieces; −1 where a stretch begins. */
  readonly ids: readonly number[];
  /** Of each stretch, in their order. */
  readonly repeats: readonly (readonly Repeat[])[];
}

export class RepeatPacker {
  private readonly patterns: Pattern[] = [];

  /** What is packed follows from the part alone, whatever was packed before it. Null for one that is too large. */
  pack(name: string, bytes: Uint8Array, log: PieceLog): ZipEntry | null {
    if (bytes.length > mostBytes) return null;
    const { stretches, ids } = stretchesOf(log);
    const { repeats } = this.patterns.find((each) => isSame(each.ids, ids)) ?? this.learnt(bytes, stretches, ids);
    return { name, bytes, packed: packedBy(repeats, bytes, stretches), method: 8, crc: crc32(bytes) };
  }

  private learnt(bytes: Uint8Array, stretches: readonly Stretch[], ids: readonly number[]): Pattern {
    const pattern = { ids, repeats: repeatsIn(bytes, stretches) };
    this.patterns.push(pattern);
    if (this.patterns.length > mostPatterns) this.patterns.shift();
    return pattern;
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

function stretchesOf({ ids, places }: PieceLog): {
  readonly stretches: readonly Stretch[];
  readonly ids: readonly number[];
} {
  const stretches: Stretch[] = [];
  const parted: number[] = [];
  let [start, end] = [0, -1];
  for (let index = 0; index < ids.length; index++) {
    const place = places[2 * index] ?? 0;
    if (place !== end) {
      if (end >= 0) stretches.push({ start, end });
      parted.push(-1);
      start = place;
    }
    parted.push(ids[index] ?? 0);
    end = places[2 * index + 1] ?? 0;
  }
  if (end >= 0) stretches.push({ start, end });
  return { stretches, ids: parted };
}

/** Where pieces say what a piece has said before them; values are not looked at. */
function repeatsIn(bytes: Uint8Array, stretches: readonly Stretch[]): readonly (readonly Repeat[])[] {
  const known: Known = new Map();
  return stretches.map(({ start, end }, stretch) => {
    const repeats: Repeat[] = [];
    for (let place = start; place < end;) {
      const best = longestAt(bytes, { place, end, stretches }, known);
      if (best) repeats.push({ ...best, at: place - start });
      for (const next = place + (best?.length ?? 1); place < next; place++)
        if (place + shortest <= end) remember(known, wordAt(bytes, place), { stretch, place });
    }
    return repeats;
  });
}

/** Where a word of four bytes begins. */
type Known = Map<number, Spot[]>;

interface Spot {
  readonly stretch: number;
  readonly place: number;
}

function wordAt(bytes: Uint8Array, place: number): number {
  const low = (bytes[place] ?? 0) | ((bytes[place + 1] ?? 0) << 8);
  return low | ((bytes[place + 2] ?? 0) << 16) | ((bytes[place + 3] ?? 0) << 24);
}

function remember(known: Known, word: number, spot: Spot): void {
  const others = known.get(word);
  if (others) others.push(spot);
  else known.set(word, [spot]);
}

/** The nearest of the longest. */
function longestAt(
  bytes: Uint8Array,
  { place, end, stretches }: { readonly place: number; readonly end: number; readonly stretches: readonly Stretch[] },
  known: Known,
): Omit<Repeat, 'at'> | null {
  let best: Omit<Repeat, 'at'> | null = null;
  if (place + shortest > end) return best;
  for (const { stretch, place: earlier } of (known.get(wordAt(bytes, place)) ?? []).slice(-mostTries)) {
    const source = stretches[stretch] ?? { start: 0, end: 0 };
    const length = alike(bytes, earlier, place, Math.min(source.end - earlier, end - place, longest));
    if (length >= Math.max(shortest, best?.length ?? 0))
      best = { length, source: stretch, from: earlier - source.start };
  }
  return best;
}

function alike(bytes: Uint8Array, one: number, other: number, most: number): number {
  let length = 0;
  while (length < most && bytes[one + length] === bytes[other + length]) length++;
  return length;
}

function packedBy(
  repeats: readonly (readonly Repeat[])[],
  bytes: Uint8Array,
  stretches: readonly Stretch[],
): Uint8Array {
  const writer = new FixedWriter(desk);
  let done = 0;
  for (const [index, { start }] of stretches.entries()) {
    for (const { at, length, source, from } of repeats[index] ?? []) {
      const place = start + at;
      const distance = place - from - (stretches[source]?.start ?? 0);
      if (distance > furthest) continue;
      writer.literals(bytes, done, place);
      writer.match(length, distance);
      done = place + length;
    }
  }
  writer.literals(bytes, done, bytes.length);
  return writer.end();
}
