/** Lies that are planted on purpose: into the template, into the program. The checker must find each. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mutantOf } from './broken-program.mjs';
import { claims } from './claims.mjs';
import { officeMutants } from './office-mutants.mjs';

const folder = 'build/out/tests/claim-mutant';
const template = 'build/out/templates/rule-of-law/年度报告.docx';
const body = 'word/document.xml';

/** What the program does wrongly when it writes: file, text as it stands, text in its place. */
const mutants = {
  'finds nothing weak': [
    'src/core/findings/indicator-findings.ts',
    "if (direction === 'high' ? low >= threshold : high <= threshold) return true;",
    'return true;',
  ],
  'calls weak what reached its threshold': [
    'src/core/findings/indicator-findings.ts',
    "low >= threshold : high <= threshold) return true;\n  return (direction === 'high' ? high < threshold : low > threshold)",
    "low > threshold : high < threshold) return true;\n  return (direction === 'high' ? high <= threshold : low >= threshold)",
  ],
  'prints what some lack as if all had given it': [
    'src/core/findings/indicator-findings.ts',
    '（不含${listedNames(lacking)}）',
    '',
  ],
  'prints rates with all their digits': [
    'src/core/base/decimal.ts',
    'return fixed(value, placesBeside(value, [0, 100, ...(threshold === null ? [] : [threshold])]));',
    'return plain(value);',
  ],
  'leaves a gap blank': ['src/engine/language/model.ts', 'return `【待补：${spoken(path)}】`;', "return '';"],
  'calls done what will be done': [
    'src/core/findings/task-state.ts',
    'return day === null || day <= asOf;',
    'return true;',
  ],
};

const alsoOfOffices = [
  'rounds down',
  'takes a blank for 0',
  'calls late what is due on the day',
  'calls overdue what nobody reports',
  'lets no red line weigh',
  'ends as if all were well',
];

/** Lies of the template and of the program; `runs` offices are tried for each of the program's. */
export async function proveClaimMutants(first, runs) {
  mkdirSync(folder, { recursive: true });
  const results = [...(await plantedSentences()), ...(await brokenPrograms(first, runs))];
  const missed = results.filter(({ found }) => found === null).map(({ name }) => `not caught: ${name}`);
  const more = results.filter(({ found }) => found !== null).map(({ name, found }) => `${name}: ${found}`);
  return { injected: results.length, survived: results.length - missed.length, faults: missed, more: more.join('\n') };
}

/** Each sentence of test/claims/lies at the end of its part. */
async function plantedSentences() {
  const results = [];
  for (const [name, lie] of Object.entries(claims.lies)) {
    const templateFile = templateWith((xml) => withParagraph(xml, lie), 'lie');
    const found = await firstNew([claims.planOfLie(lie)], { templateFile }, lie.isRefused ? 'no report' : lie.kind);
    results.push({ name, found });
  }
  return results;
}

async function brokenPrograms(first, runs) {
  cpSync('build/out/google', folder, { recursive: true });
  // Every second one untidy: in the others nobody writes wrong days or leaves some cells blank.
  const plans = Array.from({ length: runs }, (_, index) => {
    const plan = claims.planOf(first + index);
    return index % 2 === 0 ? { ...plan, shape: 'any' } : plan;
  });
  const chosen = { ...mutants, ...Object.fromEntries(alsoOfOffices.map((name) => [name, officeMutants[name]])) };
  const results = [];
  for (const [name, change] of Object.entries(chosen)) {
    writeFileSync(`${folder}/Code.js`, await mutantOf(change));
    results.push({ name, found: await firstNew(plans, { bundleFile: resolve(folder, 'Code.js') }) });
  }
  return results;
}

function partsOf() {
  const parts = unzipSync(readFileSync(template));
  return { ...parts, [body]: strFromU8(parts[body]) };
}

function templateWith(change, name) {
  const parts = partsOf();
  const bytes = zipSync({ ...parts, [body]: strToU8(change(parts[body])) }, { level: 1 });
  const file = `${folder}/${name}.docx`;
  writeFileSync(file, bytes);
  return file;
}

/** Before the heading of the next part. */
function withParagraph(xml, { part, text }) {
  const next = { opening: '一、', work: '二、', faults: '三、', plan: '特此报告' }[part];
  const at = xml.indexOf(`>${next}`);
  const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at));
  if (at < 0 || start < 0) throw new Error(`the template has no heading ${next}`);
  return `${xml.slice(0, start)}<w:p><w:r><w:t>${text}</w:t></w:r></w:p>${xml.slice(start)}`;
}

const usual = new Map();

/** What the checker says of it and not of the program and template as built; of that kind, where one is named. */
async function firstNew(plans, broken, kind) {
  for (const plan of plans) {
    const key = JSON.stringify(plan);
    if (!usual.has(key)) usual.set(key, new Set((await textsOf(plan, {})).map(({ text }) => text)));
    const found = (await textsOf(plan, broken)).find(
      (one) => !usual.get(key).has(one.text) && (kind ?? one.kind) === one.kind,
    );
    if (found !== undefined) return found.text;
  }
  return null;
}

async function textsOf(plan, broken) {
  const { differences } = await claims.tryClaims(plan, broken);
  return differences.map((one) => ({ kind: one.kind, text: claims.differenceText(plan.seed, one).slice(0, 160) }));
}
