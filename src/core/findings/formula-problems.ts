/** What is wrong with the formulas of the 指标 sheet, which people may edit. */
import type { Problem } from '../base/problem';
import type { Rows } from '../rows/rows';
import type { Settings } from '../settings/settings';
import { namesIn } from './formula';

type IndicatorRow = Rows['indicators'][number];

/** One problem per formula that names no line, a rate, or itself. Its indicator then has no value. */
export function formulaProblems(
  indicators: readonly IndicatorRow[],
  { numbers }: Pick<Settings, 'numbers'>,
): readonly Problem[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return indicators.flatMap((indicator) => {
    const formulas = [indicator.numerator, indicator.denominator].filter((formula) => formula !== null);
    const names = formulas.flatMap(namesIn).filter((name) => !numbers.has(name));
    const wrong = names.find((name) => !isUsable(byCode.get(name)));
    if (wrong !== undefined) return [problem(indicator, `公式里的“${wrong}”不是可用的指标编码`, numbers)];
    return reaches(indicator.code, names, byCode) ? [problem(indicator, '公式绕了一圈又用到自己', numbers)] : [];
  });
}

function isUsable(line: IndicatorRow | undefined): boolean {
  return line !== undefined && line.kind !== 'rate';
}

function reaches(code: string, names: readonly string[], byCode: ReadonlyMap<string, IndicatorRow>): boolean {
  const open = [...names];
  const seen = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === code) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    const numerator = byCode.get(name)?.numerator;
    if (numerator) open.push(...namesIn(numerator));
  }
  return false;
}

function problem(
  { code, name, numerator, denominator, place }: IndicatorRow,
  reason: string,
  numbers: Settings['numbers'],
): Problem {
  const usable = ['指标编码', '整数', ...numbers.keys()];
  return {
    code: 'formula-unusable',
    level: 'error',
    place: place ?? { file: '总表.xlsx', sheet: '指标' },
    actual: [numerator, denominator].filter((formula) => formula !== null).join(' ÷ '),
    reason: `指标 ${code} ${name}的${reason}`,
    expected: `请用${usable.slice(0, -1).join('、')}和${usable[usable.length - 1] ?? ''}，以 + 或 - 连接，如 D1.1-D1.2`,
  };
}
