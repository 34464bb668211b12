/** Where in the markup of a part texts stand that are filled though they are none of its paragraphs. */

/** Attributes that are texts for a reader. */
export const textAttributes: readonly string[] = ['descr', 'title', 'alt', 'w:tooltip', 'tooltip'];

/** A link in the code of a field; its address is all between the quotes. */
export const linkCode = /^(\s*HYPERLINK\s+")([^"]*)("[^{｛]*)$/iu;
