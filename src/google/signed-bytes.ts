/** Bytes as Google's services have them: −128…127. */

/** The bytes as Google's services take them: −128…127. */
export function signedBytes(bytes: Uint8Array): number[] {
  const { length } = bytes;
  const signed = new Array<number>(length);
  // By index several times as fast as `Array.from`, and every file and paper goes this way.
  for (let at = 0; at < length; at++) signed[at] = ((bytes[at] ?? 0) << 24) >> 24;
  return signed;
}

/** The bytes that a service gave. */
export function unsignedBytes(signed: readonly number[]): Uint8Array {
  const { length } = signed;
  const bytes = new Uint8Array(length);
  // `from` would take what another context made by its iterator, ten times slower.
  for (let at = 0; at < length; at++) bytes[at] = signed[at] ?? 0;
  return bytes;
}
