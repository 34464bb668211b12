/** Weak areas, and every indicator against its standard with last year's mark. */
import type { Cockpit, CockpitArea, CockpitIndicator } from '../../contract/cockpit';
import { areaWords } from '../../core/base/state-words';
import { foldedTable } from './folded-table';
import { make, makeTable } from '../parts/make-element';
import { chartBox } from './chart-box';
import { standardChart } from './charts';

export function standardBoard({ areas, indicators }: Cockpit): HTMLElement {
  const known = indicators.filter(({ value }) => value !== null);
  const open = indicators.filter(({ verdict }) => verdict === 'open');
  const missed = indicators.filter(({ verdict }) => verdict === 'missed').length;
  const blank = indicators.length - known.length;
  const blankNote = blank === 0 ? '' : `还没有数的 ${String(blank)} 个指标不在图里，在表格里。`;
  const label = `指标与标准：${String(missed)} 个不达标，${String(open.length)} 个还不能判断，下面的表格里是同样的数`;
  return make(
    'section',
    { class: 'panel wide-panel' },
    make('h2', {}, '薄弱环节'),
    areas.length === 0
      ? make('p', {}, noneWeak(open.length))
      : make('ul', { class: 'areas' }, ...areas.map((area) => areaItem(area, indicators))),
    known.length === 0 ? null : chartBox(label, (width) => standardChart(known, width)),
    known.length === 0
      ? null
      : make('p', { class: 'hint' }, `竖线是标准，虚线是上年；方向“不高于”的，过线就是不达标。${blankNote}`),
    foldedTable(() => indicatorTable(indicators)),
  );
}

function noneWeak(open: number): string {
  return open === 0 ? '没有薄弱环节。' : `没有查出薄弱环节；${String(open)} 个指标还不能判断。`;
}

export function areaItem(
  { area, isWeakness, problem, cause, measures, indicators: codes, tasks }: CockpitArea,
  indicators: readonly CockpitIndicator[],
): HTMLElement {
  const kind = isWeakness ? 'weakness' : 'hint';
  const figures = indicators
    .filter(({ code }) => codes.includes(code))
    .map(({ name, text, standard, trend }) => `${name} ${text}（标准${standard}${trend === '' ? '' : `，${trend}`}）`);
  const parts = [...figures, ...(tasks.length === 0 ? [] : [`逾期任务 ${tasks.join('、')}`])];
  return make(
    'li',
    { class: isWeakness ? 'is-error' : 'is-doubt' },
    make('span', { class: 'level' }, areaWords[kind]),
    make('strong', {}, area),
    `：${problem}。${parts.join('，')}。`,
    cause === '' && measures.length === 0 ? null : causeAndMeasures(cause, measures),
  );
}

function causeAndMeasures(cause: string, measures: readonly string[]): HTMLElement {
  return make(
    'details',
    {},
    make('summary', {}, measures.length === 0 ? '原因' : '原因和对策'),
    cause === '' ? null : make('p', {}, `原因：${cause}。`),
    make('ul', {}, ...measures.map((measure) => make('li', {}, `${measure}。`))),
  );
}

const verdictWords = { missed: '✕ 不达标', met: '✓ 达标', open: '？ 不能判断' } as const;

function indicatorTable(indicators: readonly CockpitIndicator[]): HTMLElement {
  return makeTable(
    '指标与标准',
    {
      指标: ({ name }: CockpitIndicator) => name,
      值: valueText,
      标准: ({ standard }: CockpitIndicator) => standard,
      判断: ({ verdict }: CockpitIndicator) => verdictWords[verdict],
      上年: ({ lastYearText }: CockpitIndicator) => (lastYearText === '' ? '不知道' : lastYearText),
      趋势: ({ trend }: CockpitIndicator) => (trend === '' ? '—' : trend),
    },
    indicators,
  );
}

/** What is known, and who is lacking. */
function valueText({ text, missing }: CockpitIndicator): string {
  const lacking =
    missing.length > 3 ? `${missing.slice(0, 3).join('、')}等 ${String(missing.length)} 个单位` : missing.join('、');
  return [text, lacking].filter((part) => part !== '').join('；') || '—';
}
