/** The last look at a document before it is saved: by the same lists as at a template. */
import type { Problem } from '../../../core/base/problem';
import type { Package } from '../package/open-package';
import { isText } from '../package/part-names';
import type { ZipEntry } from '../package/read-zip';
import { utf8Text } from '../package/utf8-text';
import { filterPackage } from './filter-package';

/**
 * What may not leave in the entries, as problems; empty for a document that may be saved. What is still as it came through the
 * door was looked at there, and values enter as escaped text: a part that held no field, no link and nothing of the kind holds
 * none when it is filled. So all lists are looked at again, and of the parts those that are new or did hold some.
 */
export function outgoingProblems(
  entries: readonly ZipEntry[],
  { entries: checked, reaching }: Pick<Package, 'entries' | 'reaching'>,
  file: string,
): readonly Problem[] {
  const known = new Set(checked);
  const before = new Set(checked.map(({ name }) => name));
  const looked = entries.filter((entry) => {
    const { name } = entry;
    return isText(name) && (isList(name) || (!known.has(entry) && (reaching.has(name) || !before.has(name))));
  });
  // A template that is filled again and again has the same lists each time, and mostly the very same footers.
  const isAsOpened =
    entries.length === checked.length && looked.every((entry) => known.has(entry) || !isList(entry.name));
  const last = isAsOpened ? soundLooks.get(checked) : undefined;
  if (last?.length === looked.length && looked.every((entry, index) => entry === last[index])) return [];
  const { told } = filterPackage(new Map(looked.map(({ name, bytes }) => [name, utf8Text(bytes)])), entries);
  // What the program adds itself, the workbook behind its chart, is its own.
  const strays = told.filter(({ path }) => before.has(path));
  if (isAsOpened && strays.length === 0) soundLooks.set(checked, looked);
  return strays.map(({ path, reason, expected }) => ({
    code: 'outgoing-refused',
    level: 'error',
    place: { file, spot: `压缩包内 ${path}` },
    actual: '',
    reason: `${reason}，成文没有保存`,
    expected,
  }));
}

/** By the entries of an opened template: what was looked at of the last document made of it that could leave as it was. */
const soundLooks = new WeakMap<readonly ZipEntry[], readonly ZipEntry[]>();

function isList(name: string): boolean {
  return name.endsWith('.rels') || name === '[Content_Types].xml';
}
