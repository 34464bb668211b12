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
    import { openLatePart, fill, width, type Filled } from './engine/fill';
    import { count, Fault } from './shared';
    declare const file: Parameters<typeof openLatePart>[0];
    openLatePart(file);
    export function early(): number { return width('ab') + count(); }
    export function late(text: string): Filled { return fill(text); }
    export function isFault(): boolean { try { fill(''); return false } catch (error) { return error instanceof Fault } }`,
  'shared.ts': `
    let asked = 0;
    export class Fault extends Error {}
    export function count(): number { return ++asked; }
    export const unused = 'nobody takes this';`,
  'engine/fill.ts': `
    export { fill, type Filled } from './word/fill';
    export { width } from './language/width';
    export { openLatePart } from './late-part';`,
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
    ...{ root, entry: 'main.ts', door: 'engine/fill.ts', rooms: ['engine/word'], late: 'engine/late-part.ts' },
    globalName: 'program',
  });
}

/** Each time the second part is read; and what an expression gives in the first. */
async function running(): Promise<{ readonly asked: string[]; readonly value: (expression: string) => unknown }> {
  const parts = await cut();
  const { first, second } = markedParts(parts.first, parts.second);
  const asked: string[] = [];
  const context = createContext({});
  const read = (): string => (asked.push('second'), second);
  const evaluate = (code: string): unknown => runInContext(code, context) as unknown;
  Object.assign(context, { file: { name: 'second', read, evaluate } });
  runInContext(first, context);
  return { asked, value: (expression) => runInContext(`JSON.stringify(program.${expression})`, context) as unknown };
}

it('asks for the second part when something behind the door is called, once', async () => {
  const { asked, value } = await running();
  expect([value('early()'), asked]).toEqual(['3', []]);
  expect(value("late('甲乙')")).toBe('{"text":"甲乙印好2","asked":2}');
  expect([value("late('丙')"), asked]).toEqual(['{"text":"丙印好1","asked":3}', ['second']]);
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

it('keeps what is behind the door out of the first part, and what is shared out of the second', async () => {
  const { first, second } = await cut();
  expect([first, second].map((text) => text.includes('印好'))).toEqual([false, true]);
  expect([first, second].map((text) => text.includes('extends Error'))).toEqual([true, false]);
  expect([first, second].filter((text) => text.includes('nobody takes this'))).toEqual([]);
});

it('gives both parts another mark when either changes', () => {
  const marks = ['a', 'b'].flatMap((one) =>
    ['c', 'd'].map((other) => markedParts(`${one} "mark-of-the-build"`, other).second.split('\n')[0]),
  );
  expect(new Set(marks).size).toBe(4);
  expect(marks.every((mark) => /^[0-9a-f]{16}$/u.test(mark ?? ''))).toBe(true);
  expect(() => markedParts('no place', 'c')).toThrow('not one place for its mark');
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
