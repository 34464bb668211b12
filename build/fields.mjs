/**
 * Writes the lists of all that a template may name: docs/fields.md for the first edition, docs/fields-<key>.md for each other.
 * With `--print` the texts go to standard output instead, one object with the text of each file.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compiledTexts } from './editions.mjs';
import { fieldList } from './fields/field-list.mjs';
import { importSources } from './import-sources.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const lists = await listsOfAll();
if (process.argv.includes('--print')) process.stdout.write(JSON.stringify(lists));
else for (const [file, text] of Object.entries(lists)) writeFileSync(file, text);

/** File → text. */
async function listsOfAll() {
  const { openEditions, fieldsOfReport, helpersByName } = await importSources({
    'src/core/edition/open-edition': 'openEditions',
    'src/core/report/fields': 'fieldsOfReport',
    'src/engine/language/helpers/helpers-by-name': 'helpersByName',
  });
  const { texts } = await compiledTexts('src/editions');
  const { names, open } = openEditions(texts);
  const helpers = [...new Set(helpersByName.values())];
  return Object.fromEntries(
    names.map((name, index) => {
      const edition = open(name);
      const dictionary = fieldsOfReport({ indicators: [] }, edition);
      const file = index === 0 ? 'docs/fields.md' : `docs/fields-${edition.key}.md`;
      return [file, fieldList({ edition, dictionary, helpers })];
    }),
  );
}
