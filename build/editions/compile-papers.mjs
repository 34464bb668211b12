/** The files the program fills for an edition, as its papers.tsv lists them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeClaims } from '../template/place-claims.mjs';
import { compileClaims } from './compile-claims.mjs';

const needed = {
  report: 'word',
  order: 'word',
  'check-note': 'word',
  'check-letter': 'text',
  'mail-text': 'text',
  'mail-html': 'html',
};

/**
 * One for each line: the edition's `key`, the name of the `paper`, its `kind`, the `template`, a path from the root, and its
 * `text` with the claims in their places.
 */
export function compilePapers({ key, folder, rows, tell }) {
  const at = rows.papers[0]?.at ?? { file: join(folder, 'papers.tsv'), line: 1 };
  for (const [paper, kind] of Object.entries(needed)) {
    const row = rows.papers.find((one) => one.paper === paper);
    if (row === undefined) tell(at, `no line for the paper ${paper}`);
    else if (row.kind !== null && row.kind !== kind) tell(row.at, `种类 "${row.kind}": expected ${kind} for ${paper}`);
  }
  const claims = compileClaims({ rows, tell });
  const papers = rows.papers
    .filter(({ file, kind }) => file !== null && kind !== null)
    .flatMap(({ paper, kind, file, at: place }) => {
      const template = `templates/${key}/${file}`;
      if (existsSync(template)) return [{ key, paper, kind, template, ...readPaper(template, claims, tell) }];
      tell(place, `模板 "${file}": there is no ${template}`);
      return [];
    });
  const used = new Set(papers.flatMap((one) => one.spans.map(({ name }) => name)));
  for (const { name, at: place } of claims.values()) {
    const isUsed =
      used.has(name) || [...claims.values()].some((other) => used.has(other.name) && other.holds.has(name));
    if (!isUsed) tell(place, `"${name}": no template of the edition says {{话 ${name}}}`);
  }
  return papers;
}

function readPaper(template, claims, tell) {
  const { text, spans, unknown } = placeClaims(readFileSync(template, 'utf8'), claims);
  for (const { name, line } of unknown) {
    tell({ file: template, line }, `{{话 ${name}}}: no claim of that name in claims.tsv`);
  }
  return { text, spans };
}
