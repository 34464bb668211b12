/** Compiled code that is kept: the script always does what it says, whatever lies in the file. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptScript } from '../../../src/local/base/kept-code';
import { makeScratch, type Scratch } from '../scratch';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => {
  scratch.remove();
});

const one = Buffer.from('(() => { const late = () => 1; return late() })()');
const other = Buffer.from('(() => { const late = () => 2; return late() })()');

const open = (code: Buffer) => keptScript('one.js', code, scratch.folder);

/** The result of one process, which keeps what it compiled. */
function run(code: Buffer, kind = 'check'): { readonly isKept: boolean; readonly value: unknown } {
  const { script, isKept, keep } = open(code);
  const value: unknown = script.runInThisContext();
  keep(kind);
  return { isKept, value };
}

function keptFile(): string {
  const [name = '', ...rest] = readdirSync(scratch.folder);
  expect(rest).toEqual([]);
  return join(scratch.folder, name);
}

it('is compiled by the first process, and taken from the file by the next', () => {
  expect(run(one)).toEqual({ isKept: false, value: 1 });
  expect(run(one)).toEqual({ isKept: true, value: 1 });
});

it('is not taken for another script of the same length, and then kept for that one', () => {
  run(one);
  expect(run(other)).toEqual({ isKept: false, value: 2 });
  expect(run(other)).toEqual({ isKept: true, value: 2 });
  expect(run(one)).toEqual({ isKept: false, value: 1 });
});

it('is written once for each kind of run', () => {
  run(one);
  const first = readFileSync(keptFile());
  const { script, keep } = open(one);
  script.runInThisContext();
  writeFileSync(keptFile(), 'untouched');
  keep('check');
  expect(readFileSync(keptFile(), 'utf8')).toBe('untouched');
  keep('report');
  expect(readFileSync(keptFile()).length).toBeGreaterThanOrEqual(first.length);
  expect(open(one).isKept).toBe(true);
});

it('is compiled anew where any byte of the file is another, or the end is missing', () => {
  run(one);
  const whole = readFileSync(keptFile());
  for (let at = 0; at < whole.length; at += 7) {
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
    writeFileSync(keptFile(), at < 128 || at > whole.indexOf('\n') ? damaged : whole.subarray(0, at));
    expect(open(one).isKept).toBe(false);
  }
  expect(run(one)).toEqual({ isKept: false, value: 1 });
  expect(run(one).isKept).toBe(true);
});

it('runs as well where nothing can be kept', () => {
  const { script, keep, isKept } = keptScript('one.js', one, join(scratch.folder, 'missing'));
  keep('check');
  expect({ isKept, value: script.runInThisContext() as unknown }).toEqual({ isKept: false, value: 1 });
  expect(readdirSync(scratch.folder)).toEqual([]);
});
