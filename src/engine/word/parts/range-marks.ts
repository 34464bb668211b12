/**
 * Bookmarks, comment ranges and the like begin at one mark and end at another. A block that repeats or removes one mark but
 * not the other would leave a half: such pairs are noticed while the part is built, and mended when it is filled.
 */
import { withEdits, type TextEdit } from '../outgoing/text-edits';

/** What can be half removed: the names of both marks, without prefix. */
const families = [
  ['bookmarkStart', 'bookmarkEnd'],
  ['commentRangeStart', 'commentRangeEnd'],
  ['permStart', 'permEnd'],
  ['moveFromRangeStart', 'moveFromRangeEnd'],
  ['moveToRangeStart', 'moveToRangeEnd'],
] as const;

type Family = (typeof families)[number];

interface Pair {
  readonly family: Family;
  readonly id: string;
  readonly marks: { readonly name: string; readonly path: string }[];
}

const names = families.flat().join('|');
const aMark = new RegExp(`<w:(${names})\\b[^<>]*?\\sw:id="([^"<]*)"[^<>]*>`, 'gu');
const singular = new RegExp(`<w:(?:${names}|commentReference)\\b[^<>]*?/>|\\sw14:(?:paraId|textId)="[^"<]*"`, 'gu');
const others = /<w:(?:perm|moveFromRange|moveToRange)(?:Start|End)\b[^<>]*?\/>|\sw14:(?:paraId|textId)="[^"<]*"/gu;

/** Ids of shapes may stand only once, too, and nothing needs them; those of kinds of shapes are referred to. */
function withoutShapeIds(xml: string): string {
  if (!xml.includes('<v:')) return xml;
  return xml.replace(/<v:(?!shapetype)\w+\s[^<>]*>/gu, (tag) => tag.replace(/\s(?:id|o:spid)="[^"]*"/gu, ''));
}

export class RangeMarks {
  private readonly pairs = new Map<string, Pair>();

  /** Marks and paragraph ids may stand only once in a document; what is repeated goes without them. */
  clean(xml: string): string {
    return withoutShapeIds(xml.replace(singular, ''));
  }

  /** The same but for bookmarks and comments, of which each round has its own. */
  cleanOthers(xml: string): string {
    return withoutShapeIds(xml.replace(others, ''));
  }

  /** Notes the marks of XML that is printed at most once; `path` names the blocks and the paragraph it vanishes with. */
  note(xml: string, path: string): void {
    if (!xml.includes('Start') && !xml.includes('End')) return;
    for (const [, name = '', id = ''] of xml.matchAll(aMark)) {
      const family = families.find((each) => each.some((mark) => mark === name));
      if (!family) continue;
      const key = `${family[0]} ${id}`;
      const pair = this.pairs.get(key) ?? { family, id, marks: [] };
      pair.marks.push({ name, path });
      this.pairs.set(key, pair);
    }
  }

  /** The pairs whose halves can be parted. */
  loose(): readonly Pair[] {
    return [...this.pairs.values()].filter(({ family, marks }) => {
      const [start, end, ...more] = marks;
      const whole = start?.name === family[0] && end?.name === family[1] && more.length === 0;
      return !whole || start.path !== end.path;
    });
  }
}

/** The XML without the halves of bookmarks and comments of loops, given by the ids they have; those of the template may be among them. */
export function mendRepeated(
  xml: string,
  given: Readonly<Record<'bookmark' | 'comment', ReadonlySet<string>>>,
): string {
  return families.slice(0, 2).reduce((text, [start, end], index) => {
    const ids = index === 0 ? given.bookmark : given.comment;
    if (ids.size === 0) return text;
    const mark = new RegExp(`<w:(${start}|${end})\\b[^<>]*?\\sw:id="([^"<]*)"[^<>]*>`, 'gu');
    const seen = new Map<string, string>();
    for (const [, name = '', id = ''] of text.matchAll(mark)) seen.set(id, `${seen.get(id) ?? ''}${name} `);
    const whole = `${start} ${end} `;
    return text.replace(mark, (tag: string, _: string, id: string) => {
      return ids.has(id) && seen.get(id) !== whole ? '' : tag;
    });
  }, xml);
}

/** The XML without the halves of those pairs that are not whole. */
export function mendRanges(xml: string, pairs: readonly Pair[]): string {
  return pairs.reduce((text, { family: [start, end], id }) => {
    const marks = (name: string): RegExp => new RegExp(`<w:${name}\\b[^<>]*?\\sw:id="${id}"[^<>]*>`, 'gu');
    const starts = text.match(marks(start))?.length ?? 0;
    const ends = text.match(marks(end))?.length ?? 0;
    if (starts === ends && text.search(marks(start)) <= text.search(marks(end))) return text;
    return text.replace(marks(start), '').replace(marks(end), '');
  }, xml);
}

interface Control {
  readonly start: number;
  /** What stands before it has been looked at. */
  at: number;
  /** Whether its content holds more than white space. */
  isFull: boolean;
}

/** The XML without the content controls that lost all their content, in one pass: a loop may leave any number of them. */
export function dropEmptyControls(xml: string): string {
  const open: Control[] = [];
  const gone: TextEdit[] = [];
  for (const { 0: tag, index } of xml.matchAll(/<(?:w:sdt|w:sdtContent)(?:\s[^<>]*)?>|<\/w:sdt(?:Content)?>/gu)) {
    const control = open[open.length - 1];
    const end = index + tag.length;
    if (control && xml.slice(control.at, index).trim() !== '') control.isFull = true;
    if (control) control.at = end;
    if (tag === '</w:sdt>') closeControl(open, gone, end);
    else if (/^<w:sdt[\s>]/u.test(tag)) open.push({ start: index, at: end, isFull: false });
    // Its properties, which stand before the content, are none of it.
    else if (control && tag.startsWith('<')) control.isFull &&= tag.startsWith('</') || tag.endsWith('/>');
  }
  return withEdits(xml, gone);
}

function closeControl(open: Control[], gone: TextEdit[], end: number): void {
  const control = open.pop();
  if (!control) return;
  if (!control.isFull) gone.push({ start: control.start, end, text: '' });
  const outer = open[open.length - 1];
  if (!outer) return;
  outer.at = end;
  outer.isFull ||= control.isFull;
}
