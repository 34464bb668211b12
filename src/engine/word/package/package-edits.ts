/** Adds parts to a package: their content types and relationships, in files that people's programs wrote. */
import { relationshipsOf, resolved } from './part-names';
import { filterRelationships } from '../outgoing/filter-relationships';
import type { ZipEntry } from './read-zip';
import { packEntry } from './write-zip';
import { escapeXml } from './xml-text';
import { utf8Text } from './utf8-text';
import { utf8Bytes } from './utf8-buffer';

const typesPath = '[Content_Types].xml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationshipSpace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The entries of a package while parts are added to it; what is not touched stays packed as it was. */
export class PackageEdits {
  private readonly changed = new Map<string, Uint8Array>();
  private readonly names: Set<string>;
  /** The last number given to a stem, by `stem.extension`: whoever asks again need not count from the beginning. */
  private readonly numbers = new Map<string, number>();
  /** Lists that elements are added to, by name: written once somebody asks for their text. */
  private readonly lists = new Map<string, GrowingList>();
  private readonly removed = new Set<string>();
  private readonly entries: readonly ZipEntry[];

  constructor(entries: readonly ZipEntry[]) {
    this.entries = entries;
    this.names = new Set(entries.map(({ name }) => name));
  }

  get isUntouched(): boolean {
    return this.changed.size === 0 && [...this.lists.values()].every(({ added }) => added.length === 0);
  }

  /** The text of a part as it stands now; null when there is none. */
  text(name: string): string | null {
    this.settle(name);
    const bytes = this.changed.get(name) ?? this.entries.find((entry) => entry.name === name)?.bytes;
    return bytes === undefined ? null : utf8Text(bytes);
  }

  /** Makes or replaces a part. */
  write(name: string, content: string | Uint8Array): void {
    this.names.add(name);
    this.lists.delete(name);
    this.changed.set(name, typeof content === 'string' ? utf8Bytes(content) : content);
  }

  /** Path of what the part has of that type, `styles` and the like, whatever it is called; where it has none, what it would be called. */
  beside(part: string, type: string): string {
    const { kept } = filterRelationships(this.text(relationshipsOf(part)) ?? '', part);
    return resolved(part, kept.find((each) => each.type === type)?.target ?? `${type}.xml`);
  }

