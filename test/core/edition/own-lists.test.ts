/** What an office adds to the lists of an edition can be chosen in its sheets and is printed in its report. */
import { withOwnLists } from '../../../src/core/edition/own-lists';
import { rowsFromGrids } from '../../../src/core/rows/rows-from-grids';
import { ruleOfLaw } from '../../edition';
import { hub, weakText } from '../findings/rows-builder';
import { settingsOf, tableGrid } from '../office-builder';
import { paragraphs, reportRows } from '../report/sample-report';

const settings = settingsOf({ ownAreas: '营商环境、普法', ownSections: '营商环境', ownPlans: '优化服务' });
const { edition } = settings;

it('a setting makes the lists longer; what is there already is not added', () => {
  expect(edition.own).toEqual({ areas: ['营商环境'], sections: ['营商环境'], plans: ['优化服务'] });
  expect(edition.areas.map(({ area }) => area)).toEqual([...ruleOfLaw.areas.map(({ area }) => area), '营商环境']);
});

it('without such a setting the edition is the one that was built', () => {
  expect(withOwnLists(ruleOfLaw, { areas: [], sections: ['组织领导'], plans: [] })).toBe(ruleOfLaw);
});

it('its own names can be chosen in the hub', () => {
  const { weakAreas, narratives, indicators } = edition.sheets;
  const words = { problem: '企业办事还不够便利', action: '推行一次办好' };
  const sheets = [
    tableGrid(weakAreas, [{ area: '营商环境', ...words, plan: '优化服务' }], { workbook: '总表.xlsx' }),
    tableGrid(narratives, [{ section: '营商环境', text: '为企业服务。' }], { workbook: '总表.xlsx' }),
    tableGrid(indicators, [{ code: 'Z1', name: '企业投诉件数', kind: '数量', area: '营商环境' }], {
      workbook: '总表.xlsx',
    }),
  ];
  const { value, problems } = rowsFromGrids({ hub: sheets, departments: [] }, settings);
  expect(problems.filter(({ code }) => code === 'choice-unknown')).toEqual([]);
  expect(value.weakTexts).toMatchObject([{ area: '营商环境', plan: '优化服务' }]);
  expect(value.narratives).toMatchObject([{ section: '营商环境' }]);
  expect(value.indicators).toMatchObject([{ code: 'Z1', area: '营商环境' }]);
});

it('its tasks, paragraphs, sentences and measures are printed', () => {
  const place = hub('综述素材', 'C20');
  const text = paragraphs(
    {
      ...reportRows,
      tasks: reportRows.tasks.map((task) => (task.id === 'A-01' ? { ...task, section: '营商环境' } : task)),
      narratives: [
        ...reportRows.narratives,
        { section: '营商环境', order: 1, text: '设立企业服务专窗。', condition: '', source: '', place },
      ],
      weakTexts: [weakText('法治意识', { plan: '优化服务' })],
      indicators: reportRows.indicators.map((indicator) =>
        indicator.code === 'E1'
          ? { ...indicator, area: '营商环境', sentence: '送法进企业{{指标.普法活动场次}}', sentencePlace: place }
          : indicator,
      ),
    },
    { edition },
  );
  expect(text.some((line) => line.includes('营商环境1项'))).toBe(true);
  expect(text.slice(text.findIndex((line) => line.startsWith('（六）营商环境')))).toEqual(
    expect.arrayContaining(['（六）营商环境。设立企业服务专窗。', '送法进企业26场次。']),
  );
  const plan = text.indexOf('（五）优化服务');
  expect(plan).toBeGreaterThan(0);
  expect(text[plan + 1]).toMatch(/^针对执法人员持证上岗落实不到位的问题，由综合行政执法办牵头，.+。$/u);
  expect(text.join('')).not.toContain('【待补');
});
