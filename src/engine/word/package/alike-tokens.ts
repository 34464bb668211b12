/** What repeats itself in a text that is cut into stretches, between which other text will stand. */
import { byteBits, byteCodes, lengthCode, longestMatch } from './fixed-codes';

/** The text as it is written: bits of bytes and of lengths of matches, to which a distance belongs. */
export interface AlikeTokens {
  readonly bits: Uint32Array;
  readonly lengths: Uint8Array;
  /** The stretch in which a match begins; -1 for bytes. */
  readonly sources: Int16Array;
  /** How far back a match is, without what will stand between the stretches. */
  readonly backs: Uint16Array;
  /** How many tokens there are at the end of each stretch. */
  readonly ends: readonly number[];
}

interface Token {
  bits: number;
  length: number;
  readonly source: number;
  readonly back: number;
}

/** Codes of so many bits are put down at once. */
const mostBits = 24;
/** A shorter match takes no less room than its bytes. */
const shortest = 4;
/** So many earlier places are looked at. */
const mostLooks = 64;

/** The tokens of `text`, whose stretches end at `ends`; no match reaches from one into another. At most 32,768 bytes. */
export function alikeTokens(text: Uint8Array, ends: readonly number[]): AlikeTokens {
  const tokens: Token[] = [];
  const tokenEnds: number[] = [];
  const earlier = new EarlierPlaces(text, ends);
  let at = 0;
  for (const end of ends) {
    let isOpen = false;
    while (at < end) {
      const match = earlier.longest(at, end);
      const size = match === null ? 1 : match.size;
      if (match === null) putByte(tokens, text[at] ?? 0, isOpen);
      else {
        const { bits, count } = lengthCode(size);
        tokens.push({ bits, length: count, source: match.stretch, back: at - match.from });
      }
      isOpen = match === null;
      for (const next = at + size; at < next; at += 1) earlier.learn(at);
    }
    tokenEnds.push(tokens.length);
  }
  return {
    bits: Uint32Array.from(tokens, ({ bits }) => bits),
    lengths: Uint8Array.from(tokens, ({ length }) => length),
    sources: Int16Array.from(tokens, ({ source }) => source),
    backs: Uint16Array.from(tokens, ({ back }) => back),
    ends: tokenEnds,
  };
}

/** `isOpen`: the token before holds bytes of the same stretch. */
function putByte(tokens: Token[], byte: number, isOpen: boolean): void {
  const code = byteCodes[byte] ?? 0;
  const count = byteBits[byte] ?? 0;
  const last = isOpen ? tokens[tokens.length - 1] : undefined;
  if (last && last.length + count <= mostBits) {
    last.bits |= code << last.length;
    last.length += count;
  } else tokens.push({ bits: code, length: count, source: -1, back: 0 });
}

interface Match {
  readonly from: number;
  readonly size: number;
  /** The number of the stretch it begins in. */
  readonly stretch: number;
}

/** Where the same four bytes stood before. */
class EarlierPlaces {
  private readonly text: Uint8Array;
  private readonly ends: readonly number[];
  private readonly latest = new Map<number, number>();
  private readonly former: Int32Array;
  private readonly stretches: Int16Array;

  constructor(text: Uint8Array, ends: readonly number[]) {
    this.text = text;
    this.ends = ends;
    this.former = new Int32Array(text.length).fill(-1);
    this.stretches = new Int16Array(text.length);
    ends.forEach((end, stretch) => this.stretches.fill(stretch, ends[stretch - 1] ?? 0, end));
  }

  learn(at: number): void {
    const sign = this.signAt(at);
    this.former[at] = this.latest.get(sign) ?? -1;
    this.latest.set(sign, at);
  }

  /** Null for none of at least four bytes; the nearest of the longest. */
  longest(at: number, end: number): Match | null {
    if (end - at < shortest) return null;
    let best: Match | null = null;
    let from = this.latest.get(this.signAt(at)) ?? -1;
    for (let looks = 0; from >= 0 && looks < mostLooks; looks += 1) {
      const stretch = this.stretches[from] ?? 0;
      const size = this.sizeOf(from, at, Math.min(longestMatch, end - at, (this.ends[stretch] ?? 0) - from));
      if (size >= shortest && size > (best?.size ?? 0)) best = { from, size, stretch };
      from = this.former[from] ?? -1;
    }
    return best;
  }

  private sizeOf(from: number, at: number, most: number): number {
    const { text } = this;
    let size = 0;
    while (size < most && text[from + size] === text[at + size]) size += 1;
    return size;
  }

  private signAt(at: number): number {
    const { text } = this;
    return (byteAt(text, at) << 24) | (byteAt(text, at + 1) << 16) | (byteAt(text, at + 2) << 8) | byteAt(text, at + 3);
  }
}

function byteAt(text: Uint8Array, at: number): number {
  return text[at] ?? 0;
}
