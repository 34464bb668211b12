import { strToU8, zipSync } from 'fflate';
import { packedContent, readZipDirectory, zipLimits, type ZipFault } from '../../../src/core/base/zip-directory';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const read = (bytes: Uint8Array) => readZipDirectory(bytes, text);
const archive = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, [strToU8(`正文${name}`), { level: 0 as const }]])));

/** The archive with some of its bytes changed; `at` counts from the first place of the mark. */
function changed(bytes: Uint8Array, mark: string, at: number, ...values: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(values, Buffer.from(copy).indexOf(mark, 0, 'latin1') + at);
  return copy;
}

it('gives the entries in the order of the directory, and the content of each', () => {
  const bytes = archive('word/document.xml', '说明.txt');
  const { entries } = read(bytes);
  expect(entries?.map(({ name }) => name)).toEqual(['word/document.xml', '说明.txt']);
  expect(entries?.map((entry) => text(packedContent(bytes, entry)!))).toEqual([
    '正文word/document.xml',
    '正文说明.txt',
  ]);
});

it('gives nothing of an entry whose place is no entry’s', () => {
  const [entry] = read(archive('a', 'b')).entries ?? [];
  const bytes = new Uint8Array(500);
  bytes.set(archive('a', 'b'));
  expect(packedContent(bytes, entry!)).not.toBeNull();
  expect(packedContent(bytes, { ...entry!, offset: 300 })).toBeNull();
});

it('finds the directory before a comment', () => {
  const bytes = changed(archive('a'), 'PK\u0005\u0006', 20, 3, 0);
  expect(read(Uint8Array.from([...bytes, 1, 2, 3])).entries).toHaveLength(1);
});

it('is not misled by a comment that looks like the end of an archive', () => {
  const end = Uint8Array.from([...Buffer.from('PK\u0005\u0006', 'latin1'), ...new Uint8Array(18)]);
  const bytes = changed(archive('a'), 'PK\u0005\u0006', 20, end.length, 0);
  // The first of the two that is the end of its own directory is the true one.
  expect(read(Uint8Array.from([...bytes, ...end])).entries ?? []).toHaveLength(1);
});

const one = archive('a');
const directory = 'PK\u0001\u0002';
const large = (size: number): Uint8Array => changed(one, directory, 24, ...new Uint8Array(Uint32Array.of(size).buffer));
const many = archive(...Array.from({ length: zipLimits.entries + 1 }, (_, index) => `n${String(index)}`));

it.each<[ZipFault, string, Uint8Array]>([
  ['no-zip', 'a text', strToU8('不是压缩包')],
  ['no-zip', 'nothing', new Uint8Array(0)],
  ['damaged', 'an archive cut off', one.subarray(0, one.length - 10)],
  ['damaged', 'a directory that is none', changed(one, directory, 0, 0)],
  ['zip64', 'sizes in zip64', large(0xffffffff)],
  ['zip64', 'parts on several disks', changed(one, 'PK\u0005\u0006', 4, 1)],
  ['encrypted', 'an encrypted entry', changed(one, directory, 8, 1)],
  ['unsafe', 'a way out of the folder', archive('../a')],
  ['unsafe', 'a path of Windows', archive('C:/a')],
  ['twice', 'names that differ in case only', archive('a', 'A')],
  ['many', 'more entries than any document has', many],
  ['large', 'one entry above its limit', large(zipLimits.entryBytes + 1)],
])('refuses as %s: %s', (fault, _, bytes) => {
  expect(read(bytes)).toEqual({ entries: null, fault });
});

it('refuses entries that are too large only together', () => {
  const bytes = archive('a', 'b', 'c', 'd', 'e');
  const places = Array.from(bytes, (_, at) => at);
  const marks = places.filter((at) => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1') === directory);
  const size = new Uint8Array(Uint32Array.of(zipLimits.entryBytes).buffer);
  for (const mark of marks) bytes.set(size, mark + 24);
  expect(read(bytes)).toEqual({ entries: null, fault: 'large' });
});

it('gives no content of an entry that is cut off, or whose header is not there', () => {
  const [entry] = read(one).entries!;
  expect(packedContent(one, { ...entry!, packedSize: one.length })).toBeNull();
  expect(packedContent(one, { ...entry!, offset: 1 })).toBeNull();
  expect(packedContent(one, { ...entry!, offset: one.length })).toBeNull();
});
