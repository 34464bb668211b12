/** What a page and the terminal tell of a workbook that is taken in: choices, what it gives, and what is asked. */
import { intakeDetails, intakeText } from '../../../../src/jobs/steps/intake/intake-details';
import type { Looked } from '../../../../src/jobs/steps/intake/look-at-workbook';
import type { Rows } from '../../../../src/core/rows/rows';
import type { PlacedRule } from '../../../../src/core/tables/rules/rule';
import type { Problem } from '../../../../src/core/base/problem';
import type { IntakeRow, IntakeSheet } from '../../../../src/contract/intake';
import { mostSheets } from '../../../../src/core/rows/intake/workbook-view';
import { progressTable, publicityTable } from '../../../edition';
import { department, eventsOf, figure, noRows, progress, settings, task } from '../../../core/findings/rows-builder';
import { gridOf } from '../../../core/grid-builder';

const long = '贯彻落实'.repeat(11);
const event = { department: '司法所', said: {}, columns: {}, place: { file: '司法所.xlsx' } };
const rows: Rows = {
  ...noRows,
  departments: [department('司法所'), department('综治中心')],
  tasks: [task('A-01', { title: '印发要点' }), task('A-02', { title: long })],
  progress: [progress('A-01', { status: 'done' }), progress('A-02', { status: null })],
  figures: [figure('E1', 5, '司法所', { shown: '5场' }), figure('E2', null), figure('X9', 1)],
  events: eventsOf({ publicity: [event, event] }),
};
const rule = (more: Partial<PlacedRule>): PlacedRule => ({
  ...{
    department: '司法所',
    sheet: '台账',
    kind: 'row',
    name: '活动',
    as: 'E1',
    ground: '',
    place: { file: '列对应.xlsx' },
  },
  ...more,
});
const question: Problem = {
  ...{ code: 'sheet-unknown', level: 'doubt', actual: '', place: { file: '司法所.xlsx', sheet: '台账' } },
  ...{ reason: '不认识工作表“台账”', expected: '请改回原名' },
};
const row = (more: Partial<IntakeRow>): IntakeRow => ({
  row: 3,
  role: 'used',
  name: '活动',
  code: 'E1',
  cells: [],
  ...more,
});
const sheet = (more: Partial<IntakeSheet>): IntakeSheet => ({
  ...{
    sheet: '台账',
    as: '指标数据',
    by: 'name',
    likely: null,
    headerRow: 2,
    rowsAre: 'indicators',
    columns: [],
    more: 0,
    counts: { filled: 0, used: 0, listed: 0, unread: 0 },
  },
  rows: [row({})],
  ...more,
});
const looked: Looked = {
  ...{
    file: '司法所.xlsx',
    department: '司法所',
    isTown: false,
    sheets: [],
    grids: [],
    problems: [],
    questions: [question],
  },
  ...{ rules: [rule({ ground: '2022-12-01 确认' })], rows },
};

describe('the details for a page', () => {
  const told = intakeDetails(looked, settings, { isKept: true, isPut: false });

  it('say whose it is, what is kept and what is asked', () => {
    expect(told).toMatchObject({
      ...{
        workbook: '司法所.xlsx',
        department: '司法所',
        isTown: false,
        departments: ['司法所', '综治中心'],
        isKept: true,
        isPut: false,
      },
      rules: [{ department: '司法所', sheet: '台账', kind: 'row', name: '活动', as: 'E1', ground: '2022-12-01 确认' }],
      questions: [expect.objectContaining({ reason: '不认识工作表“台账”' })],
    });
    expect(told.rules[0]).not.toHaveProperty('place');
  });

  it('say what may be chosen, with titles that are not too long', () => {
    expect(told.choices).toMatchObject({
      tasks: [
        { code: 'A-01', title: '印发要点' },
        { code: 'A-02', title: expect.stringMatching(/^(?:贯彻落实)+.{0,4}…$/u) as string },
      ],
      left: '不读取',
    });
    expect(told.choices.tasks[1]?.title.length).toBeLessThanOrEqual(41);
    expect(told.choices.kinds).toContain(progressTable.title);
    expect(told.choices.fields[progressTable.title]).toContain(progressTable.columns.doneOn.header);
    expect(told.choices.indicators).toContainEqual({ code: 'E1', title: '普法活动场次' });
  });

  it('say what the report gains, of each task, of figures that could be read, and of sheets with rows', () => {
    expect(told.gain).toEqual({
      tasks: [
        { code: 'A-01', title: '印发要点', status: '已完成' },
        { code: 'A-02', title: told.choices.tasks[1]?.title, status: '' },
      ],
      figures: [
        { code: 'E1', title: '普法活动场次', shown: '5场' },
        { code: 'X9', title: '', shown: '1' },
      ],
      records: [{ title: publicityTable.title, count: 2 }],
    });
  });

  it.each([
    [0, 0],
    [mostSheets, 0],
    [mostSheets + 2, 2],
  ])('of %s sheets %s are told to be more than are shown', (count, more) => {
    const grids = Array.from({ length: count }, () => gridOf([]));
    expect(intakeDetails({ ...looked, grids }, settings, { isKept: false, isPut: false }).moreSheets).toBe(more);
  });
});

describe('the same as text', () => {
  const lines = (more: Partial<Looked>): readonly string[] =>
    intakeText({ ...looked, rules: [], questions: [], ...more });

  it('tells the rules with their grounds', () => {
    expect(
      lines({ rules: [rule({ ground: '2022-12-01 确认' }), rule({ kind: 'sheet', name: '', as: '不读取' })] }),
    ).toEqual([
      '用到的确认过的读法（2 条）：',
      '  台账 行：活动＝E1（2022-12-01 确认）',
      '  台账 整张表＝不读取',
      '没有要确认的。',
    ]);
  });

  it('tells of each row that was read by its name what it is, or that it is nothing', () => {
    const sheets = [
      sheet({
        rows: [
          row({}),
          row({ row: 4, name: '别的', code: null }),
          row({ row: 5, name: 'E2', code: 'E2' }),
          row({ row: 6, name: '', code: 'E3' }),
          row({ row: 7, role: 'total', name: '合计' }),
        ],
      }),
      sheet({ rowsAre: null }),
    ];
    expect(lines({ sheets })).toEqual(['  “台账”第3行 “活动”＝E1', '  “台账”第4行 “别的”＝没有对上', '没有要确认的。']);
  });

  it('tells what is asked', () => {
    expect(lines({ questions: [question, question] })).toEqual([
      '要确认的 2 处，在“接入台账”里可以点选：',
      '  司法所.xlsx 台账：不认识工作表“台账”。请改回原名。',
      '  司法所.xlsx 台账：不认识工作表“台账”。请改回原名。',
    ]);
  });
});
