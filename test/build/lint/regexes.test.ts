/** The gate for regular expressions: what it must find, and what it must leave alone. */
import { findPatterns } from '../../../build/lint/regexes/find-patterns.mjs';
import { compilePattern, countSteps } from '../../../build/lint/regexes/count-steps.mjs';
import { worstText } from '../../../build/lint/regexes/judge.mjs';

describe('a pattern that takes more steps than its text is long is found', () => {
  it.each([
    ['signs before an end that does not come', '[。;,]+$'],
    ['alternatives that are repeated', '(?:a|b)+$'],
    ['two ways to part a text', '^(\\s*~?\\s*)x'],
    ['digits with or without a point', '^\\d+\\.?\\d*$'],
    ['repetitions of repetitions', '^(?:a+)+$'],
    ['comments that do not end', '<!--[\\s\\S]*?-->'],
    ['tags that do not end', '<\\w+:t(?:\\s[^>]*)?>'],
    ['a look ahead from each sign', '[,](?=(?:[^"]*"[^"]*")*[^"]*$)'],
    ['a look behind from each digit', '(?<=<id[^>]*?n=")\\d+'],
    ['a word from each of its signs', '[^\\s@]+@[^\\s@]+'],
    ['what was matched before', '(\\w)\\1*x'],
  ])('%s', (_, source) => {
    expect(worstText(source, 'u')).not.toBeNull();
  });
});

describe('a pattern whose steps grow with its text is left alone', () => {
  it.each([
    ['without repetition', '(?:合计|小计)$'],
    ['signs anywhere', '[。;,]+'],
    ['anchored at the beginning', '^[*※]+'],
    ['tags that stop at the next', '<\\w+:t(?:\\s[^<>]*)?>'],
    ['a word from its first sign', '(?<![^\\s@])[^\\s@]+@[^\\s@]+'],
    ['a number', '^[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:E[+-]?\\d+)?$'],
    ['few repetitions', '\\d{1,4}年'],
  ])('%s', (_, source) => {
    expect(worstText(source, 'u')).toBeNull();
  });
});

it('counts the same steps every time, four times as many for a text of double length where each sign begins anew', () => {
  const steps = (length: number): number => countSteps(compilePattern('a+$', 'u'), `${'a'.repeat(length)}b`);
  expect(steps(400)).toBe(steps(400));
  expect(steps(800) / steps(400)).toBeGreaterThan(3.9);
  expect(countSteps(compilePattern('a+', 'u'), `${'a'.repeat(800)}b`)).toBeLessThan(800 * 6);
});

describe('patterns in a source file', () => {
  const found = (text: string): readonly (readonly [string | null, string | null])[] =>
    findPatterns('src/x.ts', text).map(({ source, reason }) => [source, reason]);

  it('are literals and those that are built, with what the file says of their parts', () => {
    expect(found("const end = '。+$';\nconst a = /x+/u;\nconst b = new RegExp(`^${end}`, 'u');")).toEqual([
      ['x+', null],
      ['^。+$', null],
    ]);
  });

  it('are not known where the file does not say what they are', () => {
    expect(found("const a = new RegExp(made(), 'u');")).toEqual([[null, null]]);
  });

  it('bear the reason that stands beside or above them', () => {
    expect(found('const a = /x+$/u; // bounded: one line')).toEqual([['x+$', 'one line']]);
    expect(found('// bounded: a name\nconst a =\n  /x+$/u;')).toEqual([['x+$', 'a name']]);
    expect(found('// a name\nconst a = /x+$/u;')).toEqual([['x+$', null]]);
  });
});
