/** Code that lies packed beside the bundle: what runs is what the file holds, compiled by this process or by an earlier one. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { codeBeside } from '../../../src/local/base/code-beside';
import { makeScratch, type Scratch } from '../scratch';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => {
  scratch.remove();
});

function pack(code: string, name = 'part'): void {
  const text = `mark\n${code}\nmark\n`;
  writeFileSync(join(scratch.folder, `${name}.html`), `${gzipSync(text).toString('base64')}\n`);
}

/** What one run makes of the file. */
function run(kind?: string, name = 'part'): unknown {
  const beside = codeBeside(scratch.folder, scratch.folder);
  const value: unknown = beside.script(name).runInContext(createContext({ n: 20 }));
  if (kind !== undefined) beside.keep(kind);
  return value;
}

const kept = (): string[] => readdirSync(scratch.folder).filter((name) => name.endsWith('.compiled'));

it('is what stands between the marks, in whatever lines', () => {
  pack('n + `汉\n字`.length');
  expect(run()).toBe(23);
});

it('follows the file, also within one process', () => {
  pack('n + 1');
  expect(run('report')).toBe(21);
  pack('n + 2');
  expect([run(), run()]).toEqual([22, 22]);
});

it('is told whole, so that the bundle can look whether it is its own; damaged as nothing, missing as missing', () => {
  const { text } = codeBeside(scratch.folder, scratch.folder);
  expect(text('part')).toBe(null);
  pack('n + 5');
  expect(text('part')).toBe('mark\nn + 5\nmark\n');
  const file = join(scratch.folder, 'part.html');
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 30));
  expect(text('part')).toBe('');
});

it('is compiled once in a process, also where a run needs two of them by turns', () => {
  pack('n + 6');
  pack('n + 7', 'other');
  const beside = codeBeside(scratch.folder, scratch.folder);
  const [part, other] = ['part', 'other'].map((name) => beside.script(name));
  expect([beside.script('part') === part, beside.script('other') === other]).toEqual([true, true]);
  expect([run(undefined, 'other'), run()]).toEqual([27, 26]);
});

it('is kept compiled for the next process, once for each kind of run', () => {
  pack('n + 3');
  run();
  expect(kept()).toEqual([]);
  run('report');
  const [name = '', ...others] = kept();
  expect([name, others]).toEqual([expect.stringMatching(/^part\.v\d.*\.compiled$/u), []]);
  const first = readFileSync(join(scratch.folder, name));
  expect(first.includes('report\n')).toBe(true);
  run('report');
  expect(readFileSync(join(scratch.folder, name)).equals(first)).toBe(true);
  run('check');
  expect(readFileSync(join(scratch.folder, name)).includes('report check\n')).toBe(true);
});

it('is not kept by runs that did not ask for it', () => {
  pack('n + 4');
  codeBeside(scratch.folder, scratch.folder).keep('check');
  expect(kept()).toEqual([]);
});
