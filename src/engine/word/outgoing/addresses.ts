/** Addresses of links: which may stay in a document. */
import { linkSchemes } from './allowed';

/** White space and control characters say nothing in an address, and hide its scheme. */
const hidden = /[\s\p{Cc}\p{Cf}]/gu;

/** Whether a reader may be led there: a scheme on the list, or a place in the document. */
export function isAllowedLink(address: string): boolean {
  const plain = address.replace(hidden, '').toLowerCase();
  return plain !== '' && linkSchemes.some((scheme) => plain.startsWith(scheme));
}

/** Whether a target leads out of the package whatever its relationship says: a scheme, a drive, a share. */
export function leadsOutside(target: string): boolean {
  const plain = target.replace(/%([0-7][0-9a-f])/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return /^(?:[a-z][a-z0-9+.-]*:|[\\/]{2}|\\)/iu.test(plain.replace(hidden, ''));
}
