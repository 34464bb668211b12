/** A program cut in two at a door: it does what it did, each thing is there once, and nobody gets past the door unseen. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { cutBundle, markedParts } from '../../build/bundle/cut-bundle.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nianbao-cut-'));
  for (const path of ['engine/late-part.ts', 'core/base/refusal.ts']) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    copyFileSync(join('src', path), join(root, path));
  }
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A small program: what is shared counts who asks; the room has a helper of its own and a class of the shared file. */
const program = {
  'main.ts': `
    import { openLateParts, fill, width, type Filled } from './engine/fill';
    import { rest } from './seldom';
    import { count, Fault } from './shared';
    declare const file: Parameters<typeof openLateParts>[0];
    openLateParts(file);
    export function early(): number { return width('ab') + count(); }
    export function late(text: string): Filled { return fill(text); }
    export function seldom(text: string): string { return rest(text); }
    export function isFault(): boolean { try { fill(''); return false } catch (error) { return error instanceof Fault } }`,
  'shared.ts': `
    let asked = 0;
    export class Fault extends Error {}
    export function count(): number { return ++asked; }
    export const unused = 'nobody takes this';`,
  'seldom.ts': `
    import { fill } from './engine/fill';
    import { count } from './shared';
    import { tail } from './tail';
    export function rest(text: string): string { return fill(text).text + tail + String(count()); }`,
  'tail.ts': "export const tail = '末';",
  'engine/fill.ts': `
    export { fill, type Filled } from './word/fill';
    export { width } from './language/width';
    export { openLateParts } from './late-part';`,
  'engine/language/width.ts': 'export function width(text: string): number { return text.length; }',
  'engine/word/fill.ts': `
    import { width } from '../language/width';
    import { count, Fault } from '../../shared';
    import { helper } from './helper';
    export interface Filled { readonly text: string; readonly asked: number }
    export function fill(text: string): Filled {
      if (text === '') throw new Fault('empty');
      return { text: helper(text) + String(width(text)), asked: count() };
    }`,
  'engine/word/helper.ts': "export const helper = (text: string): string => text + '印好';",
};

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

function cut(changes: Readonly<Record<string, string>> = {}): ReturnType<typeof cutBundle> {
  write({ ...program, ...changes });
  return cutBundle({
    ...{ root, entry: 'main.ts', late: 'engine/late-part.ts', globalName: 'program' },
    parts: [
      { name: 'second', doors: ['engine/fill.ts'], rooms: ['engine/word'] },
      { name: 'third', doors: ['main.ts'], rooms: ['seldom.ts'] },
    ],
  });
}

/** Each time the second part is read; and what an expression gives in the first. */
async function running(): Promise<{
  readonly asked: string[];
  readonly value: (expression: string) => unknown;
  readonly run: (code: string) => unknown;
}> {
  const parts = await cut();
  const { first, others } = markedParts(parts.first, parts.others);
  const asked: string[] = [];
  const context = createContext({});
  const read = (name: string): string | undefined => (
    asked.push(name),
    others.find((other) => other.name === name)?.text
  );
  const evaluate = (_: string, code: string): unknown => runInContext(code, context) as unknown;
  Object.assign(context, { file: { read, evaluate } });
  runInContext(first, context);
  const run = (code: string): unknown => runInContext(code, context) as unknown;
  return { asked, value: (expression) => run(`JSON.stringify(program.${expression})`), run };
}

it('asks for the second part when something behind the door is called, once', async () => {
  const { asked, value } = await running();
  expect([value('early()'), asked]).toEqual(['3', []]);
  expect(value("late('甲乙')")).toBe('{"text":"甲乙印好2","asked":2}');
  expect([value("late('丙')"), asked]).toEqual(['{"text":"丙印好1","asked":3}', ['second']]);
});

it('asks for each part by itself, also from within another', async () => {
  const { asked, value } = await running();
  expect([value("seldom('甲')"), asked]).toEqual(['"甲印好1末2"', ['third', 'second']]);
  expect([value("seldom('乙')"), value("late('丙')"), asked]).toEqual([
    '"乙印好1末4"',
    '{"text":"丙印好1","asked":5}',
    ['third', 'second'],
  ]);
});

it('has what both parts use once: a class is the same, a count goes on', async () => {
  const { value } = await running();
  expect(value('isFault()')).toBe('true');
  expect([value('early()'), value("late('丙')"), value('early()')]).toEqual([
    '3',
    expect.stringContaining('"asked":2'),
    '5',
  ]);
});

