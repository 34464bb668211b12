/** 余, 约, 近 …: where they stand, and what becomes of them when figures are put together. */
import type { Qualifier } from '../../../src/core/cells/readings';
import { joinQualifiers, qualified } from '../../../src/core/findings/qualifier';

it.each<[Qualifier, string]>([
  ['', '300人'],
  ['余', '300余人'],
  ['多', '300多人'],
  ['约', '约300人'],
  ['近', '近300人'],
  ['逾', '逾300人'],
  ['至少', '至少300人'],
])('%j is written %s', (qualifier, text) => {
  expect(qualified('300', '人', qualifier)).toBe(text);
});

it.each<[readonly (readonly [number | null, Qualifier])[], Qualifier]>([
  [[], ''],
  [[[300, '余']], '余'],
  [
    [
      [300, '至少'],
      [5, ''],
    ],
    '至少',
  ],
  [
    [
      [300, '至少'],
      [5, '约'],
    ],
    '约',
  ],
  [[[300, '']], ''],
  [
    [
      [300, '余'],
      [0, ''],
    ],
    '余',
  ],
  [
    [
      [300, '余'],
      [null, ''],
    ],
    '余',
  ],
  [
    [
      [0, '近'],
      [300, ''],
    ],
    '',
  ],
  [
    [
      [300, '余'],
      [20, ''],
    ],
    '约',
  ],
  [
    [
      [20, ''],
      [300, '余'],
    ],
    '约',
  ],
  [
    [
      [300, '余'],
      [20, '余'],
    ],
    '约',
  ],
  [
    [
      [300, ''],
      [20, ''],
    ],
    '',
  ],
])('%j together are %j', (parts, word) => {
  expect(joinQualifiers(parts.map(([value, qualifier]) => ({ value, qualifier })))).toBe(word);
});
