/** The texts that cells share: a part of its own, to which cells refer by number. */
import { eachChild, enterRoot } from './xlsx-elements';
import { attribute, nameCode, nextTag, readText, scanXml, unescaped, withOneLineEnd, type XmlScan } from './xlsx-xml';

const itemTag = nameCode('si');
const runTag = nameCode('r');
const textTag = nameCode('t');
const phoneticTag = nameCode('rPh');
const strikeTag = nameCode('strike');

/** The texts by their number, and the numbers of those of which a part is struck through. */
export interface SharedTexts {
  readonly texts: readonly string[];
  readonly struck: ReadonlySet<number>;
}

/** All shared texts, runs of different looks joined, readings of characters left out. */
export function readSharedTexts(xml: Buffer): SharedTexts {
  const scan = scanXml(xml);
  const texts: string[] = [];
  const struck = new Set<number>();
  eachChild(scan, enterRoot(scan), (name) => {
    if (name !== itemTag) return;
    const item = scan.closes ? noRuns : readRuns(scan, itemTag);
    if (item.isStruck) struck.add(texts.length);
    texts.push(item.text);
  });
  return { texts, struck };
}

/** A text of runs; some of it may be struck through. */
export interface Runs {
  readonly text: string;
  readonly isStruck: boolean;
}

const noRuns: Runs = { text: '', isStruck: false };

/** The text of the runs up to the end of the element `until`, which the scan stands in. */
export function readRuns(scan: XmlScan, until: number): Runs {
  const { prefix } = scan;
  const read = { text: '', isStruck: false };
  let isReading = false;
  let strikes = false;
  while (nextTag(scan)) {
    if (scan.prefix !== prefix) continue;
    if (scan.name === until && scan.closes) return { ...read, text: withOneLineEnd(read.text) };
    if (scan.name === phoneticTag) isReading = !scan.closes;
    else if (scan.name === runTag) strikes = false;
    else if (scan.name === strikeTag && scan.opens) strikes = isOn(scan);
    else if (scan.name === textTag && scan.opens && !scan.closes && !isReading) {
      const piece = unescaped(readText(scan));
      read.text += piece;
      read.isStruck ||= strikes && piece.trim() !== '';
    }
  }
  return read;
}

/** A property of a font that holds by being there, unless it says otherwise. */
export function isOn(scan: XmlScan): boolean {
  return !/^(?:0|false)$/u.test(attribute(scan, 'val') ?? '1');
}