it('asks its context for none of the objects of the language once it runs: there each look goes by way of the host', async () => {
  const { value, run } = await running();
  expect(value("late('甲')")).toBe('{"text":"甲印好1","asked":1}');
  run(`for (const name of ['String', 'Error', 'Object'])
    Object.defineProperty(globalThis, name, { value: undefined })`);
  expect(value("late('乙丙')")).toBe('{"text":"乙丙印好2","asked":2}');
  expect(value('isFault()')).toBe('true');
});

it('keeps what is behind a door out of the other parts, and what is shared in the first', async () => {
  const { first, others } = await cut();
  const has = (words: string): boolean[] =>
    [first, ...others.map(({ text }) => text)].map((one) => one.includes(words));
  expect(has('印好')).toEqual([false, true, false]);
  expect(has('末')).toEqual([false, false, true]);
  expect(has('extends Error')).toEqual([true, false, false]);
  expect(has('nobody takes this')).toEqual([false, false, false]);
});

it('gives all parts another mark when one of them changes', () => {
  const marks = ['a', 'b'].flatMap((one) =>
    ['c', 'd'].map((text) => {
      const { first, others } = markedParts(`${one} "mark-of-the-build", "mark-of-the-build"`, [
        { name: 'second', text },
        { name: 'third', text: 'e' },
      ]);
      return [...new Set([...others.map((other) => other.text.split('\n')[0]), ...(first.match(/\w{16}/gu) ?? [])])];
    }),
  );
  expect(new Set(marks.flat()).size).toBe(4);
  expect(marks.every(([mark, ...more]) => /^[0-9a-f]{16}$/u.test(mark ?? '') && more.length === 0)).toBe(true);
  expect(() => markedParts('no place', [{ name: 'second', text: 'c' }])).toThrow('not one place for each mark');
});

describe('does not build where', () => {
  it('somebody comes past the door', async () => {
    const more = "import { helper } from './engine/word/helper';\nexport const other = helper('x');";
    await expect(cut({ 'main.ts': `${more}${program['main.ts']}` })).rejects.toThrow(
      `main.ts imports ${join('engine', 'word', 'helper.ts')} past the door: only engine/fill.ts may`,
    );
  });

  it('the rest of the engine comes past the door', async () => {
    const width =
      "import { helper } from '../word/helper';\nexport const width = (text: string) => helper(text).length;";
    await expect(cut({ 'engine/language/width.ts': width })).rejects.toThrow('past the door');
  });

  it('a part comes past the door of another', async () => {
    const seldom =
      "import { helper } from './engine/word/helper';\nexport function rest(text: string) { return helper(text); }";
    await expect(cut({ 'seldom.ts': seldom })).rejects.toThrow(
      `seldom.ts imports ${join('engine', 'word', 'helper.ts')} past the door: only engine/fill.ts may`,
    );
  });

  it('two parts would hold a file that the first has not', async () => {
    const helper =
      "import { tail } from '../../tail';\nexport const helper = (text: string): string => text + tail + '印好';";
    await expect(cut({ 'engine/word/helper.ts': helper })).rejects.toThrow(
      'two parts of the program would hold tail.ts',
    );
  });

  it('what is taken from behind a door is no function, which alone can wait', async () => {
    const seldom = "export const rest = (text: string): string => text + '末';";
    await expect(cut({ 'seldom.ts': seldom })).rejects.toThrow('seldom.ts: rest is behind a door and no function');
  });

  it('both parts would hold a package', async () => {
    write({
      'node_modules/pack/package.json': '{"name":"pack","version":"1.0.0"}',
      'node_modules/pack/one.js': 'export const one = 1;',
      'node_modules/pack/other.js': 'export const other = 1;',
    });
    const main = `import { one } from 'pack/one.js';\nexport const own = () => one;${program['main.ts']}`;
    const helper =
      "import { other } from 'pack/other.js';\nexport const helper = (text: string) => text + String(other);";
    await expect(cut({ 'main.ts': main, 'engine/word/helper.ts': helper })).rejects.toThrow('would hold pack');
  });

  it('something shared is taken whole', async () => {
    const helper =
      "import * as all from '../../shared';\nexport const helper = (text: string) => text + JSON.stringify(all);";
    await expect(cut({ 'engine/word/helper.ts': helper })).rejects.toThrow('shared.ts is imported whole');
  });

  it('the door hands something on under another name', async () => {
    const door = "export { fill as other } from './word/fill';\nexport * from './late-part';";
    await expect(cut({ 'engine/fill.ts': door })).rejects.toThrow('handed on by name');
  });

  it('the door hands on everything', async () => {
    const door = "export * from './word/fill';\nexport * from './late-part';";
    await expect(cut({ 'engine/fill.ts': door })).rejects.toThrow('handed on by name');
  });
});
