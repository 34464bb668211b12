/**
 * Random ledgers of which it is known for each cell what it is (test/core/tables/account), departments' own ledgers in their own shapes
 * with what each cell says (test/ledgers), and readers broken on purpose.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { importTests } from '../import-sources.mjs';
import { changed } from './broken-program.mjs';

const entry = {
  'test/core/tables/account/ledger-fault': 'ledgerFaultOf',
  'test/ledgers/try-ledgers': 'triedLedger, clickedLedger',
  'test/ledgers/cases/read-case': 'readCase',
  'test/ledgers/cases/try-case': 'triedCase',
  'test/ledgers/cases/clicks': 'triedClicks',
};

/** Each must be noticed: file, text as it stands, text in its place. */
const mutants = {
  'drops a table of several': [
    'src/core/tables/split-sheet.ts',
    'return [...groupsBy(blocks, keyOf).values()].map(',
    'return [...groupsBy(blocks, keyOf).values()].slice(1).map(',
  ],
  'drops the last row of a table': [
    'src/core/tables/read-table.ts',
    'keptLines(grid, table, { found, rows, voids }, context)',
    'keptLines(grid, table, { found, rows: rows.slice(0, -1), voids }, context)',
  ],
  'drops a row on the way down': [
    'src/core/tables/table-layout.ts',
    'holdsSomething(grid, current.found, row) ? current.rows : current.aside',
    'row % 5 > 0 ? current.rows : []',
  ],
  'takes remarks for records': [
    'src/core/tables/other-rows/other-rows.ts',
    "if (columns !== null) return { kind: 'note', at, columns };",
    'if (columns !== null) return null;',
  ],
  'takes headings for records': [
    'src/core/tables/other-rows/other-rows.ts',
    'if (sectionSign.test(text)) return section;',
    'if (sectionSign.test(text)) return null;',
  ],
  'takes every word of a total for one': [
    'src/core/tables/other-rows/total-rows.ts',
    'return isOfOne || isWhole(grid, row, word, below);',
    'return false;',
  ],
  'gives a whole row the role of its sign': [
    'src/core/tables/account/table-cells.ts',
    'return role === null ? [] : [taken(role, [row], columns)];',
    'return role === null ? [] : [taken(role, [row])];',
  ],
  'takes all that stands in a header row for header': [
    'src/core/tables/account/table-cells.ts',
    "taken('header', [row], headerColumns(grid, found))",
    "taken('header', [row])",
  ],
  'says nothing of a column of its own': [
    'src/core/tables/unknown-columns.ts',
    '...unreadColumns(grid, table, found, { unknown: others.filter((at) => !isOfPersons(at)), absent }),',
    '',
  ],
};
/** Each must be noticed by a ledger in a shape of its own. */
const shapeMutants = {
  'leaves out the last month': [
    'src/core/tables/shapes/spread-figures.ts',
    'const parts = periods.map(({ from, to, column })',
    'const parts = periods.slice(0, -1).map(({ from, to, column })',
  ],
  'counts everybody of a roster': [
    'src/core/tables/shapes/roster.ts',
    'const count = said.filter(({ says }) => says === true).length;',
    'const count = said.length;',
  ],
  'takes the first option whatever is marked': [
    'src/core/tables/shapes/option-columns.ts',
    "if (others.length === 0) return textCell(only?.word ?? '');",
    "if (others.length === 0) return textCell('简易');",
  ],
  'keeps only the first step of a merged task': [
    'src/core/tables/shapes/sub-rows.ts',
    "shown.join('；')",
    "(shown[0] ?? '')",
  ],
  'takes the last day of a range': [
    'src/core/cells/event-days.ts',
    'return { day, end, says: /',
    'return { day: end, end, says: /',
  ],
  'forgets what a turned sheet did not read': [
    'src/core/tables/shapes/original-places.ts',
    'return shapedOf(grid).taken.map(',
    'return shapedOf(grid).taken.slice(0, 1).map(',
  ],
};
const patience = 200;
/** Of so many ledgers one is also looked at with clicks. */
const clicked = 100;

