/** Fields of the indicators: `指标.<名称>` for each, and the list of all that have a value. */
import { oncePer } from '../base/once-per';
import { placeText, placeTexts } from '../base/place';
import type { Indicator } from '../edition/indicator';
import { standingWords } from '../edition/indicator-words';
import { standardText } from '../edition/standard-text';
import type { Findings, IndicatorFinding } from '../findings/findings';
import { listedNames } from '../findings/incomplete-figures';
import { whyMissingWords, type WhyMissing } from '../rows/said';
import { traced, tracedGap, type Traced } from '../../engine/fill';
import { count, flag, list, number, record, text, truth, words, type Declaration, type Declarations } from './declare';
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
  值: number('汇总的数值，打印时带单位；缺单位的写待补或者注明', calledValue),
  标准: text('判断薄弱的标准，如“不低于90%”', ({ indicator }) => words(standardText(indicator))),
  性质: text('标准是法定、参照还是内部的；不判断的为空', ({ indicator }) =>
    words(indicator.threshold === null ? '' : standingWords[indicator.standing]),
  ),
  依据: text('标准的依据', ({ indicator }) => words(indicator.basis)),
  类别: text('薄弱类别', ({ indicator }) => words(indicator.area)),
  上年值: text('上年的数值，带单位', ({ lastYearText }) => words(lastYearText)),
  比上年: text('与上年值相比，如“比上年增加2次”“与上年持平”', ({ trend, sources }) => words(trend, sources)),
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
  const flags = (help: string, holds: Holds): Declaration<ReportInput> =>
    record(
      help,
      Object.fromEntries(called.map(({ name, names }) => [name, indicatorFlag({ name, names }, help, holds)])),
    );
  const trends = called.map(({ name, names }): [string, Declaration<ReportInput>] => [
    name,
    text<ReportInput>(`${name}与上年相比`, ({ findings }) => trendNamed(findings.indicators, names)),
  ]);
  return {
    判断: record('有标准、有数据的指标共几项，其中几项不达标', judgedFields),
    指标: record('各项指标的汇总数值，打印时带单位，如“26场次”“86.8%”', Object.fromEntries(named)),
    偏低: flags('达不到标准', ({ weak }) => weak),
    达标: flags('报齐并且达到标准，没有请核实的', (finding, { doubted }) => finding.met && !restsOn(finding, doubted)),
    报齐: flags('应填的单位都报了，有数值', ({ state }) => state === 'known'),
    无疑: flags('报齐，是准确数，没有请核实的', isCertain),
    比上年: record('各项指标与上年相比，如“比上年增加2次”“与上年持平”；没有上年值的为空', Object.fromEntries(trends)),
    数据表: list('有数值或者缺单位的全部指标', ({ findings }) => findings.indicators.filter(isTold), indicatorItem),
  };
}

const judgedFields: Declarations<ReportInput> = {
  总数: number('有标准、有数据，作了判断的指标数', ({ findings }) =>
    count(findings.indicators.filter(isJudged).length),
  ),
  不达标: number('其中不达标的指标数', ({ findings }) => count(findings.indicators.filter(({ weak }) => weak).length)),
  存疑: number('其中数据有请核实的指标数', ({ findings: { indicators, doubted } }) =>
    count(indicators.filter((one) => isJudged(one) && restsOn(one, doubted)).length),
  ),
  未定: number('数不是准确数，可能达到也可能达不到标准，没有判断的指标数', ({ findings: { indicators } }) =>
    count(indicators.filter(isUndecided).length),
  ),
  未定指标: text('这些指标的名称', ({ findings: { indicators } }) => {
    const undecided = indicators.filter(isUndecided);
    return words(
      undecided.map(({ indicator }) => indicator.name).join('、'),
      undecided.flatMap(({ sources }) => sources),
    );
  }),
  缺数: number('有标准而没有报齐，没有判断的指标数', ({ findings }) =>
    count(findings.indicators.filter(isLacking).length),
  ),
};

type Holds = (finding: IndicatorFinding, findings: Findings) => boolean;

function isCertain(finding: IndicatorFinding, { doubted }: Findings): boolean {
  return finding.state === 'known' && finding.qualifier === '' && !restsOn(finding, doubted);
}

function isUndecided({ open }: IndicatorFinding): boolean {
  return open === 'undecided';
}

function restsOn({ sources }: IndicatorFinding, cells: ReadonlySet<string>): boolean {
  return placeTexts(sources).some((place) => cells.has(place));
}

/** It has a standard, and not all who should have given what it takes. */
function isLacking({ indicator, state }: IndicatorFinding): boolean {
  return indicator.threshold !== null && (state === 'partial' || state === 'unknown');
}

function isJudged({ weak, met }: IndicatorFinding): boolean {
  return weak || met;
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
  if (units.length === 0) return { ...words(indicator.filledBy), called: `${indicator.name}的来源单位` };
  if (units.length <= mostUnitsNamed) return words(units.join('、'), places);
  return words(`${units[0] ?? ''}等${String(units.length)}个单位`, places);
}

/** The first of the findings that bears one of the names. */
function findingOf(findings: readonly IndicatorFinding[], names: readonly string[]): IndicatorFinding | undefined {
  const places = names.flatMap((name) => placesByName(findings).get(name) ?? []);
  return places.length === 0 ? undefined : findings[Math.min(...places)];
}

const placesByName = oncePer(
  (findings: readonly IndicatorFinding[]): ReadonlyMap<string, number> =>
    new Map(findings.map(({ indicator }, at) => [indicator.name, at] as const).reverse()),
);

function trendNamed(findings: readonly IndicatorFinding[], names: readonly string[]): Traced {
  const finding = findingOf(findings, names);
  return words(finding?.trend ?? '', finding?.sources);
}

function indicatorNamed(findings: readonly IndicatorFinding[], names: readonly string[]): Traced {
  const finding = findingOf(findings, names);
  if (finding === undefined) return traced(null, '');
  return calledValue(finding);
}

/** A template may use any of the names organs of some kind have for it, or none in a list; the clerk knows the one in the hub. */
function calledValue(finding: IndicatorFinding): Traced {
  const found = indicatorValue(finding);
  return found.gap === undefined ? found : { ...found, called: `指标.${finding.indicator.name}` };
}

function indicatorFlag(
  { name, names }: { readonly name: string; readonly names: readonly string[] },
  help: string,
  holds: Holds,
): Declaration<ReportInput> {
  return flag(`${name}${help}`, ({ findings }) => {
    const finding = findingOf(findings.indicators, names);
    return truth(finding !== undefined && holds(finding, findings), finding?.sources);
  });
}

/** The figure; where it lacks departments, a gap that says so, or what the others gave, as the office wants it. */
function indicatorValue(finding: IndicatorFinding): Traced {
  const { value, applies, text, partial, sources } = finding;
  const places = placeTexts(sources);
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

/** Whether there is something to print: a figure, or that it is lacking. */
export function isTold(finding: IndicatorFinding): boolean {
  return (finding.applies && finding.value !== null) || isGap(finding);
}
