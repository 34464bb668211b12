/** Parts that are mostly alike, packed by what is known of their texts: any reader unpacks them. */
import fc from 'fast-check';
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { AlikePacker } from '../../../../src/engine/word/package/alike-packer';
import { lengthCode } from '../../../../src/engine/word/package/fixed-codes';
import { Utf8Buffer } from '../../../../src/engine/word/package/utf8-buffer';
import { rounds } from '../../../rounds';

/** What a writer does: a text of the template, a value, or something taken back. */
type Step = { readonly text: string } | { readonly value: string } | { readonly gone: string };

const row = '<w:tr><w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>';
const aText = fc
  .array(
    fc.oneof(
      fc.constantFrom(row, '</w:t></w:r></w:p>', 'aaaaaaaaaaaaaaaaaaaa', '责任单位'),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
const aValue = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('司法所', row, ''));
const aStep: fc.Arbitrary<Step> = fc.oneof(
  aText.map((text) => ({ text })),
  aValue.map((value) => ({ value })),
  aText.map((gone) => ({ gone })),
);
/** Documents of one template: the same texts, other values. */
const documents = fc
  .tuple(
    fc.array(aStep, { maxLength: 12 }),
    fc.array(fc.array(aValue, { minLength: 12, maxLength: 12 }), { maxLength: 3 }),
  )
  .map(([steps, values]) => [
    steps,
    ...values.map((own) => steps.map((step, index) => ('value' in step ? { value: own[index] ?? '' } : step))),
  ]);

function write(buffer: Utf8Buffer, steps: readonly Step[]): void {
  buffer.cut(0);
  for (const step of steps) {
    if ('text' in step) buffer.addAgain(step.text);
    else if ('value' in step) buffer.add(step.value);
    else {
      const { length } = buffer;
      buffer.addAgain(step.gone);
      buffer.add('x');
      buffer.cut(length);
    }
  }
}

function packed(
  packer: AlikePacker,
  steps: readonly Step[],
  buffer = new Utf8Buffer(),
): ReturnType<AlikePacker['pack']> {
  write(buffer, steps);
  return packer.pack(buffer.added);
}

it('loses nothing, whatever stands between the texts of the template', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const packer = new AlikePacker();
      const buffer = new Utf8Buffer();
      for (const steps of all) {
        const { packed: bytes = new Uint8Array(), crc } = packed(packer, steps, buffer) ?? {};
        expect(inflateRawSync(bytes).equals(buffer.content())).toBe(true);
        expect(crc).toBe(crc32(buffer.content()));
      }
    }),
    { numRuns: rounds(400) },
  );
});

it('gives the same for a document whatever was packed before', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const packer = new AlikePacker();
      const buffer = new Utf8Buffer();
      const after = all.map((steps) => packed(packer, steps, buffer));
      expect(after).toEqual(all.map((steps) => packed(new AlikePacker(), steps)));
    }),
    { numRuns: rounds(200) },
  );
});

it('loses nothing where a text was cut in the middle', () => {
  const buffer = new Utf8Buffer();
  const packer = new AlikePacker();
  for (const gone of [0, 10, 20]) {
    write(buffer, [{ text: row }, { value: '甲' }, { text: row }]);
    buffer.cut(buffer.length - gone);
    buffer.add('乙');
    const { packed: bytes = new Uint8Array() } = packer.pack(buffer.added) ?? {};
    expect(inflateRawSync(bytes).toString('utf8')).toBe(`${row}甲${row.slice(0, row.length - gone)}乙`);
  }
});

it('writes the longest match by the code that it has of its own', () => {
  const extra = [3, 10, 11, 227, 257, 258].map((length) => lengthCode(length).count);
  expect(extra).toEqual([7, 7, 8, 13, 13, 8]);
});

it('is hardly larger than what looks for repetitions anew and writes them with the same codes', () => {
  const buffer = new Utf8Buffer();
  const steps = Array.from({ length: 40 }, (_, index): readonly Step[] => [
    { text: `</w:t></w:r></w:p></w:tc></w:tr>${row}${String(index)}` },
    { value: `任务${String(index)}` },
  ]);
  const size = packed(new AlikePacker(), steps.flat(), buffer)?.packed.length ?? Infinity;
  expect(size / deflateRawSync(buffer.content(), { strategy: constants.Z_FIXED }).length).toBeLessThan(1.6);
});

it('leaves what is longer than a match may reach to others, and the forty-first way in which conditions turn out', () => {
  const packer = new AlikePacker();
  expect(packed(packer, [{ value: 'x'.repeat(32_769) }])).toBeNull();
  const sizes = Array.from({ length: 41 }, (_, index) => packed(packer, [{ text: `第${String(index)}种` }]));
  expect(sizes.slice(0, 40)).not.toContain(null);
  expect(sizes[40]).toBeNull();
});
