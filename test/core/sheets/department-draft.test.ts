import { editions, indicators, ruleOfLaw } from '../../edition';
import { noRows } from '../findings/rows-builder';
import { departmentDraft } from '../../../src/core/sheets/department-draft';
import { hubDraft } from '../../../src/core/sheets/hub-draft';
import { starterContents } from '../../../src/core/sheets/hub-contents';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import type { Department, Task } from '../../../src/core/rows/rows';
import { bodyOf, gridsOf, sheetOf } from './draft-grid';

const place = { file: '总表.xlsx', sheet: '任务', cell: 'A4' };
const settings = settingsFromGrids(
  gridsOf(hubDraft(ruleOfLaw, starterContents(ruleOfLaw, 2022))),
  editions,
  '2023-01-02',
).value!;

function task(id: string, lead: string, title = '评查案卷', dueText = '11月底前'): Task {
  return {
    ...{ id, lead, title, dueText, section: '规范执法', measure: '', partners: [], leader: '', deadline: null },
    ...{
      target: null,
      targetUnit: '',
      weight: 1,
      indicator: null,
      approved: null,
      phrase: '',
      extra: {},
      place,
      duePlace: place,
    },
  };
}

function department(name: string, inGroup: boolean, aliases: readonly string[] = []): Department {
  const none = { value: null, shown: '', place };
  const mail = { mailbox: none, leaderMailbox: none, spreadsheet: null };
  return { id: name, name, aliases, kind: '内设', inGroup, ...mail, active: true, roles: [], place };
}

function draftFor(unit: Department, tasks: readonly Task[] = []) {
  return departmentDraft({ department: unit, settings, tasks, indicators, meanings: noRows.meanings });
}

const headOf = (columns: number) => ({ startRow: 0, endRow: 3, startColumn: 0, endColumn: columns });

const codesOf = (unit: Department): readonly unknown[] =>
  bodyOf(sheetOf(draftFor(unit), '指标数据')).map(([code]) => code);

describe('a department’s workbook', () => {
  it('holds the tasks the department leads, and no others', () => {
    const draft = draftFor(department('司法所', true), [task('C-01', '司法所'), task('C-02', '党政办')]);
    expect(bodyOf(sheetOf(draft, '任务进展')).map((row) => row.slice(0, 3))).toEqual([
      ['C-01', '评查案卷', '11月底前'],
    ]);
  });

  it.each(ruleOfLaw.organs.map(({ kind, above }) => [kind, above[0] ?? '']))(
    'speaks on its cover of a %s as the department does',
    (kind, above) => {
      const edition = editions.open(ruleOfLaw.name, { kind, above, own: {} }) ?? ruleOfLaw;
      const own = { ...settings, edition };
      const unit = department('司法所', true);
      const draft = departmentDraft({
        department: unit,
        settings: own,
        tasks: [],
        indicators,
        meanings: noRows.meanings,
      });
      const cover = JSON.stringify(sheetOf(draft, edition.sheets.cover.title).rows);
      expect(cover).toContain(`通知${edition.words.us}检查`);
      expect([kind, cover.includes('镇里')]).toEqual([kind, kind === '镇']);
    },
  );

  it('says so when the department leads no task', () => {
    const sheet = sheetOf(draftFor(department('派出所', false)), '任务进展');
    expect(sheet.rows[1]?.[0]?.value).toContain('本年度没有由本单位牵头的任务，这张表不用填。');
    expect(sheet.protection).toEqual({ kind: 'only', shut: [headOf(12)] });
  });

  it('asks for staff and cases only of enforcers', () => {
    const titles = (inGroup: boolean): readonly string[] =>
      draftFor(department('某办', inGroup)).sheets.map(({ title }) => title);
    expect(titles(true)).toEqual([
      '封面',
      '任务进展',
      '指标数据',
      '执法队伍',
      '培训明细',
      '普法明细',
      '案件明细',
      ...['问题与建议', '督办反馈'],
    ]);
    expect(titles(false)).toEqual(['封面', '任务进展', '指标数据', '培训明细', '普法明细', '问题与建议', '督办反馈']);
  });

  it('asks for no figure twice and for no rate', () => {
    const codes = codesOf(department('综合行政执法办', true));
    expect(codes).toContain('C2');
    expect(codes).toContain('D11.1');
    expect(codes.filter((code) => ['D1.1', 'D2.1', 'D2', 'C4', 'D1.4'].includes(String(code)))).toEqual([]);
  });

  it('asks each unit for its own lines, known by name or alias', () => {
    expect(codesOf(department('派出所', false))).toEqual(['E1', 'E2', 'E2.1']);
    expect(codesOf(department('信访办', false, ['综治中心']))).toEqual(expect.arrayContaining(['E8.1', 'E8.2']));
  });

  it('names unit, year and period on its cover', () => {
    const cover = sheetOf(draftFor(department('司法所', true)), '封面');
    expect(cover.rows.slice(2, 6).map(([label, value]) => [label?.value, value?.value])).toEqual([
      ['单位*', '司法所'],
      ['报告年度*', 2022],
      ['报告期', '2022年1月1日至2022年12月31日'],
      ['版本号', '2022年度第1版'],
    ]);
  });

  it('locks what was filled in beforehand and opens the rest', () => {
    const sheet = sheetOf(draftFor(department('司法所', true), [task('C-01', '司法所')]), '任务进展');
    const row = sheet.rows[3] ?? [];
    expect(row.map(({ style }) => style.split('-')[0])).toEqual([
      ...Array.from({ length: 3 }, () => 'locked'),
      ...Array.from({ length: 9 }, () => 'open'),
    ]);
    const filled = { startRow: 3, endRow: 4, startColumn: 0, endColumn: 3 };
    expect(sheet.protection).toEqual({ kind: 'only', shut: [headOf(12), filled] });
  });
});
