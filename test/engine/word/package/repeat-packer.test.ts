/** Parts that are packed by what is known of their like unpack to what was written, whatever stands in them. */
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { crc32 } from '../../../../src/engine/word/package/crc32';
import { RepeatPacker } from '../../../../src/engine/word/package/repeat-packer';
import { Utf8Buffer } from '../../../../src/engine/word/package/utf8-buffer';
import { rounds } from '../../../rounds';

const cell = '<w:tc><w:tcPr><w:tcW w:w="1895" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">';
const pieces = ['<w:body><w:tbl>', cell, '</w:t></w:r></w:p></w:tc>', `${cell}承办单位`, '短', cell.repeat(9)];
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '司法所', '\u{20000}', cell, 'x'.repeat(40_000)),
);

/** What a template writes: its pieces, between them values, and how much of it vanishes again. */
const writing = fc.record({
  steps: fc.array(fc.tuple(fc.constantFrom(...pieces), fc.array(value, { maxLength: 3 })), { maxLength: 12 }),
  cut: fc.option(fc.nat(400), { nil: null }),
});

function written(
  buffer: Utf8Buffer,
  values: readonly string[],
  { steps, cut }: typeof writing extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array {
  buffer.begin();
  let next = 0;
  steps.forEach(([piece, between], index) => {
    buffer.addAgain(piece);
    for (const own of between) buffer.add(own === '' ? '' : (values[next++ % Math.max(1, values.length)] ?? own));
    if (index === Math.floor(steps.length / 2) && cut !== null) buffer.cut(Math.max(0, buffer.length - cut));
  });
  return buffer.content();
}

it('each gives back its bytes and their checksum', () => {
  let packedAgain = 0;
  fc.assert(
    fc.property(writing, fc.array(fc.array(value, { maxLength: 4 }), { minLength: 4, maxLength: 6 }), (way, papers) => {
      const [packer, buffer] = [new RepeatPacker(), new Utf8Buffer()];
      for (const values of papers) {
        const bytes = written(buffer, values, way);
        const { log } = buffer;
        const entry = log && packer.pack('word/document.xml', bytes, log);
        if (!entry) continue;
        packedAgain += 1;
        expect(Buffer.from(inflateRawSync(entry.packed)).equals(bytes)).toBe(true);
        expect(entry.crc).toBe(crc32(bytes));
      }
    }),
    { numRuns: rounds(400) },
  );
  expect(packedAgain).toBeGreaterThan(100);
});

it('what repeats takes no more room than a few bytes, and a value only itself', () => {
  const [packer, buffer] = [new RepeatPacker(), new Utf8Buffer()];
  const sizeWith = (name: string): number => {
    buffer.begin();
    for (let at = 0; at < 20; at += 1) {
      buffer.addAgain(cell);
      buffer.add(at === 3 ? name : String(at));
      buffer.addAgain('</w:t></w:r></w:p></w:tc>');
    }
    return (buffer.log && packer.pack('a', buffer.content(), buffer.log))?.packed.length ?? 0;
  };
  const size = sizeWith('甲');
  expect(size).toBeGreaterThan(100);
  expect(size).toBeLessThan(400);
  expect(sizeWith('司法所司法所') - size).toBeLessThan(20);
});
