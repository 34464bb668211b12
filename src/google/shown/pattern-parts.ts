/** A number format's pattern taken apart: its sections, and the tokens of each (ECMA-376 part 1, 18.8.31; Google's are alike). */

/** One token of a section. `text` is the literal without its quotes, the run of letters, or the placeholder itself. */
export interface PatternToken {
  readonly kind: 'literal' | 'digit' | 'point' | 'comma' | 'percent' | 'letters' | 'elapsed' | 'other';
  readonly text: string;
}

/** A section with the numbers it is for: `operator` and `limit` of `[>=10000]`, null where the order of sections decides. */
export interface Section {
  readonly tokens: readonly PatternToken[];
  readonly condition: PatternCondition | null;
}

interface PatternCondition {
  readonly operator: string;
  readonly limit: number;
}

/** A quoted text, an escaped sign, a blank as wide as a sign, a filling sign, brackets, a general number, letters, any sign. */
const shape =
  // bounded: a pattern up to `textLimits.formatCode`
  /"([^"]*)"?|[\\!](.)|[_*].|\[([^\]]*)\]|(G\/通用格式|General)|(AM\/PM|A\/P)|([ymdhsaegbq])\6*|([\s\S])/giu;

/** The sections of a pattern, at most the four that formats have. */
export function sectionsOf(pattern: string): readonly Section[] {
  const sections: PatternToken[][] = [[]];
  const conditions: (PatternCondition | null)[] = [null];
  for (const match of pattern.matchAll(shape)) {
    const current = sections.length - 1;
    const condition = conditionOf(match[3]);
    if (match[7] === ';') {
      sections.push([]);
      conditions.push(null);
    } else if (condition !== null) conditions[current] = condition;
    else sections[current]?.push(...tokensOf(match));
  }
  return sections.map((tokens, index) => ({ tokens, condition: conditions[index] ?? null }));
}

function conditionOf(bracket: string | undefined): PatternCondition | null {
  const [, operator, limit] = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+(?:E[+-]?\d+)?)$/iu.exec(bracket ?? '') ?? [];
  return operator === undefined ? null : { operator, limit: Number(limit) };
}

function tokensOf(match: RegExpExecArray): readonly PatternToken[] {
  const [, quoted, escaped, bracket, general, , letters, sign] = match;
  if (quoted !== undefined || escaped !== undefined) return [{ kind: 'literal', text: quoted ?? escaped ?? '' }];
  if (bracket !== undefined) return bracketTokens(bracket);
  if (general !== undefined) return [{ kind: 'digit', text: general }];
  if (letters !== undefined) return [{ kind: 'letters', text: letters.toLowerCase() }];
  return sign === undefined ? [] : [signToken(sign)];
}

/** `[$元-804]` shows its text, `[h]` is a time that has gone by; colours, languages and [DBNum1] show nothing. */
function bracketTokens(bracket: string): readonly PatternToken[] {
  const symbol = /^\$([^-]+)/u.exec(bracket)?.[1];
  if (symbol !== undefined) return [{ kind: 'literal', text: symbol }];
  return /^(?:h+|m+|s+)\+?$/iu.test(bracket) ? [{ kind: 'elapsed', text: bracket.charAt(0).toLowerCase() }] : [];
}

const signs: Readonly<Record<string, PatternToken['kind']>> = {
  ...{ '0': 'digit', '#': 'digit', '?': 'digit', '.': 'point', ',': 'comma', '%': 'percent' },
  ...{ '@': 'other', '/': 'other' },
};

function signToken(sign: string): PatternToken {
  return { kind: signs[sign] ?? 'literal', text: sign };
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

/**
 * The section by which a number is shown: the first whose condition holds, or without conditions the one for its sign; a
 * section without a condition behind others takes the rest.
 */
export function sectionFor(sections: readonly Section[], value: number): Section | undefined {
  const numeric = sections.slice(0, 3);
  if (numeric.some(({ condition }) => condition !== null)) {
    const holds = ({ condition }: Section): boolean =>
      condition !== null && comparisons[condition.operator]?.(value, condition.limit) === true;
    return numeric.find(holds) ?? numeric.filter(({ condition }) => condition === null).pop() ?? numeric[0];
  }
  if (value < 0 && numeric.length > 1) return numeric[1];
  return value === 0 && numeric.length > 2 ? numeric[2] : numeric[0];
}
