/** Writes deflated content by the fixed codes of RFC 1951, 3.2.6: what stands for what is known beforehand. */

/** Of lengths from 3 on, and of distances from 1 on (RFC 1951, 3.2.5): the least that each code stands for, and its extra bits. */
const lengths = steps(29, 4, 3);
const distances = steps(30, 2, 1);
/** The longest match has a code of its own. */
lengths[28] = { least: 258, extra: 0 };

interface CodeStep {
  readonly least: number;
  readonly extra: number;
}

/** After the first two groups each group of `group` codes has one more extra bit. */
function steps(count: number, group: number, first: number): CodeStep[] {
  let least = first;
  return Array.from({ length: count }, (_, code) => {
    const step = { least, extra: Math.max(0, Math.floor(code / group) - 1) };
    least += 1 << step.extra;
    return step;
  });
}

/** The code for each length, and for each distance up to 256; those further off are told by their upper bits. */
const lengthCodes = codesUpTo(lengths, 258);
const nearCodes = codesUpTo(distances, 256);
const farCodes = codesUpTo(distances, 32_768).filter((_, distance) => distance % 128 === 1);

function codesUpTo(of: readonly CodeStep[], most: number): Uint8Array {
  const codes = new Uint8Array(most + 1);
  for (const [code, { least }] of of.entries()) codes.fill(code, least);
  return codes;
}

/** The literals' and lengths' codes with the first bit lowest, as they are written, and their bits. */
const signs = Array.from({ length: 288 }, (_, sign) => {
  if (sign < 144) return turned(0x30 + sign, 8);
  if (sign < 256) return turned(0x190 + sign - 144, 9);
  return sign < 280 ? turned(sign - 256, 7) : turned(0xc0 + sign - 280, 8);
});
const codeOf = Uint16Array.from(signs, ({ code }) => code);
const bitsOf = Uint8Array.from(signs, ({ bits }) => bits);
const distanceCode = Uint8Array.from(distances, (_, code) => turned(code, 5).code);

function turned(code: number, bits: number): { readonly code: number; readonly bits: number } {
  let back = 0;
  for (let bit = 0; bit < bits; bit++) back |= ((code >> bit) & 1) << (bits - 1 - bit);
  return { code: back, bits };
}

export const furthest = 32_768;
export const longest = 258;

/** One block, the last of its content. */
export class FixedWriter {
  private readonly bytes: Uint8Array;
  private at = 0;
  private held = 3;
  private bits = 3;

  /** Writes into `bytes`; nine bits are the most that a byte takes, and a few bytes come behind the last. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  literals(from: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const byte = from[at] ?? 0;
      this.put(codeOf[byte] ?? 0, bitsOf[byte] ?? 0);
    }
  }

  match(length: number, distance: number): void {
    const code = lengthCodes[length] ?? 0;
    this.put(codeOf[257 + code] ?? 0, bitsOf[257 + code] ?? 0);
    this.extra(lengths[code], length);
    const far = (distance <= 256 ? nearCodes[distance] : farCodes[(distance - 1) >> 7]) ?? 0;
    this.put(distanceCode[far] ?? 0, 5);
    this.extra(distances[far], distance);
  }

  end(): Uint8Array {
    this.put(codeOf[256] ?? 0, 7);
    this.put(0, 7);
    return this.bytes.slice(0, this.at);
  }

  private extra(step: CodeStep | undefined, value: number): void {
    if (step !== undefined && step.extra > 0) this.put(value - step.least, step.extra);
  }

  private put(code: number, bits: number): void {
    this.held |= code << this.bits;
    this.bits += bits;
    while (this.bits >= 8) {
      this.bytes[this.at++] = this.held & 0xff;
      this.held >>>= 8;
      this.bits -= 8;
    }
  }
}
