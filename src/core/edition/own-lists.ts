/** Lists of an edition that an office makes longer: weak areas, parts of the report, parts of the plan. */
import type { Column, Form, Table } from '../tables/sheet';
import type { Edition } from './edition';
import type { CoreSheets } from './shapes';

/** What an office adds, by the list; a name the edition has already is nothing new. */
export type OwnLists = Readonly<Record<NonNullable<Column['list']>, readonly string[]>>;

/** The edition with the office's own names in its lists and in the choices of its columns; itself where there are none. */
export function withOwnLists(edition: Edition, typed: OwnLists): Edition {
  const own = newNames(edition, typed);
  if (Object.values(own).every((names) => names.length === 0)) return edition;
  const { sections, areas, declared } = edition;
  const longer = new Map<Table | Form, Table | Form>(declared.hub.map((sheet) => [sheet, withChoices(sheet, own)]));
  const entries = Object.entries(edition.sheets).map(([name, sheet]) => [name, longer.get(sheet) ?? sheet] as const);
  return {
    ...edition,
    // The fields are those the edition had.
    sheets: Object.fromEntries(entries) as unknown as CoreSheets,
    declared: { ...declared, hub: declared.hub.map((sheet) => longer.get(sheet) ?? sheet) },
    areas: [...areas, ...own.areas.map((area) => ({ ...noWords, area, plan: sections.plans[0] ?? '' }))],
    sections: {
      ...sections,
      tasks: [...sections.tasks, ...own.sections],
      narratives: [...sections.narratives, ...own.sections],
      plans: [...sections.plans, ...own.plans],
    },
    own,
  };
}

const noWords = { rule: '', problem: '', cause: '', action: '' };

function newNames({ areas, sections }: Edition, typed: OwnLists): OwnLists {
  const without = (known: readonly string[], names: readonly string[]): readonly string[] =>
    [...new Set(names)].filter((name) => !known.includes(name));
  return {
    areas: without(
      areas.map(({ area }) => area),
      typed.areas,
    ),
    sections: without([...sections.tasks, ...sections.narratives], typed.sections),
    plans: without(sections.plans, typed.plans),
  };
}

function withChoices<S extends Table | Form>(sheet: S, own: OwnLists): S {
  const longer = ({ list, choices }: Column): readonly string[] =>
    list === null ? choices : [...choices, ...own[list]];
  const columns = Object.entries<Column>(sheet.columns).map(([field, column]): [string, Column] => [
    field,
    { ...column, choices: longer(column) },
  ]);
  return { ...sheet, columns: Object.fromEntries(columns) };
}
