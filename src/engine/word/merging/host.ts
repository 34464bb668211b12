/** The document that others are put into, while they are: its parts as they stand, and ids that nothing has yet. */
import { folderOf } from '../package/part-names';
import type { PackageEdits } from '../package/package-edits';
import { utf8Bytes } from '../package/utf8-buffer';
import { utf8Text } from '../package/utf8-text';
import type { Numbers } from '../writing/value-runs';

/** A part that was filled: its bytes are not among the edits. */
export interface HostPart {
  readonly path: string;
  bytes: Uint8Array;
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

export class Host {
  readonly edits: PackageEdits;
  readonly numbers: Numbers;
  /** Of the body. */
  readonly path: string;
  readonly folder: string;
  private readonly parts: ReadonlyMap<string, HostPart>;
  private readonly names: Set<string>;
  private last: number;

  /** The body comes first. */
  constructor(parts: readonly HostPart[], edits: PackageEdits, numbers: Numbers) {
    this.edits = edits;
    this.numbers = numbers;
    this.path = parts[0]?.path ?? '';
    this.folder = folderOf(this.path);
    this.parts = new Map(parts.map((part) => [part.path, part]));
    const marks = parts.flatMap(({ bytes }) => utf8Text(bytes).match(/<\w+:bookmarkStart\b[^<>]*>/gu) ?? []);
    this.names = new Set(marks.map((mark) => /\sw:name="([^"]*)"/u.exec(mark)?.[1] ?? ''));
    this.last = marks.reduce((most, mark) => Math.max(most, Number(/\sw:id="(\d+)"/u.exec(mark)?.[1] ?? 0)), 0);
  }

  /** The text of a part as it stands; null when there is none. */
  text(path: string): string | null {
    const part = this.parts.get(path);
    return part ? utf8Text(part.bytes) : this.edits.text(path);
  }

  write(path: string, text: string): void {
    const part = this.parts.get(path);
    if (part) part.bytes = utf8Bytes(text);
    else this.edits.write(path, text);
  }

  /** The path of a part beside the body, `styles` and the like. */
  pathOf(kind: string): string {
    return this.edits.beside(this.path, kind);
  }

  /** The text of such a part; made of `empty` where there is none. */
  beside(kind: string, empty: string): string {
    const path = this.pathOf(kind);
    const known = this.text(path);
    if (known !== null) return known;
    this.edits.write(path, empty);
    this.edits.setType(path, `${word}${kind}+xml`);
    this.edits.relate(this.path, kind, `${kind}.xml`);
    return empty;
  }

  nextId(): string {
    return String(++this.last);
  }

  /** The bookmark's name, or one like it that nobody has. */
  freeBookmark(name: string): string {
    let free = name;
    for (let number = 2; this.names.has(free); number++) free = `${name.slice(0, 34)}_${String(number)}`;
    this.names.add(free);
    return free;
  }
}
