/** Random ledgers of which it is known for each cell what it is (test/core/tables/account), and readers broken on purpose. */
import { importTests } from '../import-sources.mjs';
import { changed } from './broken-program.mjs';

const entry = { 'test/core/tables/account/ledger-fault': 'ledgerFaultOf' };

/** Each must be noticed: file, text as it stands, text in its place. */
const mutants = {
  'drops a table of several': [
    'src/core/tables/split-sheet.ts',
    'return titles.map((title) =>',
    'return titles.slice(1).map((title) =>',
  ],
  'drops the last row of a table': [
    'src/core/tables/read-table.ts',
    'rows.filter((row) => !left.has(row)).map(readLine)',
    'rows.filter((row) => !left.has(row)).slice(0, -1).map(readLine)',
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
    '...unreadColumns(grid, table, found, { unknown: others, absent }),',
    '',
  ],
};
const patience = 200;

/** The ledgers of these seeds, then the mutants. */
export async function proveLedgers(first, runs) {
  const { ledgerFaultOf } = await importTests('ledgers', entry);
  const faults = [];
  for (let seed = first; seed < first + runs; seed++) {
    const fault = ledgerFaultOf(seed);
    if (fault !== null) faults.push(`seed ${seed}: ${fault}`);
  }
  const caught = [];
  for (const [name, change] of Object.entries(mutants)) {
    const seed = await firstFault(name, change);
    if (seed === null) faults.push(`not caught: ${name}`);
    else caught.push(`caught: ${name} (seed ${seed})`);
  }
  return { injected: runs, survived: runs - faults.length, faults, more: caught.join('\n') };
}

async function firstFault(name, change) {
  const file = `ledgers-${Object.keys(mutants).indexOf(name)}`;
  const { ledgerFaultOf } = await importTests(file, entry, [changed(change)]);
  for (let seed = 1; seed <= patience; seed++) if (ledgerFaultOf(seed) !== null) return seed;
  return null;
}
