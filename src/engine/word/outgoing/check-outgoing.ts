/** The last look at a document before it is saved: by the same lists as at a template. */
import type { Problem } from '../../../core/base/problem';
import type { ZipEntry } from '../package/read-zip';
import { utf8Text } from '../package/utf8-text';
import { filterPackage } from './filter-package';

const isText = /\.(?:xml|rels|vml|svg)$/iu;

/**
 * What may not leave in the entries, as problems; empty for a document that may be saved. Parts that are those of `checked`
 * passed the lists before.
 */
export function outgoingProblems(
  entries: readonly ZipEntry[],
  checked: readonly ZipEntry[],
  file: string,
): readonly Problem[] {
  const known = new Set(checked);
  const looked = entries.filter((entry) => isText.test(entry.name) && (isList(entry.name) || !known.has(entry)));
  const before = new Set(checked.map(({ name }) => name));
  const { told } = filterPackage(
    new Map(looked.map(({ name, bytes }) => [name, utf8Text(bytes)])),
    entries.map(({ name }) => name),
  );
  // What the program adds itself, the workbook behind its chart, is its own.
  const strays = told.filter(({ path }) => before.has(path));
  return strays.map(({ path, reason, expected }) => ({
    code: 'outgoing-refused',
    level: 'error',
    place: { file, spot: `压缩包内 ${path}` },
    actual: '',
    reason: `${reason}，成文没有保存`,
    expected,
  }));
}

function isList(name: string): boolean {
  return name.endsWith('.rels') || name === '[Content_Types].xml';
}
