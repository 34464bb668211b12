/** Blobs of bytes: what services take a file as. */
import { signedBytes, unsignedBytes } from './signed-bytes';

/**
 * Where the script runs on this computer: its host takes and gives bytes as they are, without a list of numbers of eight times their
 * size on the way. On Google there is no such thing.
 */
declare const bytesHere:
  | {
      readonly blob: (bytes: Uint8Array, contentType: string, name: string) => GoogleAppsScript.Base.Blob;
      readonly gzip: (bytes: Uint8Array) => Uint8Array;
      readonly crc32: (bytes: Uint8Array) => number;
    }
  | undefined;

/** A blob of the bytes; it keeps them as they are now. */
export function blobOf(bytes: Uint8Array, contentType: string, name: string): GoogleAppsScript.Base.Blob {
  if (typeof bytesHere !== 'undefined') return bytesHere.blob(bytes, contentType, name);
  return Utilities.newBlob(signedBytes(bytes), contentType, name);
}

/** The checksum of zip files where there is a faster one than the code brought along. */
export function platformCrc32(): ((bytes: Uint8Array) => number) | undefined {
  return typeof bytesHere === 'undefined' ? undefined : bytesHere.crc32;
}

/** A gzip file of the bytes by the platform: several times faster than any code of ours. */
export function gzip(bytes: Uint8Array): Uint8Array {
  if (typeof bytesHere !== 'undefined') return bytesHere.gzip(bytes);
  return unsignedBytes(Utilities.gzip(Utilities.newBlob(signedBytes(bytes))).getBytes());
}
