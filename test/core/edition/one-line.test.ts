/** What an office may want to know of its departments is one line more in a table: seen in sheet, reading, report and list. */
import type { Grid } from '../../../src/core/base/grid';
import type { Edition } from '../../../src/core/edition/edition';
import { fieldsOfReport } from '../../../src/core/report/fields';
import { departmentDraft } from '../../../src/core/sheets/department-draft';
import { starterContents } from '../../../src/core/sheets/hub-contents';
import { hubDraft } from '../../../src/core/sheets/hub-draft';
import type { WorkbookDraft } from '../../../src/core/sheets/draft';
import { helpersByName } from '../../../src/engine/language/helpers/helpers-by-name';
import { fieldList } from '../../../build/fields/field-list.mjs';
import { add, compiledWith, put, type Change } from '../../edition-tables';
import { longDescribe, longIt } from '../../long';
import { cellOf } from '../grid-builder';
import { bodyOf, sheetOf } from '../sheets/draft-grid';
import { filledOffice, judged, randomFrom, reportText, type FilledOffice, type Judged } from './filled-office';

interface Office {
  readonly edition: Edition;
  readonly office: FilledOffice;
  readonly found: Judged;
  readonly hub: WorkbookDraft;
  /** The workbook of 司法所 as it is made. */
  readonly made: WorkbookDraft;
  /** The text of docs/fields.md. */
  readonly list: string;
  readonly print: (template: string) => string;
}

/** An office of the first edition with the lines changed, every open cell of its workbooks filled in and changed by `edit`. */
function officeWith(
  changes: readonly Change[],
  edit: (grids: FilledOffice['grids']) => FilledOffice['grids'] = (grids) => grids,
  contents: Parameters<typeof filledOffice>[2] = (rows) => rows,
): Office {
  const { editions, mistakes } = compiledWith(...changes);
  expect(mistakes).toEqual([]);
  const edition = editions?.open('法治政府建设');
  if (!edition) throw new Error('the tables did not compile');
  const filled = filledOffice(edition, randomFrom(8), contents);
  const office = { ...filled, grids: edit(filled.grids) };
  const found = judged(office);
  const { settings } = office;
  const { tasks, indicators, meanings, departments } = found.rows;
  const department = departments.find(({ name }) => name === '司法所');
  if (!department) throw new Error('no 司法所');
  const dictionary = fieldsOfReport({ indicators: [] }, edition);
  return {
    edition,
    office,
    found,
    hub: hubDraft(edition, starterContents(edition, 2024)),
    made: departmentDraft({ department, settings, tasks, indicators, meanings }),
    list: fieldList({ edition, dictionary, helpers: [...new Set(helpersByName.values())] }),
    print: (template) => reportText(office, found, template),
  };
}

/** The texts of a sheet's header. */
function headers(draft: WorkbookDraft, title: string): readonly unknown[] {
  const sheet = sheetOf(draft, title);
  return (sheet.rows[sheet.frozenRows - 1] ?? []).map(({ value }) => String(value).replace(/\*$/u, ''));
}

/** The grids of 司法所 with one cell changed where a row shows `key` and the header is `header`. */
function typed(title: string, key: string, header: string, value: string | number) {
  const inGrid = (grid: Grid): Grid => {
    if (grid.sheet !== title) return grid;
    const column = grid.rows
      .flatMap((row) => row.findIndex((cell) => cell?.shown.replace(/\*$/u, '') === header))
      .find((at) => at >= 0);
    const rows = grid.rows.map((row) =>
      row.some((cell) => cell?.shown === key) ? row.map((cell, at) => (at === column ? cellOf(value) : cell)) : row,
    );
    return { ...grid, rows };
  };
  return ({ hub, departments }: FilledOffice['grids']): FilledOffice['grids'] => ({
    hub,
    departments: departments.map((book) =>
      book.file === '司法所.xlsx' ? { ...book, grids: book.grids?.map(inGrid) ?? null } : book,
    ),
  });
}

const unknown = ({ found }: Office): readonly string[] =>
  found.problems.filter(({ code }) => code === 'column-unknown').map(({ reason }) => reason);

describe('an indicator', () => {
  const line = add(
    'rule-of-law/indicators.tsv',
    ...['E20', '法治讲座参加人数', '听讲人数', '人', '', '司法所', '', '', '', '', '', '', '', '', '', ''],
    ...['普法', '', '', '', '', '到场的人数，不含工作人员'],
  );
  const office = officeWith([line], typed('指标数据', 'E20', '填报值', 312));

  it('stands in the hub and is asked of its department, with its unit and how to count', () => {
    const inHub = bodyOf(sheetOf(office.hub, '指标')).find(([code]) => code === 'E20');
    expect(inHub).toEqual(expect.arrayContaining(['法治讲座参加人数', '人', '司法所']));
    const asked = bodyOf(sheetOf(office.made, '指标数据')).find(([code]) => code === 'E20');
    expect(asked).toEqual(expect.arrayContaining(['法治讲座参加人数', '人', '到场的人数，不含工作人员']));
  });

  it('is read, added up, printed and listed', () => {
    expect(office.found.findings.indicators.find(({ indicator }) => indicator.code === 'E20')?.value).toBe(312);
    expect(office.print('{{指标.法治讲座参加人数}}')).toBe('312人');
    expect(office.list).toContain('| E20 | `{{指标.法治讲座参加人数}}` | 人 | 到场的人数，不含工作人员 |');
  });
});

