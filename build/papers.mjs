/** Makes the files the program fills: Word files laid out from the readable texts of `templates`, and texts as they are. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildTemplate } from './template/build-template.mjs';

/**
 * Writes the texts, with the claims in their places, and the Word files to build/out/templates, and gives each paper its name
 * in the bundle and its bytes: `word-` or `text-`, the edition, the paper.
 */
export function writePapers(papers) {
  return papers.map(({ key, paper, kind, template, text }) => {
    const name = `${kind === 'word' ? 'word' : 'text'}-${key}-${paper}`;
    const written = `build/out/${template}`;
    mkdirSync(dirname(written), { recursive: true });
    writeFileSync(written, text);
    if (kind !== 'word') return { name, bytes: Buffer.from(text) };
    const bytes = wordFile(template, text);
    writeFileSync(written.replace(/\.txt$/u, '.docx'), bytes);
    return { name, bytes: Buffer.from(bytes) };
  });
}

function wordFile(template, text) {
  try {
    return buildTemplate(text);
  } catch (cause) {
    throw new Error(`${template}: ${cause.message}`, { cause });
  }
}
