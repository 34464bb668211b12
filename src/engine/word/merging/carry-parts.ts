/** Copies what a document refers to – pictures, charts, SmartArt, addresses – into another one. */
import { relationshipsOf } from '../package/part-names';
import { withoutEnd } from '../../../core/base/text';
import { utf8Text } from '../package/utf8-text';
import { attributeOf } from '../placed/placed-unit';
import type { Host } from './host';
import type { Source } from './read-source';

const diagramSpace = 'http://schemas.microsoft.com/office/2007/relationships/';
const chartSpace = 'http://schemas.microsoft.com/office/2011/relationships/';

/** Whole addresses of the types of relationships that Microsoft defines. */
const addresses: Readonly<Record<string, string>> = {
  diagramDrawing: `${diagramSpace}diagramDrawing`,
  chartStyle: `${chartSpace}chartStyle`,
  chartColorStyle: `${chartSpace}chartColorStyle`,
};

export class CarriedParts {
  private readonly source: Source;
  private readonly host: Host;
  private readonly names = new Map<string, string>();
  private readonly ids = new Map<string, string>();

  constructor(source: Source, host: Host) {
    this.source = source;
    this.host = host;
  }

  /** The id by which a part of the host refers to what a part of the document refers to by `id`; null for nothing. */
  idOf(id: string, part: string, hostPart: string): string | null {
    const key = `${hostPart} ${part} ${id}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const related = this.source.related(part).get(id);
    if (!related) return null;
    const target = related.outside || related.path === '' ? related.target : this.copied(related.path, hostPart);
    if (target === null) return null;
    const fresh = this.host.edits.relate(hostPart, addresses[related.type] ?? related.type, target, related.outside);
    this.ids.set(key, fresh);
    return fresh;
  }

  /** Where the copy lies, as seen from the part's folder; null for what is not there. */
  private copied(path: string, hostPart: string): string | null {
    const name = this.names.get(path) ?? this.copy(path, hostPart);
    if (name === null) return null;
    this.names.set(path, name);
    return name.startsWith(this.host.folder) ? name.slice(this.host.folder.length) : `/${name}`;
  }

  private copy(path: string, hostPart: string): string | null {
    const entry = this.source.entry(path);
    const type = this.source.typeOf(path);
    if (!entry || type === null) return null;
    const { edits, folder } = this.host;
    const { below, stem, extension } = pathParts(path);
    const name = edits.freeName(`${folder}${below}${stem}`, extension);
    this.names.set(path, name);
    const isText = /\.(?:xml|svg)$/iu.test(path);
    edits.write(name, isText ? this.withPicture(utf8Text(entry.bytes), path, hostPart) : entry.bytes);
    edits.setType(name, type);
    this.copyRelationships(path, name);
    return name;
  }

  /** The data of SmartArt name its picture by a relationship of the document. */
  private withPicture(text: string, path: string, hostPart: string): string {
    if (!path.includes('/diagrams/')) return text;
    return text.replace(/(<(?:\w+:)?dataModelExt\b[^<>]*?\srelId=")([^"]*)"/u, (_, before: string, id: string) => {
      return `${before}${this.idOf(id, this.source.body.path, hostPart) ?? ''}"`;
    });
  }

  /** With the ids they have: nothing else refers to them. */
  private copyRelationships(path: string, name: string): void {
    const list = this.source.entry(relationshipsOf(path));
    if (!list) return;
    const related = this.source.related(path);
    const text = utf8Text(list.bytes).replace(/<(?:\w+:)?Relationship\s[^<>]*\/>/gu, (element) => {
      const each = related.get(attributeOf(element, 'Id'));
      if (!each) return '';
      if (each.outside || each.path === '') return element;
      const target = this.names.get(each.path) ?? this.copy(each.path, name);
      return target === null ? '' : element.replace(/(\sTarget=)"[^"]*"/u, `$1"/${target}"`);
    });
    this.host.edits.write(relationshipsOf(name), text);
  }
}

/** `word/media/image1.png` → `media/`, `image`, `png`. */
function pathParts(path: string): { readonly below: string; readonly stem: string; readonly extension: string } {
  const start = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  const end = dot < start ? path.length : dot;
  const below = path.slice(0, start).replace(/^word\//u, '');
  return { below, stem: withoutEnd(path.slice(start, end), /\d/u), extension: path.slice(end + 1) };
}
