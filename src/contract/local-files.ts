/** What the pages of this computer ask of files in the office's folder. Plain JSON. */
import type { WrittenFile } from './answer';

/** `list`: what lies there to open or take away; `open`: by the program the system has for it; `pdf`: a report as PDF beside it. */
export type FilesOrder = { readonly do: 'list' } | { readonly do: 'open' | 'pdf'; readonly id: string };

/** The answer: the files, of `pdf` the new one; whether this computer can make a PDF of a report. */
export interface FilesAnswer {
  readonly files: readonly WrittenFile[];
  readonly canMakePdf: boolean;
}
