/** The service UrlFetchApp for the one host the manifest allows: contents of files on Drive v3. Nothing here opens a connection. */
import { errorText } from '../../core/base/refusal';
import type { DriveService } from './drive';
import { onlyKnown, unsupported } from './sheets-grid';
import { bytesOfBlob } from './utilities';

/** What is supported of an answer. */
type LocalResponse = Pick<GoogleAppsScript.URL_Fetch.HTTPResponse, 'getResponseCode' | 'getContent' | 'getContentText'>;

/** What is supported of the service. */
export interface UrlFetchAppLocal {
  readonly fetch: (address: string, options?: object) => LocalResponse;
}

const form =
  /^https:\/\/www\.googleapis\.com\/drive\/v3\/files\/([^/?]+)(?:\?alt=media|\/export\?mimeType=([^&]+))(?:&|$)/u;

/** A file that cannot be read is an answer with a code, and the words of the refusal as its text. */
export function makeUrlFetchApp({ Files }: DriveService): UrlFetchAppLocal {
  return {
    fetch: (address, options = {}) => {
      onlyKnown(options, ['headers', 'muteHttpExceptions', 'followRedirects'], 'UrlFetchApp.fetch');
      const [, id, mimeType] = form.exec(address) ?? [];
      if (id === undefined) throw unsupported(`UrlFetchApp.fetch ${address}`);
      const file = decodeURIComponent(id);
      try {
        const blob =
          mimeType === undefined
            ? Files.get(file, { alt: 'media' })
            : Files.export(file, decodeURIComponent(mimeType), { alt: 'media' });
        return response(200, bytesOfBlob(blob) ?? new Uint8Array());
      } catch (error) {
        return response(404, Buffer.from(errorText(error)));
      }
    },
  };
}

function response(code: number, bytes: Uint8Array): LocalResponse {
  return {
    getResponseCode: () => code,
    getContent: () => Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)),
    getContentText: () => Buffer.from(bytes).toString('utf8'),
  };
}
