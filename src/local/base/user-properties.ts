/**
 * The properties of the user, kept outside of every workspace: one small file each, which nobody else may read. Its last whole line
 * is the value: one that is set for every mail costs a line at the file's end, not a file in another's place.
 */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { failureWords } from '../../core/base/failure-words';
import { isRefusal, Refusal } from '../../core/base/refusal';
import { addLineDurably, folderErrorText, ownOnly, writeFileDurably } from './atomic-write';
import { textIfThere } from './user-folder';

/** What is supported of the store. */
export type UserProperties = Pick<GoogleAppsScript.Properties.Properties, 'getProperty' | 'setProperty'>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Where programs keep such things for the user: XDG_STATE_HOME where it is set, else the system's own place. */
export function stateHome(environment: Environment, platform: NodeJS.Platform, home = homedir()): string {
  const { XDG_STATE_HOME: chosen = '', LOCALAPPDATA: local = '' } = environment;
  if (chosen !== '') return join(chosen, 'nianbao');
  if (platform === 'win32' && local !== '') return join(local, 'nianbao');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'nianbao');
  return platform === 'win32' ? join(home, 'AppData', 'Local', 'nianbao') : join(home, '.local', 'state', 'nianbao');
}

/** The store in that folder, which is made when something is first set. */
export function makeUserProperties(folder: string): UserProperties {
  const pathOf = (key: string): string => {
    if (!/^[\w-]{1,80}$/u.test(key)) throw new Refusal(`属性名无效 (invalid property name): ${key}`);
    return join(folder, `${key}.json`);
  };
  const store: UserProperties = {
    getProperty: (key) => lastLine(textIfThere(pathOf(key))),
    setProperty: (key, value) => {
      if (value.includes('\n')) throw new Refusal(`属性值不能换行 (a value of one line): ${key}`);
      writeText(folder, pathOf(key), value);
      return store as GoogleAppsScript.Properties.Properties;
    },
  };
  return store;
}

/** A file without an end of line holds one value, as all did once. What stands behind the last one was cut off when it was written. */
function lastLine(text: string | null): string | null {
  const end = text?.lastIndexOf('\n') ?? -1;
  return text === null || end < 0 ? text : text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

function writeText(folder: string, path: string, text: string): void {
  const line = Buffer.from(`${text}\n`, 'utf8');
  try {
    if (addLineDurably(path, line)) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileDurably(path, line, ownOnly);
  } catch (error) {
    const why = isRefusal(error) ? failureWords(error) : folderErrorText(folder, error);
    throw new Refusal(`工作文件夹以外的发信记号没有写成（${folder}）：${why}`, { cause: error });
  }
}
