/** What this computer gives in place of the service: the same blobs and gzip files, and as safe from later changes. */
import { gunzipSync } from 'node:zlib';
import { crc32 } from '../../../src/engine/word/package/crc32';
import { bytesHere, makeUtilities } from '../../../src/local/services/utilities';

const utilities = makeUtilities();
const bytes = Uint8Array.from({ length: 600 }, (_, at) => at % 256);
const numbers = Array.from(new Int8Array(bytes));

it('makes the blob that the service makes of signed numbers', () => {
  const blob = bytesHere.blob(bytes, 'text/plain', '甲.txt');
  expect(blob.getBytes()).toEqual(numbers);
  expect([blob.getName(), blob.getContentType()]).toEqual(['甲.txt', 'text/plain']);
  expect(blob.getBytes()).toEqual(utilities.newBlob(numbers).getBytes());
});

it('keeps the bytes of a blob as they were when it was made', () => {
  const changed = bytes.slice();
  const blob = bytesHere.blob(changed, 'text/plain', '甲.txt');
  changed.fill(0);
  expect(blob.getBytes()).toEqual(numbers);
});

it('packs what the service packs', () => {
  const packed = bytesHere.gzip(bytes);
  expect(Array.from(new Int8Array(packed))).toEqual(utilities.gzip(utilities.newBlob(numbers)).getBytes());
  expect(new Uint8Array(gunzipSync(packed))).toEqual(bytes);
});

it('tells the checksum that the code brought along tells', () => {
  for (const length of [0, 1, 3, 4, 5, 1000]) {
    const content = Uint8Array.from({ length }, (_, at) => (at * 37) % 256);
    expect(bytesHere.crc32(content)).toBe(crc32(content));
  }
});
