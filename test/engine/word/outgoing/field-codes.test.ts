/** Which fields may stay: what a code says is known before the field is worked out. */
import { isAllowedField } from '../../../../src/engine/word/outgoing/field-codes';

const plain = { holdsFields: false, holdsText: false };

it.each([
  ...[' PAGE ', 'page \\* MERGEFORMAT', '=1+2', ' TOC \\o "1-3" \\h', 'HYPERLINK "https://a.example"'],
  ...['HYPERLINK \\l "place"', 'HYPERLINK https://a.example \\o "tip" \\t "_blank"', 'IF 1 = 1 "a" "b"'],
])('%s stays', (code) => {
  expect(isAllowedField({ code, ...plain })).toBe(true);
});

it.each([
  ...[
    'INCLUDETEXT "c:\\\\a.docx"',
    'INCLUDEPICTURE "https://a.example/a.png"',
    'DDEAUTO excel a b',
    'DDE excel a',
    'LINK x',
  ],
  ...[
    'DATABASE',
    'MERGEFIELD a',
    'MACROBUTTON a b',
    'IMPORT a',
    'EMBED a',
    'USERNAME',
    'RD "a.docx"',
    'AUTOTEXT a',
    '',
  ],
  ...['HYPERLINK "file:///c:/a.exe"', 'HYPERLINK "c:\\\\a.exe"', 'HYPERLINK "https://a.example" "b"', 'HYPERLINK a b'],
])('%s does not', (code) => {
  expect(isAllowedField({ code, ...plain })).toBe(false);
});

it.each([
  ['=', true],
  ['IF 1 = 1', true],
  ['COMPARE a = b', true],
  ['HYPERLINK "https://a.example"', false],
  ['REF place', false],
  ['PAGE', false],
])('what other fields write into %s is a number or could be any code', (code, isAllowed) => {
  expect(isAllowedField({ code, holdsFields: true, holdsText: false })).toBe(isAllowed);
  expect(isAllowedField({ code, holdsFields: false, holdsText: true })).toBe(false);
});
