/** Sheets in other shapes written as text, and what is read of them. */
import type { Grid, Merge } from '../../../../src/core/base/grid';
import type { Problem } from '../../../../src/core/base/problem';
import { cellAccounts } from '../../../../src/core/tables/account/cell-account';
import { readForm } from '../../../../src/core/tables/read-form';
import { readTable } from '../../../../src/core/tables/read-table';
import { shapedSheets } from '../../../../src/core/tables/shapes/shaped-sheets';
import type { Form, Table } from '../../../../src/core/tables/sheet';
import { reading2022 } from '../../../edition';
import { sheetOf } from '../other-rows/sheet-text';

/** What was read, what is told (cell, level, rule), and how the sheet's cells ended. */
interface ReadShape {
  readonly values: readonly string[];
  readonly told: readonly string[];
  readonly problems: readonly Problem[];
  readonly unread: number;
  /** Cells that are used, and those of which only a problem speaks. */
  readonly ends: readonly [used: number, listed: number];
}

/** `B2:C4` as a merge. */
function merge(range: string): Merge {
  const [first = '', last = first] = range.split(':');
  const at = (name: string): readonly [number, number] => [name.charCodeAt(0) - 65, Number(name.slice(1)) - 1];
  const [[startColumn, startRow], [endColumn, endRow]] = [at(first), at(last)];
  return { startRow, endRow: endRow + 1, startColumn, endColumn: endColumn + 1 };
}

/** The records of such a sheet, each with the fields asked for: `编码 C1＠A3`, a value with the cell it is told of. */
export function readShape(
  sheet: Table | Form,
  text: string,
  merges: readonly string[] = [],
  fields?: readonly string[],
): ReadShape {
  const grid = sheetOf(text, { sheet: sheet.title, merges: merges.map(merge) });
  const context = { ...reading2022, lines: reading2022.declared.lines };
  const [shaped = grid] = shapedSheets([grid], reading2022.declared.department, context);
  const { records, problems, taken } =
    sheet.kind === 'table' ? tableRecords(shaped, sheet) : formRecords(shaped, sheet);
  const { accounts } = cellAccounts([grid], taken, problems);
  const [account] = accounts;
  return {
    values: records.flatMap((cells) =>
      Object.entries(cells).flatMap(([field, { value, place }]) =>
        value === null || (fields !== undefined && !fields.includes(field))
          ? []
          : [`${field} ${saidOf(value)}@${place.cell ?? ''}`],
      ),
    ),
    told: problems.map(({ place, level, code }) => `${place.cell ?? ''} ${level} ${code}`),
    problems,
    unread: account?.unread ?? 0,
    ends: [account?.used ?? 0, account?.listed ?? 0],
  };
}

interface Records {
  readonly records: readonly Readonly<
    Record<string, { readonly value: unknown; readonly place: { readonly cell?: string } }>
  >[];
  readonly problems: readonly Problem[];
  readonly taken: ReturnType<typeof readTable>['taken'];
}

function tableRecords(grid: Grid, table: Table): Records {
  const { rows, problems, taken } = readTable(grid, table, { ...reading2022, columnIn: (_, __, column) => column });
  return { records: rows.map(({ cells }) => cells), problems, taken };
}

function formRecords(grid: Grid, form: Form): Records {
  const { fields, problems, unknown, taken } = readForm(grid, form, reading2022);
  return { records: [fields], problems: [...problems, ...unknown], taken };
}

function saidOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('applies' in value && 'value' in value)
    return `${String(value.value)}${'qualifier' in value ? String(value.qualifier) : ''}`;
  return JSON.stringify(value);
}
