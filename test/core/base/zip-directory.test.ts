import { inflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { madeZip, numbers, type MadeEnd, type MadeEntry } from '../made-zip';
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
const entriesOf = (count: number): Uint8Array =>
  archive(...Array.from({ length: count }, (_, index) => `n${String(index)}`));

it.each<[ZipFault, string, Uint8Array]>([
  ['no-zip', 'a text', strToU8('不是压缩包')],
  ['no-zip', 'nothing', new Uint8Array(0)],
  ['damaged', 'an archive cut off', one.subarray(0, one.length - 10)],
  ['damaged', 'a directory that is none', changed(one, directory, 0, 0)],
  ['damaged', 'a size in a longer field that is not there', large(0xffffffff)],
  ['split', 'parts on several disks', changed(one, 'PK\u0005\u0006', 4, 1)],
  ['encrypted', 'an encrypted entry', changed(one, directory, 8, 1)],
  ['unsafe', 'a way out of the folder', archive('../a')],
  ['unsafe', 'a path of Windows', archive('C:/a')],
  ['twice', 'names that differ in case only', archive('a', 'A')],
  ['many', 'more entries than any document has', entriesOf(zipLimits.entries + 1)],
  ['large', 'one entry above its limit', large(zipLimits.entryBytes + 1)],
])('refuses as %s: %s', (fault, _, bytes) => {
  expect(read(bytes)).toEqual({ entries: null, fault });
});

it('reads as many entries as an archive may have, and one as large as it may be', () => {
  expect(read(entriesOf(zipLimits.entries)).entries).toHaveLength(zipLimits.entries);
  // Its own header says another size.
  expect(read(large(zipLimits.entryBytes)).fault).toBe('damaged');
  for (const name of ['a..b', '..a', 'a../b', 'ab:c', 'x/C:a']) expect(read(archive(name)).fault).toBeNull();
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

describe('archives in which two programs would not find the same', () => {
  const first: MadeEntry = { name: 'a.xml', data: '<a/>' };
  const second: MadeEntry = { name: 'b.xml', data: '<b>乙</b>' };
  const made = (own: Partial<MadeEntry>, end?: MadeEnd): Uint8Array => madeZip([first, { ...second, ...own }], end);
  const other = madeZip([first]);
  const [otherDirectory, otherEnd] = ['PK\u0001\u0002', 'PK\u0005\u0006'].map((mark) => other.indexOf(mark)) as [
    number,
    number,
  ];

  it.each<[string, Uint8Array]>([
    ['made as it should be', made({})],
    ['sizes that follow the content', made({ flags: 8, own: { crc: 0, size: 0, packedSize: 0 } })],
    ['sizes that only the directory tells', made({ own: { crc: 0, size: 0, packedSize: 0 } })],
    ['sizes that the entry leaves to a longer field', made({ own: { size: 0xffffffff, packedSize: 0xffffffff } })],
    ['something before it that is no entry', made({}, { before: Buffer.from('PK\u0003\u0004 from somewhere') })],
    ['bytes between the entries', made({ behind: Buffer.alloc(50) })],
    ['bytes behind it', made({}, { behind: Buffer.alloc(50) })],
    ['a longer name field in front of the content', made({ ownExtra: Buffer.alloc(300) })],
    [
      'a comment to each entry',
      madeZip([
        { ...first, comment: Buffer.alloc(300) },
        { ...second, comment: Buffer.alloc(1) },
      ]),
    ],
    [
      'sizes that follow the content, and others before it',
      made({ flags: 8, own: { crc: 1, size: 1, packedSize: 1 } }),
    ],
    ['the longest comment', made({}, { comment: Buffer.alloc(0xffff) })],
    ['a name of many letters', madeZip([{ ...first, name: `${'长'.repeat(300)}.xml` }, second])],
    ['another archive as its comment', made({}, { comment: other })],
  ])('%s is read', (_, bytes) => {
    const { entries } = read(bytes);
    expect(entries?.map((entry) => inflateRawSync(packedContent(bytes, entry)!).toString())).toEqual([
      '<a/>',
      '<b>乙</b>',
    ]);
  });

  /** The second entry says that something of it is longer than all that follows. */
  const cutOff = (field: number): Uint8Array => {
    const bytes = Uint8Array.from(made({}));
    bytes.set([0xff, 0x7f], Buffer.from(bytes).lastIndexOf(directory) + field);
    return bytes;
  };

  it.each<[ZipFault, string, Uint8Array]>([
    ['damaged', 'an entry of another name in its own header', made({ own: { name: 'c.xml' } })],
    ['damaged', 'a longer name there', made({ own: { name: 'b.xml.' } })],
    ['damaged', 'another packing there', made({ own: { method: 0 } })],
    ['damaged', 'another checksum there', made({ own: { crc: 1 } })],
    ['damaged', 'another size there', made({ own: { size: 5 } })],
    ['damaged', 'another packed size there', made({ own: { packedSize: 5 } })],
    ['encrypted', 'a password there', made({ own: { flags: 1 } })],
    ['encrypted', 'a strong password', made({ flags: 0x40 })],
    ['encrypted', 'names that are hidden', made({ flags: 0x2000 })],
    ['method', 'a packing nobody here knows', made({ method: 9 })],
    ['split', 'an entry on another disk', made({ disk: 1 })],
    ['split', 'a directory on another disk', made({}, { disks: [0, 1] })],
    ['split', 'a part of the entries on this disk', made({}, { counts: [1, 2] })],
    [
      'damaged',
      'a longer end that leads elsewhere',
      made({}, { between: Buffer.concat([Buffer.from('PK\u0006\u0007'), Buffer.alloc(16)]) }),
    ],
    ['damaged', 'bytes between directory and end', made({}, { between: Buffer.alloc(20) })],
    ['damaged', 'fewer entries than there are', made({}, { counts: [1, 1] })],
    ['damaged', 'more entries than there are', made({}, { counts: [3, 3] })],
    ['damaged', 'a directory of another length', made({}, { directorySize: 5 })],
    [
      'damaged',
      'two names for one content',
      madeZip([first, { ...first, name: 'b.xml', offset: 0, own: { name: 'a.xml' } }]),
    ],
    ['damaged', 'an entry that reaches into the next', madeZip([{ ...first, packedSize: 30 }, second])],
    ['damaged', 'an entry that reaches into the directory', made({ flags: 8, packedSize: 100, size: 100 })],
    ['damaged', 'an entry in the directory', made({ offset: 100 })],
    ['unsafe', 'a sign that ends a name', made({ name: 'b\0.xml' })],
    ['unsafe', 'no name', made({ name: '' })],
    ['unsafe', 'a name from the root', made({ name: '/b.xml' })],
    ['unsafe', 'a path of Windows', made({ name: 'x\\b.xml' })],
    ['unsafe', 'a way out in the middle', made({ name: 'x/../../b.xml' })],
    ['unsafe', 'a way out at the end', made({ name: 'x/..' })],
    [
      'damaged',
      'an entry that is cut off by the end',
      Buffer.concat([
        numbers([4, 0x04034b50], [4, 0x02014b50], [4, 0x06054b50], [4, 0]),
        numbers([2, 1], [2, 1], [4, 4], [4, 4], [2, 0]),
      ]),
    ],
    ['damaged', 'a name that reaches behind the end', cutOff(28)],
    ['damaged', 'a field that reaches behind the end', cutOff(30)],
    [
      'damaged',
      'an end further from the end of the file than the longest comment',
      made({}, { behind: Buffer.alloc(0x10000) }),
    ],
    ['damaged', 'an entry in front of which no entry begins', made({ offset: 1 })],
  ])('refuses as %s: %s', (fault, _, bytes) => {
    expect(read(bytes)).toEqual({ entries: null, fault });
  });

  it('a comment that is the end of a second directory', () => {
    const whole = (comment: Buffer): Buffer =>
      madeZip([second], { before: other.subarray(0, otherDirectory), comment });
    const place = whole(Buffer.alloc(0)).length;
    const directory = other.subarray(otherDirectory, otherEnd);
    const end = numbers([4, 0x06054b50], [4, 0], [2, 1], [2, 1], [4, directory.length], [4, place], [2, 0]);
    expect(read(whole(Buffer.concat([directory, end])))).toEqual({ entries: null, fault: 'damaged' });
    // It is right behind its own directory, and so is the other.
    expect(read(whole(Buffer.concat([directory, end, Buffer.alloc(1)]))).entries?.map(({ name }) => name)).toEqual([
      'b.xml',
    ]);
  });
});

describe('numbers in longer fields, as programs write that do not know how long it will be', () => {
  const [a, b]: readonly MadeEntry[] = [
    { name: 'a.xml', data: '<a/>' },
    { name: 'b.xml', data: '<b>乙</b>' },
  ];
  const [long, longCount] = [0xffffffff, 0xffff];
  const field = (...values: readonly number[]): Buffer =>
    numbers([2, 1], [2, 8 * values.length], ...values.flatMap((value) => [[4, value] as const, [4, 0] as const]));
  // What the entry has when it is made without, by which it can be told in its longer field.
  const plain = read(madeZip([a!, b!])).entries!;
  const [first, second] = plain;
  const longer: MadeEntry = {
    ...b!,
    size: long,
    packedSize: long,
    extra: Buffer.concat([numbers([2, 0x5455], [2, 1], [1, 3]), field(second!.size, second!.packedSize)]),
  };
  /** The longer end behind the directory; `change` is what it says otherwise. */
  const ended = (
    entries: readonly MadeEntry[],
    end: MadeEnd = {},
    change: Readonly<Record<string, number>> = {},
  ): Buffer => {
    const bare = madeZip(entries);
    const [start, behind] = [bare.indexOf('PK\u0001\u0002'), bare.lastIndexOf('PK\u0005\u0006')];
    const told = { length: 44, here: 2, count: 2, size: behind - start, start, place: behind, disk: 0, ...change };
    const eight = (value: number): (readonly [number, number])[] => [
      [4, value],
      [4, 0],
    ];
    const between = numbers(
      [4, 0x06064b50],
      ...eight(told.length),
      ...[[2, 45] as const, [2, 45] as const, [4, told.disk] as const, [4, 0] as const],
      ...[told.here, told.count, told.size, told.start].flatMap(eight),
      ...[[4, 0x07064b50] as const, [4, 0] as const, ...eight(told.place), [4, 1] as const],
    );
    return madeZip(entries, { between, directorySize: behind - start, ...end });
  };

  it.each<[string, Uint8Array]>([
    ['sizes of an entry', madeZip([a!, longer])],
    ['its place', madeZip([a!, { ...b!, offset: long, extra: field(second!.offset) }])],
    ['a longer end beside the usual one', ended([a!, b!])],
    ['a longer end for numbers the usual one leaves out', ended([a!, longer], { counts: [longCount, longCount] })],
    ['a longer end for the place', ended([a!, b!], { directoryStart: long, directorySize: long })],
    [
      'all numbers of an entry',
      madeZip([a!, { ...longer, offset: long, extra: field(second!.size, second!.packedSize, second!.offset) }]),
    ],
    ['the packed size alone', madeZip([a!, { ...b!, packedSize: long, extra: field(second!.packedSize) }])],
    [
      'a field behind others',
      madeZip([
        a!,
        {
          ...longer,
          extra: Buffer.concat([
            numbers([2, 7], [2, 0]),
            numbers([2, 9], [2, 5], [5, 1]),
            field(second!.size, second!.packedSize),
          ]),
        },
      ]),
    ],
  ])('are read: %s', (_, bytes) => {
    expect(read(bytes).entries).toEqual([first, expect.objectContaining(second!)]);
  });

  it.each<[string, Uint8Array]>([
    ['a field too short', madeZip([a!, { ...longer, extra: field(second!.size) }])],
    ['another field alone', madeZip([a!, { ...longer, extra: numbers([2, 0x5455], [2, 1], [1, 3]) }])],
    [
      'a size longer than any',
      madeZip([a!, { ...longer, extra: numbers([2, 1], [2, 16], [4, 9], [4, 1], [4, 9], [4, 1]) }]),
    ],
    ['a count that the usual end has otherwise', ended([a!, b!], {}, { here: 1, count: 1 })],
    ['a part of the entries', ended([a!, b!], {}, { here: 1 })],
    ['another place of the directory', ended([a!, b!], {}, { start: 3 })],
    ['another length of the directory', ended([a!, b!], {}, { size: 3 })],
    ['a longer end of another length', ended([a!, b!], {}, { length: 40 })],
    ['a longer end elsewhere', ended([a!, b!], {}, { place: 3 })],
    ['a longer end behind the file', ended([a!, b!], {}, { place: 1_000_000 })],
    ['a longer end of another disk', ended([a!, b!], {}, { disk: 1 })],
  ])('are refused: %s', (_, bytes) => {
    expect(read(bytes)).toEqual({ entries: null, fault: expect.stringMatching(/damaged|large/u) as string });
  });
});
