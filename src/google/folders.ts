/** Files and folders on Drive: list, read, create. Of the office's files nothing is ever overwritten or deleted. */
import type { FileTarget } from '../contract/orders';
import { downloadFile, exportFile } from './drive/download';
import { patiently } from './patience';
import { isOutOfReach } from '../core/base/failure-words';
import { serviceError } from '../core/base/service-words';
import { anyDrive, drive } from './services';
import { blobOf } from './blobs';
import { signedBytes, unsignedBytes } from './signed-bytes';

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

/** Typed as always there, but what has no content is made without. */
export const noContent = null as unknown as GoogleAppsScript.Base.Blob;

/** Everything that lies directly in the folders. One call a thousand files. */
export function listFolders(folders: readonly string[]): DriveEntry[] {
  const anyParent = folders.map((id) => `'${id}' in parents`).join(' or ');
  const found: DriveEntry[] = [];
  let page: string | undefined;
  do {
    const options = {
      q: `(${anyParent}) and trashed = false`,
      fields: 'nextPageToken,incompleteSearch,files(id,name,mimeType,parents,modifiedTime)',
      pageSize: 1000,
      ...{ corpora: 'allDrives', includeItemsFromAllDrives: true, ...anyDrive },
      ...(page === undefined ? {} : { pageToken: page }),
    };
    const answer = patiently(() => whole(given(drive().Files.list(options))));
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
export function given<T>(answer: T | null | undefined): T {
  if (answer === null || answer === undefined) throw serviceError('Empty response');
  return answer;
}

/** A list that may lack something is none: what is not in it would be taken for gone. */
function whole<T extends { incompleteSearch?: boolean | undefined }>(answer: T): T {
  if (answer.incompleteSearch === true) throw serviceError('Incomplete search, try again');
  return answer;
}

/** `gone`: deleted for good, or not to be seen by whoever runs the script. */
export type Whereabouts = 'there' | 'binned' | 'gone';

/**
 * Where the file is for whoever runs the script. A script of scope drive.file sees what it made for this person, whatever the
 * person may see. One call.
 */
export function whereaboutsOf(id: string): Whereabouts {
  try {
    const { trashed } = patiently(() => given(drive().Files.get(id, { fields: 'trashed', ...anyDrive })));
    return trashed === true ? 'binned' : 'there';
  } catch (error) {
    if (isOutOfReach(error)) return 'gone';
    throw error;
  }
}

/** Whether the file is there for whoever runs the script, and not in the bin. One call. */
export function isSeen(id: string): boolean {
  return whereaboutsOf(id) === 'there';
}

/** Minutes from the last change of one to that of the other; negative when the other was changed before. */
export function minutesBetween(one: DriveEntry, other: DriveEntry): number {
  return (Date.parse(other.modifiedTime) - Date.parse(one.modifiedTime)) / 60_000;
}

/** The text of a UTF-8 file. */
export function readTextFile(id: string): string {
  return Utilities.newBlob(signedBytes(downloadFile(id))).getDataAsString();
}

/** Writes a file whole; gives its id. Texts are UTF-8. */
export function saveFile({ id, folder, name }: FileTarget, content: Uint8Array | string, mimeType: string): string {
  const isText = typeof content === 'string';
  const blob = isText ? Utilities.newBlob(content, mimeType, name) : blobOf(content, mimeType, name);
  if (id === null) return drive().Files.create({ name, mimeType, parents: [folder] }, blob, anyDrive).id ?? '';
  return drive().Files.update({}, id, blob, anyDrive).id ?? '';
}

/** Creates a folder; gives its id. */
export function createFolder(name: string, parent: string): string {
  return drive().Files.create({ name, mimeType: folderType, parents: [parent] }, noContent, anyDrive).id ?? '';
}

/** Creates a Word document from bytes; gives its id. */
export function createWordFile(name: string, parent: string, bytes: Uint8Array): string {
  return saveFile({ id: null, folder: parent, name }, bytes, wordType);
}

/** Creates a Google Doc from the bytes of a Word document; gives its id. */
export function createGoogleDoc(name: string, parent: string, bytes: Uint8Array): string {
  const blob = blobOf(bytes, wordType, name);
  return drive().Files.create({ name, mimeType: documentType, parents: [parent] }, blob, anyDrive).id ?? '';
}

/** A Google Doc as the bytes of a Word document. */
export function exportWord(id: string): Uint8Array {
  return exportFile(id, wordType);
}

/** Creates a spreadsheet from the bytes of an Excel workbook; gives its id. */
export function createSpreadsheetOf(name: string, parent: string, bytes: Uint8Array): string {
  const blob = blobOf(bytes, excelType, name);
  return drive().Files.create({ name, mimeType: spreadsheetType, parents: [parent] }, blob, anyDrive).id ?? '';
}

/** The bytes that base64 stands for. */
export function decodedBytes(text: string): Uint8Array {
  return unsignedBytes(Utilities.base64Decode(text));
}

/** Creates an Excel workbook from bytes, which stays one; gives its id. */
export function createExcelFile(name: string, parent: string, bytes: Uint8Array): string {
  return saveFile({ id: null, folder: parent, name }, bytes, excelType);
}

/** Creates a spreadsheet with one blank sheet; gives its id. */
export function createSpreadsheet(name: string, parent: string): string {
  return drive().Files.create({ name, mimeType: spreadsheetType, parents: [parent] }, noContent, anyDrive).id ?? '';
}
