/** The texts that cells share: a part of its own, to which cells refer by number. */
import { eachChild, enterRoot } from './xlsx-elements';
import {
  decodeEntities,
  isAt,
  nameCode,
  nextTag,
  scanXml,
  unescaped,
  withOneLineEnd,
  writtenText,
  xmlAttribute,
  xmlText,
  type XmlScan,
} from './xlsx-xml';

const itemTag = nameCode('si');
const runTag = nameCode('r');
const textTag = nameCode('t');
const phoneticTag = nameCode('rPh');
const strikeTag = nameCode('strike');

/** The texts by their number, and the numbers of those of which a part is struck through. */
export interface TextTable {
  readonly texts: readonly string[];
  readonly struck: ReadonlySet<number>;
}

/** All shared texts, runs of different looks joined, readings of characters left out. */
export function readSharedTexts(xml: Buffer): TextTable {
  const scan = scanXml(xml);
  const texts: string[] = [];
  const struck = new Set<number>();
  eachChild(scan, enterRoot(scan), (name) => {
    if (name !== itemTag) return;
    const plain = scan.prefix === 0 && !scan.closes ? plainText(scan) : null;
    if (plain !== null) {
      texts.push(plain);
      return;
    }
    const item = scan.closes ? noRuns : readRuns(scan, itemTag);
    if (item.isStruck) struck.add(texts.length);
    texts.push(item.text);
  });
  return { texts, struck };
}

const plainStart = Buffer.from('<t>');
const plainEnd = Buffer.from('</t></si>');

/** The text of an item that holds nothing else, as nearly all do, moving behind it; null, and nothing is moved, for any other. */
function plainText(scan: XmlScan): string | null {
  const { bytes, at } = scan;
  if (!isAt(bytes, at, plainStart)) return null;
  const from = at + plainStart.length;
  const to = bytes.indexOf(plainEnd[0] ?? 0, from);
  if (to < 0 || !isAt(bytes, to, plainEnd)) return null;
  scan.at = to + plainEnd.length;
  return writtenText(decodeEntities(bytes.toString('utf8', from, to)));
}

/** A text of runs; some of it may be struck through. */
export interface Runs {
  readonly text: string;
  readonly isStruck: boolean;
}

export const noRuns: Runs = { text: '', isStruck: false };

/** What is known on the way through runs. */
interface RunWalk {
  text: string;
  isStruck: boolean;
  /** The readings of characters stand apart from the text. */
  isReading: boolean;
  strikes: boolean;
}

/** The text of the runs up to the end of the element `until`, which the scan stands in. */
export function readRuns(scan: XmlScan, until: number): Runs {
  const { prefix } = scan;
  const walk: RunWalk = { text: '', isStruck: false, isReading: false, strikes: false };
  while (nextTag(scan)) {
    if (scan.name === until && scan.closes) break;
    if (scan.prefix === prefix) takeTag(scan, walk);
  }
  return { text: withOneLineEnd(walk.text), isStruck: walk.isStruck };
}

function takeTag(scan: XmlScan, walk: RunWalk): void {
  const { name, opens, closes } = scan;
  if (name === textTag) {
    if (opens && !closes && !walk.isReading) takeText(unescaped(xmlText(scan)), walk);
  } else if (name === phoneticTag) walk.isReading = !closes;
  else if (name === runTag) walk.strikes = false;
  else if (name === strikeTag && opens) walk.strikes = isOn(scan);
}

function takeText(piece: string, walk: RunWalk): void {
  walk.text += piece;
  walk.isStruck ||= walk.strikes && piece.trim() !== '';
}

/** A property of a font that holds by being there, unless it says otherwise. */
export function isOn(scan: XmlScan): boolean {
  return !/^(?:0|false)$/u.test(xmlAttribute(scan, 'val') ?? '1');
}
