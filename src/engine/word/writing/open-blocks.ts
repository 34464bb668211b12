/** What of a part is being written: blocks that were begun and not yet ended. */
import type { Mark } from '../../language/run';

/** What a paragraph brings along. */
export interface ParagraphFrame {
  /** Start tag and properties. */
  readonly open: string;
  readonly close: string;
  readonly styledHeading: boolean;
  /** True when it stays even if nothing is printed in it. */
  readonly stays: boolean;
}

export interface OpenParagraph {
  /** The paragraph that holds the text box this one is in. */
  readonly outer: OpenParagraph | null;
  readonly frame: ParagraphFrame;
  /** How much had been written before it. */
  readonly before: number;
  /** The first value printed in it; most paragraphs have no more, and a list for each would cost as much as the value. */
  mark: Mark | null;
  others: Mark[] | null;
  /** What is undone when it vanishes. */
  undo: readonly (() => void)[];
  text: string;
}

/** A cell, box, header, footer or note being written: it must end with a paragraph. */
export interface OpenContainer {
  lines: string[];
  lastBlock: 'none' | 'paragraph' | 'table';
  /** The last paragraph that vanished, emptied: it comes back when the container would be left without one. */
  spare: string;
  /** True once something of it vanished: only then can it lack what the template has. */
  lost: boolean;
}

export interface OpenTable {
  /** How much had been written before it. */
  readonly before: number;
  rows: number;
  cells: string[];
}

/** Most paragraphs undo nothing. */
export const none: OpenParagraph['undo'] = [];

/** Most texts begin with a character that shows: then nothing is copied to find out. */
export function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  return !(code > 0x20 && code < 0x7f) && !(code >= 0x4e00 && code <= 0x9fff) && text.trim() === '';
}

/** A paragraph that takes no room, as Word wants one behind a table. */
export const hairline =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>';
