/** The advanced service Docs v1 over the Google Docs of the folder. */
import { writeFileDurably } from '../../base/atomic-write';
import { nameOfId, pathOfId, readablePath, readFileBytes } from '../../base/workspace';
import { ServiceError } from '../service-error';
import { stampOf } from '../../books/workbook-shelf';
import { onlyKnown, unsupported } from '../sheets-grid';
import { applyRequests } from './apply-requests';
import { kindOf } from './doc-forms';
import { jsonOf, readDocFile, type DocFile } from './doc-file';

type Collection = GoogleAppsScript.Docs.Collection.DocumentsCollection;
type Document = GoogleAppsScript.Docs.Schema.Document;

/** What is supported of the service. */
export interface DocsService {
  readonly Documents: Pick<Collection, 'get' | 'batchUpdate'>;
}

export function makeDocs(folder: string): DocsService {
  const fileOf = (id: string): DocFile => {
    if (!/\.gdoc$/iu.test(nameOfId(folder, id))) {
      throw new ServiceError('This operation is not supported for this document');
    }
    return readDocFile(readFileBytes(readablePath(folder, id)));
  };
  const revisionOf = (id: string): string => stampOf(pathOfId(folder, id));
  return {
    Documents: {
      get: (id: string, options: object = {}): Document => {
        onlyKnown(options, ['includeTabsContent'], 'Docs.Documents.get');
        // Without it the service gives the first tab alone, and nobody hears of the others.
        if (!('includeTabsContent' in options) || options.includeTabsContent !== true) {
          throw unsupported('Docs.Documents.get without includeTabsContent');
        }
        const json = { documentId: id, title: nameOfId(folder, id), revisionId: revisionOf(id), ...jsonOf(fileOf(id)) };
        return json;
      },
      batchUpdate: (resource, id) => {
        onlyKnown(resource, ['requests', 'writeControl'], 'Docs.Documents.batchUpdate');
        const { requests = [], writeControl = {} } = resource;
        onlyKnown(writeControl, ['requiredRevisionId'], 'Docs.Documents.batchUpdate writeControl');
        for (const request of requests) kindOf(request);
        const file = fileOf(id);
        const { requiredRevisionId: required } = writeControl;
        if (required !== undefined && required !== revisionOf(id)) {
          throw new ServiceError(`The required revision ID '${required}' does not match the latest revision.`);
        }
        if (requests.length === 0) throw new ServiceError('Must specify at least one request.');
        applyRequests(file.segments, requests);
        writeFileDurably(pathOfId(folder, id), Buffer.from(JSON.stringify(jsonOf(file))));
        const replies = requests.map(() => ({}));
        return { documentId: id, replies, writeControl: { requiredRevisionId: revisionOf(id) } };
      },
    },
  };
}