describe('another name', () => {
  longIt('of a column is read as that column', () => {
    const renamed = ({ hub, departments }: FilledOffice['grids']): FilledOffice['grids'] => ({
      hub,
      departments: departments.map((book) => ({
        ...book,
        grids:
          book.grids?.map((grid) =>
            grid.sheet === '任务进展'
              ? {
                  ...grid,
                  rows: grid.rows.map((row) =>
                    row.map((cell) => (cell?.shown === '下一步打算' ? cellOf('往后怎么办') : cell)),
                  ),
                }
              : grid,
          ) ?? null,
      })),
    });
    const nextSteps = (office: Office): readonly string[] => office.found.rows.progress.map(({ next }) => next);
    const known = officeWith(
      [put('common/columns.tsv', 'progress\tnext', '\t文字\t', '、往后怎么办\t文字\t')],
      renamed,
    );
    expect(unknown(known)).toEqual([]);
    expect(nextSteps(known)).toContain('文字3');
    expect(new Set(nextSteps(officeWith([], renamed)))).toEqual(new Set(['']));
  });

  longIt('of an indicator leaves its meaning as it is', () => {
    const called =
      (name: string): Parameters<typeof filledOffice>[2] =>
      (rows) => ({
        ...rows,
        indicators: rows.indicators.map((line) => (line.code === 'C3' ? { ...line, name } : line)),
      });
    const meant = (office: Office): unknown => office.found.rows.indicators.find(({ code }) => code === 'C3')?.means;
    const synonym = put('rule-of-law/indicators.tsv', 'C3\t', 'C3\t罚没金额\t', 'C3\t罚没金额\t罚没收入总额');
    expect(meant(officeWith([synonym], undefined, called('罚没收入总额')))).toBe('C3');
    expect(meant(officeWith([], undefined, called('罚没收入总额')))).toBeNull();
  });
});

longDescribe('a column', () => {
  const column = (sheet: string, field: string, header: string, help: string): Change =>
    add('rule-of-law/columns.tsv', sheet, field, '', header, '', '文字', '', '否', '人', '14', '', '', '', help);
  let office: Office;
  beforeAll(() => {
    office = officeWith(
      [
        column('tasks', 'fax', '联络传真', '牵头单位的传真'),
        column('progress', 'minutes', '会议纪要', '纪要的文号'),
        column('publicity', 'speaker', '主讲岗位', '主讲人的岗位，不写姓名'),
      ],
      undefined,
      (rows) => ({
        ...rows,
        tasks: rows.tasks.map((task) => ({ ...task, fax: `传真${typeof task.id === 'string' ? task.id : ''}` })),
      }),
    );
  });

  it('stands in its sheet, where people fill it in', () => {
    expect(headers(office.hub, '任务')).toContain('联络传真');
    expect(headers(office.made, '任务进展')).toContain('会议纪要');
    expect(headers(office.made, '普法明细')).toContain('主讲岗位');
  });

  it('is read like any other', () => {
    expect(unknown(office)).toEqual([]);
    const { tasks, progress, events } = office.found.rows;
    expect(tasks[0]?.extra.联络传真).toMatchObject({ text: `传真${tasks[0]?.id ?? ''}`, place: { sheet: '任务' } });
    expect(progress[0]?.extra.会议纪要).toMatchObject({ text: expect.stringMatching(/^文字\d$/u) as string });
    const publicity = events.find(({ detail }) => detail.key === 'publicity')?.rows ?? [];
    expect(publicity.some(({ said }) => said.speaker?.value !== null)).toBe(true);
  });

  it('is printed with its cell in every list of tasks, and listed', () => {
    const overdue = office.found.findings.tasks.filter(({ state }) => state === 'overdue');
    expect(overdue.length).toBeGreaterThan(0);
    expect(office.print('{{#each 任务.逾期任务}}{{联络传真}}；{{/each}}')).toBe(
      overdue.map(({ task }) => `传真${task.id}；`).join(''),
    );
    expect(office.print('{{#each 任务.逾期任务}}{{会议纪要}}；{{/each}}')).toBe(
      overdue.map(({ progress }) => `${progress?.extra.会议纪要?.text ?? ''}；`).join(''),
    );
    expect(office.list).toContain('| `联络传真` | 文字 | “任务”的联络传真：牵头单位的传真 | `{{联络传真}}` |');
    expect(office.list).toContain('| `会议纪要` | 文字 | “任务进展”的会议纪要：纪要的文号 | `{{会议纪要}}` |');
  });
});

describe('a help text', () => {
  longIt('is the note of its header and what the list says', () => {
    const office = officeWith([
      put('common/columns.tsv', 'settings\tsuperior', '正文里的称呼', '正文里怎样称呼它'),
      put('rule-of-law/columns.tsv', 'publicity\ttopic', '活动的名称', '活动叫什么'),
    ]);
    const notes = sheetOf(office.made, '普法明细').rows.flatMap((row) => row.map(({ note }) => note));
    expect(notes.some((note) => note.includes('活动叫什么'))).toBe(true);
    expect(office.list).toContain('| `上级` | 文字 | 正文里怎样称呼它，如“县委、县政府” | `{{上级}}` |');
  });
});

longIt('a setting that is printed stands in the hub, in the report and in the list', () => {
  const office = officeWith([
    add(
      'rule-of-law/columns.tsv',
      ...['settings', 'area', '', '辖区面积', '', '文字', '', '否', '人', '12', '', '辖区面积', '86平方公里', '含水面'],
    ),
  ]);
  expect(bodyOf(sheetOf(office.hub, '设置')).find(([label]) => label === '辖区面积')).toEqual(
    expect.arrayContaining(['86平方公里', '含水面']),
  );
  expect(office.print('辖区{{辖区面积}}')).toBe('辖区86平方公里');
  expect(office.list).toContain('| `辖区面积` | 文字 | 含水面 | `{{辖区面积}}` |');
});
