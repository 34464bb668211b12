/** The platform's own gzip: several times faster than any code of ours. */
import { signedBytes, unsignedBytes } from './signed-bytes';

/** A gzip file of the bytes. */
export function gzip(bytes: Uint8Array): Uint8Array {
  return unsignedBytes(Utilities.gzip(Utilities.newBlob(signedBytes(bytes))).getBytes());
}

/** The text as gzip in base64: a quarter of its size. */
export function packedText(text: string): string {
  return Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text)).getBytes());
}

/** The text that was packed; throws for what is no gzip in base64. */
export function unpackedText(packed: string): string {
  return Utilities.ungzip(Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip')).getDataAsString();
}
