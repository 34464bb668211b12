/** What filling is told beside the template, the model and its dictionary, and what is known of a part of the template. */
import type { Services } from '../language/helpers/helper';
import type { Field } from '../language/model';
import type { PartFile } from './package/open-package';
import type { PartTags } from './parts/part-tags';
import type { PictureSource } from './writing/drawings';

export interface FillOptions {
  /** The template's file name, for the places of problems: `年度报告.docx`. */
  readonly name: string;
  /** Whether each figure of the body that knows its cells gets a bookmark. */
  readonly bookmarks?: boolean;
  /** False: the printed values are not listed, which saves time and memory. */
  readonly trace?: boolean;
  /** Gives the pictures a template names; without it none can be shown. */
  readonly picture?: PictureSource;
  /** Gives the bytes of a document that a template puts in, by its path as the template writes it; null when there is none. */
  readonly document?: (path: string) => Uint8Array | null;
  /** The names of the documents that this one is put into, outermost first; none for one that stands by itself. */
  readonly around?: readonly string[];
  /** Makes a gzip file of the bytes, where the platform has a faster one than the code brought along. */
  readonly gzip?: (bytes: Uint8Array) => Uint8Array;
  /** The checksum of zip files, on the same condition. */
  readonly crc32?: ((bytes: Uint8Array) => number) | undefined;
  /** What helpers may ask for beside the model. */
  readonly services?: Services;
  /** True: a field that the model lacks is missing where a block's head names it, and no mistake: for data from elsewhere. */
  readonly optionalFields?: boolean;
  /** Takes the fields of the dictionary that tags of the document's text name. */
  readonly used?: Set<Field>;
}

/** A part with the tags found in it. */
export interface InspectedPart {
  readonly file: PartFile;
  readonly tags: PartTags;
}
