import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeUserProperties, stateHome } from '../../../src/local/base/user-properties';
import { freshFolder, removeFolders } from '../../workspace/run-command';

afterAll(removeFolders);

it('lies where the system keeps such things for its user, or where the user says', () => {
  const home = (environment: Record<string, string>, platform: NodeJS.Platform): string =>
    stateHome(environment, platform, '/home/li').replaceAll('\\', '/');
  expect(home({}, 'linux')).toBe('/home/li/.local/state/nianbao');
  expect(home({}, 'darwin')).toBe('/home/li/Library/Application Support/nianbao');
  expect(home({ LOCALAPPDATA: '/users/li/local' }, 'win32')).toBe('/users/li/local/nianbao');
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

it('refuses with the place where it cannot write, and names that are paths', () => {
  const file = join(freshFolder(), 'file');
  writeFileSync(file, '');
  expect(() => makeUserProperties(join(file, 'nianbao')).setProperty('a', 'b')).toThrow(
    /没有写成（.*file.*）：[^A-Z]*$/u,
  );
  expect(() => makeUserProperties(file).getProperty('../a')).toThrow('invalid property name');
});
