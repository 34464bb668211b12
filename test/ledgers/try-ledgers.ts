/** Reads a department's own ledger as the office would, and holds what was read against what each cell says. */
import { cellIn } from '../../src/core/rows/events/event-cells';
import { cellName } from '../../src/core/base/place';
import type { Problem } from '../../src/core/base/problem';
import type { CellSpan } from '../../src/core/base/taken';
import { rowsFromGrids, type OfficeRows } from '../../src/core/rows/rows-from-grids';
import type { IntakeSheet } from '../../src/contract/intake';
import { workbookView } from '../../src/core/rows/intake/workbook-view';
import type { PlacedRule, Rule } from '../../src/core/tables/rules/rule';
import type { Column } from '../../src/core/tables/sheet';
import { ruleOfLaw } from '../edition';
import { gridOf } from '../core/grid-builder';
import { hubGrids, settingsOf, taskRecord } from '../core/office-builder';
import { randomFrom } from '../random';
import { across, roster, spread, team } from './figure-sheets';
import type { At, Draw, LedgerSheet } from './ledger-sheet';
import { cases, progress, publicity, trainings } from './list-sheets';
import { register } from './register-sheets';
import { offices } from './words';

/** Cells by how they ended: `wrong` is a value that nobody said, `lost` one of which no word is said. */
interface LedgerShare {
  readonly right: number;
  readonly listed: number;
  readonly wrong: number;
  readonly lost: number;
}

/** The shares by shape, and each cell that was lost or read as something else. */
interface TriedLedger {
  readonly shares: Readonly<Record<string, LedgerShare>>;
  readonly faults: readonly string[];
}

const file = '司法所.xlsx';
const ids = ['A-01', 'A-02', 'A-03', 'A-04'];
const hub = hubGrids(ids.map((id) => taskRecord({ id, title: `任务${id}` })));

/** The ledger of this seed. @public Called by the fuzz script. */
export function triedLedger(seed: number): TriedLedger {
  return ledgerWith(seed, []);
}

/** The same with what a person said of it. */
function ledgerWith(seed: number, answers: readonly Rule[]): TriedLedger & { readonly views: readonly IntakeSheet[] } {
  const sheets = ledgerOf(drawFrom(seed));
  const settings = settingsOf(offices[seed % offices.length]);
  const grids = sheets.map(({ title, rows, merges }) => gridOf(rows, { workbook: file, sheet: title, merges }));
  const rules = answers.map((rule): PlacedRule => ({ ...rule, place: { file: '列对应.xlsx' } }));
  const read = rowsFromGrids({ hub, departments: [{ file, grids }], rules }, settings);
  const shares: Record<string, LedgerShare> = {};
  const faults: string[] = [];
  for (const sheet of sheets) {
    const judged = judgedSheet(sheet, valuesOn(read, sheet.title), tellerOf(read.problems, sheet.title));
    shares[sheet.shape] = added(shares[sheet.shape], judged.share);
    faults.push(...judged.faults);
  }
  const unread = read.problems.filter(({ code }) => code === 'cell-unread');
  return {
    shares,
    faults: [...faults, ...unread.map(({ place }) => `unread ${place.sheet ?? ''}!${place.cell ?? ''}`)],
    views: workbookView(
      {
        file,
        grids,
        rows: read.value,
        taken: read.taken,
        problems: read.problems.filter(({ place }) => place.file === file),
      },
      settings.edition,
    ),
  };
}

const mostClicks = 3;

/**
 * The shares of the ledger's cells with no click on the page 接入台账, with the one that helps most, and so on to three: what a sheet
 * is, and what its columns are that nobody knows. @public Called by the fuzz script.
 */
export function clickedLedger(seed: number): readonly LedgerShare[] {
  const sumOf = ({ shares }: TriedLedger): LedgerShare => Object.values(shares).reduce(added, none);
  let [answers, tried]: [readonly Rule[], ReturnType<typeof ledgerWith>] = [[], ledgerWith(seed, [])];
  const steps = [sumOf(tried)];
  while (steps.length <= mostClicks) {
    const before = worth(sumOf(tried));
    const looks = clicksIn(tried.views).map((click) => ({ click, tried: ledgerWith(seed, [...answers, click]) }));
    const best = looks.sort((one, other) => worth(sumOf(other.tried)) - worth(sumOf(one.tried)))[0];
    if (best !== undefined && worth(sumOf(best.tried)) > before)
      [answers, tried] = [[...answers, best.click], best.tried];
    steps.push(sumOf(tried));
  }
  return steps;
}

/** A cell read as what it does not say costs more than one that is listed. */
function worth({ right, wrong, lost }: LedgerShare): number {
  return right - 2 * wrong - lost;
}

