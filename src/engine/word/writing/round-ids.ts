/**
 * Ids and names that may stand only once in a document, of what stands in a loop: bookmarks, comments, content controls. Each
 * round gets its own; the first keeps those of the template.
 */

export type MarkKind = 'bookmark' | 'comment' | 'control';

/** What a mark is called in the round we are in; `name` is empty for all but bookmarks. */
export interface Called {
  readonly id: string;
  readonly name: string;
}

/** Word cuts longer names. */
const maxName = 40;

/** Ids from here on say nothing of how many there are: content controls have random ones. */
const leastRandom = 1_000_000_000;

/** The ids of one document while it is filled. */
export class RoundIds {
  private readonly sources: readonly string[];
  private readonly loops = new Map<string, Set<string>>();
  private readonly byLoop = new Map<string, Map<string, Called>>();
  private readonly now = new Map<string, Called>();
  private readonly names = new Map<string, string>();
  /** Ids that bookmarks and comments of loops were given. */
  readonly given: Readonly<Record<MarkKind, Set<string>>> = {
    bookmark: new Set(),
    comment: new Set(),
    control: new Set(),
  };
  private taken: Taken | null = null;

  /** `sources` is the XML of all parts: what they hold already is not given twice. */
  constructor(sources: readonly string[]) {
    this.sources = sources;
  }

  /** No id was given yet. */
  get isUntouched(): boolean {
    return this.now.size === 0 && this.taken === null;
  }

  /** Notes a mark of the template; `loop` names the innermost loop it stands in, empty for none. */
  note(kind: MarkKind, { id, name }: Called, loop: string): void {
    const key = `${kind} ${id}`;
    const loops = this.loops.get(key) ?? new Set();
    this.loops.set(key, loops.add(loop));
    const mine = this.byLoop.get(loop) ?? new Map<string, Called>();
    this.byLoop.set(loop, mine);
    // The end of a bookmark has no name.
    if (name !== '' || !mine.has(key)) mine.set(key, { id, name });
  }

  /** A new round of the loop begins. */
  begin(loop: string): void {
    for (const [key, called] of this.byLoop.get(loop) ?? []) {
      const kind = key.slice(0, key.indexOf(' '));
      if (isKind(kind)) this.call(kind, key, called);
    }
  }

  /** What the mark is called in this round; null where only one of its ends stands in the loop. */
  current(kind: MarkKind, id: string): Called | null {
    const key = `${kind} ${id}`;
    return (this.loops.get(key)?.size ?? 0) > 1 ? null : (this.now.get(key) ?? null);
  }

  /** The bookmark's name in this round. */
  nameNow(name: string): string {
    return this.names.get(name) ?? name;
  }

  /** An id that nothing of the kind has. */
  nextId(kind: MarkKind): number {
    this.taken ??= takenIn(this.sources);
    const ids = this.taken[kind];
    do ids.last++;
    while (ids.all.has(ids.last));
    return ids.last;
  }

  private call(kind: MarkKind, key: string, { id, name }: Called): void {
    const first = !this.now.has(key);
    const called = first ? { id, name } : { id: String(this.nextId(kind)), name: this.freeName(name) };
    this.now.set(key, called);
    this.given[kind].add(called.id);
    if (name !== '') this.names.set(name, called.name);
  }

  private freeName(name: string): string {
    if (name === '') return '';
    this.taken ??= takenIn(this.sources);
    const { names, uses } = this.taken;
    let free: string;
    do {
      const use = (uses.get(name) ?? 1) + 1;
      uses.set(name, use);
      free = `${name.slice(0, maxName - 1 - String(use).length)}_${String(use)}`;
    } while (names.has(free));
    names.add(free);
    return free;
  }
}

function isKind(kind: string): kind is MarkKind {
  return kind === 'bookmark' || kind === 'comment' || kind === 'control';
}

interface Ids {
  readonly all: Set<number>;
  last: number;
}

interface Taken extends Record<MarkKind, Ids> {
  readonly names: Set<string>;
  readonly uses: Map<string, number>;
}

function takenIn(sources: readonly string[]): Taken {
  const tags = (pattern: RegExp): readonly string[] => sources.flatMap((source) => source.match(pattern) ?? []);
  const ids = (pattern: RegExp): Ids => {
    const all = tags(pattern).map((tag) => Number(/\sw:(?:id|val)="(-?\d+)/u.exec(tag)?.[1] ?? 0));
    const counted = all.filter((id) => id > 0 && id < leastRandom);
    return { all: new Set(all), last: counted.reduce((most, id) => Math.max(most, id), 0) };
  };
  const bookmarks = /<\w+:bookmarkStart\b[^<>]*>/gu;
  return {
    bookmark: ids(bookmarks),
    comment: ids(/<\w+:comment(?:Reference)?\s[^<>]*>/gu),
    control: ids(/<\w+:id\s[^<>]*>/gu),
    names: new Set(tags(bookmarks).map((tag) => /\sw:name="([^"]*)/u.exec(tag)?.[1] ?? '')),
    uses: new Map(),
  };
}
