/** What a piece of a part that holds placed objects is given, and what it gives. */
import type { Frame } from '../../language/run';
import type { Embedded } from '../writing/drawings';
import type { LostDrawing } from '../writing/value-runs';
import type { PlacedParts } from './placed-parts';
import type { PlacedText } from './placed-text';

/** What a piece is in a round; `shown` is text that stands in its place. */
export type PlacedPiece = (frame: Frame) => { readonly xml: string; readonly shown: string };

/** The means of a piece, in the scope of its place. */
export interface PlacedUnit {
  /** `what` it is: 替代文字. */
  readonly compile: (text: string, what: string) => PlacedText;
  /** Tells a mistake that no tag shows: `tag` is the element as written, `why` the reason (behind what it is) and what to do. */
  readonly refuse: (tag: string, what: string, why: readonly [reason: string, expected: string]) => void;
  /** Charts, SmartArt and links the XML refers to; `refills`: a chart among it gets other data. */
  readonly partsIn: (xml: string, refills: boolean) => PlacedParts;
  readonly embed: (path: string) => Embedded | null;
  /** Notes what the XML of the template refers to, in whose place something else comes. */
  readonly replace: (xml: string) => void;
  readonly lose: (what: LostDrawing) => void;
  /** The drawing with a number of its own. */
  readonly numbered: (xml: string) => string;
  /** A text in a run. */
  readonly text: (text: string) => string;
}

/** The raw value of an attribute; empty where it is not there. */
export function attributeOf(tag: string, name: string): string {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'u').exec(tag) ?? [];
  return double ?? single ?? '';
}
