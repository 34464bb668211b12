/** Lines for a terminal: a Chinese character takes two columns, and no sign that closes stands at the beginning of a line. */

/** Signs that may not begin a line. */
const closing = '，。；：、？！）”》】%';

/** The text in lines of at most `width` columns, each after `indent`; words of Latin letters stay whole where they fit. */
export function foldedLines(text: string, width: number, indent = ''): readonly string[] {
  const room = width - columnsOf(indent);
  const lines: string[] = [];
  let line: string[] = [];
  for (const piece of text.match(/[!-~]+|[^!-~]/gu) ?? []) {
    const isFull = columnsOf(line.join('') + piece) > room && line.join('').trim() !== '';
    if (!isFull) line.push(piece);
    else {
      const next = nextLine(line, piece);
      lines.push(line.join('').trimEnd());
      line = next;
    }
  }
  return [...lines, line.join('').trimEnd()].map((one) => `${indent}${one}`);
}

/** What goes on the next line: the piece, and before a sign that closes what it closes, which is taken from the line. */
function nextLine(line: string[], piece: string): string[] {
  const next = [piece.trimStart()];
  while (closing.includes(next[0] ?? '') && line.length > 1) next.unshift(line.pop() ?? '');
  return next;
}

/** A whole text: lines that fit stay as they are, a longer one goes on below its own beginning. */
export function foldedText(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => foldedLine(line, width))
    .join('\n');
}

function foldedLine(line: string, width: number): readonly string[] {
  if (columnsOf(line) <= width) return [line];
  const [lead = ''] = /^\s*/u.exec(line) ?? [];
  const [first = '', ...others] = foldedLines(line.slice(lead.length), width - lead.length - 2);
  return [`${lead}${first}`, ...others.map((one) => `${lead}  ${one}`)];
}

/** How many columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += sign > '\u2E7F' || '“”‘’—…×·'.includes(sign) ? 2 : 1;
  return columns;
}
