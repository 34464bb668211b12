/** Where the person's own settings lie: on each system where it keeps such things, and where a stick says so, on the stick. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { userFolder } from '../../../src/local/base/user-folder';

const [name, home, own] = ['fazhi-nianbao', homedir(), { NIANBAO_HOME: '/stick' }];

it.each<[NodeJS.Platform, Record<string, string>, string]>([
  ['linux', {}, join(home, '.config', name)],
  ['linux', { XDG_CONFIG_HOME: '/xdg' }, join('/xdg', name)],
  ['linux', { APPDATA: '/roaming' }, join(home, '.config', name)],
  ['linux', { NIANBAO_HOME: '', XDG_CONFIG_HOME: '' }, join(home, '.config', name)],
  ['darwin', { XDG_CONFIG_HOME: '/xdg' }, join(home, 'Library', 'Application Support', name)],
  ['win32', { APPDATA: '/roaming' }, join('/roaming', name)],
  ['win32', {}, join(home, '.config', name)],
  ['linux', own, '/stick'],
  ['darwin', own, '/stick'],
  ['win32', { ...own, APPDATA: '/roaming' }, '/stick'],
])('on %s with %j', (platform, environment, folder) => {
  expect(userFolder(environment, platform)).toBe(folder);
});
