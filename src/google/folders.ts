/** Files and folders on Drive: list, read, create. Of the office's files nothing is ever overwritten or deleted. */
import type { FileTarget } from '../contract/orders';
import { patiently } from './patience';
import { isOutOfReach } from './read-failure';
import { drive } from './services';

/** A file or folder as Drive lists it. */
export interface DriveEntry {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parent: string;
  /** When its content last changed, as Drive writes it; empty when Drive does not say. */
  readonly modifiedTime: string;
}

export const folderType = 'application/vnd.google-apps.folder';
/** A name in one folder for a file in another. */
export const shortcutType = 'application/vnd.google-apps.shortcut';
export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const documentType = 'application/vnd.google-apps.document';
const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Everything that lies directly in the folders. One call a thousand files. */
export function listFolders(folders: readonly string[]): DriveEntry[] {
  const anyParent = folders.map((id) => `'${id}' in parents`).join(' or ');
  const found: DriveEntry[] = [];
  let page: string | undefined;
  do {
    const options = {
      q: `(${anyParent}) and trashed = false`,
      fields: 'nextPageToken,files(id,name,mimeType,parents,modifiedTime)',
      pageSize: 1000,
      ...(page === undefined ? {} : { pageToken: page }),
    };
    const answer = patiently(() => given(drive().Files.list(options)));
    for (const file of answer.files ?? []) {
      const parent = file.parents?.[0] ?? '';
      const { id = '', name = '', mimeType = '', modifiedTime = '' } = file;
      found.push({ id, name, mimeType, parent, modifiedTime });
    }
    page = answer.nextPageToken;
  } while (page !== undefined);
  return found;
}

/** An answer without anything is none, though no error came with it. */
function given<T>(answer: T | null | undefined): T {
  if (answer === null || answer === undefined) throw new Error('Empty response');
  return answer;
}

/**
 * Whether the file is there for whoever runs the script, and not in the bin. A script of scope drive.file sees what it made
 * for this person, whatever the person may see. One call.
 */
export function isSeen(id: string): boolean {
  try {
    return patiently(() => given(drive().Files.get(id, { fields: 'trashed' }))).trashed !== true;
  } catch (error) {
    if (isOutOfReach(error)) return false;
    throw error;
  }
}

/** Minutes from the last change of one to that of the other; negative when the other was changed before. */
export function minutesBetween(one: DriveEntry, other: DriveEntry): number {
  return (Date.parse(other.modifiedTime) - Date.parse(one.modifiedTime)) / 60_000;
}

/** The bytes of a file that is not one of Google's own kinds. */
export function readBytes(id: string): Uint8Array {
  return Uint8Array.from(media(id).getBytes());
}

/** The text of a UTF-8 file. */
export function readTextFile(id: string): string {
  return media(id).getDataAsString();
}

/** Typed as the file's description, but with `alt` it is its content. */
function media(id: string): GoogleAppsScript.Base.Blob {
  const answer: unknown = patiently(() => drive().Files.get(id, { alt: 'media' }));
  return answer as GoogleAppsScript.Base.Blob;
}

/** Writes a file whole; gives its id. Texts are UTF-8. */
export function saveFile({ id, folder, name }: FileTarget, content: Uint8Array | string, mimeType: string): string {
  const data = typeof content === 'string' ? content : signedBytes(content);
  const blob =
    typeof data === 'string' ? Utilities.newBlob(data, mimeType, name) : Utilities.newBlob(data, mimeType, name);
  if (id === null) return drive().Files.create({ name, mimeType, parents: [folder] }, blob).id ?? '';
  return drive().Files.update({}, id, blob).id ?? '';
}

/** Creates a folder; gives its id. */
export function createFolder(name: string, parent: string): string {
  return drive().Files.create({ name, mimeType: folderType, parents: [parent] }).id ?? '';
}

/** Creates a Word document from bytes; gives its id. */
export function createWordFile(name: string, parent: string, bytes: Uint8Array): string {
  return saveFile({ id: null, folder: parent, name }, bytes, wordType);
}

/** Creates a Google Doc from the bytes of a Word document; gives its id. */
export function createGoogleDoc(name: string, parent: string, bytes: Uint8Array): string {
  const blob = Utilities.newBlob(signedBytes(bytes), wordType, name);
  return drive().Files.create({ name, mimeType: documentType, parents: [parent] }, blob).id ?? '';
}

/** What `Drive.Files.export` really takes and gives: its published type knows neither the option nor the answer. */
interface Exporter {
  readonly export: (id: string, mimeType: string, options: { readonly alt: 'media' }) => GoogleAppsScript.Base.Blob;
}

/** A Google Doc as the bytes of a Word document. */
export function exportWord(id: string): Uint8Array {
  const files: unknown = drive().Files;
  return Uint8Array.from(patiently(() => (files as Exporter).export(id, wordType, { alt: 'media' })).getBytes());
}

/** Creates an Excel workbook from bytes, which stays one; gives its id. */
export function createExcelFile(name: string, parent: string, bytes: Uint8Array): string {
  return saveFile({ id: null, folder: parent, name }, bytes, excelType);
}

/** The bytes as Google's services take them: −128…127. */
export function signedBytes(bytes: Uint8Array): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
}

/** Creates a spreadsheet with one blank sheet; gives its id. */
export function createSpreadsheet(name: string, parent: string): string {
  return drive().Files.create({ name, mimeType: spreadsheetType, parents: [parent] }).id ?? '';
}
