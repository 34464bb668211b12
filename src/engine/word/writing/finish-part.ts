/** What can be done to a part only once it is written whole: merged cells, the table of contents. */
import { headingLevels, withContents } from './contents';
import { mergeEqualCells } from './merge-equal-cells';
import { shadeCells } from './shade-cells';
import type { PackageEdits } from '../package/package-edits';
import type { PartWriter } from './part-writer';
import { askToUpdateFields } from './update-fields';
import { utf8Text } from '../package/utf8-text';
import { utf8Bytes } from '../package/utf8-buffer';

interface Finishing {
  readonly path: string;
  readonly mend: ((xml: string) => string) | null;
  readonly edits: PackageEdits;
}

/** The bytes of the part; those the writer has when nothing is left to do. */
export function finishPart({ bytes, values }: PartWriter, { path, mend, edits }: Finishing): Uint8Array {
  const { merges, contents, shades } = values;
  if (!merges && !contents && !shades && mend === null) return bytes;
  let xml = utf8Text(bytes);
  if (mend) xml = mend(xml);
  if (shades) xml = shadeCells(xml);
  if (merges) xml = mergeEqualCells(xml);
  if (contents) {
    xml = withContents(xml, headingLevels(edits.text(edits.beside(path, 'styles')) ?? ''));
    askToUpdateFields(edits, path);
  }
  return utf8Bytes(xml);
}
