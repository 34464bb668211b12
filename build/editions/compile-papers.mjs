/** The files the program fills for an edition, as its papers.tsv lists them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const needed = {
  report: 'word',
  order: 'word',
  'check-note': 'word',
  'check-letter': 'text',
  'mail-text': 'text',
  'mail-html': 'html',
};

/** One for each line: the edition's `key`, the name of the `paper`, its `kind`, and the `template`, a path from the root. */
export function compilePapers({ key, folder, rows, tell }) {
  const at = rows.papers[0]?.at ?? { file: join(folder, 'papers.tsv'), line: 1 };
  for (const [paper, kind] of Object.entries(needed)) {
    const row = rows.papers.find((one) => one.paper === paper);
    if (row === undefined) tell(at, `no line for the paper ${paper}`);
    else if (row.kind !== null && row.kind !== kind) tell(row.at, `种类 "${row.kind}": expected ${kind} for ${paper}`);
  }
  return rows.papers
    .filter(({ file, kind }) => file !== null && kind !== null)
    .map(({ paper, kind, file, at: place }) => {
      const template = `templates/${key}/${file}`;
      if (!existsSync(template)) tell(place, `模板 "${file}": there is no ${template}`);
      return { key, paper, kind, template };
    });
}
