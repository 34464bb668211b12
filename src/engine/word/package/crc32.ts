/** The checksum of zip files (CRC-32, ISO 3309). */

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
/** What a byte does once one, two or three further ones have passed: four are taken at a time. */
const second = passed(table);
const third = passed(second);
const fourth = passed(third);

function passed(before: Uint32Array): Uint32Array {
  return before.map((value) => (value >>> 8) ^ (table[value & 0xff] ?? 0));
}

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  const { length } = bytes;
  const whole = length - (length % 4);
  let at = 0;
  // An index is twice as fast here as an iterator, and this runs over every byte written.
  for (; at < whole; at += 4) {
    const four = crc ^ fourAt(bytes, at);
    crc =
      (fourth[four & 0xff] ?? 0) ^
      (third[(four >>> 8) & 0xff] ?? 0) ^
      (second[(four >>> 16) & 0xff] ?? 0) ^
      (table[four >>> 24] ?? 0);
  }
  for (; at < length; at++) crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Four bytes as a number, the first of them the lowest. */
function fourAt(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  return low | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}
