/** Gives the pictures of a folder by name, each read when a template asks for it. */
import { listFolders, type DriveEntry } from '../../google/folders';
import { downloadFile } from '../../google/drive/download';

/** Reads nothing until a picture is asked for; null for a name that is not there or cannot be read. */
export function picturesOf(entries: () => readonly DriveEntry[]): (path: string) => Uint8Array | null {
  const known = new Map<string, Uint8Array | null>();
  let listed: readonly DriveEntry[] | null = null;
  return (path) => {
    const name = path.normalize('NFC');
    const before = known.get(name);
    if (before !== undefined) return before;
    listed ??= entries();
    const entry = listed.find((each) => each.name.normalize('NFC') === name);
    const bytes = entry && /\.(?:png|jpe?g|svg)$/iu.test(name) ? tryRead(entry.id) : null;
    known.set(name, bytes);
    return bytes;
  };
}

/** The pictures that lie in a folder. */
export function picturesInFolder(folder: string): (path: string) => Uint8Array | null {
  return picturesOf(() => listFolders([folder]));
}

function tryRead(id: string): Uint8Array | null {
  try {
    return downloadFile(id);
  } catch {
    return null;
  }
}
