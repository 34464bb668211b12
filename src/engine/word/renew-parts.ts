/** Renews the fields of all parts of a document once they are written: each may refer to what stands in the body. */
import type { Problem } from '../../core/base/problem';
import { printedLines } from './fields/printed-lines';
import { FieldRenewal, hasComputedFields } from './fields/renew-fields';
import type { PartFile } from './package/open-package';
import type { PackageEdits } from './package/package-edits';
import { utf8Bytes } from './package/utf8-buffer';
import { utf8Text } from './package/utf8-text';
import { headingLevels } from './writing/contents';
import { askToUpdateFields } from './writing/update-fields';

interface WrittenPart {
  /** As the template has it. */
  readonly file: PartFile;
  readonly bytes: Uint8Array;
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** The parts, the body first; the same where no field of the template says what filling may have changed. */
export function renewParts<P extends WrittenPart>(
  parts: readonly P[],
  edits: PackageEdits,
  name: string,
): readonly P[] {
  const [body] = parts;
  const stale = parts.map(({ file }) => hasComputedFields(file.xml));
  if (!body || !stale.includes(true)) return parts;
  const styles = edits.text(edits.beside(body.file.path, 'styles')) ?? '';
  const renewal = new FieldRenewal(styles, headingLevels(styles), name);
  return parts.map((part, index) => {
    const isBody = index === 0;
    if (!isBody && stale[index] !== true) return part;
    const { xml, problems, waits } = renewal.renew(utf8Text(part.bytes), isBody);
    if (waits && isBody) askToUpdateFields(edits, part.file.path);
    const lines = stale[index] === true ? printedLines(xml) : part.lines;
    return { ...part, bytes: utf8Bytes(xml), lines, problems: [...part.problems, ...problems] };
  });
}
