/** Adds parts to a package: their content types and relationships, in files that people's programs wrote. */
import type { ZipEntry } from './read-zip';
import { packEntry } from './write-zip';
import { escapeXml } from './xml-text';
import { utf8Text } from './utf8-text';
import { utf8Bytes } from './utf8-buffer';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationshipSpace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The entries of a package while parts are added to it; what is not touched stays packed as it was. */
export class PackageEdits {
  private readonly changed = new Map<string, Uint8Array>();
  private readonly names: string[];
  private readonly entries: readonly ZipEntry[];

  constructor(entries: readonly ZipEntry[]) {
    this.entries = entries;
    this.names = entries.map(({ name }) => name);
  }

  get isUntouched(): boolean {
    return this.changed.size === 0;
  }

  /** The text of a part as it stands now; null when there is none. */
  text(name: string): string | null {
    const bytes = this.changed.get(name) ?? this.entries.find((entry) => entry.name === name)?.bytes;
    return bytes === undefined ? null : utf8Text(bytes);
  }

  /** Makes or replaces a part. */
  write(name: string, content: string | Uint8Array): void {
    if (!this.names.includes(name)) this.names.push(name);
    this.changed.set(name, typeof content === 'string' ? utf8Bytes(content) : content);
  }

  /** A name nobody has: `word/media/image3.png` for `word/media/image` and `png`. */
  freeName(stem: string, extension: string): string {
    for (let number = 1; ; number++) {
      const name = `${stem}${String(number)}.${extension}`;
      if (!this.names.includes(name)) return name;
    }
  }

  /** Says what a part is. */
  setType(name: string, type: string): void {
    const part = `/${name}`;
    this.insertType(`PartName="${escapeXml(part)}"`, `<Override PartName="${escapeXml(part)}" ContentType="${type}"/>`);
  }

  /** Says what all parts with this ending are. */
  setDefaultType(extension: string, type: string): void {
    this.insertType(`Extension="${extension}"`, `<Default Extension="${extension}" ContentType="${type}"/>`);
  }

  /** Relates the part to another one; gives the relationship's id. `target` is as seen from the part's folder. */
  relate(part: string, type: string, target: string): string {
    const name = relationshipsOf(part);
    const xml = this.text(name) ?? `${declaration}<Relationships xmlns="${relationshipSpace}"></Relationships>`;
    let number = 1;
    while (xml.includes(`"rIdN${String(number)}"`)) number++;
    const id = `rIdN${String(number)}`;
    const added = `Relationship Id="${id}" Type="${officeSpace}/${type}" Target="${escapeXml(target)}"/>`;
    this.write(name, insertLast(xml, 'Relationships', added));
    return id;
  }

  /** The entries with what was changed and added; `entries` may have been filled meanwhile. */
  finish(entries = this.entries): readonly ZipEntry[] {
    if (this.changed.size === 0) return entries;
    const known = entries.map((entry) => {
      const bytes = this.changed.get(entry.name);
      return bytes ? packEntry(entry.name, bytes) : entry;
    });
    const added = this.names.slice(entries.length).flatMap((name) => {
      const bytes = this.changed.get(name);
      return bytes ? [packEntry(name, bytes)] : [];
    });
    return [...known, ...added];
  }

  private insertType(known: string, element: string): void {
    const xml = this.text('[Content_Types].xml') ?? '';
    if (xml.includes(known)) return;
    this.write('[Content_Types].xml', insertLast(xml, 'Types', element.slice(1)));
  }
}

/** `word/_rels/document.xml.rels` for `word/document.xml`. */
export function relationshipsOf(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

/** Adds an element, given without its `<`, as the last child of the root, with the root's prefix. */
function insertLast(xml: string, root: string, element: string): string {
  const whole = xml.replace(new RegExp(`<((?:\\w+:)?${root})(\\s[^<>]*)?/>\\s*$`, 'u'), '<$1$2></$1>');
  return whole.replace(new RegExp(`</((?:\\w+:)?)${root}\\s*>\\s*$`, 'u'), (end, prefix: string) => {
    return `<${prefix}${element}${end}`;
  });
}
