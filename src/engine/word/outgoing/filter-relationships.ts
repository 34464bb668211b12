/** The relationships of a part: which stay, which go, and for which the document is refused. */
import { climbsOut } from '../package/part-names';
import { attribute, elementsOf, readXml, type XmlElement, type XmlPart } from '../package/read-xml';
import { unescapeXml } from '../package/xml-text';
import { isAllowedLink, leadsOutside } from './addresses';
import { refusedTypes, relationshipSpaces, relationshipTypes } from './allowed';
import { withEdits } from './text-edits';

/** A relationship as it is written. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type's address: `header`, `hyperlink`. */
  readonly type: string;
  readonly target: string;
  /** Whether it says so, or leads out of the package whatever it says. */
  readonly outside: boolean;
}

/** `refused` with the reason and what to do; `dropped` where nothing is lost that is read. */
type Verdict = 'kept' | 'dropped' | readonly [reason: string, expected: string];

interface Judged extends Relationship {
  readonly verdict: Verdict;
}

/** A list of relationships as it may stay, and what of it may not. */
export interface FilteredRelationships {
  readonly text: string;
  /** Why it cannot be read. */
  readonly fault: string | null;
  readonly kept: readonly Relationship[];
  readonly dropped: readonly Relationship[];
  readonly refused: readonly (readonly [target: Relationship, reason: string, expected: string])[];
}

/** The last lists that were judged: thousands of documents of one template have the same. */
const judgedBefore = new Map<string, FilteredRelationships>();
const mostKept = 50;
const longestKept = 10_000;

/** `text` is a part `….rels` of the part `source`. One that cannot be read has none. */
export function filterRelationships(text: string, source: string): FilteredRelationships {
  const key = `${source}\n${text}`;
  const before = judgedBefore.get(key);
  if (before !== undefined) return before;
  if (judgedBefore.size >= mostKept) judgedBefore.clear();
  const filtered = judgedAnew(text, source);
  if (key.length <= longestKept) judgedBefore.set(key, filtered);
  return filtered;
}

function judgedAnew(text: string, source: string): FilteredRelationships {
  const xml = readXml(text);
  const fault = 'code' in xml ? xml.reason : elementsOf(xml.root).every(isPlain) ? null : '夹着别的内容';
  if ('code' in xml || fault !== null) return { text, fault, kept: [], dropped: [], refused: [] };
  const judged = elementsOf(xml.root).map((element) => ({ element, ...judgedOf(xml, element, source) }));
  const dropped = judged.filter(({ verdict }) => verdict === 'dropped');
  const edits = dropped.map(({ element: { start, end } }) => ({ start, end, text: '' }));
  return {
    text: withEdits(text, edits).replace(/\sxml:base\s*=\s*(?:"[^"<]*"|'[^'<]*')/gu, ''),
    fault,
    kept: judged.filter(({ verdict }) => verdict === 'kept'),
    dropped,
    refused: judged.flatMap((one) => (typeof one.verdict === 'string' ? [] : [[one, ...one.verdict] as const])),
  };
}

/** Some programs look for relationships within other elements, too. */
function isPlain(element: XmlElement): boolean {
  return /^(?:[^:]+:)?Relationship$/u.test(element.name) && elementsOf(element).length === 0;
}

function judgedOf(xml: XmlPart, element: XmlElement, source: string): Judged {
  const read = (name: string): string => unescapeXml(attribute(xml, element, name) ?? '');
  const [type, target] = [read('Type').trim(), read('Target')];
  const says = read('TargetMode').trim().toLowerCase() === 'external';
  const relationship = {
    id: read('Id'),
    type: type.replace(/^[\s\S]*\//u, ''),
    target,
    outside: says || leadsOutside(target) || climbsOut(source, target),
  };
  return { ...relationship, verdict: verdictOf(relationship, { isKnown: isKnown(type), says, source }) };
}

/** An address on the list, a place in the document, or a tag: what comes of it is judged when it is filled. */
function isAllowedTarget(target: string, says: boolean): boolean {
  return target.startsWith('#') || (says && (isAllowedLink(target) || /^(?:[{｛]|%7B){2}/iu.test(target)));
}

function isKnown(type: string): boolean {
  const word = type.replace(/^[\s\S]*\//u, '');
  const space = type.slice(0, type.length - word.length).toLowerCase();
  return relationshipTypes.has(word) && relationshipSpaces.some((one) => one.toLowerCase() === space);
}

/** Whether something is seen of what it leads to: then it cannot go unnoticed, whoever defined it. */
function shows(type: string): boolean {
  return relationshipTypes.has(type) && type !== 'hyperlink';
}

function verdictOf(
  { type, target, outside }: Relationship,
  { isKnown: known, says, source }: { readonly isKnown: boolean; readonly says: boolean; readonly source: string },
): Verdict {
  // The workbook behind a chart shows nothing; the chart has its figures itself.
  const isBehindChart = /^(?:package|oleObject)$/u.test(type) && /\/charts?\//u.test(`/${source}`);
  const refusal = isBehindChart ? undefined : refusedTypes.get(type);
  if (refusal !== undefined) return refusal;
  if (!known && !(outside && shows(type))) return 'dropped';
  if (type === 'hyperlink') return isAllowedTarget(target, says) ? 'kept' : 'dropped';
  if (!outside) return 'kept';
  return [`引用了外部文件“${target.slice(0, 60)}”`, '请删去链接，把内容直接放进文档'];
}
