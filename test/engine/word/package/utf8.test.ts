import fc from 'fast-check';
import { anyText } from '../../../any-text';
import { Utf8Buffer } from '../../../../src/engine/word/package/utf8-buffer';
import { utf8Text } from '../../../../src/engine/word/package/utf8-text';
import { rounds } from '../../../rounds';

const shortText = anyText(60);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

describe('Utf8Buffer', () => {
  it('writes what other encoders write, added once or again and again', () => {
    fc.assert(
      fc.property(fc.array(shortText, { maxLength: 8 }), (texts) => {
        const buffer = new Utf8Buffer();
        for (const text of [...texts, ...texts]) buffer.addAgain(text);
        for (const text of texts) buffer.add(text);
        expect(Buffer.from(buffer.content())).toEqual(Buffer.from(texts.join('').repeat(3)));
      }),
    );
  });

  it('writes half a pair of surrogates as U+FFFD', () => {
    const buffer = new Utf8Buffer();
    buffer.add('甲\ud83d乙\udc00');
    expect(decoder.decode(buffer.content())).toBe('甲\ufffd乙\ufffd');
  });

  it('adds a text as XML only when no sign of it needs care', () => {
    fc.assert(
      fc.property(shortText, (text) => {
        const buffer = new Utf8Buffer();
        buffer.add('前');
        const added = buffer.addPlain(text);
        expect(decoder.decode(buffer.content())).toBe(added ? `前${text}` : '前');
        const needsCare =
          ['"', '&', '<', '>', '\n', '\ufffe', '\uffff', '\0'].some((sign) => text.includes(sign)) ||
          /\p{Cs}|\p{Cc}/u.test(text);
        if (needsCare && !/[\u007f-\u009f]/u.test(text)) expect(added).toBe(false);
      }),
    );
    expect(new Utf8Buffer().addPlain('第1办公室：“已完成”100%')).toBe(true);
  });

  it('tells where something else may stand the next time, also after something was taken back', () => {
    const buffer = new Utf8Buffer();
    const told = () => buffer.added.parts.map((part, index) => `${String(buffer.added.starts[index])} ${part ?? '?'}`);
    buffer.addAgain('<w:t>');
    buffer.add('甲');
    buffer.addPlain('乙');
    buffer.add('');
    buffer.addAgain('</w:t>');
    buffer.add('丙');
    expect(told()).toEqual(['0 <w:t>', '5 ?', '8 ?', '11 </w:t>', '17 ?']);
    buffer.cut(17);
    expect(told()).toEqual(['0 <w:t>', '5 ?', '8 ?', '11 </w:t>']);
    buffer.cut(8);
    buffer.addAgain('</w:t><w:t>');
    buffer.add('丁');
    expect(told()).toEqual(['0 <w:t>', '5 ?', '8 </w:t><w:t>', '19 ?']);
    buffer.cut(0);
    expect(told()).toEqual([]);
  });

  it('takes back what was added last, however much it grew', () => {
    const buffer = new Utf8Buffer();
    buffer.add('甲');
    const { length } = buffer;
    buffer.addAgain('字'.repeat(100_000));
    buffer.cut(length);
    buffer.addAgain('字'.repeat(100_000));
    expect(utf8Text(buffer.content())).toBe(`甲${'字'.repeat(100_000)}`);
  });
});

describe('utf8Text', () => {
  it('reads what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 9000 }), (text) => {
        expect(utf8Text(Buffer.from(text))).toBe(Buffer.from(text).toString());
      }),
      { numRuns: rounds(50) },
    );
  });

  it.each([[[0x41, 0xff]], [[0xe4, 0xb8]], [[0xed, 0xa0, 0x80]], [[0xc0, 0x80]], [[0xf8, 0x88, 0x80, 0x80]]])(
    'reads broken bytes %p without failing',
    (bytes) => {
      expect(utf8Text(Uint8Array.from(bytes))).toContain('\ufffd');
    },
  );
});
