/** The folder of the person's own settings, beside no workspace: what was opened lately, and how mails are sent. */
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal } from '../../core/base/refusal';
import { errorCode, folderErrorText } from './atomic-write';
import { readErrorText } from './workspace';

type Environment = Readonly<Record<string, string | undefined>>;

const name = 'fazhi-nianbao';

/** Where the system keeps settings; NIANBAO_HOME names another folder, as on a stick that is carried around. */
export function userFolder(environment: Environment = process.env, platform = process.platform): string {
  const { NIANBAO_HOME = '', APPDATA = '', XDG_CONFIG_HOME = '' } = environment;
  if (NIANBAO_HOME !== '') return NIANBAO_HOME;
  if (platform === 'win32' && APPDATA !== '') return join(APPDATA, name);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(XDG_CONFIG_HOME === '' ? join(homedir(), '.config') : XDG_CONFIG_HOME, name);
}

/** The same, made where it is missing, for nobody else to look into. Throws with a Chinese text. */
export function makeUserFolder(): string {
  const folder = userFolder();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch (error) {
    throw new Refusal(folderErrorText(folder, error), { cause: error });
  }
}

/** What the file holds; null where there is none. Throws a refusal where it is there and cannot be read: that is not nothing. */
export function textIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new Refusal(`${readErrorText(path, error)}（${dirname(path)}）`, { cause: error });
  }
}
