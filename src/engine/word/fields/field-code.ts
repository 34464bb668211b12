/** The code of a field taken apart (ECMA-376 part 1, 17.16.5): its name, its arguments, its switches. */

export interface FieldCode {
  /** In capitals. */
  readonly name: string;
  readonly words: readonly string[];
  /** Sign of each switch in small letters → what follows it, empty for nothing. */
  readonly switches: ReadonlyMap<string, string>;
}

/** Codes longer than any person writes are cut. */
const longest = 500;

export function fieldCode(code: string): FieldCode {
  // bounded: a text up to `longest`
  const pieces = code.slice(0, longest).match(/\\.|"[^"]*"|“[^”]*”|[^\s"“\\]+/gu) ?? [];
  const [first = '', ...rest] = pieces;
  const words: string[] = [];
  const switches = new Map<string, string>();
  let open: string | null = null;
  for (const piece of rest) {
    if (piece.startsWith('\\')) {
      open = piece.slice(1).toLowerCase();
      switches.set(open, '');
    } else if (open !== null && takesWord(open)) {
      switches.set(open, unquoted(piece));
      open = null;
    } else {
      words.push(unquoted(piece));
      open = null;
    }
  }
  return { name: first.startsWith('=') ? '=' : first.toUpperCase(), words, switches };
}

/** Switches that stand alone; all others may be followed by a word. */
function takesWord(sign: string): boolean {
  return !'hzuwxfp'.includes(sign);
}

function unquoted(piece: string): string {
  return piece.replace(/^["“]|["”]$/gu, '');
}
