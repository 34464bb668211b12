/** The words on weak areas put together: whose they are, what is said once, and figures that no text fits. */
import { findingsFromRows } from '../../../src/core/findings/findings-from-rows';
import type { AreaFinding, IndicatorFinding, SaidText, ToldArea, WeakItem } from '../../../src/core/findings/findings';
import { toldAreas } from '../../../src/core/report/told-areas';
import { hub } from '../findings/rows-builder';
import { reportRows, reportSettings } from './sample-report';

const { value: findings } = findingsFromRows(reportRows, reportSettings, []);
const named = (name: string): IndicatorFinding => findings.indicators.find(({ indicator }) => indicator.name === name)!;
const [posts, cards] = [named('空编率'), named('执法人员持证率')];
const said = (text: string): SaidText => ({ text, place: null });
const nothing = said('');

function item(finding: IndicatorFinding, more: Partial<WeakItem> = {}): WeakItem {
  const texts = { problem: nothing, figures: nothing, cause: nothing, action: nothing };
  return { finding, ...texts, lead: '党政办', plan: '队伍', covered: [], isUnconfirmed: false, ...more };
}

function told(items: readonly WeakItem[], shared: Partial<AreaFinding['shared']> = {}): ToldArea {
  const area: AreaFinding = {
    ...{ area: '队伍素质', isWeakness: true, weakIndicators: items.map(({ finding }) => finding), tasks: [], items },
    shared: { problem: nothing, cause: nothing, action: nothing, ...shared },
  };
  return toldAreas({ ...findings, areas: [area] }, reportRows, reportSettings).value[0]!;
}

it('what the words on the area say of an indicator stands in place of its own, and of no other', () => {
  const area = told(
    [
      item(posts, { cause: said('编制少'), action: said('补编'), covered: ['cause', 'action'] }),
      item(cards, { cause: said('培训少'), action: said('培训') }),
    ],
    { cause: said('投入不足'), action: said('加大投入') },
  );
  expect(area.cause.text).toBe('投入不足；培训少');
  expect(area.items.map(({ cause, action }) => [cause.text, action.text])).toEqual([
    ['投入不足', '加大投入'],
    ['培训少', '培训'],
  ]);
  expect(area.plans.map(({ action }) => action.text)).toEqual(['加大投入', '培训']);
});

it.each([
  ['党政办', '党政办'],
  ['司法所', ''],
])('one measure for two is led by whoever leads both: with 党政办 %s it is “%s”', (other, lead) => {
  const action = said('加强队伍');
  const { plans } = told([
    item(posts, { action, problem: said('空编多') }),
    item(cards, { action, lead: other, problem: said('持证少') }),
  ]);
  expect(plans.map((plan) => [plan.lead, plan.problem.text, plan.indicators.length])).toEqual([
    [lead, '空编多和持证少', 2],
  ]);
});

it('figures whose text has a gap are told by the indicator’s own, with its cells', () => {
  const rows = reportRows.indicators.find(({ name }) => name === '法律援助件数')!;
  const text = said(`法律援助{{指标.${rows.name}}}`);
  const [figures] = told([item(posts, { figures: text })]).items.map((one) => one.figures);
  expect(figures?.text).toMatch(/^空编率为27\.3%/u);
  expect(figures?.sources.length).toBeGreaterThan(0);
  expect(told([item(posts)]).items[0]?.figures).toEqual(figures);
});

it('counts in place of a rate are called counts', () => {
  const counts = { ...posts, text: '2件中1件', trend: '' };
  const count = { ...counts, indicator: { ...posts.indicator, kind: 'count' as const } };
  expect(told([item(counts)]).figures.text).toBe('空编率按件数计为2件中1件');
  expect(told([item(count)]).figures.text).toBe('空编率为2件中1件');
});

it('a text comes from its cell and those of its figures, one of the edition from the latter alone', () => {
  const text = '空编{{指标.空编数}}';
  const own = told([item(posts, { problem: { text, place: hub('薄弱', 'C4') } })]).problem;
  const edition = told([item(posts, { problem: said(text) })]).problem;
  expect(own.text).toBe(edition.text);
  expect(edition.sources).not.toContain('');
  expect(own.sources).toEqual(['总表.xlsx 薄弱!C4', ...edition.sources]);
});
