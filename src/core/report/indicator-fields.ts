/** Fields of the indicators: `指标.<名称>` for each, and the list of all that have a value. */
import { plain } from '../base/decimal';
import { placeText } from '../base/place';
import type { Indicator } from '../edition/indicator';
import type { IndicatorFinding } from '../findings/findings';
import { listedNames } from '../findings/incomplete-figures';
import { indicatorText } from '../findings/indicator-text';
import { whyMissingWords, type WhyMissing } from '../rows/said';
import { traced, tracedGap, type Traced } from '../../engine/fill';
import { flag, list, number, record, text, truth, words, type Declaration, type Declarations } from './declare';
import type { ReportInput } from './report-input';

/** More units than these are counted, not listed. */
const mostUnitsNamed = 2;

/** What a template must know of an indicator to name it. */
type NamedIndicator = Pick<Indicator, 'name' | 'unit' | 'kind' | 'help'> & {
  /** Other names templates may give it: those it has in other organs. */
  readonly synonyms?: readonly string[];
};

/** One indicator as an item of a list. */
export const indicatorItem: Declarations<IndicatorFinding> = {
  编号: text('指标编号', ({ indicator }) => words(indicator.code)),
  名称: text('指标名称', ({ indicator }) => words(indicator.name)),
  值: number('汇总的数值，打印时带单位；缺单位的写待补或者注明', indicatorValue),
  标准: text('判断薄弱的标准，如“不低于90%”', ({ indicator }) => words(standard(indicator))),
  依据: text('标准的依据', ({ indicator }) => words(indicator.basis)),
  类别: text('薄弱类别', ({ indicator }) => words(indicator.area)),
  上年值: text('上年的数值，带单位', ({ indicator, lastYear }) =>
    words(lastYear === null ? '' : indicatorText(indicator, lastYear, '', null)),
  ),
  来源单位: text('报出数据的单位，三个以上写作“甲等5个单位”；比率写“程序计算”', sourceUnits),
  薄弱: flag('低于标准（越低越好的指标高于标准）', ({ weak, sources }) => truth(weak, sources)),
};

/** The fields of the named indicators; one without a finding is a missing value. */
export function indicatorFields(indicators: readonly NamedIndicator[]): Declarations<ReportInput> {
  const called = indicators.flatMap(namesOf);
  const named = called.map(({ name, names, unit, help }): [string, Declaration<ReportInput>] => [
    name,
    number<ReportInput>(`${help}（${unit}）`, ({ findings }) => indicatorNamed(findings.indicators, names)),
  ]);
  const weak = called.map(({ name, names }): [string, Declaration<ReportInput>] => [
    name,
    flag<ReportInput>(`${name}达不到标准`, ({ findings }) => weakNamed(findings.indicators, names)),
  ]);
  return {
    指标: record('各项指标的汇总数值，打印时带单位，如“26场次”“86.8%”', Object.fromEntries(named)),
    偏低: record('各项指标是否达不到标准', Object.fromEntries(weak)),
    数据表: list('有数值或者缺单位的全部指标', ({ findings }) => findings.indicators.filter(isTold), indicatorItem),
  };
}

/** An indicator once for each of its names, its own last so that it is what is listed. */
function namesOf(indicator: NamedIndicator): readonly (NamedIndicator & { readonly names: readonly string[] })[] {
  const names = [...new Set([...(indicator.synonyms ?? []), indicator.name])];
  return names.map((name) => ({ ...indicator, name, names }));
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

function indicatorNamed(findings: readonly IndicatorFinding[], names: readonly string[]): Traced {
  const finding = findings.find(({ indicator }) => names.includes(indicator.name));
  return finding === undefined ? traced(null, '') : indicatorValue(finding);
}

function weakNamed(findings: readonly IndicatorFinding[], names: readonly string[]): Traced {
  const finding = findings.find(({ indicator }) => names.includes(indicator.name));
  return truth(finding?.weak ?? false, finding?.sources);
}

/** The figure; where it lacks departments, a gap that says so, or what the others gave, as the office wants it. */
function indicatorValue(finding: IndicatorFinding): Traced {
  const { value, applies, text, partial, sources } = finding;
  const places = sources.map(placeText);
  if (applies && value !== null) return traced(value, text, places);
  if (partial?.isPrinted === true) return traced(partial.value, partial.text, places);
  return isGap(finding) ? tracedGap(gapReason(finding), missingPlaces(finding)) : traced(null, '', places);
}

/** Nobody has filled it in: a sentence that needs it falls away. All else that is missing is to be seen. */
function isGap({ state, coverage }: IndicatorFinding): boolean {
  return state === 'partial' || (state === 'unknown' && coverage.missing.some(({ why }) => why !== 'blank'));
}

/** `缺司法所、财政所的数（没有填）；缺派出所的数（没有交表）`. */
function gapReason({ coverage }: IndicatorFinding): string {
  const kinds = [...new Set(coverage.missing.map(({ why }) => why))];
  return kinds
    .map((why) => `缺${listedNames(departmentsWith(why, coverage))}的数（${whyMissingWords[why]}）`)
    .join('；');
}

function departmentsWith(wanted: WhyMissing, { missing }: IndicatorFinding['coverage']): readonly string[] {
  return [...new Set(missing.filter(({ why }) => why === wanted).map(({ department }) => department))];
}

function missingPlaces({ coverage }: IndicatorFinding): readonly string[] {
  return [...new Set(coverage.missing.map(({ place }) => placeText(place)))];
}

function isTold(finding: IndicatorFinding): boolean {
  return (finding.applies && finding.value !== null) || isGap(finding);
}
