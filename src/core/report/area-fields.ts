/** Fields of the weak areas: weaknesses with words, figures, cause and measure, and the hints. */
import type { Place } from '../base/place';
import type { Edition } from '../edition/edition';
import type { AreaFinding, IndicatorFinding } from '../findings/findings';
import { count, list, number, text, words, type Declarations } from './declare';
import { indicatorItem } from './indicator-fields';
import type { ReportInput } from './report-input';
import { taskFields } from './task-fields';
import { bare } from './wording';

/** An area with its number (from 1) in its list. */
interface NumberedArea {
  readonly number: number;
  readonly finding: AreaFinding;
  /** The sections of the plan a measure can stand in. */
  readonly plans: readonly string[];
}

const ownFields: Declarations<NumberedArea> = {
  序号: number('第几项，从 1 起', ({ number: position }) => count(position)),
  类别: text('薄弱类别', ({ finding }) => words(finding.area, placesOf(finding))),
  表述: text('薄弱表里的问题表述，不带句号', ({ finding }) =>
    words(bare(finding.words?.problem ?? ''), placesOf(finding)),
  ),
  原因: text('薄弱表里的原因，不带句号', ({ finding }) => words(bare(finding.words?.cause ?? ''), placesOf(finding))),
  对策: text('薄弱表里的对策，不带句号', ({ finding }) => words(bare(finding.words?.action ?? ''), placesOf(finding))),
  计划章节: text('对策写在计划的哪一节', ({ finding, plans }) => words(planSection(finding, plans), placesOf(finding))),
  数据句: text('低于标准的各项指标连成一句，不带句号', ({ finding }) =>
    words(
      finding.weakIndicators.map(phrase).join('，'),
      finding.weakIndicators.flatMap(({ sources }) => sources),
    ),
  ),
  指标: list('低于标准的指标', ({ finding }) => finding.weakIndicators, indicatorItem),
};

/** Fields about weak areas at the top of the report. */
export function areaSummaryFields(edition: Edition): Declarations<ReportInput> {
  const areaFields: Declarations<NumberedArea> = {
    ...ownFields,
    任务: list('与之有关的逾期任务', ({ finding }) => finding.tasks, taskFields(edition)),
  };
  return {
    薄弱: list(
      '薄弱环节，按薄弱表的次序',
      areasThat((area) => area.isWeakness),
      areaFields,
    ),
    提示: list(
      '只有一项指标偏低、不算薄弱的方面',
      areasThat((area) => !area.isWeakness),
      areaFields,
    ),
    自设计划: list('“设置”里自设的计划章节，有对策写进去的才在其中', ownPlans, {
      名称: text('计划章节的名称', ({ name }) => words(name)),
      薄弱: list('对策写在这一节的薄弱环节', ({ areas }) => areas, areaFields),
    }),
  };
}

/** The parts of the plan that the office added, each with the weak areas whose measure stands there. */
function ownPlans(input: ReportInput): readonly { readonly name: string; readonly areas: readonly NumberedArea[] }[] {
  const weak = areasThat((area) => area.isWeakness)(input).filter(({ finding }) => finding.words?.action);
  return input.settings.edition.own.plans
    .map((name) => ({ name, areas: weak.filter(({ finding }) => finding.words?.plan === name) }))
    .filter(({ areas }) => areas.length > 0);
}

function areasThat(holds: (area: AreaFinding) => boolean): (input: ReportInput) => readonly NumberedArea[] {
  return ({ findings, settings }) => {
    const { plans } = settings.edition.sections;
    return findings.areas.filter(holds).map((finding, index) => ({ number: index + 1, finding, plans }));
  };
}

/** `执法人员持证率为79.2%`; where counts stand for a rate: `案卷评查合格率按件数计为2件中1件`. */
function phrase({ indicator, numerator, text: shown }: IndicatorFinding): string {
  const isCount = indicator.kind === 'rate' && numerator !== null && shown.includes('中');
  return `${indicator.name}${isCount ? '按件数计为' : '为'}${shown}`;
}

/** A measure without a section of its own goes to the first one, so that none is lost. */
function planSection({ words: said }: AreaFinding, plans: readonly string[]): string {
  return plans.find((section) => section === said?.plan) ?? plans[0] ?? '';
}

function placesOf(finding: AreaFinding): readonly Place[] {
  return finding.words === null ? [] : [finding.words.place];
}
