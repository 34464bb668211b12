/**
 * The parts of a document in the form that nearly all programs write: the transitional namespaces (ECMA-376 part 4) under their
 * usual prefixes, double quotes, marks without content as one tag, nothing but elements and text. What some programs write
 * otherwise means the same, and everything behind the door knows one form only.
 */
import { withPlainSpaces, withUsualPrefixes } from './usual-prefixes';
import { eachTag, escapeXml } from './xml-text';

const strict = 'http://purl.oclc.org/ooxml/';

/** The text of a part of XML in the usual form; mostly the same text. */
export function inUsualForm(xml: string): string {
  const plain = withPlainSpaces(withoutAsides(xml));
  const named = withUsualPrefixes(plain.includes(strict) ? transitional(plain) : plain);
  const tagged = oddTag.test(named) ? eachTag(named, usualTag) : named;
  return tagged.includes('></w:') ? tagged.replace(longMark, '$1/>') : tagged;
}

const longMark =
  /(<w:((?:bookmark|perm|commentRange|move\w+Range)(?:Start|End)|(?:comment|footnote|endnote)Reference|fldChar|id|numId|ilvl|pStyle|vMerge|gridSpan)(?:\s[^<>]*)?)><\/w:\2>/gu;

/** Single quotes, spaces around `=` and before the end of an end tag; a text may look the same. */
const oddTag = /='|\w\s+=\s*["']|=\s+["']|<\/[^\s<>]+\s/u;

/** What ends an aside, by what begins it. */
const asides: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };

/** Without comments and instructions; CDATA is text as any other. One that does not end is left for whoever reads the part. */
function withoutAsides(xml: string): string {
  const next = /<(?:!--|!\[CDATA\[|\?)/gu;
  const declaration = /^\ufeff?<\?xml\s[^<>]*\?>/u.exec(xml)?.[0] ?? '';
  next.lastIndex = declaration.length;
  const pieces: string[] = [];
  let at = 0;
  for (let found = next.exec(xml); found; found = next.exec(xml)) {
    const [open] = found;
    const close = asides[open] ?? '';
    const end = xml.indexOf(close, found.index + open.length);
    const before = xml.slice(at, found.index);
    // Within a tag none may stand: without it there might be one that nobody has looked at.
    if (end < 0 || before.lastIndexOf('<') > before.lastIndexOf('>')) return xml;
    pieces.push(before);
    if (close === ']]>') pieces.push(escapeXml(xml.slice(found.index + open.length, end)));
    at = end + close.length;
    next.lastIndex = at;
  }
  return at === 0 ? xml : pieces.join('') + xml.slice(at);
}

function transitional(xml: string): string {
  const namespace =
    /(\s(?:xmlns(?::[^\s<>/:="']+)?|Type|uri)\s*=\s*["'])http:\/\/purl\.oclc\.org\/ooxml\/(\w+)\/([\w/]+)/gu;
  return eachTag(xml, (tag) =>
    tag
      .replace(namespace, (_, before: string, area: string, rest: string) => {
        const words = rest.replace(/(extended|custom)Properties/u, '$1-properties');
        return `${before}http://schemas.openxmlformats.org/${area}/2006/${words}`;
      })
      .replace(/\s\w+:conformance\s*=\s*["']strict["']/u, ''),
  );
}

function usualTag(tag: string): string {
  if (tag.startsWith('</')) return `${tag.slice(0, -1).trimEnd()}>`;
  return tag.replace(/(?<!\s)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu, (_, double?: string, single?: string) => {
    return `="${double ?? single?.replace(/"/gu, '&quot;') ?? ''}"`;
  });
}
