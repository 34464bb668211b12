/** Text in XML: characters escaped, references resolved, what XML cannot hold taken out. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text as element content or attribute value. */
export function escapeXml(text: string): string {
  return /[&<>"]/u.test(text) ? text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign) : text;
}

/** The text without the characters that XML 1.0 (section 2.2) does not allow. */
export function legalXml(text: string): string {
  return /[^\t\n\r -\ud7ff\ue000-\ufffd]/u.test(text)
    ? text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    : text;
}

/** What stands between the tags, with references as they are; nothing where only white space does. */
export function textsIn(xml: string): readonly string[] {
  return xml.split('<').flatMap((piece, index) => {
    const text = index === 0 ? '' : piece.slice(piece.indexOf('>') + 1);
    return text.trim() === '' ? [] : [text];
  });
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text behind its references; only the five names of XML and numbers exist, as no DOCTYPE is accepted. */
export function unescapeXml(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/gu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** Start tags and end tags changed one by one; comments and the like are none. */
export function eachTag(xml: string, change: (tag: string) => string): string {
  return xml.replace(/<[^?!](?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gu, change);
}
