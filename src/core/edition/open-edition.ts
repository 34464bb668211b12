/** Opens what the build made of an edition's tables. */
import type { Column, Form, RosterLine, Table } from '../tables/sheet';
import {
  lineForms,
  type CompiledEdition,
  type CompiledSheet,
  type CompiledLine,
  type LineForm,
} from './compiled-edition';
import type { Edition } from './edition';
import type { OrganChoice } from './organ';
import { doneDays, standIns, type CoreSheets } from './shapes';
import { wordedEdition, type RawEdition } from './worded-edition';

/** The editions of a bundle: their names, and each opened when it is asked for. */
export interface Editions {
  /** As they are called in 设置, the one that holds where nothing is said first. */
  readonly names: readonly string[];
  /** Worded for an organ, without one for the edition's usual organ. Null for a name nobody knows; the same object each time. */
  readonly open: (name: string, organ?: OrganChoice) => Edition | null;
}

type Sheets = Readonly<Record<string, Table | Form>>;

/** The edition that holds where nothing is said. */
export function firstOf({ names, open }: Editions): Edition {
  const edition = open(names[0] ?? '');
  if (edition === null) throw new Error('a bundle has at least one edition');
  return edition;
}

/** Where an edition comes from: its name, and as JSON what the build compiled, which is only asked for when it is opened. */
export interface EditionSource {
  readonly name: string;
  readonly body: () => string;
}

/** Each text is the name of an edition, a line break, and the edition as the build compiled it, as JSON. */
export function openEditions(texts: readonly string[]): Editions {
  return editionsFrom(texts.map((text) => ({ name: nameOf(text), body: () => text.slice(nameOf(text).length + 1) })));
}

/** The first is the one that holds where nothing is said. */
export function editionsFrom(sources: readonly EditionSource[]): Editions {
  const bodies = new Map(sources.map(({ name, body }) => [name, body]));
  const names = [...bodies.keys()];
  const raw = new Map<string, RawEdition>();
  const opened = new Map<string, Edition>();
  const rawOf = (name: string): RawEdition | null => {
    const body = bodies.get(name);
    if (body === undefined) return null;
    const known = raw.get(name);
    if (known) return known;
    const first = name === names[0] ? null : rawOf(names[0] ?? '');
    const edition = expanded(JSON.parse(body()) as CompiledEdition, first);
    raw.set(name, edition);
    return edition;
  };
  const open = (name: string, organ?: OrganChoice): Edition | null => {
    const found = rawOf(name);
    if (found === null) return null;
    const key = `${name}\n${organ === undefined ? '' : JSON.stringify(organ)}`;
    const edition = opened.get(key) ?? wordedEdition(found, organ);
    opened.set(key, edition);
    return edition;
  };
  return { names, open };
}

function nameOf(text: string): string {
  return text.slice(0, text.indexOf('\n'));
}

function expanded({ sheets: compiled, publicRules, ...rest }: CompiledEdition, first: RawEdition | null): RawEdition {
  const before: Sheets = first?.sheets ?? {};
  const details = rest.details.map(({ sheet, ...detail }) => ({
    ...detail,
    sheet: {
      ...withRoster(ofEvents(sheetOf(sheet, undefined), detail), detail.roster),
      ...(detail.madeFor === 'nobody' && { isOwn: true }),
    },
  }));
  const entries = Object.entries(compiled).map(
    ([name, sheet]) => [name, withStandIns(name, sheetOf(sheet, before[name]))] as const,
  );
  return {
    ...rest,
    own: { areas: [], sections: [], plans: [] },
    // The build holds every sheet against `shapes`.
    sheets: Object.fromEntries(entries) as unknown as CoreSheets,
    details,
    publicRules: publicRules === 0 ? needed(first?.publicRules) : publicRules,
    indicators: linesOf(rest.indicators, lineForms.indicators),
    relations: linesOf(rest.relations, lineForms.relations),
    weaknesses: linesOf(rest.weaknesses, lineForms.weaknesses),
    departments: linesOf(rest.departments, lineForms.departments),
    tasks: linesOf(rest.tasks, lineForms.tasks),
  };
}

function sheetOf(compiled: CompiledSheet | 0, first: Table | Form | undefined): Table | Form {
  if (compiled === 0) return needed(first);
  const { columns: lines, ...rest } = compiled;
  const columns = Object.fromEntries(
    Object.entries(lines).map(([field, line]) => [field, line === 0 ? needed(first?.columns[field]) : columnOf(line)]),
  );
  return { ...rest, columns };
}

/** One row of such a table is one event: its day, who led it, and how many came. */
function ofEvents(
  sheet: Table | Form,
  { day, joint }: Pick<CompiledEdition['details'][number], 'day' | 'joint'>,
): Table | Form {
  if (day === null) return sheet;
  const entries = Object.entries(sheet.columns).map(([field, column]): [string, Column] => [
    field,
    field === day || column.type === 'quantity'
      ? { ...column, isEvent: true, isMarked: column.choiceUsages.未到 !== undefined }
      : { ...column, isLead: field === joint?.leads, isMarked: column.type === 'day' && !column.required },
  ]);
  return { ...sheet, columns: Object.fromEntries(entries) };
}

/** A form whose lines can be counted from a roster. */
function withRoster(sheet: Table | Form, roster: readonly RosterLine[]): Table | Form {
  return sheet.kind === 'table' || roster.length === 0 ? sheet : { ...sheet, roster };
}

/** What a field of the program's own sheets can be replaced by, and which days may be marks, is nothing an edition says. */
function withStandIns(name: string, sheet: Table | Form): Table | Form {
  const known: readonly (readonly [string, Partial<Column>])[] = [
    ...Object.entries(standIns[name] ?? {}).map(([field, fields]) => [field, { standIns: fields }] as const),
    ...(doneDays[name] ?? []).map((field) => [field, { isMarked: true }] as const),
  ];
  const columns = known.flatMap(([field, more]) => {
    const column = sheet.columns[field];
    return column === undefined ? [] : [[field, { ...column, ...more }] as const];
  });
  return columns.length === 0 ? sheet : { ...sheet, columns: { ...sheet.columns, ...Object.fromEntries(columns) } };
}

function columnOf(line: CompiledLine): Column {
  return lineOf(line, lineForms.columns);
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the first edition lacks what another takes from it');
  return value;
}

function linesOf<T>(lines: readonly CompiledLine[], form: LineForm<T>): readonly T[] {
  return lines.map((line) => lineOf(line, form));
}

/** The build writes every value the form names. */
function lineOf<T>(line: CompiledLine, { order, usual }: LineForm<T>): T {
  const unusual = line[order.length];
  const named = Object.fromEntries(order.map((name, index) => [name, line[index]]));
  return { ...usual, ...named, ...(typeof unusual === 'object' ? unusual : {}) } as T;
}
