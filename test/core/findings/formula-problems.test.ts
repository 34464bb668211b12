/** Formulas that people wrote and the program cannot reckon with: each is told once, at its line. */
import { formulaProblems } from '../../../src/core/findings/formula-problems';
import type { Rows } from '../../../src/core/rows/rows';
import { hub, noRows } from './rows-builder';

const [base] = noRows.indicators;
const numbers = new Map([['行政村数', { field: 'villages', value: 30 }]] as const);

/** `code reason` of lines such as `甲=乙+1`, `率=乙/丙`. */
function told(...lines: readonly string[]): readonly string[] {
  const indicators = lines.map((line): Rows['indicators'][number] => {
    const [code = '', formula = ''] = line.split('=');
    const [numerator = '', denominator = null] = formula.split('/');
    const kind = denominator === null ? ('count' as const) : ('rate' as const);
    return { ...base!, code, name: `${code}数`, kind, numerator: numerator === '' ? null : numerator, denominator };
  });
  return formulaProblems(indicators, { numbers: new Map(numbers) }).map(({ reason }) => reason);
}

it.each<[lines: readonly string[], reasons: readonly string[]]>([
  [['甲=', '乙=甲+1', '丙=甲-行政村数', '率=乙/甲+行政村数'], []],
  [['甲=乙'], ['指标 甲 甲数的公式里的“乙”不是可用的指标编码']],
  [['率=乙/甲', '甲='], ['指标 率 率数的公式里的“乙”不是可用的指标编码']],
  [['率=甲/乙', '甲='], ['指标 率 率数的公式里的“乙”不是可用的指标编码']],
  [['甲=率', '率=乙/乙', '乙='], ['指标 甲 甲数的公式里的“率”不是可用的指标编码']],
  [['甲=甲+1'], ['指标 甲 甲数的公式绕了一圈又用到自己']],
  [
    ['甲=乙', '乙=丙', '丙=甲', '丁=甲'],
    ['甲', '乙', '丙'].map((code) => `指标 ${code} ${code}数的公式绕了一圈又用到自己`),
  ],
  [['甲=乙+丙', '乙=丙', '丙='], []],
])('%j: %j', (lines, reasons) => {
  expect(told(...lines)).toEqual(reasons);
});

it('is told at the line, with the formula and what one may be made of', () => {
  const line = {
    ...base!,
    code: '甲',
    kind: 'rate' as const,
    numerator: '乙',
    denominator: '1+丙',
    place: hub('指标', 'F7'),
  };
  const [problem] = formulaProblems([line], { numbers: new Map(numbers) });
  expect(problem).toMatchObject({
    ...{ code: 'formula-unusable', level: 'error', place: hub('指标', 'F7'), actual: '乙 ÷ 1+丙' },
    expected: '请用指标编码、整数和行政村数，以 + 或 - 连接，如 D1.1-D1.2',
  });
  expect(formulaProblems([{ ...line, place: null }], { numbers: new Map() })[0]).toMatchObject({
    place: { file: '总表.xlsx', sheet: '指标' },
    expected: '请用指标编码和整数，以 + 或 - 连接，如 D1.1-D1.2',
  });
});
