/** Takes the deflated content and its checksum out of a gzip file (RFC 1952): a zip entry holds the same two. */

/** A file with one member, as the platform makes it. */
export function openGzip(file: Uint8Array): { readonly packed: Uint8Array; readonly crc: number } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0) >>> 8 !== 0x1f8b08) throw new Error('not a gzip file');
  const crc = view.getUint32(file.length - 8, true);
  return { packed: file.subarray(headerLength(file, view), file.length - 8), crc };
}

const flags = { headerChecksum: 2, extra: 4, name: 8, comment: 16 };

/** Ten bytes, and the parts that the fourth says are there. */
function headerLength(file: Uint8Array, view: DataView): number {
  const present = file[3] ?? 0;
  let at = 10;
  if (present & flags.extra) at += 2 + view.getUint16(at, true);
  if (present & flags.name) at = file.indexOf(0, at) + 1;
  if (present & flags.comment) at = file.indexOf(0, at) + 1;
  return present & flags.headerChecksum ? at + 2 : at;
}
