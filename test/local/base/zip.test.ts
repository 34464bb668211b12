/** Archives as people and programs leave them: with comments, and with bytes behind them. */
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
