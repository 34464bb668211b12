/** The other part of a cut program is had the way that was said, when it is first needed. */
import { readFileSync } from 'node:fs';
import * as door from '../../src/engine/fill';
import { latePart, openLatePart } from '../../src/engine/late-part';

it('is opened by its mark, and made once, of what was handed', () => {
  const opened: string[] = [];
  openLatePart((mark) => {
    opened.push(mark);
    return ([one]) => ({ one });
  });
  const part = latePart('m', () => [1]);
  expect(opened).toEqual([]);
  expect([part(), part() === part(), opened]).toEqual([{ one: 1 }, true, ['m']]);
});

it('is asked for again where it could not be had', () => {
  openLatePart(() => {
    throw new Error('no file');
  });
  const part = latePart('m', () => []);
  expect(part).toThrow('no file');
  openLatePart(() => () => 'there');
  expect(part()).toBe('there');
});

it('holds functions alone: nothing else can wait until somebody calls it', () => {
  const lists = readFileSync('src/engine/fill.ts', 'utf8').matchAll(/^export \{([^}]*)\} from '\.\/(?:word|docs)\//gmu);
  const names = [...lists].flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  const values = names.filter((name) => !name.startsWith('type '));
  expect(values.length).toBeGreaterThan(5);
  expect(values.filter((name) => typeof door[name as keyof typeof door] !== 'function')).toEqual([]);
});
