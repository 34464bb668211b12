import fc from 'fast-check';
import { safeLine } from '../../../src/core/reminders/safe-text';
import { anyText } from '../../any-text';

/** What would have to be changed, among what need not be. */
const signs = fc.string({
  unit: fc.constantFrom(
    ...Array.from('司法（），；：“”〔〕、。…!-/9;~aZ0.: \t\n\u00a0\u200b\u202e\u0007'),
    'http://',
    '://',
    '.cn',
    '😀',
  ),
});

it('leaves one line without signs nobody sees, without blanks at an end or beside each other, and without an address', () => {
  fc.assert(
    fc.property(fc.oneof(signs, anyText()), (text) => {
      const line = safeLine(text);
      expect(line).not.toMatch(/^\s|\s$|\s\s|[^\S ]|[\p{Cc}\p{Cf}]/u);
      expect(line).not.toMatch(/https?:\/\/|[a-z0-9-]\.[a-z]{2,}(?![a-z])/iu);
    }),
  );
});

it.each([
  ['任务（T-1）：推进“八五”普法，3.15', '任务（T-1）：推进“八五”普法，3.15'],
  [' 甲 \n 乙\u202e ', '甲 乙'],
  ['见 https://a.gov.cn/x', '见 hxxps://a[.]gov[.]cn/x'],
  ['ftp://a', 'ftp[:]//a'],
])('of %j makes %j', (text, line) => {
  expect(safeLine(text)).toBe(line);
});

it('cuts at characters, not within one', () => {
  expect(safeLine('😀'.repeat(4), 4)).toBe('😀'.repeat(4));
  expect(safeLine('😀'.repeat(5), 4)).toBe('😀😀😀…');
  expect(safeLine('甲'.repeat(4), 4)).toBe('甲甲甲甲');
});
