/** The regular expressions that the program makes of the words in the tables of its editions. */
import { build } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { writeEditions } from '../../editions.mjs';

const bundle = 'build/out/table-patterns.mjs';

/** Where words of tables become patterns, and how they are asked for. */
const makers = `
import { openEditions } from './src/core/edition/open-edition';
import { rowSigns } from './src/core/tables/other-rows/row-signs';
import { publisherOf } from './src/core/report/public/publish-text';
import { piecesOf } from './src/core/cells/status-pieces';
export { openEditions };
export function makePatterns({ declared: { words }, publicRules }) {
  rowSigns(words.rows);
  publisherOf(publicRules, ['王小明'])('王小明的电话13800000000，见 司法所.xlsx 任务进展!D7');
  piecesOf({ kind: 'text', value: '√', shown: '√' }, words.statuses);
}
`;

/** Each as `{ at, source, flags, reason: null }`, of all editions. */
export async function tablePatterns() {
  const { texts } = await writeEditions();
  await build({
    stdin: { contents: makers, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    outfile: bundle,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const made = new Map();
  const Native = globalThis.RegExp;
  globalThis.RegExp = class extends Native {
    constructor(source, flags) {
      super(source, flags);
      made.set(`${this.flags}/${this.source}`, { source: this.source, flags: this.flags });
    }
  };
  try {
    const { openEditions, makePatterns } = await import(pathToFileURL(bundle).href);
    const editions = openEditions(texts);
    for (const name of editions.names) makePatterns(editions.open(name));
  } finally {
    globalThis.RegExp = Native;
  }
  return [...made.values()].map((pattern) => ({ ...pattern, at: 'made of the words in src/editions', reason: null }));
}
