/** Fields of the indicators: `指标.<名称>` for each, and the list of all that have a value. */
import { plain } from '../base/decimal';
import { placeText } from '../base/place';
import type { Indicator } from '../edition/indicator';
import type { IndicatorFinding } from '../findings/findings';
import { traced, type Traced } from '../../engine/fill';
import { flag, list, number, record, text, truth, words, type Declarations, type Declaration } from './declare';
import type { ReportInput } from './report-input';

/** More units than these are counted, not listed. */
const mostUnitsNamed = 2;

/** What a template must know of an indicator to name it. */
type NamedIndicator = Pick<Indicator, 'name' | 'unit' | 'kind' | 'help'>;

/** One indicator as an item of a list. */
export const indicatorItem: Declarations<IndicatorFinding> = {
  编号: text('指标编号', ({ indicator }) => words(indicator.code)),
  名称: text('指标名称', ({ indicator }) => words(indicator.name)),
  值: number('汇总的数值，打印时带单位', indicatorValue),
  标准: text('判断薄弱的标准，如“不低于90%”', ({ indicator }) => words(standard(indicator))),
  依据: text('标准的依据', ({ indicator }) => words(indicator.basis)),
  类别: text('薄弱类别', ({ indicator }) => words(indicator.area)),
  上年值: text('上年的数值，带单位', ({ indicator, lastYear }) =>
    words(lastYear === null ? '' : plain(lastYear) + indicator.unit),
  ),
  来源单位: text('报出数据的单位，三个以上写作“甲等5个单位”；比率写“程序计算”', sourceUnits),
  薄弱: flag('低于标准（越低越好的指标高于标准）', ({ weak, sources }) => truth(weak, sources)),
};

/** The fields of the named indicators; one without a finding is a missing value. */
export function indicatorFields(indicators: readonly NamedIndicator[]): Declarations<ReportInput> {
  const named = indicators.map(({ name, unit, help }): [string, Declaration<ReportInput>] => [
    name,
    number<ReportInput>(`${help}（${unit}）`, ({ findings }) => indicatorNamed(findings.indicators, name)),
  ]);
  const weak = indicators.map(({ name }): [string, Declaration<ReportInput>] => [
    name,
    flag<ReportInput>(`${name}达不到标准`, ({ findings }) => weakNamed(findings.indicators, name)),
  ]);
  return {
    指标: record('各项指标的汇总数值，打印时带单位，如“26场次”“86.8%”', Object.fromEntries(named)),
    偏低: record('各项指标是否达不到标准', Object.fromEntries(weak)),
    数据表: list('有数值的全部指标', ({ findings }) => findings.indicators.filter(hasValue), indicatorItem),
  };
}

/** Whose values it was made of. */
function sourceUnits({ indicator, byDepartment }: IndicatorFinding): Traced {
  const units = [...new Set(byDepartment.map(({ department }) => department))];
  const places = byDepartment.map(({ place }) => place);
  if (units.length === 0) return words(indicator.filledBy);
  if (units.length <= mostUnitsNamed) return words(units.join('、'), places);
  return words(`${units[0] ?? ''}等${String(units.length)}个单位`, places);
}

/** `不低于90%`, `不高于10%`; empty when nothing is judged. */
function standard({ threshold, direction, unit }: Indicator): string {
  if (threshold === null) return '';
  return `${direction === 'high' ? '不低于' : '不高于'}${plain(threshold)}${unit}`;
}

function indicatorNamed(findings: readonly IndicatorFinding[], name: string): Traced {
  const finding = findings.find(({ indicator }) => indicator.name === name);
  return finding === undefined ? traced(null, '') : indicatorValue(finding);
}

function weakNamed(findings: readonly IndicatorFinding[], name: string): Traced {
  const finding = findings.find(({ indicator }) => indicator.name === name);
  return truth(finding?.weak ?? false, finding?.sources);
}

function indicatorValue({ value, applies, text, sources }: IndicatorFinding): Traced {
  const places = sources.map(placeText);
  return applies && value !== null ? traced(value, text, places) : traced(null, '', places);
}

function hasValue({ value, applies }: IndicatorFinding): boolean {
  return applies && value !== null;
}
