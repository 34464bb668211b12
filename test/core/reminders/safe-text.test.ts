import fc from 'fast-check';
import { fileNamePart, htmlData, safeLine } from '../../../src/core/reminders/safe-text';
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

it('a thousand characters are kept where nothing else is asked', () => {
  expect(safeLine('甲'.repeat(1000))).toBe('甲'.repeat(1000));
  expect(safeLine('甲'.repeat(1001))).toBe(`${'甲'.repeat(999)}…`);
});

it('data for HTML have no sign of HTML in any text, and are else what they were', () => {
  const told = { 文: `<a href='x'>"&"</a>`, 表: ['<', { 里: '>' }], 里: { 数: 1, 是: true, 无: null } };
  expect(htmlData(told)).toEqual({
    文: '&#60;a href=&#39;x&#39;&#62;&#34;&#38;&#34;&#60;/a&#62;',
    表: ['&#60;', { 里: '&#62;' }],
    里: { 数: 1, 是: true, 无: null },
  });
});

it.each([
  [String.raw`甲\/:*?"<>|乙`, '甲＼／：＊？＂＜＞｜乙'],
  ['\n甲  乙\t', '甲 乙'],
  ['甲. .', '甲'],
  ['甲\u202e乙', '甲乙'],
  ['甲'.repeat(60), '甲'.repeat(60)],
  ['甲'.repeat(61), `${'甲'.repeat(59)}…`],
  [` ${'甲'.repeat(60)} `, '甲'.repeat(60)],
])('of %j the name of a file has %j', (text, part) => {
  expect(fileNamePart(text)).toBe(part);
});
