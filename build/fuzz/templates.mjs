/** Mutated templates: each must be refused with places, or filled to a sound document. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compiledTexts } from '../editions.mjs';
import { importSources } from '../import-sources.mjs';
import { buildTemplate } from '../template/build-template.mjs';
import { mutateDocx } from './mutate-docx.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Takes the templates of these seeds. */
export async function fuzzTemplates(first, runs) {
  const engine = await importSources({
    'src/engine/word/fill-document': 'fillDocument',
    'src/core/report/fields': 'fieldsOfReport',
    'src/core/edition/open-edition': 'openEditions, firstOf',
    'test/engine/word/fill-case': 'readCase, filesOfCase',
    'test/engine/word/fuzz-outcome': 'outcomeFault',
  });
  const { texts } = await compiledTexts(`${root}src/editions`);
  const edition = engine.firstOf(engine.openEditions(texts));
  const cases = [...caseTemplates(engine), officeTemplate(engine, edition)];
  const counts = { filled: 0, refused: 0 };
  const faults = [];
  let slowest = { milliseconds: 0, seed: 0 };
  for (let seed = first; seed < first + runs; seed++) {
    const one = cases[seed % cases.length];
    const { fault, end, milliseconds } = runOne(engine, one, seed);
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, seed };
    if (fault === null) counts[end] += 1;
    else faults.push(`seed ${seed} (${one.name}): ${fault}`);
  }
  return {
    injected: runs,
    survived: runs - faults.length,
    faults,
    more:
      `${counts.filled} filled, ${counts.refused} refused; ` +
      `slowest ${slowest.milliseconds.toFixed(0)} ms (seed ${slowest.seed})`,
  };
}

function runOne({ fillDocument, outcomeFault }, { template, model, dictionary, files }, seed) {
  const mutated = mutateDocx(template, seed);
  const begin = performance.now();
  try {
    const filled = fillDocument(mutated, model, dictionary, { name: '模板.docx', optionalFields: true, ...files });
    const milliseconds = performance.now() - begin;
    const fault = milliseconds > 5000 ? `took ${milliseconds.toFixed(0)} ms` : outcomeFault(mutated, filled);
    return { fault, end: filled.bytes === null ? 'refused' : 'filled', milliseconds };
  } catch (error) {
    return { fault: error instanceof Error ? error.stack : String(error), end: '', milliseconds: 0 };
  }
}

function caseTemplates({ readCase, filesOfCase }) {
  return readdirSync(`${root}test/cases/document`).map((name) => {
    const { template, value } = readCase(name);
    return { name, template, ...value, files: filesOfCase(name) };
  });
}

function officeTemplate({ fieldsOfReport }, edition) {
  const template = buildTemplate(readFileSync(`${root}build/out/templates/${edition.key}/年度报告.txt`, 'utf8'));
  return { name: '年度报告', template, model: {}, dictionary: fieldsOfReport({ indicators: [] }, edition) };
}
