/** The service Utilities and the blobs it makes. Bytes are signed (−128…127), as Google's are. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { crc32 } from '../base/zip';
import { ServiceError } from './service-error';
import { unsupported } from './sheets-grid';

/** What is supported of a blob; made by `makeBlob` alone. */
export type LocalBlob = Pick<
  GoogleAppsScript.Base.Blob,
  'getBytes' | 'getName' | 'getContentType' | 'getDataAsString' | 'setName' | 'setContentType'
>;

/** What is supported of the service. */
export interface UtilitiesService {
  readonly newBlob: (data: readonly number[] | Uint8Array | string, contentType?: string, name?: string) => LocalBlob;
  readonly base64Decode: (text: string) => number[];
  readonly base64Encode: (data: readonly number[] | Uint8Array | string) => string;
  readonly gzip: (blob: LocalBlob) => LocalBlob;
  readonly ungzip: (blob: LocalBlob) => LocalBlob;
  readonly DigestAlgorithm: { readonly SHA_256: string };
  readonly Charset: { readonly UTF_8: string };
  readonly computeDigest: (algorithm: string, text: string, charset: string) => number[];
  readonly getUuid: () => string;
  readonly sleep: (milliseconds: number) => void;
}

/** The bytes of blobs, kept apart so that nothing but Google's members shows on the object. */
const contents = new WeakMap<LocalBlob, Uint8Array>();

export function makeUtilities(): UtilitiesService {
  return {
    newBlob: (data, contentType, name) => makeBlob(toBytes(data), contentType ?? null, name ?? null),
    base64Decode: (text) => {
      if (!/^[A-Za-z0-9+/\s]*(?:={1,2}\s*)?$/u.test(text))
        throw new ServiceError('无法解码 base64 (could not decode string)');
      return toSigned(Buffer.from(text, 'base64'));
    },
    base64Encode: (data) => Buffer.from(toBytes(data)).toString('base64'),
    gzip: (blob) => makeBlob(bytesHere.gzip(contents.get(blob) ?? new Uint8Array()), 'application/x-gzip', null),
    ungzip: (blob) => makeBlob(gunzipSync(contents.get(blob) ?? new Uint8Array()), null, null),
    DigestAlgorithm: { SHA_256: 'SHA_256' },
    Charset: { UTF_8: 'UTF_8' },
    computeDigest: (algorithm, text, charset) => {
      if (algorithm !== 'SHA_256' || charset !== 'UTF_8') throw unsupported(`Utilities.computeDigest ${algorithm}`);
      return toSigned(createHash('sha256').update(text, 'utf8').digest());
    },
    getUuid: () => crypto.randomUUID(),
    // People wait on Google for Google: a file that cannot be read now is not better in a second.
    sleep: () => undefined,
  };
}

/** What the bundle may ask of this computer in place of the service, which knows lists of signed numbers alone. */
export const bytesHere = {
  blob: (bytes: Uint8Array, contentType: string, name: string): LocalBlob => makeBlob(bytes.slice(), contentType, name),
  gzip: (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 3 }),
  crc32,
};

/** A blob of these bytes. */
export function makeBlob(bytes: Uint8Array, contentType: string | null, name: string | null): LocalBlob {
  let type = contentType;
  let title = name;
  const blob: LocalBlob = {
    getBytes: () => toSigned(bytes),
    getName: () => title,
    getContentType: () => type,
    getDataAsString: () => Buffer.from(bytes).toString('utf8'),
    setName: (next: string) => {
      title = next;
      return blob as GoogleAppsScript.Base.Blob;
    },
    setContentType: (next: string | null) => {
      type = next;
      return blob as GoogleAppsScript.Base.Blob;
    },
  };
  contents.set(blob, bytes);
  return blob;
}

/** The bytes of a blob without the detour over signed numbers; null for anything else. */
export function bytesOfBlob(value: unknown): Uint8Array | null {
  return typeof value === 'object' && value !== null ? (contents.get(value as LocalBlob) ?? null) : null;
}

function toBytes(data: readonly number[] | Uint8Array | string): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  return data instanceof Uint8Array ? data.slice() : fromSigned(data);
}

function fromSigned(data: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(data.length);
  // What comes from the script's own context `set` takes by its iterator, which is ten times slower.
  for (let at = 0; at < data.length; at++) bytes[at] = data[at] ?? 0;
  return bytes;
}

function toSigned(bytes: Uint8Array): number[] {
  const signed = new Array<number>(bytes.length);
  for (let at = 0; at < bytes.length; at++) signed[at] = ((bytes[at] ?? 0) << 24) >> 24;
  return signed;
}
