/**
 * A filled document made ready for the public: nothing stays in the file that a reader of the page does not see – properties, comments,
 * tracked changes, hidden text, data behind charts and content controls, links – and every text that is seen is handed
 * over once more, to be changed or left.
 */
import { openPackage, type Package } from '../package/open-package';
import { PackageEdits } from '../package/package-edits';
import type { ZipEntry } from '../package/read-zip';
import { utf8Bytes } from '../package/utf8-buffer';
import { utf8Text } from '../package/utf8-text';
import { packEntry, writeZip } from '../package/write-zip';
import { textsIn } from '../package/xml-text';
import { cleanPart } from './clean-part';
import { cleanRelationships, cleanTypes } from './clean-package';
import { cleanPicture } from './clean-picture';
import { coreProperties, programProperties } from './clean-properties';
import { hiddenStyles } from './hidden-runs';
import type { PublicTexts } from './public-texts';

/** The document for the public; null where it cannot be opened. */
export function publishDocument(document: Uint8Array, name: string, texts: PublicTexts): Uint8Array | null {
  const { opened } = openPackage(document, name);
  if (opened === null) return null;
  const stays = stayingParts(opened);
  const gone = [...opened.entries.filter((one) => !stays(one.name)), ...opened.dropped];
  for (const entry of gone) tellRemoved(entry, texts);
  const edits = new PackageEdits(opened.entries);
  const hidden = hiddenStyles(edits.text(edits.beside(opened.parts[0]?.path ?? '', 'styles')) ?? '');
  const names = new Set(opened.entries.map((entry) => entry.name).filter(stays));
  const entries = opened.entries.filter(({ name: path }) => names.has(path));
  return writeZip(entries.map((entry) => cleanEntry(entry, { opened, names, hidden, texts })));
}

interface Cleaning {
  readonly opened: Package;
  readonly names: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly texts: PublicTexts;
}

/** What a document needs to be shown; all else in a package is about it, or behind it. */
const shown =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:core|app)\.xml|word\/(?:_rels\/)?(?:document|styles|settings|numbering|fontTable|footnotes|endnotes|header|footer)\d*\.xml(?:\.rels)?|word\/(?:theme|charts|diagrams|drawings|media|fonts)\/.*)$/u;

function stayingParts({ parts }: Package): (path: string) => boolean {
  const filled = new Set(parts.filter(({ label }) => label !== '批注').map(({ path }) => path));
  const comments = new Set(parts.filter(({ label }) => label === '批注').map(({ path }) => path));
  return (path) => (shown.test(path) && !comments.has(path)) || filled.has(path);
}

function tellRemoved({ name, bytes }: ZipEntry, { removed }: PublicTexts): void {
  if (!/\.(?:xml|rels)$/iu.test(name)) return;
  for (const text of textsIn(utf8Text(bytes))) removed(text, `压缩包内 ${name}`);
}

function cleanEntry(entry: ZipEntry, { opened, names, hidden, texts }: Cleaning): ZipEntry {
  const { name, bytes } = entry;
  const write = (xml: string): ZipEntry => packEntry(name, utf8Bytes(xml));
  if (name === '[Content_Types].xml') return write(cleanTypes(utf8Text(bytes), names));
  if (name.endsWith('.rels')) return write(cleanRelationships(utf8Text(bytes), name, names));
  if (name === 'docProps/app.xml') return write(programProperties(utf8Text(bytes), texts));
  if (name === 'docProps/core.xml') return write(coreProperties(utf8Text(bytes), texts));
  if (name.startsWith('word/media/')) texts.picture(name);
  if (!/\.(?:xml|svg)$/iu.test(name)) {
    const cleaned = cleanPicture(bytes);
    return cleaned === bytes ? entry : packEntry(name, cleaned);
  }
  const label = opened.parts.find(({ path }) => path === name)?.label ?? `压缩包内 ${name} `;
  return write(cleanPart(utf8Text(bytes), { label: label === '' ? '正文' : label, hidden, texts }));
}
