/** Where in the markup of a part texts stand that are filled though they are none of its paragraphs. */

/** Attributes that are texts for a reader. */
export const textAttributes: readonly string[] = ['descr', 'title', 'alt', 'w:tooltip', 'tooltip'];

/** A link in the code of a field; its address is all between the quotes. */
export const linkCode = /^(\s*HYPERLINK\s+")([^"]*)("[^{｛]*)$/iu;

const openSigns = /[{｛]{2}/u;

/** Whether a text attribute or the code of a link holds a tag. */
export function hasPlacedTag(source: string): boolean {
  if (!openSigns.test(source)) return false;
  const attributes = source.matchAll(/\s(?:descr|title|alt|(?:\w+:)?tooltip)\s*=\s*(?:"[^"<]*"|'[^'<]*')/gu);
  for (const [text] of attributes) if (openSigns.test(text)) return true;
  return source.includes('HYPERLINK') && source.split('<').some(isTaggedLink);
}

function isTaggedLink(text: string): boolean {
  const start = text.search(/HYPERLINK\s/u);
  return start >= 0 && openSigns.test(text.slice(start));
}
