/**
 * Packs parts that are mostly alike: of the documents made of one template all but the values is the same. What repeats itself there is
 * looked for once; each document is then written as one block of deflate with the fixed codes (RFC 1951, 3.2.6), some hundredths larger
 * than what looks for everything anew.
 */
import { crc32 } from './crc32';
import { alikeTokens, type AlikeTokens } from './alike-tokens';
import { BitWriter, byteBits, byteCodes, putDistance, endOfBlock } from './fixed-codes';
import type { ZipEntry } from './read-zip';
import type { AddedParts } from './utf8-buffer';

/** Matches reach no further back (RFC 1951, 2). */
const reach = 32_768;
/** Ways in which the conditions of a template turn out, of which each has its own text around the values. */
const mostLayouts = 40;
/** What is written first stands here: no byte takes more than nine bits. */
const room = new Uint8Array(reach + (reach >> 3) + 16);

/** The text around the values of one way, and how it is packed. */
interface Layout {
  readonly parts: AddedParts['parts'];
  readonly tokens: AlikeTokens;
}

/** Of one part of one template. */
export class AlikePacker {
  private readonly layouts: Layout[] = [];

  /**
   * The same for the same bytes made of the same texts, whatever was packed before; null for what is long, and where there are too many
   * ways.
   */
  pack(added: AddedParts, checksum = crc32): Pick<ZipEntry, 'packed' | 'crc'> | null {
    const { bytes } = added;
    if (bytes.length > reach) return null;
    const changing = changingIn(added);
    const layout = this.layouts.find(({ parts }) => isSame(parts, added.parts)) ?? this.learn(added, changing);
    return layout && { packed: written(bytes, changing, layout.tokens), crc: checksum(bytes) };
  }

  private learn({ bytes, parts }: AddedParts, changing: readonly number[]): Layout | null {
    if (this.layouts.length >= mostLayouts) return null;
    const layout = { parts: parts.slice(), tokens: tokensOf(bytes, changing) };
    this.layouts.push(layout);
    return layout;
  }
}

/** Begin and end of each stretch that is no known text. */
function changingIn({ bytes, parts, starts }: AddedParts): readonly number[] {
  const changing: number[] = [];
  parts.forEach((part, index) => {
    if (part === null) changing.push(starts[index] ?? 0, starts[index + 1] ?? bytes.length);
  });
  return changing;
}

function isSame(one: AddedParts['parts'], other: AddedParts['parts']): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

/** Of the known texts, one after the other. */
function tokensOf(bytes: Uint8Array, changing: readonly number[]): AlikeTokens {
  const fixed = new Uint8Array(bytes.length);
  const ends: number[] = [];
  let used = 0;
  for (let stretch = 0; stretch <= changing.length; stretch += 2) {
    const part = bytes.subarray(changing[stretch - 1] ?? 0, changing[stretch] ?? bytes.length);
    fixed.set(part, used);
    used += part.length;
    ends.push(used);
  }
  return alikeTokens(fixed.subarray(0, used), ends);
}

function written(bytes: Uint8Array, changing: readonly number[], tokens: AlikeTokens): Uint8Array {
  const writer = new BitWriter(room);
  // The last block, with fixed codes.
  writer.put(0b011, 3);
  /** How many changing bytes stand before each stretch. */
  const before: number[] = [];
  let moved = 0;
  tokens.ends.forEach((_, stretch) => {
    before.push(moved);
    putStretch(writer, tokens, stretch, before);
    const begin = changing[2 * stretch] ?? bytes.length;
    const end = changing[2 * stretch + 1] ?? begin;
    putBytes(writer, bytes, begin, end);
    moved += end - begin;
  });
  writer.put(endOfBlock.code, endOfBlock.bits);
  return writer.finish();
}

function putStretch(writer: BitWriter, tokens: AlikeTokens, stretch: number, before: readonly number[]): void {
  const { bits, lengths, sources, backs, ends } = tokens;
  const moved = before[stretch] ?? 0;
  const end = ends[stretch] ?? 0;
  for (let token = ends[stretch - 1] ?? 0; token < end; token += 1) {
    writer.put(bits[token] ?? 0, lengths[token] ?? 0);
    const source = sources[token] ?? -1;
    if (source >= 0) putDistance(writer, (backs[token] ?? 0) + moved - (before[source] ?? 0));
  }
}

function putBytes(writer: BitWriter, bytes: Uint8Array, begin: number, end: number): void {
  for (let at = begin; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    writer.put(byteCodes[byte] ?? 0, byteBits[byte] ?? 0);
  }
}
