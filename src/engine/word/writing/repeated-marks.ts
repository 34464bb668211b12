/** XML of a loop, cut where something stands that each round must have of its own. */
import type { Frame } from '../../language/run';
import type { RoundIds } from './round-ids';
import { unescapeXml, escapeXml } from '../package/xml-text';

/** Writes a note of the template once more, with the values of the round; gives the id of the new one. */
export type PrintNote = (frame: Frame, id: string | null) => string;

export type NoteKind = 'footnote' | 'endnote' | 'comment';

/** What repeated XML is written with. */
export interface RepeatMeans {
  readonly ids: RoundIds;
  /** Names the innermost loop; empty outside of loops, where only notes are looked for. */
  readonly loop: string;
  /** Null where there is no such note. */
  readonly note: (kind: NoteKind, id: string) => PrintNote | null;
}

/** Text that is the same in each round, or what gives that of a round. */
export type Piece = string | ((frame: Frame) => string);

/** The pieces of the XML. */
export function repeatedPieces(xml: string, means: RepeatMeans): readonly Piece[] {
  return xml
    .split(means.loop === '' ? notes : marks)
    .map((piece, index) => (index % 2 === 0 ? piece : pieceOf(piece, means)));
}

const notes = /(<w:(?:comment|footnote|endnote)Reference\s[^<>]*?\/>)/u;
const marks =
  /(<w:(?:(?:bookmark|commentRange)(?:Start|End)|(?:comment|footnote|endnote)Reference|id)\s[^<>]*?\/>|<w:instrText\b[^<>]*>[^<]*<\/w:instrText>|\sw:(?:anchor|instr)="[^"<>]*")/u;

function pieceOf(xml: string, means: RepeatMeans): Piece {
  const name = /^<w:(\w+)/u.exec(xml)?.[1] ?? '';
  const value = (key: string): string => new RegExp(`\\sw:${key}\\s*=\\s*"([^"<]*)`, 'u').exec(xml)?.[1] ?? '';
  switch (name) {
    case 'bookmarkStart':
    case 'bookmarkEnd':
      return marked(xml, { ...means, kind: 'bookmark', called: { id: value('id'), name: value('name') } });
    case 'commentRangeStart':
    case 'commentRangeEnd':
      return marked(xml, { ...means, kind: 'comment', called: { id: value('id'), name: '' } });
    case 'commentReference':
      return commented(xml, means, value('id'));
    case 'footnoteReference':
    case 'endnoteReference':
      return noted(xml, means.note(name === 'footnoteReference' ? 'footnote' : 'endnote', value('id')));
    case 'id':
      means.ids.note('control', { id: value('val'), name: '' }, means.loop);
      return () => withValue(xml, 'w:val', means.ids.current('control', value('val'))?.id ?? value('val'));
    default:
      return named(xml, means.ids);
  }
}

interface Marked extends RepeatMeans {
  readonly kind: 'bookmark' | 'comment';
  readonly called: { readonly id: string; readonly name: string };
}

/** A mark of which only one end stands in the loop is left out. */
function marked(xml: string, { ids, loop, kind, called }: Marked): Piece {
  ids.note(kind, called, loop);
  return () => {
    const now = ids.current(kind, called.id);
    if (now === null) return '';
    return withValue(called.name === '' ? xml : withValue(xml, 'w:name', now.name), 'w:id', now.id);
  };
}

function commented(xml: string, { ids, loop, note }: RepeatMeans, id: string): Piece {
  ids.note('comment', { id, name: '' }, loop);
  const print = note('comment', id);
  if (print === null) return '';
  return (frame) => {
    const now = ids.current('comment', id);
    return withValue(xml, 'w:id', print(frame, now?.id ?? null));
  };
}

function noted(xml: string, print: PrintNote | null): Piece {
  return print === null ? xml : (frame) => withValue(xml, 'w:id', print(frame, null));
}

/** Codes and links that name a bookmark of the round. */
function named(xml: string, ids: RoundIds): Piece {
  // Only a word that is a bookmark of a loop is changed, and only where bookmarks are named.
  if (!/anchor=|REF|\\[bl]\s/u.test(xml)) return xml;
  const words = xml.split(/([\s"<>&;\\]+)/u);
  return () => words.map((word) => nameIn(word, ids)).join('');
}

function nameIn(written: string, ids: RoundIds): string {
  const name = unescapeXml(written);
  const now = ids.nameNow(name);
  return now === name ? written : escapeXml(now);
}

function withValue(xml: string, key: string, value: string): string {
  return xml.replace(new RegExp(`(\\s${key}\\s*=\\s*)"[^"<]*"`, 'u'), (_, before: string) => `${before}"${value}"`);
}
