/** Writes XML as text. */

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * An element with attributes and already written children.
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string[]} children
 */
export function element(name, attributes = {}, children = []) {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  const body = children.join('');
  return body === '' ? `<${name}${head.join('')}/>` : `<${name}${head.join('')}>${body}</${name}>`;
}

/** Text for content and attributes. */
export function escape(text) {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
