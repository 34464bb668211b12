/** Programs that are broken on purpose: the checker of test/offices must find each of them. */
import { cpSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mutantOf } from './broken-program.mjs';
import { offices } from './offices.mjs';

/** What the program does wrongly: file, text as it stands, text in its place. */
export const officeMutants = {
  'takes a blank for 0': [
    'src/core/cells/read-quantity.ts',
    "if (text === '') return nothingRead;",
    "if (text === '') return { value: exactly(0), remarks: [] };",
  ],
  'takes 不涉及 for 0': [
    'src/core/cells/read-quantity.ts',
    '{ value: null, applies: false, qualifier',
    '{ value: 0, applies: true, qualifier',
  ],
  'passes over what it cannot read': [
    'src/core/cells/read-quantity.ts',
    "typeof typed === 'string' ? refused(typed, cell, context) :",
    "typeof typed === 'string' ? nothingRead :",
  ],
  'leaves out hidden rows': [
    'src/core/tables/read-table.ts',
    'new Set(others.map(({ row }) => row))',
    'new Set([...others.map(({ row }) => row), ...grid.hiddenRows])',
  ],
  'names the cell below': ['src/core/base/place.ts', 'digits = String(row + 1);', 'digits = String(row + 2);'],
  'uses the workbook of another year': [
    'src/core/rows/books/department-books.ts',
    'year !== null && year !== reportYear',
    'year === null',
  ],
  'uses the wrong one of two files': [
    'src/core/rows/books/department-books.ts',
    'named.length === 1 ? (named[0] ?? null) : null',
    'named.length === 1 ? (all.find((one) => !isNamed(one)) ?? null) : null',
  ],
  'knows departments by name only': [
    'src/core/rows/department-names.ts',
    '({ name, aliases }) => [name, ...aliases]',
    '({ name }) => [name]',
  ],
  'asks everybody for what the group gives': [
    'src/core/rows/asked-indicators.ts',
    '(inGroup && word === group)',
    'word === group',
  ],
  'rounds down': ['src/core/base/decimal.ts', 'Big.roundHalfUp).toFixed(places)', 'Big.roundDown).toFixed(places)'],
  'lets no red line weigh': [
    'src/core/findings/area-findings.ts',
    'if (mayStand && redLine) return true;',
    'if (mayStand && redLine) return false;',
  ],
  'lets no share weigh alone': [
    'src/core/findings/area-findings.ts',
    'return isFar && casesMissing(weak) >= aloneCases',
    'return false',
  ],
  'judges the smallest samples': [
    'src/core/findings/indicator-findings.ts',
    'const { threshold, minSample } = indicator;',
    'const { threshold, minSample } = { ...indicator, minSample: 0 };',
  ],
  'believes a part above its whole': ['src/core/rows/figure-checks.ts', 'leftValue <= rightValue', 'true'],
  'calls late what is due on the day': [
    'src/core/findings/task-state.ts',
    'return day < asOf ||',
    'return day <= asOf ||',
  ],
  'misses standards before the year is over': [
    'src/core/findings/indicator-findings.ts',
    'if (isYearOver(settings)) return false;',
    'if (settings.lastDay !== null) return false;',
  ],
  'calls reached what was not judged': [
    'src/core/sheets/results-rows.ts',
    'weak ? indicatorWords.missed : met ?',
    'weak ? indicatorWords.missed : indicator.threshold !== null && finding.value !== null ?',
  ],
  'believes 已完成 without a day': ['src/core/rows/progress-checks.ts', 'refused: !isUnasked,', 'refused: false,'],
  'calls overdue what nobody reports': [
    'src/core/findings/task-state.ts',
    "if (progress === null) return 'unreported';",
    'if (progress === null) return null;',
  ],
  'counts no rows for a blank line': [
    'src/core/findings/merge-shares.ts',
    "own === undefined || own.said.kind === 'blank'",
    'own === undefined',
  ],
  'ends as if all were well': [
    'src/jobs/steps/office-answer.ts',
    "problem.level === 'error') ? 1 : 0",
    "problem.level === 'error') ? 0 : 0",
  ],
};

/** Each must differ in something in which the program as built does not, in one of the offices. */
export async function proveOfficeMutants(first, runs) {
  const folder = 'build/out/tests/mutant';
  cpSync('build/out/google', folder, { recursive: true });
  const seeds = Array.from({ length: runs }, (_, index) => first + index);
  const usual = new Map();
  for (const seed of seeds) usual.set(seed, new Set(await textsOf(seed)));
  const missed = [];
  const caught = [];
  for (const [name, change] of Object.entries(officeMutants)) {
    writeFileSync(`${folder}/Code.js`, await mutantOf(change));
    const found = await firstDifference(seeds, usual, resolve(folder, 'Code.js'));
    if (found === null) missed.push(`not caught: ${name}`);
    else caught.push(`${name}: ${found}`);
  }
  const injected = Object.keys(officeMutants).length;
  return { injected, survived: injected - missed.length, faults: missed, more: caught.join('\n') };
}

async function firstDifference(seeds, usual, bundleFile) {
  for (const seed of seeds) {
    const found = (await textsOf(seed, bundleFile)).find((text) => !usual.get(seed).has(text));
    if (found !== undefined) return found;
  }
  return null;
}

/** A mutant that breaks off says nothing of the office and ends the command: it was made badly. */
async function textsOf(seed, bundleFile) {
  const { differences } = await offices.tryCheck(seed, undefined, bundleFile);
  return differences.map((difference) => offices.differenceText(seed, difference));
}
