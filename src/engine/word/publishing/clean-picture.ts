/** A picture without what cameras and programs write into it: place, time, author, comments. */

const pngSign = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks of a PNG that change what is seen (PNG, 11.2 and 11.3). */
const seenChunks = /^(?:[A-Z]...|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|pHYs|bKGD)$/u;

/** The same bytes where it is neither PNG nor JPEG or is damaged: then nothing can be told of it. */
export function cleanPicture(bytes: Uint8Array): Uint8Array {
  const pieces = pngSign.every((sign, index) => bytes[index] === sign)
    ? pngPieces(bytes)
    : bytes[0] === 0xff && bytes[1] === 0xd8
      ? jpegPieces(bytes)
      : null;
  return pieces === null ? bytes : joined(pieces);
}

function pngPieces(bytes: Uint8Array): readonly Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length;) {
    if (at + 12 > bytes.length) return null;
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (seenChunks.test(name)) pieces.push(bytes.subarray(at, end));
    at = name === 'IEND' ? bytes.length : end;
  }
  return pieces;
}

/** Segments up to the start of the scan; APP0, the colour profile and Adobe's colour mark are seen, other APPs and comments are not. */
function jpegPieces(bytes: Uint8Array): readonly Uint8Array[] | null {
  const pieces = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length;) {
    const mark = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (mark === 0xda) return [...pieces, bytes.subarray(at)];
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const isUnseen = (mark >= 0xe1 && mark <= 0xef && mark !== 0xe2 && mark !== 0xee) || mark === 0xfe;
    if (!isUnseen) pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
