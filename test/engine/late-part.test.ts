/** The other part of a cut program is had when it is first needed, and only where it is whole and of the same build. */
import { Refusal } from '../../src/core/base/refusal';
import { latePart, openLateParts } from '../../src/engine/late-part';

const mark = '0123456789abcdef';
const text = `${mark}\nthe code\n${mark}\n`;

/** What the part is when its file holds this; null: when there is none. */
function partOf(held: string | null): unknown {
  openLateParts({ read: () => held, evaluate: (_, code) => () => code.trim() });
  return latePart('第二部分', mark, () => [])();
}

it('is read and made when it is first asked for, once, of what it is handed', () => {
  const done: string[] = [];
  openLateParts({
    read: (name) => (done.push(`read ${name}`), text),
    evaluate:
      (name, code) =>
      ([one]) => ({ code: code.trim(), one: done.push(`${name} made of ${String(one)}`) }),
  });
  const part = latePart('the part', mark, () => ['one']);
  expect(done).toEqual([]);
  expect([part(), part() === part(), done]).toEqual([
    { code: 'the code', one: 2 },
    true,
    ['read the part', 'the part made of one'],
  ]);
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