  /** A name nobody has: `word/media/image3.png` for `word/media/image` and `png`. */
  freeName(stem: string, extension: string): string {
    const kind = `${stem}.${extension}`;
    for (let number = this.numbers.get(kind) ?? 1; ; number++) {
      const name = `${stem}${String(number)}.${extension}`;
      if (this.names.has(name)) continue;
      this.numbers.set(kind, number);
      return name;
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

  /**
   * Relates the part to another one; gives the relationship's id. `type` is the last word of the usual address or a whole one,
   * `target` as seen from the part's folder, or an address outside of the document.
   */
  relate(part: string, type: string, target: string, isOutside = false): string {
    const list = this.list(relationshipsOf(part), 'Relationships');
    while (list.known.has(`Id="rIdN${String(list.number)}"`)) list.number++;
    const id = `rIdN${String(list.number)}`;
    const address = type.includes('/') ? type : `${officeSpace}/${type}`;
    const mode = isOutside ? ' TargetMode="External"' : '';
    list.known.add(`Id="${id}"`);
    list.added.push(`Relationship Id="${id}" Type="${address}" Target="${escapeXml(target)}"${mode}/>`);
    return id;
  }

  /** Takes relationships of a part away. */
  unrelate(part: string, ids: ReadonlySet<string>): void {
    const name = relationshipsOf(part);
    const xml = this.text(name);
    if (xml === null || ids.size === 0) return;
    const cut = xml.replace(/<(?:\w+:)?Relationship\s[^<>]*(?:\/>|><\/(?:\w+:)?Relationship>)/gu, (element) =>
      ids.has(/\sId\s*=\s*["']([^"']*)/u.exec(element)?.[1] ?? '') ? '' : element,
    );
    this.write(name, cut);
  }

  /** Takes a part away that no relationship leads to, its own relationships and what is said of its type. */
  removeUnused(name: string): void {
    if ([...this.names].some((list) => this.leadsTo(list, name))) return;
    for (const each of [name, relationshipsOf(name)]) {
      this.removed.add(each);
      this.changed.delete(each);
      this.lists.delete(each);
    }
    const types = this.text(typesPath) ?? '';
    const part = `"/${escapeXml(name)}"`;
    this.write(
      typesPath,
      types.replace(/<(?:\w+:)?Override\s[^<>]*(?:\/>|><\/(?:\w+:)?Override>)/gu, (element) =>
        element.includes(part) ? '' : element,
      ),
    );
  }

  /** The entries with what was changed and added; `entries` may have been filled meanwhile. */
  finish(entries = this.entries): readonly ZipEntry[] {
    for (const name of this.lists.keys()) this.settle(name);
    if (this.changed.size === 0) return entries;
    const known = entries
      .filter(({ name }) => !this.removed.has(name))
      .map((entry) => {
        const bytes = this.changed.get(entry.name);
        return bytes ? packEntry(entry.name, bytes) : entry;
      });
    const added = [...this.names].slice(entries.length).flatMap((name) => {
      const bytes = this.changed.get(name);
      return bytes ? [packEntry(name, bytes)] : [];
    });
    return [...known, ...added];
  }

  private leadsTo(list: string, name: string): boolean {
    if (!list.endsWith('.rels') || this.removed.has(list)) return false;
    const source = list.replace(/_rels\/([^/]*)\.rels$/u, '$1');
    const { kept } = filterRelationships(this.text(list) ?? '', source);
    return kept.some(({ target, outside }) => !outside && resolved(source, target) === name);
  }

  private insertType(known: string, element: string): void {
    const list = this.list(typesPath, 'Types');
    if (list.known.has(known)) return;
    list.known.add(known);
    list.added.push(element.slice(1));
  }

  private list(name: string, root: GrowingList['root']): GrowingList {
    const known = this.lists.get(name);
    if (known) return known;
    const told = (this.text(name) ?? '').matchAll(/\s(Id|PartName|Extension)\s*=\s*["']([^"']*)/gu);
    const names = [...told].map(([, key = '', value = '']) => `${key}="${value}"`);
    const list: GrowingList = { root, known: new Set(names), added: [], number: 1 };
    this.lists.set(name, list);
    return list;
  }

  private settle(name: string): void {
    const list = this.lists.get(name);
    if (!list || list.added.length === 0) return;
    const elements = list.added.splice(0, Infinity);
    const xml = this.text(name) ?? `${declaration}<Relationships xmlns="${relationshipSpace}"></Relationships>`;
    this.names.add(name);
    this.changed.set(name, utf8Bytes(insertLast(xml, list.root, elements)));
  }
}

/** A list of the package while elements are added to it. */
interface GrowingList {
  readonly root: 'Relationships' | 'Types';
  /** What its elements are about, as they say it: `Id="rId1"`. */
  readonly known: Set<string>;
  /** Elements that wait, each without its `<`. */
  readonly added: string[];
  /** The next id may have this number. */
  number: number;
}

/** Adds elements, given without their `<`, as the last children of the root, with the root's prefix. */
function insertLast(xml: string, root: string, elements: readonly string[]): string {
  const whole = xml.replace(new RegExp(`<((?:\\w+:)?${root})(\\s[^<>]*)?/>\\s*$`, 'u'), '<$1$2></$1>');
  return whole.replace(new RegExp(`</((?:\\w+:)?)${root}\\s*>\\s*$`, 'u'), (end, prefix: string) => {
    return elements.map((element) => `<${prefix}${element}`).join('') + end;
  });
}
