/** Texts of any characters whatever, for laws that hold for all of them. */
import fc from 'fast-check';

/** Halves of characters are none. */
const halves = { first: 0xd800, count: 0x800 };

/**
 * Every code point, those of ASCII half of the time; the same as fast-check's unit `binary`, which first makes a list of all the
 * million.
 */
const character = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }).map(String.fromCodePoint, pointOf),
  fc
    .integer({ min: 0, max: 0x10ffff - halves.count })
    .map((number) => String.fromCodePoint(number < halves.first ? number : number + halves.count), numberOf),
);

function pointOf(text: unknown): number {
  const point = typeof text === 'string' ? text.codePointAt(0) : undefined;
  if (point === undefined || String.fromCodePoint(point) !== text) throw new Error('not a character');
  return point;
}

function numberOf(text: unknown): number {
  const point = pointOf(text);
  return point < halves.first ? point : point - halves.count;
}

/** A text of so many code points at most. */
export function anyText(maxLength?: number): fc.Arbitrary<string> {
  return fc.string({ unit: character, ...(maxLength !== undefined && { maxLength }) });
}
