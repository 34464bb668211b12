/** The markup of a part cut into pieces that are looked at one by one, and what is changed in a start tag. */
import { escapeXml, legalXml } from '../package/xml-text';

/** Drawings that are whole (with what older programs show instead), codes of fields and start tags, each a piece of its own. */
export function cut(xml: string): readonly string[] {
  const [open, close] = ['<w:drawing', '</w:drawing>'];
  const pieces: string[] = [];
  let at = 0;
  for (let start = xml.indexOf(open); start >= 0; start = xml.indexOf(open, at)) {
    const end = xml.indexOf(close, start);
    if (end < 0) break;
    pieces.push(...cutTags(xml.slice(at, start)));
    at = end + close.length + insteadOf(xml, end + close.length);
    pieces.push(xml.slice(start, at));
  }
  return [...pieces, ...cutTags(xml.slice(at))].filter((piece) => piece !== '');
}

/** How long what stands for a drawing in older programs is; 0 where there is none, or not whole. */
function insteadOf(xml: string, at: number): number {
  // Nothing but line breaks and indents stands between them.
  if (!/^<\/mc:Choice>\s*<mc:Fallback>/u.test(xml.slice(at, at + 200))) return 0;
  const end = xml.indexOf('</mc:Fallback>', at);
  return end < 0 ? 0 : end + '</mc:Fallback>'.length - at;
}

function cutTags(xml: string): readonly string[] {
  return xml.split(/(<w:instrText\b[^<>]*>[^<]*<\/w:instrText>|<[^<>/][^<>]*>)/u);
}

/** The start tag with another text in an attribute. */
export function withAttribute(tag: string, name: string, text: string): string {
  const value = escapeXml(legalXml(text)).replace(/\s+/gu, ' ');
  return tag.replace(
    new RegExp(`(\\s${name}\\s*=\\s*)("[^"<]*"|'[^'<]*')`, 'u'),
    (_, before: string) => `${before}"${value}"`,
  );
}

/** The address of a relationship as a person wrote it: programs write braces and signs in percent. */
export function decodedTarget(target: string): string {
  return target
    .replace(/%7B/giu, '{')
    .replace(/%7D/giu, '}')
    .replace(/(?:%[0-9A-F]{2})+/giu, decoded);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
