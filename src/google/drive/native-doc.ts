/** Google Docs that are filled in place: read as JSON of the Docs API, copied, written in one batch. */
import { given, noContent } from '../folders';
import { patiently } from '../patience';
import { anyDrive, docs, drive } from '../services';

/** The document with the contents of all its tabs. One call. */
export function readDoc(id: string): object {
  return patiently(() => given(docs().Documents.get(id, { includeTabsContent: true })));
}

/** Copies a document into the folder; gives the copy's id. One call. */
export function copyDoc(id: string, name: string, folder: string): string {
  return drive().Files.copy({ name, parents: [folder] }, id, anyDrive).id ?? '';
}

/** Applies the requests all at once or not at all, and only while the document is of this revision. One call. */
export function writeDoc(id: string, requests: readonly object[], requiredRevisionId: string): void {
  docs().Documents.batchUpdate({ requests: [...requests], writeControl: { requiredRevisionId } }, id);
}

/** Gives a file of the program's own another name; gives its id. One call. */
export function renameFile(id: string, name: string): string {
  return drive().Files.update({ name }, id, noContent, anyDrive).id ?? id;
}

/** Puts a file of the program's own into the bin. One call. */
export function binFile(id: string): void {
  drive().Files.update({ trashed: true }, id, noContent, anyDrive);
}
