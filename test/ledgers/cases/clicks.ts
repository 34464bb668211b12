/**
 * What a person's clicks on the page 接入台账 add: of all that the page offers for the workbook and the case says, the one by which most
 * cells come to be read rightly, then the next, up to three; and what a second month's file still asks.
 */
import type { IntakeColumn, IntakeRow, IntakeSheet } from '../../../src/contract/intake';
import { questionsOf } from '../../../src/core/rows/intake/questions';
import type { OfficeRows } from '../../../src/core/rows/rows-from-grids';
import type { Settings } from '../../../src/core/settings/settings';
import { leftWord, subjectText, type Rule } from '../../../src/core/tables/rules/rule';
import type { Column } from '../../../src/core/tables/sheet';
import { ruleOfLaw } from '../../edition';
import { givenFaults, isSaying, sheetEnds, type CellEnd, type End } from './cell-ends';
import { departmentOf, keptRules, readWith, settingsOfCase, viewOf } from './read-book';
import type { CaseCell, CaseSheet, LedgerCase } from './read-case';
import { secondMonth } from './second-month';

/** Cells by how they ended, and of those that say something how many are read rightly. */
type ClickShare = Readonly<Record<End, number>> & { readonly saying: number; readonly said: number };

/** The shares with no click, with one and so on; the clicks; what a second month's file asks, and how its cells ended. */
export interface TriedClicks {
  readonly shares: readonly ClickShare[];
  readonly clicks: readonly string[];
  readonly faults: readonly string[];
  readonly notRead: readonly string[];
  readonly second: ClickShare;
  readonly secondAsks: readonly string[];
}

const mostClicks = 3;

interface Look {
  readonly answers: readonly Rule[];
  readonly read: OfficeRows;
  readonly share: ClickShare;
  readonly ends: readonly CellEnd[];
}

/** The case with up to three clicks, and a month later with none. */
export function triedClicks(ledger: LedgerCase): TriedClicks {
  const settings = settingsOfCase(ledger);
  const looks = [lookAt(ledger, settings, [])];
  while (looks.length <= mostClicks) {
    const next = bestClick(ledger, settings, looks[looks.length - 1] ?? lookAt(ledger, settings, []));
    if (next === null) break;
    looks.push(next);
  }
  const last = looks[looks.length - 1] ?? lookAt(ledger, settings, []);
  const kept = keptRules(ledger, last.read, settings, last.answers);
  const month = secondMonth(ledger);
  const second = lookAt(month, settings, kept);
  const asks = questionsOf(
    second.read.problems.filter(({ place }) => place.file === ledger.file),
    kept,
  );
  return {
    shares: Array.from({ length: mostClicks + 1 }, (_, clicks) => (looks[clicks] ?? last).share),
    clicks: last.answers.map((one) => `${one.sheet} ${subjectText(one)}=${one.as}`),
    faults: [...toldOf(last, 'wrong'), ...toldOf(last, 'lost'), ...givenFaults(ledger, last.read, settings)],
    notRead: toldOf(last, 'listed'),
    second: second.share,
    secondAsks: [
      ...asks.map(({ code, place, reason }) => `${code} ${place.sheet ?? ''}!${place.cell ?? ''} ${reason}`),
      ...(['wrong', 'lost'] as const).flatMap((end) => toldOf(second, end)),
    ],
  };
}

function toldOf({ ends }: Look, end: End): readonly string[] {
  return ends.filter((one) => one.end === end).map(({ told }) => `${end} ${told}`);
}

function lookAt(ledger: LedgerCase, settings: Settings, answers: readonly Rule[]): Look {
  const read = readWith(ledger, settings, answers);
  const ends = ledger.sheets.flatMap((sheet) => sheetEnds(sheet, read, ledger.file));
  const saying = ledger.sheets.flatMap((sheet) => sheet.cells.map((cell) => isSaying(cell, sheet)));
  const count = (end: End): number => ends.filter((one) => one.end === end).length;
  const share: ClickShare = {
    ...{ right: count('right'), listed: count('listed'), wrong: count('wrong'), lost: count('lost') },
    saying: saying.filter(Boolean).length,
    said: ends.filter(({ end }, index) => end === 'right' && saying[index] === true).length,
  };
  return { answers, read, ends, share };
}

/** The look after the click that helps most; null where none does. */
function bestClick(ledger: LedgerCase, settings: Settings, before: Look): Look | null {
  const offered = viewOf(ledger, before.read, settings).flatMap((view) => {
    const sheet = ledger.sheets.find((one) => one.name === view.sheet);
    return sheet === undefined ? [] : clicksOn(view, sheet);
  });
  const department = departmentOf(ledger);
  let best: Look | null = null;
  for (const click of offered) {
    const others = before.answers.filter(
      (one) => one.sheet !== click.sheet || one.kind !== click.kind || one.name !== click.name,
    );
    const next = lookAt(ledger, settings, [...others, { ...click, department, ground: '' }]);
    if (worth(next) > worth(best ?? before)) best = next;
  }
  return best;
}

/** A cell read as what it does not say costs more than one that is listed. */
function worth({ share: { right, wrong, lost } }: Look): number {
  return right - 2 * wrong - lost;
}

