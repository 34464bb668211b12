/** Holds what was read of a workbook against what its case says of each cell. */
import { cellName, cellOf as cellNamed } from '../../../src/core/base/place';
import type { Problem } from '../../../src/core/base/problem';
import { detailShares } from '../../../src/core/findings/detail-shares';
import { cellIn } from '../../../src/core/rows/events/event-cells';
import type { OfficeRows } from '../../../src/core/rows/rows-from-grids';
import type { Settings } from '../../../src/core/settings/settings';
import { atKey, type CaseCell, type CaseSheet, type LedgerCase } from './read-case';

export type End = 'right' | 'listed' | 'wrong' | 'lost';

/** A cell's end, and the cell with what was found in words. */
export interface CellEnd {
  readonly end: End;
  readonly told: string;
}

/** The cells of a sheet that a case speaks of, each with its end. */
export function sheetEnds(sheet: CaseSheet, read: OfficeRows, file: string): readonly CellEnd[] {
  const values = valuesOn(read, sheet, file);
  const told = tellerOf(read.problems, sheet.name, file);
  const noted = new Set(
    read.problems.flatMap(({ place }) => (place.file === file && place.sheet === sheet.name ? [place.cell ?? ''] : [])),
  );
  const unread = new Set(
    read.problems.flatMap(({ code, place }) =>
      code === 'cell-unread' && place.sheet === sheet.name ? [place.cell ?? ''] : [],
    ),
  );
  return sheet.cells.map((cell) => {
    const name = cellName(cell.row, cell.column);
    const isLost = unread.has(name);
    const known = { read, values, isTold: told(cell), isNoted: noted.has(name), isLost };
    const [end, found] = cellEnd(cell, sheet, known);
    const shown = `${sheet.name}!${name} ${cell.field} “${cell.text}”`;
    return { end, told: `${shown}: ${found.join(' ') || '-'}, not ${cell.says ?? 'anything'}` };
  });
}

/** Whether a cell is to give a value: numbers of rows, persons and remarks are not. */
export function isSaying({ row, column, says }: CaseCell, { figures }: CaseSheet): boolean {
  return says !== null || figures.some(({ cells }) => cells.has(atKey(row, column)));
}

interface Known {
  readonly read: OfficeRows;
  readonly values: Values;
  readonly isTold: boolean;
  /** Something is said of the cell itself. */
  readonly isNoted: boolean;
  readonly isLost: boolean;
}

function cellEnd(cell: CaseCell, sheet: CaseSheet, known: Known): readonly [End, readonly string[]] {
  const { values, isTold, isNoted, isLost, read } = known;
  const figures = sheet.figures.filter(({ cells }) => cells.has(atKey(cell.row, cell.column)));
  const open: End = isLost || !isTold ? 'lost' : 'listed';
  if (figures.length > 0) {
    const found = figures.map(({ code }) => figureSaid(read, code));
    const isRight = figures.every(({ value, lastYear }, index) => {
      const [now, before] = (found[index] ?? '').split('/');
      return now === value && (lastYear === null || before === lastYear);
    });
    if (isRight) return ['right', found];
    return [found.every((one) => one.startsWith('-')) ? open : 'wrong', found];
  }
  const { field, says } = cell;
  const found = values.at(cell);
  if (says === null) {
    if (found.length > 0) return ['wrong', found];
    return [isLost || (field === '!' && !isNoted) ? 'lost' : 'right', found];
  }
  if (/^[A-Z]\d+(?:\.\d+)?:/u.test(says)) {
    const [code = '', value] = says.split(':');
    const said = figureSaid(read, code).split('/')[0] ?? '-';
    return [said === value ? 'right' : said === '-' ? open : 'wrong', [said]];
  }
  if (says === '+') return [found.length > 0 || !isTold ? 'right' : open, found];
  if (found.includes(says) || values.holdsText(field, says)) return ['right', found];
  return [found.length > 0 ? 'wrong' : open, found];
}

/** `140/128`: this year's and last year's value, `-` for none. */
function figureSaid({ value }: OfficeRows, code: string): string {
  const figures = value.figures.filter((one) => one.code === code);
  const known = figures.find(({ quantity }) => quantity.value?.value != null) ?? figures[0];
  return `${String(known?.quantity.value?.value ?? '-')}/${String(known?.lastYear.value?.value ?? '-')}`;
}

/** What was read of a sheet: the values at a cell, and whether a text is kept in a record of its kind. */
interface Values {
  readonly at: (cell: CaseCell) => readonly string[];
  readonly holdsText: (field: string, text: string) => boolean;
}

