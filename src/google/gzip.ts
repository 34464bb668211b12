/** The platform's own gzip: several times faster than any code of ours. */
import { signedBytes } from './folders';

/** A gzip file of the bytes. */
export function gzip(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(Utilities.gzip(Utilities.newBlob(signedBytes(bytes))).getBytes());
}
