/** What the edition knows of figures, told in the codes of the hub. */
import { nameKey } from '../base/text';
import type { DeclaredIndicator, Edition, Relation } from '../edition/edition';
import type { Indicator } from '../edition/indicator';
import type { Meanings, PlacedIndicator } from './rows';

/**
 * The edition's line that means the same as one of the hub: of its name (or a synonym), unit and kind. A code alone says
 * nothing, for the hub may give it to something else.
 */
export function declaredLike(
  { name, unit, kind }: Pick<Indicator, 'name' | 'unit'> & { readonly kind: Indicator['kind'] | null },
  { indicators }: Edition,
): DeclaredIndicator | null {
  const isSame = (line: DeclaredIndicator): boolean =>
    nameKey(line.unit) === nameKey(unit) && (kind === null || kind === line.kind);
  return linesCalled(nameKey(name), indicators).find(isSame) ?? null;
}

/** Worked out once for each edition: each line of each hub is looked for. */
const linesByName = new WeakMap<Edition['indicators'], ReadonlyMap<string, readonly DeclaredIndicator[]>>();

function linesCalled(key: string, indicators: Edition['indicators']): readonly DeclaredIndicator[] {
  const known = linesByName.get(indicators) ?? namesOf(indicators);
  linesByName.set(indicators, known);
  return known.get(key) ?? [];
}

function namesOf(indicators: Edition['indicators']): ReadonlyMap<string, readonly DeclaredIndicator[]> {
  const lines = new Map<string, DeclaredIndicator[]>();
  for (const line of indicators) {
    for (const key of new Set([line.name, ...line.synonyms].map(nameKey)))
      lines.set(key, [...(lines.get(key) ?? []), line]);
  }
  return lines;
}

/** All that still holds: a relation goes with any of its figures, but for one part of several that are added. */
export function meaningsOf(lines: readonly PlacedIndicator[], { indicators, relations }: Edition): Meanings {
  const codes = new Map<string, string>();
  for (const { means, code } of lines) if (means !== null && !codes.has(means)) codes.set(means, code);
  const declared = new Set(indicators.map(({ code }) => code));
  const own = (name: string): string | null => codes.get(name) ?? (declared.has(name) ? null : name);
  return { codes, relations: relations.flatMap((relation) => relationIn(relation, own)) };
}

function relationIn(relation: Relation, own: (name: string) => string | null): readonly Relation[] {
  const left = relation.left.map(own).filter((code) => code !== null);
  const right = relation.right.map(own).filter((code) => code !== null);
  const mayBePart = relation.relation === '≤' && relation.level === 'error';
  const isLeft = mayBePart ? left.length > 0 : left.length === relation.left.length;
  if (!isLeft || right.length < relation.right.length) return [];
  return [{ ...relation, left, right, carried: relation.carried === null ? null : own(relation.carried) }];
}
