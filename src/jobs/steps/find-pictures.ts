/** Gives the files of a folder that a template names, each read when a template asks for it. */
import { listFolders, shortcutType, type DriveEntry } from '../../google/folders';
import { downloadFile } from '../../google/drive/download';

type Files = (path: string) => Uint8Array | null;

const pictures = /\.(?:png|jpe?g|svg)$/iu;
const documents = /\.docx$/iu;

/** Pictures: reads nothing until one is asked for; null for a name that is not there or cannot be read. */
export function picturesOf(entries: () => readonly DriveEntry[]): Files {
  return filesOf(entries, pictures);
}

/** What a template may name that lies in a folder: pictures, and documents that are put in. */
export function filesInFolder(folder: string): { readonly picture: Files; readonly document: Files } {
  const entries = (): readonly DriveEntry[] => listFolders([folder]);
  return { picture: filesOf(entries, pictures), document: filesOf(entries, documents) };
}

function filesOf(entries: () => readonly DriveEntry[], kind: RegExp): Files {
  const known = new Map<string, Uint8Array | null>();
  let listed: readonly DriveEntry[] | null = null;
  return (path) => {
    const name = path.normalize('NFC');
    const before = known.get(name);
    if (before !== undefined) return before;
    listed ??= entries();
    // A link that leads out of the folder was chosen by nobody.
    const entry = listed.find((each) => each.name.normalize('NFC') === name && each.mimeType !== shortcutType);
    const bytes = entry && kind.test(name) ? tryRead(entry.id) : null;
    known.set(name, bytes);
    return bytes;
  };
}

function tryRead(id: string): Uint8Array | null {
  try {
    return downloadFile(id);
  } catch {
    return null;
  }
}
