/** Judges what filling made of a mutated template: it is refused with places, or filled to a sound document, and nothing between. */
import { strFromU8, unzipSync } from 'fflate';
import type { Filled } from '../../../src/engine/word/fill-document';
import { faultsOf } from './ooxml-check';

/** What may be told of a document that was filled; a document it puts in may be refused for anything. */
const told: ReadonlySet<string> = new Set([
  ...['value-missing', 'content-dropped', 'template-no-tags', 'field-absent', 'reference-lost', 'link-refused'],
  ...['picture-missing', 'chart-impossible', 'document-left', 'document-missing', 'document-in-itself'],
  ...['document-too-deep', 'document-form', 'macro', 'external-link', 'xml-doctype', 'field-unknown'],
]);

/** What is wrong with the outcome; null when all is well. */
export function outcomeFault(template: Uint8Array, { bytes, problems, text }: Filled): string | null {
  if (bytes === null) return refusalFault(problems);
  if (problems.some(({ code }) => !told.has(code))) return 'filled in spite of problems';
  const escapes = holdsBackslash(template);
  if (!escapes && /[{｛]{2}|[}｝]{2}/u.test(text.join('\n'))) return 'a tag was printed';
  const before = new Set(faultsOf(template));
  const fault = faultsOf(bytes).find((each) => !before.has(each));
  if (fault !== undefined) return `unsound: ${fault}`;
  return escapes ? null : tagLeft(bytes);
}

/** Behind a backslash a tag is text. */
function holdsBackslash(template: Uint8Array): boolean {
  return Object.values(unzipSync(template)).some((content) => strFromU8(content).includes('\\{'));
}

function refusalFault(problems: Filled['problems']): string | null {
  if (problems.length === 0) return 'refused without a word';
  const mute = problems.find(({ place, reason, expected }) => place.file === '' || reason === '' || expected === '');
  return mute ? `refused without place or hint: ${mute.code}` : null;
}

function tagLeft(bytes: Uint8Array): string | null {
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/u.test(name)) continue;
    const xml = strFromU8(content).replace(/<!--[\s\S]*?-->/gu, '');
    const shown = xml.replace(/<\/\w+:p>|<\w+:(?:br|tab)\/>/gu, ' ').replace(/<[^>]*>/gu, '');
    if (/[{｛]{2}|[}｝]{2}/u.test(shown)) return `a tag is left in ${name}`;
  }
  return null;
}
