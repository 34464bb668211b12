/** What a person is asked of a workbook, and all that is kept when the reading is confirmed. */
import type { Problem } from '../../../../src/core/base/problem';
import { confirmedRules, questionsOf } from '../../../../src/core/rows/intake/questions';
import type { IntakeSheet } from '../../../../src/contract/intake';
import type { Rule } from '../../../../src/core/tables/rules/rule';

const problem = (code: string, cell = 'A4', sheet = '台账', level: Problem['level'] = 'doubt'): Problem => ({
  ...{ code, level, place: { file: '司法所.xlsx', sheet, cell }, actual: '', reason: '', expected: '' },
});

it.each([
  ...[
    'sheet-unknown',
    'sheet-by-header',
    'sheet-by-title',
    'sheet-twice',
    'sheet-beside',
    'column-missing',
    'column-renamed',
  ],
  ...['column-twice', 'column-either', 'column-assumed', 'header-far', 'line-missing', 'shape-differs'],
  ...['task-unknown', 'task-unmatched', 'indicator-unknown', 'figure-unmatched', 'row-by-likeness'],
  ...['status-unknown', 'status-rest', 'status-conflict', 'choice-unknown', 'rule-unfit'],
  ...['department-unknown'],
])('%s is asked, unless it is a mere note', (code) => {
  expect(questionsOf([problem(code)])).toHaveLength(1);
  expect(questionsOf([problem(code, 'A4', '台账', 'error')])).toHaveLength(1);
  expect(questionsOf([problem(code, 'A4', '台账', 'note')])).toEqual([]);
});

it.each([
  'done-without-day',
  'task-unreported',
  'sheet-left',
  'column-left',
  'figure-sign',
  'status-done-late',
  'number-two',
])('%s is of a single value, and not asked', (code) => {
  expect(questionsOf([problem(code)])).toEqual([]);
});

it('what was seen when the columns were confirmed is asked again once they are others', () => {
  const shape: Rule = { department: '司法所', sheet: '台账', kind: 'shape', name: '', as: '事项、情况', ground: '' };
  const asked = (problems: readonly Problem[]): readonly string[] =>
    questionsOf(problems, [shape]).map(({ code }) => code);
  expect(asked([problem('column-assumed')])).toEqual([]);
  expect(asked([problem('column-assumed'), problem('shape-differs')])).toEqual(['column-assumed', 'shape-differs']);
});

describe('confirmed', () => {
  const sheet = (more: Partial<IntakeSheet> = {}): IntakeSheet => ({
    ...{ sheet: '台账', as: '任务进展', by: 'header', likely: null, headerRow: 2, rowsAre: 'tasks', more: 0 },
    columns: [
      { at: 0, letter: 'A', header: '事项', as: '任务名称', by: 'usage' },
      { at: 1, letter: 'B', header: '情况', as: '状态', by: 'shared' },
      { at: 2, letter: 'C', header: '杂项', as: null, by: null },
    ],
    rows: [],
    counts: { filled: 0, used: 0, listed: 0, unread: 0 },
    ...more,
  });
  const cell = (text: string) => ({ text, end: text === '' ? 'blank' : 'used', why: '', words: [] }) as const;
  const row = (
    at: number,
    name: string,
    code: string | null,
    ...texts: readonly string[]
  ): IntakeSheet['rows'][number] => ({
    ...{ row: at, role: 'used', name, code, cells: texts.map(cell) },
  });
  const answer = (more: Partial<Rule>): Rule => ({
    ...{ department: '', sheet: '台账', kind: 'column', name: '情况', as: '完成率', ground: '' },
    ...more,
  });
  /** `表 kind:name→as` of all that is kept. */
  const kept = (
    sheets: readonly IntakeSheet[],
    answers: readonly Rule[] = [],
    questions: readonly Problem[] = [],
  ): readonly string[] =>
    confirmedRules(sheets, answers, { department: '司法所', ground: '2022-12-30 确认', questions }).map((rule) => {
      expect([rule.department, rule.ground]).toEqual(['司法所', '2022-12-30 确认']);
      return `${rule.sheet} ${rule.kind}:${rule.name}→${rule.as}`;
    });

  it('is for what each sheet was taken, and which headers there were', () => {
    expect(kept([sheet()])).toEqual(['台账 sheet:→任务进展', '台账 shape:→事项、情况、杂项']);
    const rows = [row(1, '', null, '2022年'), row(2, '', null, '事项', '', '情况', '备注')];
    expect(kept([sheet({ rows })])).toEqual(['台账 sheet:→任务进展', '台账 shape:→事项、情况、备注']);
    expect(kept([sheet({ columns: [] })])).toEqual(['台账 sheet:→任务进展']);
  });

  it('is that what was not read is not to be read', () => {
    expect(kept([sheet({ as: null, by: null })])).toEqual(['台账 sheet:→不读取']);
  });

  it('is nothing of a sheet that has its own name, unless something was answered of it', () => {
    const named = sheet({ by: 'name', columns: [] });
    expect(kept([named])).toEqual([]);
    expect(kept([named], [answer({ sheet: '另一张' })])).toEqual(['另一张 column:情况→完成率']);
    expect(kept([named], [answer({})])).toEqual(['台账 column:情况→完成率', '台账 sheet:→任务进展']);
  });

  it('is of several tables on one sheet only which headers there were: no one rule can say what it is', () => {
    expect(kept([sheet(), sheet({ as: '指标数据' })])).toEqual(['台账 shape:→事项、情况、杂项']);
  });

  it('are the answers before what they contradict', () => {
    const said = answer({ kind: 'sheet', name: '', as: '指标数据' });
    expect(kept([sheet({ columns: [] })], [said])).toEqual(['台账 sheet:→指标数据']);
  });

  it('are rows and columns that were taken for something with a doubt, each in its own sheet', () => {
    const rows = [row(3, '宣传', 'A-01'), row(4, '排查', 'B-01'), row(5, '', 'B-02'), row(6, '其他', null)];
    const view = sheet({ rows, headerRow: null, columns: sheet().columns });
    const byLikeness = [3, 5, 6].map((at) => problem('row-by-likeness', `A${String(at)}`));
    expect(kept([view], [], byLikeness).filter((one) => one.includes(' row:'))).toEqual(['台账 row:宣传→A-01']);
    const columns = [problem('column-either', 'B2'), problem('column-assumed', 'C2'), problem('column-renamed', 'A2')];
    expect(kept([view], [], columns).filter((one) => one.includes(' column:'))).toEqual(['台账 column:情况→状态']);
    const elsewhere = [problem('row-by-likeness', 'A3', '别的'), problem('column-either', 'B2', '别的')];
    expect(kept([view], [], elsewhere).filter((one) => /row:|column:/u.test(one))).toEqual([]);
    expect(kept([view], [], [problem('column-either', 'A3')]).filter((one) => one.includes(' row:'))).toEqual([]);
  });
});

it('a word for a choice is asked about until the sheet is confirmed, and never of a list of the whole town', () => {
  const shape: Rule = { department: '司法所', sheet: '台账', kind: 'shape', name: '', as: '事项、情况', ground: '' };
  const unknown = problem('choice-unknown', 'A4', '台账', 'error');
  expect(questionsOf([unknown])).toEqual([unknown]);
  expect(questionsOf([unknown], [shape])).toEqual([]);
  expect(questionsOf([unknown, problem('shape-differs')], [shape])).toContain(unknown);
  expect(questionsOf([unknown, problem('town-table')])).not.toContain(unknown);
});