interface PlacedRead {
  readonly value: unknown;
  readonly shown?: string;
  readonly place: { readonly sheet?: string; readonly cell?: string; readonly file?: string };
}

function valuesOn({ value }: OfficeRows, { name: sheet, cells: said }: CaseSheet, file: string): Values {
  const named = new Set(said.flatMap(({ field, row }) => (field === 'task' ? [row] : [])));
  const cells = new Map<string, string[]>();
  const rows = new Map<string, string[]>();
  const put = (all: Map<string, string[]>, key: string, said: string): void => {
    all.set(key, [...(all.get(key) ?? []), said]);
  };
  const isHere = ({ place }: Pick<PlacedRead, 'place'>): boolean => place.sheet === sheet && place.file === file;
  const rowOf = ({ place }: Pick<PlacedRead, 'place'>): number => cellNamed(place.cell ?? '')?.row ?? -1;
  const take = (read: PlacedRead): void => {
    const at = cellNamed(read.place.cell ?? '');
    // What holds of each row for want of a column stands in no cell.
    if (read.value !== null && read.shown !== '' && isHere(read) && at !== null)
      put(cells, atKey(at.row, at.column), saidOf(read.value));
  };
  for (const { rows: events } of value.events)
    for (const event of events) for (const field of Object.keys(event.said)) take(cellIn(event, field));
  for (const figure of value.figures) {
    [figure.quantity, figure.lastYear].forEach(take);
    if (isHere(figure.quantity)) put(rows, `name ${String(rowOf(figure.quantity))}`, figure.code);
  }
  const texts: Record<string, string[]> = {};
  const lineRows = value.progress.filter(isHere).map(rowOf);
  for (const line of value.progress.filter(isHere)) {
    [line.status, line.percent, line.doneOn].forEach(take);
    put(rows, `task ${String(rowOf(line))}`, line.taskId);
    for (const field of ['text', 'problems', 'next', 'evidence', 'coordination'] as const)
      (texts[field] ??= []).push(line[field]);
  }
  for (const task of value.tasks.filter(isHere)) {
    const due = task.deadline?.kind === 'day' ? task.deadline.due : (task.deadline?.kind ?? '');
    const said = { title: task.title, measure: task.measure, lead: task.lead, partners: task.partners.join('、'), due };
    for (const [field, one] of Object.entries(said))
      if (one !== null && one !== '') put(rows, `town.${field} ${String(rowOf(task))}`, one);
  }
  return {
    at: ({ row, column, field }) => {
      // Options across are one value, which stands in the place of the first.
      const first = /@([A-Z]+)$/u.exec(field)?.[1];
      const at = first === undefined ? column : (cellNamed(`${first}1`)?.column ?? column);
      const own = [...(cells.get(atKey(row, at)) ?? []), ...(rows.get(`${field} ${String(row)}`) ?? [])];
      // What the steps of a merged task say is read in the row of its first.
      return own.length > 0 || named.has(row) || !(field in texts || field === 'status' || field === 'doneOn')
        ? own
        : (cells.get(atKey(Math.max(...lineRows.filter((one) => one < row)), column)) ?? []);
    },
    // A deadline that stands in the hub, too, is known from there.
    holdsText: (field, text) => field === 'deadline' || (texts[field] ?? []).some((one) => one.includes(text)),
  };
}

function saidOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return 'applies' in value && 'value' in value ? String(value.value) : JSON.stringify(value);
}

/** Whether a problem that is more than a remark on the whole sheet names the cell. */
function tellerOf(problems: readonly Problem[], sheet: string, file: string): (at: CaseCell) => boolean {
  const own = problems.filter(({ place }) => place.file === file);
  const named = new Set(
    own.flatMap(({ place, level }) => (place.sheet === sheet && level !== 'note' ? [place.cell ?? ''] : [])),
  );
  const spans = own.flatMap(({ covers = [] }) => covers.filter((span) => span.sheet === sheet));
  return ({ row, column }) =>
    named.has(cellName(row, column)) ||
    spans.some(
      ({ startRow, endRow, startColumn, endColumn }) =>
        row >= startRow && row < endRow && column >= startColumn && column < endColumn,
    );
}

/** Figures the own sheets should give, and do not, or give otherwise. */
export function givenFaults({ gives }: LedgerCase, read: OfficeRows, settings: Settings): readonly string[] {
  const shares = detailShares(read.value, settings).value;
  return gives.flatMap(([code, value]) => {
    const said = shares.find((one) => one.code === code)?.said;
    const found = said === undefined ? '-' : said.kind === 'known' ? String(said.value) : said.kind;
    return found === value ? [] : [`${code} ${found}, not ${value}`];
  });
}
