import { gzipSync } from 'node:zlib';
import { fillDocument } from '../../../../src/engine/word/fill-document';
import type { FillOptions } from '../../../../src/engine/word/fill-options';
import { traceFile } from '../../../../src/engine/word/package/sheet-file';
import { openGzip } from '../../../../src/engine/word/package/write-zip';
import { openZip } from '../../../../src/local/base/zip';
import { docx, p, readBody } from '../docx-builder';

const template = docx(p('{{甲}}'));
const fill = (options: Partial<FillOptions>): Uint8Array | null =>
  fillDocument(
    template,
    { 甲: '值'.repeat(500) },
    { 甲: { type: 'text', help: '' } },
    { name: '模板.docx', ...options },
  ).bytes;

describe("the platform's gzip", () => {
  it('gives the same document as the code brought along', () => {
    const bytes = fill({ gzip: (content) => gzipSync(content) });
    expect(readBody(bytes)).toBe(readBody(fill({})));
    // The checksums are looked at when a document is opened.
    expect(fillDocument(bytes ?? template, {}, {}, { name: '成文.docx' }).bytes).not.toBeNull();
  });

  it('gives the same list of values as the code brought along, and is asked for its sheet alone', () => {
    const entry = { place: '第 1 段', field: '甲', text: '值', sources: ['司法所.xlsx 进展!D7'], bookmark: '' };
    const asked: number[] = [];
    const made = traceFile(
      Array<typeof entry>(50).fill(entry),
      (content) => (asked.push(content.length), gzipSync(content)),
    );
    const parts = (file: Uint8Array): readonly (readonly [string, string])[] =>
      openZip(file).map(({ name, read }) => [name, Buffer.from(read()).toString('utf8')]);
    expect(parts(made)).toEqual(parts(traceFile(Array<typeof entry>(50).fill(entry))));
    expect(asked).toEqual([Buffer.byteLength(parts(made).at(-1)?.[1] ?? '')]);
  });

  it('may name the file, say more and have a checksum of its header', () => {
    const plain = gzipSync('年报');
    const extra = [0x03, 0x00, 1, 2, 3];
    const parts = [...extra, ...Buffer.from('a.xml\0说明\0'), 9, 9];
    const full = Uint8Array.from([
      ...plain.subarray(0, 3),
      0b11110,
      ...plain.subarray(4, 10),
      ...parts,
      ...plain.subarray(10),
    ]);
    expect(openGzip(full)).toEqual(openGzip(plain));
  });

  it('is refused when it is something else', () => {
    expect(() => openGzip(new Uint8Array(20))).toThrow('not a gzip file');
  });
});

it('leaves the list of values out when nobody asks', () => {
  const filled = fillDocument(template, { 甲: '值' }, { 甲: { type: 'text', help: '' } }, { name: 'x', trace: false });
  expect(filled.trace).toEqual([]);
  expect(filled.text).toEqual(['值']);
});