type Click = Pick<Rule, 'sheet' | 'kind' | 'name' | 'as'>;

/** All that the page lets a person say of the sheet and that is so. */
function clicksOn(view: IntakeSheet, sheet: CaseSheet): readonly Click[] {
  const { name } = sheet;
  const kinds = kindsOf(sheet).filter((kind) => kind !== view.as);
  const rowsSaid = headerRows(sheet).filter((row) => row !== view.headerRow);
  return [
    ...kinds.map((as): Click => ({ sheet: name, kind: 'sheet', name: '', as })),
    ...rowsSaid.map((row): Click => ({ sheet: name, kind: 'header', name: '', as: `第${String(row)}行` })),
    ...view.columns.flatMap((column) => columnClicks(column, sheet)),
    ...view.rows.flatMap((row) => [...rowClicks(row, sheet), ...wordClicks(row, sheet)]),
  ];
}

/** The declared sheets the case's sheet may be; nothing said on it is a sheet that is not to be read. */
function kindsOf({ cells, figures }: CaseSheet): readonly string[] {
  const { sheets, details } = ruleOfLaw;
  const fields = new Set(cells.map(({ field }) => field));
  const keys = new Set([...fields].flatMap((field) => (field.includes('.') ? (field.split('.')[0] ?? []) : [])));
  const own = details.filter(({ key }) => keys.has(key)).map(({ sheet }) => sheet.title);
  if (own.length > 0 || keys.has('town')) return own;
  if (fields.has('task')) return [sheets.progress.title];
  const isFigures = figures.length > 0 || cells.some(({ says }) => says !== null);
  const forms = details.filter(({ sheet }) => sheet.kind === 'form').map(({ sheet }) => sheet.title);
  return isFigures ? [sheets.figures.title, ...forms] : [leftWord];
}

/** The rows above the first that says something, as people count. */
function headerRows({ cells }: CaseSheet): readonly number[] {
  const first = Math.min(...cells.map(({ row }) => row));
  return [first, first - 1].filter((row) => row >= 1 && Number.isFinite(row));
}

function columnClicks({ at, header, as }: IntakeColumn, sheet: CaseSheet): readonly Click[] {
  const fields = new Set(sheet.cells.flatMap(({ column, field }) => (column === at && field !== '!' ? [field] : [])));
  const isFigure = sheet.figures.some(({ cells }) => [...cells].some((cell) => cell.endsWith(` ${String(at)}`)));
  const isValue = sheet.cells.some(({ column, says }) => column === at && says !== null);
  const said = [...fields].flatMap((field) => headerOf(field.replace(/@.*$/u, '')) ?? []);
  const left = said.length === 0 && !isFigure && !isValue && as !== null ? [leftWord] : [];
  return [...said, ...left]
    .filter((one) => one !== as)
    .map((one): Click => ({ sheet: sheet.name, kind: 'column', name: header, as: one }));
}

/** The declared header of a case's field; null for none. */
function headerOf(field: string): string | null {
  const { sheets, details } = ruleOfLaw;
  const [key = '', name = ''] = field.split('.');
  const detail = details.find((one) => one.key === key);
  const columns: Readonly<Record<string, Column>> = detail?.sheet.columns ?? {
    ...sheets.figures.columns,
    ...sheets.progress.columns,
  };
  const own = key === 'task' ? 'title' : key;
  return columns[detail === undefined ? own : name]?.header ?? null;
}

function rowClicks({ row, name, code }: IntakeRow, { name: sheet, cells, figures }: CaseSheet): readonly Click[] {
  if (name === '') return [];
  const own = cells.filter((cell) => cell.row === row - 1);
  const named = own.find(({ text }) => text === name);
  const beside = own.filter(({ column }) => named !== undefined && column > named.column);
  const codes = [
    ...own.flatMap(({ field, says }) => ((field === 'task' || field === 'name') && says !== null ? [says] : [])),
    ...beside.flatMap(({ says }) => /^([A-Z]\d+(?:\.\d+)?):/u.exec(says ?? '')?.[1] ?? []).slice(0, 1),
    ...figures.flatMap((one) =>
      [...one.cells].some((cell) => cell.startsWith(`${String(row - 1)} `)) ? [one.code] : [],
    ),
  ];
  return [...new Set(codes)].filter((as) => as !== code).map((as): Click => ({ sheet, kind: 'row', name, as }));
}

/** Words that the page asks about. */
function wordClicks({ row, cells }: IntakeRow, sheet: CaseSheet): readonly Click[] {
  return cells.flatMap(({ words, text }, column): readonly Click[] => {
    const said = sheet.cells.find((cell) => cell.row === row - 1 && cell.column === column);
    const as = said === undefined ? null : meantBy(said);
    return as === null || !words.includes(as) ? [] : [{ sheet: sheet.name, kind: 'status', name: text, as }];
  });
}

function meantBy({ field, says }: CaseCell): string | null {
  const { meanings } = ruleOfLaw.declared.words.statuses;
  if (field !== 'status') return says;
  return Object.entries(meanings).find(([status]) => status === says)?.[1][0] ?? null;
}
