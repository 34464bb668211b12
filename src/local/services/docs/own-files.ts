/** Files of Drive by their names, and what is done with Google Docs among them beside writing their bytes. */
import { renameSync, rmSync } from 'node:fs';
import { Refusal } from '../../../core/base/refusal';
import { childId, mimeTypes, nameOfId, parentId, pathOfId } from '../../base/workspace';
import { onlyKnown, unsupported } from '../sheets-grid';
import { isJson, readDocFile } from './doc-file';
import { wordOfDoc } from './word-of-doc';

type File = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

/**
 * A Google Doc under another name, which is its id here, or thrown away; gives its id, null when it is gone. Of other files nothing
 * is changed but what they hold.
 */
export function changeDoc(root: string, id: string, resource: File): string | null {
  const path = pathOfId(root, id);
  if (!isDoc(nameOfId(root, id))) throw unsupported('Drive.Files.update without media');
  if (resource.trashed === true) {
    rmSync(path);
    return null;
  }
  const now = childId(parentId(id), fileName({ ...resource, mimeType: mimeTypes.googleDoc }));
  renameSync(path, pathOfId(root, now));
  return now;
}

/** The id of a copy. */
export function copyId(resource: File, options: object): string {
  onlyKnown(resource, ['name', 'parents', 'mimeType'], 'Drive.Files.copy');
  onlyKnown(options, ['fields', 'supportsAllDrives'], 'Drive.Files.copy');
  return childId(resource.parents?.[0] ?? '.', fileName(resource));
}

/** A Google Doc as the bytes of a Word file. */
export function exportedDoc(bytes: Uint8Array): Uint8Array {
  return isJson(bytes) ? wordOfDoc(readDocFile(bytes)) : bytes;
}

/** A name every system of an office can keep; Google gives spreadsheets no ending, files need one. */
export function fileName({ name = '', mimeType, parents }: File): string {
  if (/[<>:"/\\|?*\p{Cc}]/u.test(name) || /^$|^\.|[. ]$/u.test(name) || parents?.length === 0) {
    throw new Refusal(`文件名“${name}”含有不能用的字符 (invalid file name)`);
  }
  if (mimeType === mimeTypes.spreadsheet && !/\.xlsx$/iu.test(name)) return `${name}.xlsx`;
  return mimeType === mimeTypes.googleDoc && !isDoc(name) ? `${name}.gdoc` : name;
}

/** A converted document is kept as the Word file it was made from, or as JSON once it was written, under an ending of its own. */
export function isDoc(name: string): boolean {
  return /\.gdoc$/iu.test(name);
}
