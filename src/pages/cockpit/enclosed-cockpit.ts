/** The page as a file that is sent: the value of the board stands in it, and no program is there to be asked. */
import { inflateSync, strFromU8 } from 'fflate';
import type { Cockpit } from '../../contract/cockpit';

/** The value the file holds; null where the page was served. */
export function enclosedCockpit(): Cockpit | null {
  const packed = document.getElementById('cockpit')?.textContent.trim() ?? '';
  if (packed === '') return null;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return JSON.parse(strFromU8(inflateSync(bytes))) as Cockpit;
}
