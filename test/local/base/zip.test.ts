/** Archives as people and programs leave them: with comments, and with bytes behind them. */
import { madeZip, type MadeEntry } from '../../core/made-zip';
import { openZip, packZip } from '../../../src/local/base/zip';

const archive = Buffer.from(packZip([['a.xml', Buffer.from('<a/>')]], true));

/** The archive with a comment, as its end says. */
function withComment(comment: Buffer): Buffer {
  const end = Buffer.from(archive);
  end.writeUInt16LE(comment.length, end.length - 2);
  return Buffer.concat([end, comment]);
}

const contents = (bytes: Uint8Array): string[] => openZip(bytes).map(({ read }) => Buffer.from(read()).toString());

it.each([
  ['no comment', archive],
  ['a comment', withComment(Buffer.from('某镇'))],
  ['a comment that holds the mark of an end', withComment(Buffer.from('PK\u0005\u0006 is the mark of an end'))],
  ['a comment that is another archive’s end', withComment(Buffer.from(archive.subarray(-22)))],
  ['a comment of marks alone', withComment(Buffer.from('PK\u0005\u0006'.repeat(10_000)))],
  ['bytes behind the archive', Buffer.concat([archive, Buffer.alloc(40)])],
])('%s: the parts are read', (_, bytes) => {
  expect(contents(bytes)).toEqual(['<a/>']);
});

describe('parts that archives have alike', () => {
  const styles = Buffer.from(`<styleSheet>${'<xf/>'.repeat(500)}</styleSheet>`);
  const book = (title: string): Uint8Array =>
    packZip(
      [
        ['styles.xml', styles],
        ['book.xml', Buffer.from(`<book>${title}</book>`)],
      ],
      true,
    );
  const partsOf = (bytes: Uint8Array): readonly Buffer[] => openZip(bytes).map(({ readAlike }) => readAlike());

  it('are one object, all others are their own', () => {
    const [[first, one], [second, other]] = [partsOf(book('甲')), partsOf(book('乙'))];
    expect(second).toBe(first);
    expect([first, one, other].map(String)).toEqual([String(styles), '<book>甲</book>', '<book>乙</book>']);
  });

  it('are told as damaged in the archive where they are', () => {
    const damaged = Buffer.from(book('甲'));
    const at = damaged.indexOf('styles.xml') + 'styles.xml'.length + 5;
    damaged.writeUInt8(damaged.readUInt8(at) ^ 0x10, at);
    expect(partsOf(book('甲'))).toHaveLength(2);
    expect(() => partsOf(damaged)).toThrow('styles.xml');
  });

  it('another packing of the same length and checksum is unpacked by itself', () => {
    // The size that the directory tells is another one: what is known of the part says nothing of it.
    const lying = Buffer.from(book('甲'));
    const entry = lying.lastIndexOf('PK\u0001\u0002styles'.slice(0, 4), lying.lastIndexOf('styles.xml'));
    for (const at of [entry + 24, 22]) lying.writeUInt32LE(styles.length + 1, at);
    expect(partsOf(book('甲'))).toHaveLength(2);
    expect(() => partsOf(lying)).toThrow('styles.xml');
  });

  it('keep no more of an archive than they need, whatever it says of their packed size', () => {
    const parts = 40;
    // Each part is said to reach over what follows its stream, which is passed over.
    const behind = Buffer.alloc(1_100_000);
    const padded = madeZip(
      Array.from({ length: parts }, (_, index) => {
        const data = `<a n="${String(index)}"/>`;
        return { name: `p${String(index)}.xml`, data, behind, packedSize: behind.length };
      }),
    );
    const before = process.memoryUsage().arrayBuffers;
    const read = partsOf(padded);
    expect(read).toHaveLength(parts);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000);
  });
});

describe('what a part holds is what is told of it', () => {
  const readOf = (entry: MadeEntry) => () => openZip(madeZip([entry])).map(({ read }) => String(read()));

  it('nothing, where that is told and there', () => {
    expect(readOf({ name: 'a.xml', data: '' })()).toEqual(['']);
    expect(readOf({ name: 'a.xml', data: '', method: 0 })()).toEqual(['']);
  });

  it.each([
    ['nothing is told of a part that holds something', { size: 0, crc: 0 }, 'checksum'],
    ['nothing is told of one that holds much', { data: '<a/>'.repeat(1000), size: 0, crc: 0 }, 'inflated'],
    ['more is told of one that is not packed', { method: 0, size: 5 }, 'checksum'],
    ['less is told of one that is not packed', { method: 0, size: 3 }, 'checksum'],
  ])('%s', (_, fields, says) => {
    expect(readOf({ name: 'a.xml', data: '<a/>', ...fields })).toThrow(says);
  });
});