/** The ledgers of these seeds, then the mutants. */
export async function proveLedgers(first, runs) {
  const { ledgerFaultOf, triedLedger, clickedLedger, ...ofCases } = await importTests('ledgers', entry);
  const faults = [];
  const shares = {};
  const clicks = [];
  for (let seed = first; seed < first + runs; seed++) {
    const fault = ledgerFaultOf(seed);
    if (fault !== null) faults.push(`seed ${seed}: ${fault}`);
    const tried = triedLedger(seed);
    faults.push(...tried.faults.map((one) => `seed ${seed}: ${one}`));
    for (const [shape, share] of Object.entries(tried.shares)) addShare((shares[shape] ??= {}), share);
  }
  for (let seed = first; seed < first + runs; seed += clicked)
    for (const [count, share] of clickedLedger(seed).entries()) addShare((clicks[count] ??= {}), share);
  const cases = triedCases(ofCases);
  faults.push(...cases.faults);
  const caught = [];
  const broken = { ...mutantsOf(mutants, accountFault), ...mutantsOf(shapeMutants, shapeFault) };
  for (const [index, [name, { change, faultOf }]] of Object.entries(broken).entries()) {
    const seed = await firstFault(`ledgers-${index}`, change, faultOf);
    if (seed === null) faults.push(`not caught: ${name}`);
    else caught.push(`caught: ${name} (seed ${seed})`);
  }
  const bad = new Set(faults.map((fault) => /^seed \d+|.*/u.exec(fault)?.[0])).size;
  const more = [
    ...Object.entries(shares).map(shareText),
    shareText(['all', totalOf(shares)]),
    ...clicks.map((share, count) => shareText([`one in ${clicked} with ${count} clicks`, share])),
    ...cases.lines,
    ...caught,
  ].join('\n');
  return { injected: runs, survived: Math.max(0, runs - bad), faults, more };
}

const casesFolder = 'test/ledgers/cases/books';

/** The workbooks built by hand, with up to three clicks; then a month later with none, where nothing is asked. */
function triedCases({ readCase, triedCase, triedClicks }) {
  const steps = [];
  const month = {};
  const lines = [];
  const faults = [];
  for (const name of readdirSync(casesFolder, { recursive: true })
    .filter((one) => one.endsWith('.txt'))
    .sort()) {
    const ledger = readCase(readFileSync(`${casesFolder}/${name}`, 'utf8'));
    const told = triedCase(ledger);
    const { shares, clicks, second, ...later } = triedClicks(ledger);
    for (const [count, share] of shares.entries()) addShare((steps[count] ??= {}), share);
    addShare(month, second);
    faults.push(
      ...[...told.faults, ...told.secondAsks, ...later.faults, ...later.secondAsks].map((one) => `${name}: ${one}`),
    );
    lines.push(
      `${shareText([name, shares.at(-1)])}, ${clicks.length} clicks, second file asks ${told.secondAsks.length}`,
    );
  }
  return {
    lines: [
      ...lines,
      ...steps.map((share, count) => shareText([`workbooks built by hand with ${count} clicks`, share])),
      shareText(['a month later with none', month]),
    ],
    faults,
  };
}

function mutantsOf(changes, faultOf) {
  return Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, { change, faultOf }]));
}

const accountFault = ({ ledgerFaultOf }, seed) => ledgerFaultOf(seed) !== null;
const shapeFault = ({ triedLedger }, seed) => triedLedger(seed).faults.length > 0;

async function firstFault(file, change, faultOf) {
  const readers = await importTests(file, entry, [changed(change)]);
  for (let seed = 1; seed <= patience; seed++) if (faultOf(readers, seed)) return seed;
  return null;
}

function addShare(sum, share) {
  for (const [end, count] of Object.entries(share)) sum[end] = (sum[end] ?? 0) + count;
}

function totalOf(shares) {
  const all = {};
  for (const share of Object.values(shares)) addShare(all, share);
  return all;
}

/** `months across: 97.1 % of 1200 cells right, 2.9 % listed, 0 read wrong, 0 lost`. */
function shareText([shape, { right = 0, listed = 0, wrong = 0, lost = 0, said = 0, saying = 0 }]) {
  const cells = right + listed + wrong + lost;
  const percent = (count, of = cells) => `${((count / of) * 100).toFixed(1)} %`;
  const value = saying === 0 ? '' : ` (${percent(said, saying)} of those that hold a value)`;
  return `${shape}: ${percent(right)} of ${cells} cells right${value}, ${percent(listed)} listed, ${wrong} read wrong, ${lost} lost`;
}
