/** A person at a spreadsheet: opens it in the browser and types into cells, with that person's rights and no others. */
import { mayOpen, placeOnDisk, type GoogleWorld } from '../../../src/local/reported/google-world';
import { writeFileSync, readFileSync } from 'node:fs';
import { makeBook } from '../../../src/local/books/book';
import { shippedThreads } from '../shared-host';

/** Where somebody types: in the row whose first filled cell holds the text, in the column of that number or header. */
export interface TypedAt {
  readonly person: string;
  readonly workbook: string;
  readonly sheet: string;
  readonly row: string;
  readonly column: number | string;
}

/** Puts an empty spreadsheet in the hub's place, as a person makes one. */
export function makeBlankHub(world: GoogleWorld): void {
  writeFileSync(placeOnDisk(world, '总表.xlsx'), shippedThreads().xlsx.write(makeBook()));
}

/** Throws where there is no such cell, and where the person may not open the workbook. */
export function typeInto(world: GoogleWorld, at: TypedAt, value: string | number): void {
  const { person, workbook, sheet, row, column } = at;
  if (!mayOpen(world, person, workbook)) throw new Error(`${person} may not open ${workbook}`);
  const path = placeOnDisk(world, workbook);
  const { xlsx } = shippedThreads();
  const book = xlsx.read(workbook, readFileSync(path));
  const cells = book.sheets.find(({ title }) => title === sheet)?.cells ?? [];
  const texts = cells.map((line) =>
    Array.from(line, (cell) => (typeof cell?.value === 'object' ? '' : String(cell?.value ?? ''))),
  );
  const index = texts.findIndex((line) => line.some((text) => text.startsWith(row)));
  const header = texts.findIndex((line) => line.includes(String(column)));
  const place = typeof column === 'number' ? column : texts[header]?.indexOf(column);
  const line = cells[index];
  if (line === undefined || place === undefined) throw new Error(`no cell ${JSON.stringify(at)}`);
  line[place] = { ...line[place], value };
  writeFileSync(path, xlsx.write(book));
}
