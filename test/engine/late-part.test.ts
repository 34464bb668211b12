/** The other part of a cut program is had when it is first needed, and only where it is whole and of the same build. */
import { readFileSync } from 'node:fs';
import { Refusal } from '../../src/core/base/refusal';
import * as door from '../../src/engine/fill';
import { latePart, openLatePart } from '../../src/engine/late-part';

const mark = '0123456789abcdef';
const text = `${mark}\nthe code\n${mark}\n`;

/** What the part is when its file holds this; null: when there is none. */
function partOf(held: string | null): unknown {
  openLatePart({ name: '第二部分', read: () => held, evaluate: (code) => () => code.trim() });
  return latePart(mark, () => [])();
}

it('is read and made when it is first asked for, once, of what it is handed', () => {
  const done: string[] = [];
  openLatePart({
    name: '',
    read: () => (done.push('read'), text),
    evaluate:
      (code) =>
      ([one]) => ({ code: code.trim(), one: done.push(`made of ${String(one)}`) }),
  });
  const part = latePart(mark, () => ['one']);
  expect(done).toEqual([]);
  expect([part(), part() === part(), done]).toEqual([{ code: 'the code', one: 2 }, true, ['read', 'made of one']]);
});

it.each([
  [null, '没有“第二部分”这个文件'],
  ['', '这个文件不完整'],
  ['<p>', '这个文件不完整'],
  [text.slice(0, 20), '这个文件不完整'],
  [text.slice(0, -5), '这个文件不完整'],
  [text.slice(1), '这个文件不完整'],
  [text.replaceAll('f', 'e'), '不是同一个版本'],
  [text.replaceAll('f', 'e').slice(0, -5), '不是同一个版本'],
])('%j is refused in words that say what to do', (held, said) => {
  const refused = (): unknown => partOf(held);
  expect(refused).toThrow(Refusal);
  expect(refused).toThrow(new RegExp(`${said}.*请重新推送程序（npm run push）`, 'u'));
  expect(partOf(text)).toBe('the code');
});

it('holds functions alone: nothing else can wait until somebody calls it', () => {
  const lists = readFileSync('src/engine/fill.ts', 'utf8').matchAll(/^export \{([^}]*)\} from '\.\/(?:word|docs)\//gmu);
  const names = [...lists].flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  const values = names.filter((name) => !name.startsWith('type '));
  expect(values.length).toBeGreaterThan(5);
  expect(values.filter((name) => typeof door[name as keyof typeof door] !== 'function')).toEqual([]);
});
