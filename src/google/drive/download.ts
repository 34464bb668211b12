/**
 * The contents of files on Drive. The advanced service throws on everything but JSON, though it succeeds, so that they are
 * fetched from the same API by its address: the only one the manifest lets the script ask.
 */
import { Refusal } from '../../core/base/refusal';
import { patiently } from '../patience';
import { anyDrive, drive } from '../services';
import { unsignedBytes } from '../signed-bytes';
import { serviceError, serviceWords } from '../../core/base/service-words';

const files = 'https://www.googleapis.com/drive/v3/files/';
const megabyte = 1024 * 1024;
/** UrlFetchApp takes no longer answers. */
const largest = 50 * megabyte;

/** The bytes of a file that is not one of Google's own kinds, whole or not at all. Two calls. */
export function downloadFile(id: string): Uint8Array {
  const size = sizeOf(id);
  if (size > largest) throw new Refusal(`文件有 ${String(Math.ceil(size / megabyte))} MB，超过 50 MB，没有下载`);
  const bytes = fetched(`${files}${encodeURIComponent(id)}?alt=media&supportsAllDrives=true`);
  if (bytes.length !== size)
    throw new Refusal(`下载不完整：应有 ${String(size)} 字节，收到 ${String(bytes.length)} 字节`);
  return bytes;
}

/** A file of Google's own kind as one of the kind `mimeType`. One call; Google gives 10 MB at most. */
export function exportFile(id: string, mimeType: string): Uint8Array {
  const bytes = fetched(`${files}${encodeURIComponent(id)}/export?mimeType=${encodeURIComponent(mimeType)}`);
  if (bytes.length === 0) throw new Refusal('导出的文件不完整：一个字节也没有');
  return bytes;
}

function sizeOf(id: string): number {
  const options = { fields: 'size', ...anyDrive };
  const { size } = patiently(() => answered(drive().Files.get(id, options)));
  if (size === undefined) throw new Refusal('服务没有说文件的大小，没有下载');
  return Number(size);
}

function answered<T>(answer: T | null | undefined): T {
  if (answer === null || answer === undefined) throw serviceError('Empty response');
  return answer;
}

function fetched(address: string): Uint8Array {
  const content = patiently(() => {
    const headers = { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` };
    const options = { headers, muteHttpExceptions: true, followRedirects: false };
    const response = answered(UrlFetchApp.fetch(address, options));
    if (response.getResponseCode() !== 200) throw failed(response.getResponseCode(), response.getContentText());
    return answered(response.getContent());
  });
  return unsignedBytes(content);
}

function failed(code: number, text: string): Error {
  if (/exportSizeLimitExceeded|too large to be exported/u.test(text)) {
    return new Refusal('文档超过 10 MB，Google 不给导出，请改用 Word 模板');
  }
  const said = /"message":\s*"([^"]*)"/u.exec(text)?.[1] ?? text;
  const words = serviceWords(said);
  // A folder on disk says in Chinese what is wrong.
  return serviceError(/\p{Script=Han}{4}/u.test(words) ? words : `HTTP ${String(code)}: ${words}`);
}
