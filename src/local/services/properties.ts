/** The service PropertiesService, kept in `.nianbao/properties.json`; the file is made when something is first set. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderNames } from '../../core/base/office-names';
import { Refusal } from '../../core/base/refusal';
import { folderErrorText, writeFileDurably } from '../base/atomic-write';
import { hubId, readFileBytes, statOf } from '../base/workspace';
import { ServiceError } from './service-error';
import { makeUserProperties, stateHome, type UserProperties } from '../base/user-properties';

/** What is supported of one store. */
type LocalProperties = Pick<
  GoogleAppsScript.Properties.Properties,
  'getProperty' | 'getProperties' | 'setProperty' | 'deleteProperty'
>;

/** What is supported of the service. */
export interface PropertiesServiceLocal {
  readonly getScriptProperties: () => LocalProperties;
  readonly getDocumentProperties: () => LocalProperties;
  readonly getUserProperties: () => UserProperties;
}

/** Google's limit of one value in bytes. */
const largestValue = 9 * 1024;

type Stores = Record<string, Record<string, string>>;

/** The folder of the program's own small files. */
export const stateFolder = '.nianbao';
/** What a new workspace starts with: the office's folder is the folder itself. */
const initial: Readonly<Record<string, string>> = {
  workspace: JSON.stringify({ folder: '.', hub: hubId, folders: folderNames }),
};

export function makeProperties(folder: string): PropertiesServiceLocal {
  return {
    getScriptProperties: () => makeStore(folder, 'script'),
    getDocumentProperties: () => makeStore(folder, 'document'),
    getUserProperties: () => makeUserProperties(stateHome(process.env, process.platform)),
  };
}

/** Makes the folder of the program's own files when it is not there. Throws with a Chinese text. */
export function makeStateFolder(folder: string): string {
  const path = join(folder, stateFolder);
  try {
    mkdirSync(path, { recursive: true });
    return path;
  } catch (error) {
    throw new Refusal(folderErrorText(path, error), { cause: error });
  }
}

function makeStore(folder: string, name: string): LocalProperties {
  const read = (): Record<string, string> => ({ ...initial, ...readStores(folder)[name] });
  const write = (properties: Record<string, string>): GoogleAppsScript.Properties.Properties => {
    const stores = { ...readStores(folder), [name]: properties };
    const path = join(makeStateFolder(folder), 'properties.json');
    writeFileDurably(path, Buffer.from(`${JSON.stringify(stores, null, 2)}\n`, 'utf8'));
    return store as GoogleAppsScript.Properties.Properties;
  };
  const store: LocalProperties = {
    getProperty: (key) => read()[key] ?? null,
    getProperties: read,
    setProperty: (key, value) => {
      if (Buffer.byteLength(value) > largestValue)
        throw new ServiceError(`参数太大：value (Argument too large: value)：${key}`);
      return write({ ...read(), [key]: value });
    },
    deleteProperty: (key) => write(Object.fromEntries(Object.entries(read()).filter(([other]) => other !== key))),
  };
  return store;
}

function readStores(folder: string): Stores {
  const path = join(folder, stateFolder, 'properties.json');
  if (!statOf(path)) return {};
  const stores = parsed(Buffer.from(readFileBytes(path)).toString('utf8'));
  if (stores === null) throw new Refusal(`${stateFolder}/properties.json 已损坏，请删除后重新运行`);
  return stores;
}

/** Null for anything but stores of texts. */
function parsed(text: string): Stores | null {
  try {
    const stores: unknown = JSON.parse(text);
    return isRecord(stores) && Object.values(stores).every(isStore) ? (stores as Stores) : null;
  } catch {
    return null;
  }
}

function isStore(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
