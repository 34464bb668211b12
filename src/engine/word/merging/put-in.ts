/** Puts a document into another one, once or more times. */
import { attribute, elementsOf } from '../package/read-xml';
import { carriedBlocks, type Names } from './carry-content';
import { CarriedParts } from './carry-parts';
import type { Host } from './host';
import { MergedLists } from './merge-numbering';
import { MergedStyles } from './merge-styles';
import { withPrefixes } from './namespaces';
import { blocksOf, type NoteWord, type Source } from './read-source';

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A document that can be put in. */
export class PutIn {
  private readonly source: Source;
  private readonly host: Host;
  private readonly styles: MergedStyles;
  private readonly parts: CarriedParts;
  private isFirst = true;
  private readonly usedStyles: MergedLists;

  constructor(source: Source, host: Host) {
    this.source = source;
    this.host = host;
    this.styles = new MergedStyles(source, host);
    this.parts = new CarriedParts(source, host);
    const style = (id: string): string | null => this.styles.idOf(id);
    this.usedStyles = new MergedLists(source, host, style);
    this.styles.lists = (list) => this.usedStyles.numberOf(list);
  }

  /** The blocks to stand in the host's body. */
  blocks(): string {
    const { source, host } = this;
    const { body } = source;
    if (this.isFirst) host.write(host.path, withPrefixes(host.text(host.path) ?? '', body.xml.source));
    const xml = carriedBlocks(body, blocksOf(body), this.names());
    this.isFirst = false;
    return xml;
  }

  /** In each putting in lists begin anew, and ids are others. */
  private names(): Names {
    const { source, host, styles } = this;
    const style = (id: string): string | null => styles.idOf(id);
    const lists = this.isFirst ? this.usedStyles : new MergedLists(source, host, style);
    const bookmarks = new Map<string, string>();
    const ids = new Map<string, string>();
    const own = new Set(
      [...source.body.xml.source.matchAll(/<w:bookmarkStart\b[^<>]*?\sw:name="([^"]*)"/gu)].map(([, name]) => name),
    );
    const names: Names = {
      style,
      usual: (type) => styles.usual(type),
      list: (id) => lists.numberOf(id),
      related: (id) => this.parts.idOf(id, source.body.path, host.path),
      note: (kind, id) => this.note(kind, id, names),
      bookmark: (name) => (own.has(name) ? kept(bookmarks, name, () => host.freeBookmark(name)) : name),
      bookmarkId: (id) => kept(ids, id, () => host.nextId()),
      drawing: () => String(++host.numbers.pictures),
      theme: source.theme,
    };
    return names;
  }

  /** The note once more in the host; gives its id there, null where the document has no such note. */
  private note(kind: NoteWord, id: string, names: Names): string | null {
    const { source, host } = this;
    const part = source.notes[kind];
    const note = part && elementsOf(part.xml.root).find((each) => attribute(part.xml, each, 'w:id') === id);
    if (!part || !note) return null;
    const text = withPrefixes(host.beside(`${kind}s`, emptyNotes(kind)), part.xml.source);
    const path = host.pathOf(`${kind}s`);
    const last = [...text.matchAll(new RegExp(`<w:${kind}\\s[^<>]*?w:id="(\\d+)"`, 'gu'))].map(([, number]) =>
      Number(number),
    );
    const fresh = String(Math.max(0, ...last) + 1);
    const related = (one: string): string | null => this.parts.idOf(one, part.path, path);
    // First the place is taken: what the note holds may need one too.
    const [head, tail] = [text.slice(0, text.lastIndexOf('</')), text.slice(text.lastIndexOf('</'))];
    const content = carriedBlocks(part, elementsOf(note), { ...names, related });
    host.write(path, `${head}<w:${kind} w:id="${fresh}">${content}</w:${kind}>${tail}`);
    return fresh;
  }
}

function kept(known: Map<string, string>, key: string, make: () => string): string {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The lines above notes, which Word wants to be there. */
function emptyNotes(kind: NoteWord): string {
  const line = (id: string, type: string): string =>
    `<w:${kind} w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:${kind}>`;
  return `<w:${kind}s xmlns:w="${space}">${line('-1', 'separator')}${line('0', 'continuationSeparator')}</w:${kind}s>`;
}
