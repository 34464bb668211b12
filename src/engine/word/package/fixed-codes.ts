/** The fixed codes of deflate (RFC 1951, 3.2.6), and what writes them. */

/** Writes bits, the lowest of a byte first. */
export class BitWriter {
  private readonly bytes: Uint8Array;
  private used = 0;
  private waiting = 0;
  private count = 0;

  /** `room`: for all that is written; what stands there is written over. */
  constructor(room: Uint8Array) {
    this.bytes = room;
  }

  /** `length` bits at most 24. */
  put(bits: number, length: number): void {
    this.waiting |= bits << this.count;
    this.count += length;
    while (this.count >= 8) {
      this.bytes[this.used++] = this.waiting & 0xff;
      this.waiting >>>= 8;
      this.count -= 8;
    }
  }

  /** All that was written, in whole bytes. */
  finish(): Uint8Array {
    if (this.count > 0) this.bytes[this.used++] = this.waiting & 0xff;
    return this.bytes.slice(0, this.used);
  }
}

/** Codes are written from their highest bit on. */
function turned(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit += 1) result |= ((code >>> bit) & 1) << (length - 1 - bit);
  return result;
}

/** How many bits the code of each byte has. */
export const byteBits = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 144 ? 8 : 9));
/** The code of each byte, as it is written. */
export const byteCodes = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte < 144 ? turned(0x30 + byte, 8) : turned(0x190 + byte - 144, 9),
);
export const endOfBlock = { code: 0, bits: 7 } as const;

/** Lengths begin with 3, distances with 1; how many further bits each code has, and so how many values it stands for. */
const lengthExtra = Array.from({ length: 28 }, (_, code) => Math.max(0, (code >> 2) - 1));
const distanceExtra = Array.from({ length: 30 }, (_, code) => Math.max(0, (code >> 1) - 1));
const lengthStarts = startsOf(3, lengthExtra);
const distanceStarts = startsOf(1, distanceExtra);
/** The longest match has a code of its own. */
export const longestMatch = 258;

function startsOf(first: number, extra: readonly number[]): readonly number[] {
  let next = first;
  return extra.map((bits) => {
    const start = next;
    next += 1 << bits;
    return start;
  });
}

/** The last start that is no greater. */
function codeIn(starts: readonly number[], value: number): number {
  let code = starts.length - 1;
  while ((starts[code] ?? 0) > value) code -= 1;
  return code;
}

/** A length from 3 to 258 with its further bits, and how many bits that are. */
export function lengthCode(length: number): { readonly bits: number; readonly count: number } {
  const code = length === longestMatch ? 28 : codeIn(lengthStarts, length);
  const extra = lengthExtra[code] ?? 0;
  const further = code === 28 ? 0 : length - (lengthStarts[code] ?? 0);
  const symbol = 257 + code;
  const size = symbol < 280 ? 7 : 8;
  const value = symbol < 280 ? symbol - 256 : 0xc0 + symbol - 280;
  return { bits: turned(value, size) | (further << size), count: size + extra };
}

/** The codes of distances have five bits. */
const distanceCodes = Uint8Array.from({ length: 30 }, (_, code) => turned(code, 5));
/** Codes of distances to 256, and above in steps of 128: no code begins within a step. */
const nearCodes = Uint8Array.from({ length: 257 }, (_, distance) => codeIn(distanceStarts, distance));
const farCodes = Uint8Array.from({ length: 256 }, (_, step) => codeIn(distanceStarts, step * 128 + 1));

/** Writes a distance from 1 to 32768. */
export function putDistance(writer: BitWriter, distance: number): void {
  const code = (distance <= 256 ? nearCodes[distance] : farCodes[(distance - 1) >> 7]) ?? 0;
  const further = distance - (distanceStarts[code] ?? 0);
  writer.put((distanceCodes[code] ?? 0) | (further << 5), 5 + (distanceExtra[code] ?? 0));
}
