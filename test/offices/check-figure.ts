/** One indicator of the answer beside what is true of it. */
import { add, isNear, nearest, spelled, whole, type Fraction } from './truth/fractions';
import type { Coverage, Figure } from './truth/figures';
import type { ShownLine } from './run-office';
import type { Given } from './truth/shares';
import { judged, same, together, type Verdict } from './verdict';
import type { Shown } from './files/workbook-file';
import { isTyped, type World } from './world/world';

interface Ground {
  readonly given: Given;
  readonly world: World;
  readonly readFile: (file: string) => Shown;
}

export function figureDifferences(figure: Figure, line: ShownLine | undefined, ground: Ground): Verdict {
  if (line === undefined) return same('line', figure.line.code, undefined, 'a line');
  const about = `${figure.line.code} ${figure.line.name}`;
  const { states, value, parts, text, weak, coverage } = figure;
  const isKnown = states.includes('known');
  return together([
    judged(
      'state',
      about,
      states.some((state) => state === line.state || (state === 'partial' && isNothingElse(figure, line))),
      String(line.state),
      states.join(' or '),
    ),
    number(isKnown ? 'value' : 'value of what is not known', about, line.value, isKnown ? value : null),
    ...partialOf(figure, line, about),
    ...(parts === null || (!isKnown && line.numerator === null)
      ? []
      : [
          number('numerator', about, line.numerator, parts.numerator),
          number('denominator', about, line.denominator, parts.denominator),
        ]),
    ...(text === null || !isKnown ? [] : [same('text', about, line.text, text)]),
    same(weak || isKnown ? 'weak' : 'judged though not known', about, line.weak, isKnown && weak),
    ...(coverage === null ? [] : coverageDifferences(coverage, line.coverage, about)),
    ...cellDifferences(figure, line, ground, about),
  ]);
}

/** Those who answered have said 不涉及: no number is there at all. */
function isNothingElse({ partial }: Figure, { state }: ShownLine): boolean {
  return state === 'unknown' && partial === null;
}

function partialOf({ partial }: Figure, line: ShownLine, about: string): readonly Verdict[] {
  if (partial !== 'open') return [number('partial', about, line.partial, partial)];
  if (line.state !== 'partial') return [number('partial', about, line.partial, null)];
  return [judged('partial', about, typeof line.partial === 'number', String(line.partial), 'a number')];
}

function number(kind: string, about: string, found: number | null | undefined, wanted: Fraction | null): Verdict {
  const holds = wanted === null ? found === null : typeof found === 'number' && isNear(found, wanted);
  return judged(kind, about, holds, String(found), wanted === null ? 'null' : String(nearest(wanted)));
}

function coverageDifferences(wanted: Coverage, found: ShownLine['coverage'], about: string): readonly Verdict[] {
  if (found === undefined) return [same('coverage', about, undefined, wanted)];
  const missing = wanted.missing.map(({ department, whys }) => {
    const why = found.missing.find((one) => one.department === department)?.why;
    const holds = whys.some((one) => one === why);
    return judged('why', `${about}, ${department}`, holds, String(why), [...new Set(whys)].join(' or '));
  });
  return [
    same('coverage', `${about}, asked`, [...found.asked].sort(), [...wanted.asked].sort()),
    same('coverage', `${about}, given`, [...found.given].sort(), [...wanted.given].sort()),
    same(
      'coverage',
      `${about}, missing`,
      [...new Set(found.missing.map(({ department }) => department))].sort(),
      wanted.missing.map(({ department }) => department).sort(),
    ),
    ...missing,
  ];
}

/** The cells a sum of typed numbers names are read again, and add up to it; rows of own tables may stand for a blank cell. */
function cellDifferences({ line, value }: Figure, shown: ShownLine, ground: Ground, about: string): readonly Verdict[] {
  const { world, readFile } = ground;
  const isSum = isTyped(line) && (line.aggregate === '合计' || line.aggregate === '牵头计');
  if (!isSum || value === null || world.rules.shares.some(({ code }) => code === line.code)) return [];
  const read = shown.cells.map((place) => {
    const [, file = '', sheet = '', cell = ''] = /^(.*\.xlsx) (.*)!([A-Z]+\d+)$/u.exec(place) ?? [];
    return digitsIn(readFile(file).get(sheet)?.get(cell) ?? '');
  });
  return [number('sum of the named cells', about, nearest(read.reduce(add, whole(0))), value)];
}

/** The number in a cell of these offices: digits, perhaps with a unit, or a word that there is none. */
function digitsIn(text: string): Fraction {
  const digits = /^\d+(?:\.\d+)?/u.exec(text)?.[0];
  return digits === undefined ? whole(0) : spelled(digits);
}
