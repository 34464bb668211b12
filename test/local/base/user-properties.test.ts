import fc from 'fast-check';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeUserProperties, stateHome } from '../../../src/local/base/user-properties';
import { rounds } from '../../rounds';
import { needs } from '../../tools';
import { freshFolder, removeFolders } from '../../workspace/run-command';

afterAll(removeFolders);

it('lies where the system keeps such things for its user, or where the user says', () => {
  const home = (environment: Record<string, string>, platform: NodeJS.Platform): string =>
    stateHome(environment, platform, '/home/li').replaceAll('\\', '/');
  expect(home({}, 'linux')).toBe('/home/li/.local/state/nianbao');
  expect(home({}, 'darwin')).toBe('/home/li/Library/Application Support/nianbao');
  expect(home({ LOCALAPPDATA: '/users/li/local' }, 'win32')).toBe('/users/li/local/nianbao');
  expect(home({ LOCALAPPDATA: '/users/li/local' }, 'linux')).toBe('/home/li/.local/state/nianbao');
  expect(home({}, 'win32')).toBe('/home/li/AppData/Local/nianbao');
  expect(home({ XDG_STATE_HOME: '/state', LOCALAPPDATA: '/x' }, 'win32')).toBe('/state/nianbao');
});

it('keeps what was set for the next run, and knows nothing before', () => {
  const folder = join(freshFolder(), 'deep/nianbao');
  expect(makeUserProperties(folder).getProperty('ledger-mark-1')).toBeNull();
  makeUserProperties(folder).setProperty('ledger-mark-1', '{"before":""}');
  expect(makeUserProperties(folder).getProperty('ledger-mark-1')).toBe('{"before":""}');
  expect(readdirSync(folder)).toEqual(['ledger-mark-1.json']);
});

it('gives what was set last, wherever its writing was cut off, also over a file of one value without an end', () => {
  const folder = freshFolder();
  const path = join(folder, 'mark.json');
  const value = fc.string({ maxLength: 30 }).filter((text) => !text.includes('\n'));
  fc.assert(
    fc.property(value, fc.array(value, { minLength: 1, maxLength: 6 }), fc.nat(), (first, values, cut) => {
      writeFileSync(path, first);
      let known = first;
      for (const next of values) {
        makeUserProperties(folder).setProperty('mark', next);
        expect(makeUserProperties(folder).getProperty('mark')).toBe(next);
        const [whole, { length }] = [readFileSync(path), Buffer.from(`${next}\n`)];
        // A file's first line takes its place at once; the next ones are added.
        if (whole.length > length) {
          writeFileSync(path, whole.subarray(0, whole.length - 1 - (cut % length)));
          expect(makeUserProperties(folder).getProperty('mark')).toBe(known);
          makeUserProperties(folder).setProperty('mark', next);
          expect(makeUserProperties(folder).getProperty('mark')).toBe(next);
        }
        known = next;
      }
    }),
    { numRuns: rounds(100) },
  );
});

it('adds to its file, which stays the same one, and is written anew once it is long', () => {
  const folder = freshFolder();
  const set = (value: string): number => {
    makeUserProperties(folder).setProperty('mark', value);
    return statSync(join(folder, 'mark.json')).size;
  };
  expect([set('一'), set('二'), set('x'.repeat(70_000)), set('三')]).toEqual([4, 8, 70_009, 4]);
});

needs('links and free file names', () => {
  it('is read by its user alone', () => {
    const folder = join(freshFolder(), 'deep/nianbao');
    makeUserProperties(folder).setProperty('mark', 'a');
    const rightsOf = (path: string): number => statSync(path).mode & 0o777;
    expect([rightsOf(folder), rightsOf(join(folder, 'mark.json'))]).toEqual([0o700, 0o600]);
  });

  it('says in words of the office what is wrong where its folder cannot be made', () => {
    const folder = join(freshFolder(), 'nianbao');
    symlinkSync(join(folder, '../nowhere/else'), folder);
    expect(() => makeUserProperties(folder).setProperty('mark', 'a')).toThrow(/没有写成（.*）：[^A-Z]*$/u);
  });
});

it('does not grow for ever', () => {
  const folder = freshFolder();
  const value = 'x'.repeat(9000);
  for (let at = 0; at < 20; at += 1) makeUserProperties(folder).setProperty('mark', `${value}${String(at)}`);
  expect(makeUserProperties(folder).getProperty('mark')).toBe(`${value}19`);
  expect(statSync(join(folder, 'mark.json')).size).toBeLessThan(80_000);
});

it('refuses values of two lines, of which it would keep one', () => {
  const store = makeUserProperties(freshFolder());
  expect(() => store.setProperty('mark', 'a\nb')).toThrow('a value of one line');
  expect(store.getProperty('mark')).toBeNull();
});

it('refuses with the place and what to do where it cannot read', () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'mark.json'));
  expect(() => makeUserProperties(folder).getProperty('mark')).toThrow(
    `无法读取 mark.json：它是文件夹，不是文件，请改名或移走后再试（${folder}）`,
  );
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeUserProperties(join(folder, 'file')).getProperty('mark')).toThrow(
    `无法读取 mark.json：上一级不是文件夹，请改名或移走后再试（${join(folder, 'file')}）`,
  );
});

it('refuses with the place where it cannot write, and names that are paths', () => {
  const file = join(freshFolder(), 'file');
  writeFileSync(file, '');
  expect(() => makeUserProperties(join(file, 'nianbao')).setProperty('a', 'b')).toThrow(
    /没有写成（.*file.*）：[^A-Z]*$/u,
  );
  expect(() => makeUserProperties(file).getProperty('../a')).toThrow('invalid property name');
});
