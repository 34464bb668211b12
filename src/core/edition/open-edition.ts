/** Opens what the build made of an edition's tables. */
import type { Column, Columns, Form, Table } from '../tables/sheet';
import type { CompiledColumn, CompiledEdition, CompiledSheet } from './compiled-edition';
import { usualColumn, usualIndicator } from './compiled-edition';
import type { Edition } from './edition';
import type { CoreSheets, SheetName } from './shapes';

/** The editions of a bundle: their names, and each opened when it is asked for. */
export interface Editions {
  /** As they are called in 设置, the one that holds where nothing is said first. */
  readonly names: readonly string[];
  /** Null for a name nobody knows; the same object each time. */
  readonly open: (name: string) => Edition | null;
}

/** The edition that holds where nothing is said. */
export function firstOf({ names, open }: Editions): Edition {
  const edition = open(names[0] ?? '');
  if (edition === null) throw new Error('a bundle has at least one edition');
  return edition;
}

/** Each text is the name of an edition, a line break, and the edition as the build compiled it, as JSON. */
export function openEditions(texts: readonly string[]): Editions {
  const bodies = new Map(texts.map((text) => [nameOf(text), text.slice(nameOf(text).length + 1)]));
  const opened = new Map<string, Edition>();
  const open = (name: string): Edition | null => {
    const body = bodies.get(name);
    if (body === undefined) return null;
    const edition = opened.get(name) ?? expanded(JSON.parse(body) as CompiledEdition);
    opened.set(name, edition);
    return edition;
  };
  return { names: [...bodies.keys()], open };
}

function nameOf(text: string): string {
  return text.slice(0, text.indexOf('\n'));
}

function expanded({ sheets: compiled, details: own, cellWords, indicators, ...rest }: CompiledEdition): Edition {
  const details = own.map(({ sheet, ...detail }) => ({ ...detail, sheet: sheetOf(sheet) }));
  const names = Object.keys(compiled) as SheetName[];
  // The build holds every sheet against `shapes`.
  const sheets = Object.fromEntries(names.map((name) => [name, sheetOf(compiled[name])])) as unknown as CoreSheets;
  return {
    ...rest,
    sheets,
    details,
    indicators: indicators.map((indicator) => ({ ...usualIndicator, ...indicator })),
    declared: {
      hub: hubSheets(sheets),
      department: departmentSheets(
        sheets,
        details.map(({ sheet }) => sheet),
      ),
      words: cellWords,
    },
  };
}

function hubSheets(sheets: CoreSheets): readonly (Table | Form)[] {
  const { settings, departments, tasks, indicators, weakAreas, narratives, holidays, published } = sheets;
  return [settings, departments, tasks, indicators, weakAreas, narratives, holidays, published];
}

function departmentSheets(
  { cover, progress, figures, suggestions }: CoreSheets,
  own: readonly (Table | Form)[],
): readonly (Table | Form)[] {
  return [cover, progress, figures, ...own, suggestions];
}

function sheetOf({ spareRows, columns: compiled, ...rest }: CompiledSheet): Table | Form {
  const columns: Columns = Object.fromEntries(Object.entries(compiled).map(([field, one]) => [field, columnOf(one)]));
  return spareRows === null ? { ...rest, kind: 'form', columns } : { ...rest, kind: 'table', columns, spareRows };
}

function columnOf(column: CompiledColumn): Column {
  return { ...usualColumn, ...column };
}
