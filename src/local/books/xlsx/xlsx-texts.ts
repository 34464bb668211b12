/** The texts that cells share: a part of its own, to which cells refer by number. */
import { cellText, nameCode, nextTag, readText, scanXml, type XmlScan } from './xlsx-xml';

const itemTag = nameCode('si');
const textTag = nameCode('t');
const phoneticTag = nameCode('rPh');

/** All shared texts, runs of different looks joined, readings of characters left out. */
export function readSharedTexts(xml: Buffer): string[] {
  const scan = scanXml(xml);
  const texts: string[] = [];
  while (nextTag(scan)) {
    if (scan.opens && scan.name === itemTag) texts.push(scan.closes ? '' : readRuns(scan, itemTag));
  }
  return texts;
}

/** The text of the runs up to the end of the element `until`, which the scan stands in. */
export function readRuns(scan: XmlScan, until: number): string {
  let text = '';
  let isReading = false;
  while (nextTag(scan)) {
    if (scan.name === until && scan.closes) return text;
    if (scan.name === phoneticTag) isReading = !scan.closes;
    else if (scan.name === textTag && scan.opens && !scan.closes && !isReading) text += cellText(readText(scan));
  }
  return text;
}
