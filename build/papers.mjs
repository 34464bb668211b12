/** Makes the files the program fills: Word files laid out from the readable texts of `templates`, and texts as they are. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildTemplate } from './template/build-template.mjs';

/**
 * Writes the Word files to build/out/templates and gives each paper its name in the bundle and its bytes: `word-` or
 * `text-`, the edition, the paper.
 */
export function writePapers(papers) {
  return papers.map(({ key, paper, kind, template }) => {
    const name = `${kind === 'word' ? 'word' : 'text'}-${key}-${paper}`;
    if (kind !== 'word') return { name, bytes: readFileSync(template) };
    const file = `build/out/${template.replace(/\.txt$/u, '.docx')}`;
    const bytes = wordFile(template);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return { name, bytes: Buffer.from(bytes) };
  });
}

function wordFile(template) {
  try {
    return buildTemplate(readFileSync(template, 'utf8'));
  } catch (cause) {
    throw new Error(`${template}: ${cause.message}`, { cause });
  }
}
