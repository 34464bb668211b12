/** Reads UTF-8: the language has no decoder of its own, and documents are long. */

// Taken once: in a context made for a script, every look at a global is slow.
const { fromCharCode } = String;
const replacement = 0xfffd;
/** The smallest character that needs two, three or four bytes. */
const least = [0, 0, 0x80, 0x800, 0x10000];
/** Characters turned to text at once. */
const chunk = 4096;

/** The text; bytes that are no UTF-8 become U+FFFD. */
export function utf8Text(bytes: Uint8Array): string {
  let text = '';
  let units: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const code = bytes[at] ?? 0;
    if (code < 0x80) {
      units.push(code);
      at++;
    } else {
      at += putCharacter(bytes, at, units);
    }
    if (units.length >= chunk) {
      text += fromCharCode(...units);
      units = [];
    }
  }
  return text + fromCharCode(...units);
}

/** Reads a character of two bytes or more; gives back how many bytes it took. */
function putCharacter(bytes: Uint8Array, at: number, units: number[]): number {
  const first = bytes[at] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let code = first & (0xff >> (length + 1));
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index] ?? 0;
    if ((next & 0xc0) !== 0x80) {
      units.push(replacement);
      return index;
    }
    code = (code << 6) | (next & 0x3f);
  }
  if (first > 0xf4 || code < (least[length] ?? 0)) units.push(replacement);
  else putUnits(code, units);
  return length;
}

function putUnits(code: number, units: number[]): void {
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) units.push(replacement);
  else if (code < 0x10000) units.push(code);
  else units.push(0xd800 | ((code - 0x10000) >> 10), 0xdc00 | (code & 0x3ff));
}
