/**
 * Fills thousands of mutated templates (5,000, or the number given) and says how many were refused or filled as they should
 * be: `npm run fuzz -- 200 17` takes 200, from seed 17 on. Anything else is a fault and is told with its seed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildTemplate } from './template/build-template.mjs';
import { mutateDocx } from './fuzz/mutate-docx.mjs';
import { ledgerModelLines } from './fuzz/ledger-model.mjs';
import { importSources } from './import-sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [runs = 5000, first = 1] = process.argv.slice(2).map(Number);
const { fillDocument, describeData, fieldsOfReport, indicators, templateFromText, outcomeFault } = await load();

const cases = [...caseTemplates(), officeTemplate()];
const counts = { filled: 0, refused: 0, faults: 0 };
let slowest = { milliseconds: 0, seed: 0 };
for (let seed = first; seed < first + runs; seed++) runOne(seed);

const injected = runs;
const survived = injected - counts.faults;
console.log(
  `${survived}/${injected} survived: ${counts.filled} filled, ${counts.refused} refused, ${counts.faults} faults`,
);
console.log(`slowest ${slowest.milliseconds.toFixed(0)} ms (seed ${slowest.seed}); seeds ${first}–${first + runs - 1}`);
for (const line of await ledgerModelLines()) console.log(line);
process.exitCode = counts.faults > 0 ? 1 : 0;

function runOne(seed) {
  const { name, template, model, dictionary } = cases[seed % cases.length];
  const mutated = mutateDocx(template, seed);
  const begin = performance.now();
  try {
    const filled = fillDocument(mutated, model, dictionary, { name: '模板.docx' });
    const milliseconds = performance.now() - begin;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, seed };
    const fault = milliseconds > 5000 ? `took ${milliseconds.toFixed(0)} ms` : outcomeFault(mutated, filled);
    counts[fault !== null ? 'faults' : filled.bytes === null ? 'refused' : 'filled']++;
    if (fault !== null) console.log(`seed ${seed} (${name}): ${fault}`);
  } catch (error) {
    counts.faults++;
    console.log(`seed ${seed} (${name}): ${error instanceof Error ? error.stack : String(error)}`);
  }
}

function caseTemplates() {
  const folder = `${root}test/cases/document`;
  return readdirSync(folder).flatMap((name) => {
    const files = readdirSync(`${folder}/${name}`);
    const read = (file) => readFileSync(`${folder}/${name}/${file}`);
    const template = files.includes('template.docx')
      ? new Uint8Array(read('template.docx'))
      : templateFromText(read('template.txt').toString('utf8'));
    return [{ name, template, ...describeData(JSON.parse(read('data.json').toString('utf8')), 'data.json').value }];
  });
}

function officeTemplate() {
  const template = buildTemplate(readFileSync(`${root}templates/年度报告.txt`, 'utf8'));
  return { name: '年度报告', template, model: {}, dictionary: fieldsOfReport({ indicators }) };
}

/** The engine and the checks of the tests. */
function load() {
  return importSources({
    'src/core/document/fill-document': 'fillDocument',
    'src/core/template/dictionary-from-data': 'describeData',
    'src/core/report/fields': 'fieldsOfReport',
    'src/core/catalogue/indicators': 'indicators',
    'test/core/document/case-template': 'templateFromText',
    'test/core/document/fuzz-outcome': 'outcomeFault',
  });
}