/** All kinds a sheet may be that is not read, and all fields a column may be that nobody knows. */
function clicksIn(views: readonly IntakeSheet[]): readonly Rule[] {
  const { declared } = ruleOfLaw;
  const about = { department: '司法所', ground: '' };
  return views.flatMap(({ sheet, as, columns }): readonly Rule[] => {
    if (as === null)
      return declared.department.map(({ title }): Rule => ({ ...about, sheet, kind: 'sheet', name: '', as: title }));
    const fields = Object.values<Column>(declared.department.find(({ title }) => title === as)?.columns ?? {});
    return columns
      .filter((column) => column.as === null)
      .flatMap(({ header: name }) =>
        fields.map(({ header }): Rule => ({ ...about, sheet, kind: 'column', name, as: header })),
      );
  });
}

function drawFrom(seed: number): Draw {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    once: (of) => below(of) === 0,
    of: (list) => {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error('nothing to draw from');
      return one;
    },
  };
}

/** A sheet of each kind; the team as a form or as a roster, figures by the month or with indicators across. */
function ledgerOf(draw: Draw): readonly LedgerSheet[] {
  return [
    trainings(draw),
    publicity(draw),
    cases(draw),
    register(draw),
    draw.once(2) ? spread(draw) : across(draw),
    draw.once(2) ? team(draw) : roster(draw),
    progress(draw, ids),
  ];
}

/** All that was read of a sheet: the name of a cell → what its values say. */
function valuesOn({ value }: OfficeRows, sheet: string): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, string[]>();
  const put = (read: {
    readonly value: unknown;
    readonly shown?: string;
    readonly place: { readonly sheet?: string; readonly cell?: string };
  }): void => {
    // What holds of each row for want of a column stands in no cell.
    if (read.value === null || read.shown === '' || read.place.sheet !== sheet) return;
    const cell = read.place.cell ?? '';
    known.set(cell, [...(known.get(cell) ?? []), saidOf(read.value)]);
  };
  for (const row of value.events.flatMap(({ rows }) => rows))
    for (const field of Object.keys(row.said)) put(cellIn(row, field));
  for (const { quantity, lastYear } of value.figures) [quantity, lastYear].forEach(put);
  for (const { status, doneOn, text, place } of value.progress) {
    [status, doneOn].forEach(put);
    // A line keeps no more than its row: the texts of these sheets stand in the fifth column.
    put({ value: text, place: { ...place, cell: `E${/\d+$/u.exec(place.cell ?? '')?.[0] ?? ''}` } });
  }
  return known;
}

function saidOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return 'applies' in value && 'value' in value ? String(value.value) : JSON.stringify(value);
}

/** Whether a problem that is more than a remark on all the sheet names the cell. */
function tellerOf(problems: readonly Problem[], sheet: string): (at: At) => boolean {
  const own = problems.filter(({ place }) => place.file === file);
  const named = new Set(
    own.flatMap(({ place, level }) => (place.sheet === sheet && level !== 'note' ? [place.cell ?? ''] : [])),
  );
  const spans = own.flatMap(({ covers = [] }) => covers.filter((span) => span.sheet === sheet));
  return ({ row, column }) => named.has(cellName(row, column)) || spans.some((span) => holds(span, row, column));
}

function holds({ startRow, endRow, startColumn, endColumn }: CellSpan, row: number, column: number): boolean {
  return row >= startRow && row < endRow && column >= startColumn && column < endColumn;
}

const none: LedgerShare = { right: 0, listed: 0, wrong: 0, lost: 0 };

function added(one: LedgerShare = none, other: LedgerShare = none): LedgerShare {
  return {
    right: one.right + other.right,
    listed: one.listed + other.listed,
    wrong: one.wrong + other.wrong,
    lost: one.lost + other.lost,
  };
}

function judgedSheet(
  { title, truth, shape, rows }: LedgerSheet,
  read: ReadonlyMap<string, readonly string[]>,
  isTold: (at: At) => boolean,
): { readonly share: LedgerShare; readonly faults: readonly string[] } {
  let share = none;
  const faults: string[] = [];
  for (const { cells, at, says } of truth) {
    const filled = cells.filter(({ row, column }) => (rows[row]?.[column] ?? '') !== '');
    const values = read.get(cellName(at.row, at.column)) ?? [];
    const told = isTold(at) || filled.every(isTold);
    const end = endOf(says, values, told);
    share = added(share, { ...none, [end]: filled.length });
    if (end === 'wrong' || end === 'lost') {
      const content = JSON.stringify(rows[at.row]?.[at.column] ?? null);
      faults.push(
        `${end} ${shape} ${title}!${cellName(at.row, at.column)} ${content}: ${values.join(' ')}, not ${String(says)}`,
      );
    }
  }
  return { share, faults };
}

/** What nobody should take for a value is right when it is refused and told. */
function endOf(says: string | null, values: readonly string[], isTold: boolean): keyof LedgerShare {
  if (says === null) return values.length > 0 ? 'wrong' : isTold ? 'right' : 'lost';
  if (values.includes(says)) return 'right';
  if (values.length > 0) return 'wrong';
  return isTold ? 'listed' : 'lost';
}
