/** Reads the readable text data of an example: tab-separated files, one per sheet, under the sheet's own headers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A workbook's data: sheet title → records (header → text as typed).
 * @typedef {Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>} Tables
 */

/** The hub's tables and each department's, by name. */
export function readSource(folder) {
  const filled = join(folder, '填报');
  const departments = readdirSync(filled).sort();
  return {
    hub: readTables(folder),
    departments: Object.fromEntries(departments.map((name) => [name, readTables(join(filled, name))])),
  };
}

/** One table as records. */
export function readTable(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').replace(/\n$/u, '').split('\n');
  const headers = head.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== headers.length) {
      throw new Error(`${file} 第${index + 2}行有${cells.length}格，表头有${headers.length}格`);
    }
    return Object.fromEntries(headers.map((header, column) => [header, cells[column]]));
  });
}

function readTables(folder) {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return Object.fromEntries(files.sort().map((name) => [name.slice(0, -4), readTable(join(folder, name))]));
}
