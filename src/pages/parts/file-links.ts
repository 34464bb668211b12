/** Where a file of an answer can be opened: on Drive, or from the office's folder on this computer. */
import type { FileKind, WrittenFile } from '../../contract/answer';

/** What the local server tells its pages; there is none on Google. */
export interface LocalMode {
  /** Address of the list of pages. */
  readonly home: string;
  /** Address of the file with the id. */
  readonly fileHref: (id: string) => string;
  /** This computer has a program that makes a PDF of a report. */
  readonly canMakePdf: boolean;
}

/** The local server's word, or null on Google. */
export function localMode(): LocalMode | null {
  return (window as { nianbaoLocal?: LocalMode }).nianbaoLocal ?? null;
}

/** A link of a file: its caption and its address. */
export type FileLink = readonly [caption: string, href: string];

/** What a folder on this computer may hand out: finished documents, which people take with them. */
const handedOut: readonly FileKind[] = ['report', 'public-report', 'trace', 'check', 'document'];

/** The links of a file. Files people fill stay in their folder: a downloaded copy would be filled in vain. */
export function fileLinks({ what, id }: WrittenFile): readonly FileLink[] {
  const local = localMode();
  if (local) return handedOut.includes(what) ? [['下载', local.fileHref(id)]] : [];
  return what === 'google-doc' ? documentLinks(id) : [['打开', driveAddress(id)]];
}

function driveAddress(id: string): string {
  return `https://drive.google.com/open?id=${encodeURIComponent(id)}`;
}

/** Google makes the PDF of its own document when it is asked for, with its fonts and on its page. */
function documentLinks(id: string): readonly FileLink[] {
  const address = `https://docs.google.com/document/d/${encodeURIComponent(id)}`;
  return [
    ['打开', `${address}/edit`],
    ['下载 PDF（供传阅）', `${address}/export?format=pdf`],
  ];
}
