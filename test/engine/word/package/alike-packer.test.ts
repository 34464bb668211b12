/** Parts that are mostly alike, packed by what is known of the first: any reader unpacks them. */
import fc from 'fast-check';
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { AlikePacker } from '../../../../src/engine/word/package/alike-packer';
import { lengthCode } from '../../../../src/engine/word/package/fixed-codes';
import { rounds } from '../../../rounds';

interface Part {
  readonly bytes: Uint8Array;
  readonly changing: readonly number[];
}

/** Texts of the template and values in turn, the first and the last a text. */
function partOf(texts: readonly Uint8Array[], values: readonly Uint8Array[]): Part {
  const pieces = texts.flatMap((text, index) => (index === 0 ? [text] : [values[index - 1] ?? new Uint8Array(), text]));
  const changing: number[] = [];
  let at = 0;
  pieces.forEach((piece, index) => {
    if (index % 2 === 1) changing.push(at, at + piece.length);
    at += piece.length;
  });
  return { bytes: Buffer.concat(pieces), changing };
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const row = '<w:tr><w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>';
const aText = fc
  .array(
    fc.oneof(
      fc.constantFrom(row, '</w:t></w:r></w:p>', 'aaaaaaaaaaaaaaaaaaaa', '责任单位'),
      fc.string({ unit: 'binary' }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => utf8(pieces.join('')));
const aValue = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('司法所', row).map(utf8));
const parts = fc.array(aText, { minLength: 1, maxLength: 6 }).chain((texts) =>
  fc
    .array(fc.array(aValue, { minLength: texts.length - 1, maxLength: texts.length - 1 }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((values) => values.map((own) => partOf(texts, own))),
);

it('loses nothing, whatever stands between the texts of the template', () => {
  fc.assert(
    fc.property(parts, (alike) => {
      const packer = new AlikePacker();
      for (const { bytes, changing } of alike) {
        const { packed, crc } = packer.pack(bytes, changing) ?? {};
        expect(inflateRawSync(packed ?? new Uint8Array()).equals(bytes)).toBe(true);
        expect(crc).toBe(crc32(bytes));
      }
    }),
    { numRuns: rounds(300) },
  );
});

it('gives the same for a part whatever was packed before', () => {
  fc.assert(
    fc.property(parts, (alike) => {
      const last = alike[alike.length - 1] ?? partOf([], []);
      const packer = new AlikePacker();
      const after = alike.map(({ bytes, changing }) => packer.pack(bytes, changing));
      expect(after[after.length - 1]).toEqual(new AlikePacker().pack(last.bytes, last.changing));
    }),
    { numRuns: rounds(100) },
  );
});

it('loses nothing where it was told of the wrong places', () => {
  const packer = new AlikePacker();
  const told = partOf([utf8(row), utf8(row), utf8('</w:tr>')], [utf8('甲'), utf8('乙')]).changing;
  const texts = [`${row}甲${row}乙</w:tr>`, `${row}丙${row}丁戊</w:tr>`, `${row}己${row}庚</w:tr>其他`];
  for (const text of [...texts, `${row.replace('1200', '1300')}甲${row}乙</w:tr>`]) {
    expect(inflateRawSync(packer.pack(utf8(text), told)?.packed ?? new Uint8Array()).toString('utf8')).toBe(text);
  }
  // What is shorter than that has nothing where a value was told of.
  expect(packer.pack(utf8(row), told)).toBeNull();
});

it('writes the longest match by the code that it has of its own', () => {
  const extra = [3, 10, 11, 227, 257, 258].map((length) => lengthCode(length).count);
  expect(extra).toEqual([7, 7, 8, 13, 13, 8]);
});

it('is hardly larger than what looks for repetitions anew and writes them with the same codes', () => {
  const texts = Array.from({ length: 40 }, (_, index) =>
    utf8(`</w:t></w:r></w:p></w:tc></w:tr>${row}${String(index)}`),
  );
  const { bytes, changing } = partOf(
    texts,
    Array.from({ length: 39 }, (_, index) => utf8(`任务${String(index)}`)),
  );
  const size = new AlikePacker().pack(bytes, changing)?.packed.length ?? Infinity;
  expect(size / deflateRawSync(bytes, { strategy: constants.Z_FIXED }).length).toBeLessThan(1.6);
});

it('leaves what is longer than a match may reach to others, and the forty-first way in which conditions turn out', () => {
  const packer = new AlikePacker();
  expect(packer.pack(new Uint8Array(32_769), [])).toBeNull();
  const sizes = Array.from({ length: 41 }, (_, index) => packer.pack(new Uint8Array(index), [])?.packed.length ?? null);
  expect(sizes.slice(0, 40)).not.toContain(null);
  expect(sizes[40]).toBeNull();
});
