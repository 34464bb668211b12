/** An edition with other codes and other names of areas, which means the same. */
import type { Edition } from '../../../src/core/edition/edition';
import type { Column, Form, Table } from '../../../src/core/tables/sheet';

/** Old → new, for codes and for areas; nothing else is touched. */
export interface Renaming {
  readonly codes: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, string>;
}

/** Gives each code and each area a name of its own, told apart by `order`, which holds each index once. */
export function renamingOf({ indicators, areas }: Edition, order: readonly number[]): Renaming {
  const numbered = (names: readonly string[], to: (index: number) => string): ReadonlyMap<string, string> =>
    new Map(names.map((name, index) => [name, to(order[index] ?? index)]));
  return {
    codes: numbered(
      indicators.map(({ code }) => code),
      (index) => `Q${String(index)}X`,
    ),
    areas: numbered(
      areas.map(({ area }) => area),
      (index) => `类目${String(index)}号`,
    ),
  };
}

/** All that names a code or an area, renamed alike. */
export function renamedEdition(edition: Edition, { codes, areas }: Renaming): Edition {
  const code = (name: string): string => codes.get(name) ?? name;
  const area = (name: string): string => areas.get(name) ?? name;
  const formula = (text: string | null): string | null =>
    text
      ?.split(/(?<=[+-])|(?=[+-])/u)
      .map(code)
      .join('') ?? null;
  const sheet = <S extends Table | Form>(one: S): S => ({
    ...one,
    columns: Object.fromEntries(
      Object.entries<Column>(one.columns).map(([field, column]) => [
        field,
        { ...column, choices: field === 'area' ? column.choices.map(area) : column.choices },
      ]),
    ),
  });
  const sheets = {
    ...edition.sheets,
    indicators: sheet(edition.sheets.indicators),
    weakAreas: sheet(edition.sheets.weakAreas),
  };
  const inHub = (one: Table | Form): Table | Form =>
    one === edition.sheets.indicators ? sheets.indicators : one === edition.sheets.weakAreas ? sheets.weakAreas : one;
  return {
    ...edition,
    sheets,
    declared: { ...edition.declared, hub: edition.declared.hub.map(inHub) },
    details: edition.details.map((detail) => ({
      ...detail,
      lines: detail.lines.map((line) => ({ ...line, code: code(line.code) })),
      shares: detail.shares.map((share) => ({ ...share, code: code(share.code) })),
    })),
    indicators: edition.indicators.map((line) => ({
      ...line,
      code: code(line.code),
      area: area(line.area),
      numerator: formula(line.numerator),
      denominator: formula(line.denominator),
    })),
    relations: edition.relations.map((relation) => ({
      ...relation,
      left: relation.left.map(code),
      right: relation.right.map(code),
      carried: relation.carried && code(relation.carried),
    })),
    crowds: edition.crowds.map((crowd) => ({ ...crowd, events: code(crowd.events), people: code(crowd.people) })),
    contradictions: edition.contradictions.map((one) => ({ ...one, code: code(one.code) })),
    weaknesses: edition.weaknesses.map((words) => ({ ...words, code: code(words.code) })),
    areas: edition.areas.map((words) => ({ ...words, area: area(words.area) })),
    tasks: edition.tasks.map((task) => ({ ...task, indicator: code(task.indicator) })),
  };
}

/** A text that speaks of the new names, with the old ones put back. */
export function withOldNames(text: string, { codes, areas }: Renaming): string {
  const old = new Map([...codes, ...areas].map(([from, to]) => [to, from]));
  return text.replace(/Q\d+X|类目\d+号/gu, (name) => old.get(name) ?? name);
}

/** A template that names the areas anew. */
export function renamedTemplate(template: string, { areas }: Renaming): string {
  return template.replace(/(?<=指标句\.|类别 ")[\p{L}\p{N}]+/gu, (name) => areas.get(name) ?? name);
}
