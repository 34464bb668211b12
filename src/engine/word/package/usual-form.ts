/**
 * The parts of a document in the form that nearly all programs write: the transitional namespaces (ECMA-376 part 4), `w:` for
 * WordprocessingML, double quotes, marks without content as one tag. What some programs write otherwise means the same, and
 * everything behind the door knows one form only.
 */

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/';

/** The text of a part of XML in the usual form; mostly the same text. */
export function inUsualForm(xml: string): string {
  const named = withUsualPrefix(xml.includes(strict) ? transitional(xml) : xml);
  const quoted = named.includes("='") ? eachTag(named, doubleQuoted) : named;
  return quoted.includes('></w:') ? quoted.replace(longMark, '$1/>') : quoted;
}

const longMark =
  /(<w:((?:bookmark|perm|commentRange|move\w+Range)(?:Start|End)|(?:comment|footnote|endnote)Reference|fldChar|id|numId|ilvl|pStyle|vMerge|gridSpan)(?:\s[^<>]*)?)><\/w:\2>/gu;

function transitional(xml: string): string {
  return xml
    .replace(/http:\/\/purl\.oclc\.org\/ooxml\/(\w+)\/([\w/]+)/gu, (_, area: string, rest: string) => {
      const words = rest.replace(/(extended|custom)Properties/u, '$1-properties');
      return `http://schemas.openxmlformats.org/${area}/2006/${words}`;
    })
    .replace(/\s\w+:conformance\s*=\s*["']strict["']/u, '');
}

/** An empty prefix is that of elements alone: attributes have one. */
function withUsualPrefix(xml: string): string {
  const root = xml.slice(0, xml.indexOf('>', xml.search(/<[^?!]/u)) + 1);
  if (!root.includes(space) || /\sxmlns:w\s*=/u.test(root)) return xml;
  const declared = new RegExp(`\\sxmlns(?::([\\w.-]+))?\\s*=\\s*["']${space}["']`, 'u');
  const prefix = declared.exec(root)?.[1] ?? '';
  const name = new RegExp(`^(</?)${prefix === '' ? '(?![\\w.-]+:)' : `${prefix}:`}`, 'u');
  const attribute = new RegExp(`(\\s)${prefix}:(?=[\\w.-]+\\s*=)`, 'gu');
  const renamed = eachTag(xml, (tag) => {
    const now = tag.replace(name, '$1w:');
    return prefix === '' ? now : now.replace(attribute, '$1w:');
  });
  return renamed.replace(declared, ` xmlns:w="${space}"`);
}

function eachTag(xml: string, change: (tag: string) => string): string {
  return xml.replace(/<[^?!](?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gu, change);
}

function doubleQuoted(tag: string): string {
  return tag.replace(/="[^"]*"|='([^']*)'/gu, (pair, value?: string) => {
    return value === undefined ? pair : `="${value.replace(/"/gu, '&quot;')}"`;
  });
}
