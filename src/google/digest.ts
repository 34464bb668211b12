/** Hashes, by the platform's own service. */

/** SHA-256 of the text in UTF-8: 64 hexadecimal digits. */
export function hashOf(text: string): string {
  const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8);
  return bytes.map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('');
}
