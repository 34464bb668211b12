/** A drive that is a list of files, and what the script remembers of it, in the place of the services for a test without the bundle. */
import { folderType, spreadsheetType } from '../../src/google/folders';

export interface ListedFile {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly mimeType: string;
  readonly isBinned?: boolean;
}

export interface ListedDrive {
  readonly files: ListedFile[];
  readonly properties: Map<string, string>;
  /** The service's words for a call, where it fails: of a list the folders it is asked for. */
  refuse: (asked: readonly string[]) => string | null;
  lists: number;
  /** Files that were asked for one by one. */
  looks: number;
}

export const folder = (id: string, name: string, parent = 'root'): ListedFile => ({
  ...{ id, name, parent, mimeType: folderType },
});

export const book = (id: string, name: string, parent = 'root'): ListedFile => ({
  ...{ id, name, parent, mimeType: spreadsheetType },
});

const names = ['Drive', 'Sheets', 'PropertiesService', 'Session', 'Utilities'];

/** Puts such a drive in place; `removeDrive` takes it away. */
export function listedDrive(files: readonly ListedFile[], remembered: Readonly<Record<string, unknown>>): ListedDrive {
  const kept = Object.entries(remembered).map(([name, state]) => [name, JSON.stringify(state)] as const);
  const drive: ListedDrive = { files: [...files], properties: new Map(kept), refuse: () => null, lists: 0, looks: 0 };
  Object.assign(globalThis, {
    Drive: { Files: filesOf(drive) },
    Sheets: { Spreadsheets: { get: (id: string) => ({ sheets: [shown(drive, id)] }) } },
    PropertiesService: { getScriptProperties: () => propertiesOf(drive) },
    Session: { getEffectiveUser: () => ({ getEmail: () => '' }) },
    Utilities: { sleep: () => undefined },
  });
  return drive;
}

export function removeDrive(): void {
  for (const name of names) Reflect.deleteProperty(globalThis, name);
}

function shown(drive: ListedDrive, id: string): ListedFile {
  const words = drive.refuse([id]);
  if (words !== null) throw new Error(words);
  const found = drive.files.find((file) => file.id === id);
  if (found === undefined) throw new Error(`File not found: ${id}`);
  return found;
}

function filesOf(drive: ListedDrive): object {
  const list = ({ q }: { readonly q: string }): object => {
    drive.lists += 1;
    const asked = [...q.matchAll(/'([^']*)' in parents/gu)].map(([, id = '']) => id);
    for (const id of asked) if (id !== 'root') shown(drive, id);
    const words = drive.refuse(asked);
    if (words !== null) throw new Error(words);
    const inside = drive.files.filter(({ parent, isBinned }) => asked.includes(parent) && isBinned !== true);
    return { files: inside.map(({ parent, ...file }) => ({ ...file, parents: [parent], modifiedTime: '' })) };
  };
  const get = (id: string): object => {
    drive.looks += 1;
    return { trashed: shown(drive, id).isBinned === true };
  };
  const create = ({ name, mimeType, parents }: { name: string; mimeType: string; parents: [string] }): object => {
    const made = { id: `new ${name}`, name, mimeType, parent: parents[0] };
    drive.files.push(made);
    return made;
  };
  return { list, get, create };
}

function propertiesOf({ properties }: ListedDrive): object {
  return {
    getProperty: (name: string) => properties.get(name) ?? null,
    getProperties: () => Object.fromEntries(properties),
    setProperty: (name: string, text: string) => properties.set(name, text),
    deleteProperty: (name: string) => properties.delete(name),
  };
}
