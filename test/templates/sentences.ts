/** The literal sentences of the templates: their words outside tags, each with the line it stands in. */
import { readFileSync } from 'node:fs';

/** A sentence without its full stop; a printed value is `…`. */
export interface Sentence {
  readonly text: string;
  readonly line: number;
}

const claim = /\{\{\s*话\s+[^{}\s]+\s*\}\}/gu;
const block = /\{\{\s*(?:[#/^]|else\b|否则)[^{}]*\}\}/gu;
const value = /\{\{[^{}]*\}\}/gu;

/** All of a template: what a claim says is the claim's, what a comment or the layout says is nobody's. */
export function sentencesOf(template: string): readonly Sentence[] {
  return template.split('\n').flatMap((line, index) =>
    line.trimStart().startsWith('//')
      ? []
      : wordsOf(line)
          .split(/[。；|‖]/u)
          .map(trimmed)
          .filter((text) => /[\p{Script=Han}]/u.test(text))
          .map((text) => ({ text, line: index + 1 })),
  );
}

/** In the place of a tag of HTML a sentence ends. */
function wordsOf(line: string): string {
  return line
    .replace(/^\s*\[(?:表|表单)\s[^\]]*\]/u, '')
    .replace(/^\s*\[[^\]]*\]/u, '')
    .replace(/<[^>]*>/gu, '。')
    .replace(claim, '。')
    .replace(block, '')
    .replace(value, '…');
}

/** Without what joins it to its neighbours. */
function trimmed(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replace(/…+/gu, '…')
    .replace(/^[，、：．]+|[，、：．]+$/gu, '');
}

/** The lines of a table of the tests, by its columns: `#` and blank lines are left out, the first line names the columns. */
export function linesOf(file: string): readonly Readonly<Record<string, string>>[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const [head = '', ...body] = lines;
  const names = head.split('\t');
  return body.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}
